/// What the command line asks for.
struct Options {
  var names: [String] = []
  var seed: UInt64 = 1
  /// How long a proof by chance goes on; nil for its usual time.
  var minutes: Double?
  /// Only cases whose path, input or recipe is named so; nil for all.
  var only: String?
  var wantsHelp = false

  static func help(_ proofs: [(name: String, summary: String)]) -> String {
    let width = proofs.map(\.name.count).max() ?? 0
    let rows = proofs.map { name, summary in
      "  \(name)\(String(repeating: " ", count: width - name.count))  \(summary)"
    }
    return """
      usage: prove [NAME...] [--seed N] [--minutes N] [--only TEXT]

      \(rows.joined(separator: "\n"))
      """
  }

  private struct Mistake: Error, CustomStringConvertible { let description: String }

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      func value<Value>(_ read: (String) -> Value?) throws -> Value {
        guard let text = rest.popFirst(), let value = read(text) else {
          throw Mistake(description: "\(word) needs a value (see --help)")
        }
        return value
      }
      switch word {
      case "--seed": seed = try value { UInt64($0) }
      case "--minutes":
        minutes = try value { Double($0).flatMap { (0...1440).contains($0) ? $0 : nil } }
      case "--only": only = try value { $0 }
      case "--help", "-h": wantsHelp = true
      case _ where word.hasPrefix("-"):
        throw Mistake(description: "unknown option \(word) (see --help)")
      default: names.append(word)
      }
    }
  }
}
