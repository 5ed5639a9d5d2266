/// Why the measuring stopped.
enum BenchFailure: Error {
  case usage(String)
  case file(String, String)
  case interrupted

  var message: String {
    switch self {
    case .usage(let what): what + " (see --help)"
    case .file(let path, let what): "\(path): \(what)"
    case .interrupted: "interrupted"
    }
  }

  var status: Int32 {
    switch self {
    case .usage: 2
    case .file: 1
    case .interrupted: 130
    }
  }
}
