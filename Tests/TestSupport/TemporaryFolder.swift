import Libc

/// A new empty folder, removed with all that is in it when nobody needs it any more.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/attend-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw Files.Failure(description: "cannot make a folder in /tmp")
    }
    path = String(cString: made)
  }

  deinit { Files.remove(path) }

  /// A folder for as long as `body` runs.
  package static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try body(folder.path) }
  }
}
