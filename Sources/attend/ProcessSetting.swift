import CSystem
import Libc
import Notes

/// What the process was started with: descriptors, arguments, variables.
enum ProcessSetting {
  /// A descriptor of these that was closed would be given to the next file that is opened, and what
  /// is printed would go there: in its place stands one that fails instead.
  static func holdStandardDescriptors() {
    for (file, mode) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
    ]
    where fcntl(file, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
  }

  static func arguments() -> [String] {
    // Not every C library tells them.
    guard system_argument(0) != nil else { return Array(CommandLine.arguments.dropFirst()) }
    var words: [String] = []
    while let word = system_argument(Int32(words.count + 1)) {
      words.append(Path(cString: word).text)
    }
    return words
  }

  /// The variables that count here.
  static func environment() -> [String: String] {
    var result: [String: String] = [:]
    for name in [
      "TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "HOME",
      "XDG_STATE_HOME", "XDG_CONFIG_HOME", "LESSSECURE",
    ] {
      if let value = getenv(name) { result[name] = Path(cString: value).text }
    }
    return result
  }
}
