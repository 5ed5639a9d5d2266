import TextUI

/// What the command line asks for.
struct Options {
  var size = Size(columns: 80, rows: 24)
  var theme = Theme.dark
  var widget: String?
  var lesson: String?
  var keys: [Key] = []
  var wantsHelp = false

  static let help = """
    usage: shot [--size 80x24] [--theme dark|light|mono] [--widget NAME | --lesson LESSON] [KEY...]

    Writes a screen of the program as an SVG to standard output. The course opens at Contents, at a
    widget's example or at a lesson; then the keys are pressed. A KEY is named as a config file names it
    (Tab, Enter, Ctrl-P, 7); a longer word that names none is typed letter by letter ("=scale = none").
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
      case "--size": size = try value(Self.size)
      case "--theme": theme = try value(Theme.init)
      case "--widget": widget = try value { $0 }
      case "--lesson": lesson = try value { $0 }
      case "--help", "-h": wantsHelp = true
      case _ where word.hasPrefix("--"):
        throw Mistake("there is no option \(word) (see --help)")
      default: keys += Key(name: word).map { [$0] } ?? word.map(Key.character)
      }
    }
  }

  /// Columns and rows, as in `80x24`; as many as anybody could look at.
  private static func size(_ text: String) -> Size? {
    let parts = text.split(separator: "x").map { Int($0) ?? 0 }
    guard parts.count == 2, parts.allSatisfy({ (1...300).contains($0) }) else { return nil }
    return Size(columns: parts[0], rows: parts[1])
  }
}

/// What is wrong with a command line.
struct Mistake: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
