/// What the command line asks for.
struct Options {
  enum Command: String, CaseIterable { case all, gate, text }

  var command: Command?
  var seed: UInt64 = 0
  var folder = "train-run"
  /// The stage whose model is tried, of the run in the folder.
  var stage: String?
  /// The file that is written, or tried.
  var file: String?
  var cases = 400
  var count = 3

  static let help = """
    usage: train all [--seed N] [--folder DIR] [--file FILE]
           train gate [--cases N] [--file FILE | --folder DIR --stage NAME]
           train text [--seed N] [--count N]

      all    trains the model inside the program, stage by stage, and writes its file, its log and the
             table of its gate into DIR (train-run); what a stage of an earlier run left there is taken.
             --file writes the file there too
      gate   tries the built-in model, a file, or what a stage left in DIR, on so many cases a task (400)
             and prints the table
      text   prints texts of every kind that it is trained on
    """

  init(_ arguments: some Sequence<String>) throws {
    var rest = Array(arguments)[...]
    while let word = rest.popFirst() {
      func value<Value>(_ read: (String) -> Value?) throws -> Value {
        guard let text = rest.popFirst(), let value = read(text) else {
          throw Mistake("\(word) needs a value (see --help)")
        }
        return value
      }
      switch word {
      case "--seed": seed = try value { UInt64($0) }
      case "--folder": folder = try value { $0 }
      case "--file": file = try value { $0 }
      case "--stage": stage = try value { $0 }
      case "--cases": cases = try value { Int($0).flatMap { $0 > 0 ? $0 : nil } }
      case "--count": count = try value { Int($0).flatMap { $0 > 0 ? $0 : nil } }
      case "--help", "-h":
        command = nil
        return
      default:
        guard command == nil, let named = Command(rawValue: word) else {
          throw Mistake("\(word) is nothing that train does (see --help)")
        }
        command = named
      }
    }
  }
}
