import Libc

/// What a program under test finds in its environment unless told otherwise: little, so that a
/// test means the same everywhere.
package enum TestEnvironment {
  /// The variables every program is given.
  package static var base: [String: String] {
    var result = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin",
      "HOME": "/nonexistent", "SWIFT_BACKTRACE": "enable=no",
      // A key may start it.
      "VISUAL": "true",
    ]
    // Coverage and sanitizers reach into children by these.
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS"] {
      if let value = getenv(name) { result[name] = String(cString: value) }
    }
    return result
  }

  /// The base with changes (nil takes a variable away), as `NAME=value`.
  package static func variables(_ changes: [String: String?]) -> [String] {
    var result = base
    for (name, value) in changes { result[name] = value }
    return result.map { "\($0.key)=\($0.value)" }.sorted()
  }
}
