import TestSupport

/// Inputs to begin with: small ones written for it, and every one that ever broke something.
package enum Seeds {
  /// What the files of a folder hold, by name; nothing where there is no such folder.
  package static func read(folder: String) -> [(name: String, bytes: [UInt8])] {
    Files.names(in: folder).filter { !$0.hasPrefix(".") }.map { name in
      (name, (try? Files.bytes(of: "\(folder)/\(name)")) ?? [])
    }
  }
}
