/// What the command line asks for.
struct Options {
  var only: [String] = []
  var program: String?
  /// How many times as often as usual the random faults are tried.
  var effort = 1.0
  var seed: UInt64 = 1
  /// How many lines at most tell of what was lost, for each fault.
  var details = 5
  var wantsHelp = false

  static func help(_ names: [String]) -> String {
    """
    usage: faults [options]

      --only NAMES     only these, with commas: \(names.joined(separator: ","))
      --attend PATH    the attend to try; the one beside faults unless told otherwise
      --effort X       X times as many tries as usual, such as 0.1
      --seed N         other random moments
      --details N      at most N lines about what broke, for each fault
    """
  }

  private struct Mistake: Error, CustomStringConvertible { let description: String }

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let name = rest.popFirst() {
      func value<Value>(_ read: (String) -> Value?) throws -> Value {
        guard let text = rest.popFirst(), let value = read(text) else {
          throw Mistake(description: "\(name) needs a value (see --help)")
        }
        return value
      }
      switch name {
      case "--only": only = try value { $0.split(separator: ",").map(String.init) }
      case "--attend": program = try value(absolute)
      case "--effort":
        effort = try value { Double($0).flatMap { (0...1000).contains($0) ? $0 : nil } }
      case "--seed": seed = try value { UInt64($0) }
      case "--details": details = try value { Int($0) }
      case "--help", "-h": wantsHelp = true
      default: throw Mistake(description: "unknown option \(name) (see --help)")
      }
    }
  }

  func wants(_ name: String) -> Bool { only.isEmpty || only.contains(name) }

  /// That many tries, or as many more or fewer as asked for.
  func tries(_ usual: Int) -> Int { max(1, Int(Double(usual) * effort)) }
}
