import TerminalTesting
import Testing

/// A place that text comes from, and what the program sends when attacks stand there.
struct Place: Sendable, CustomTestStringConvertible {
  /// Where the text comes from, and where it goes.
  let name: String
  /// Whether it goes to a terminal rather than to a pipe.
  var isScreen = false
  /// Everything that was sent.
  let output: @Sendable (Workbench) throws -> [UInt8]

  var testDescription: String { name }

  /// What a command writes about the hostile notes.
  static func command(_ words: String..., input: String = "") -> Place {
    Place(name: words.joined(separator: " ")) { bench in
      try bench.write("n.md", HostileNotes.bytes)
      return try bench.run(words, input: input).bytes
    }
  }

  /// What is written when each attack in turn is a word of the command line.
  static func argument(_ name: String, _ words: @escaping @Sendable (String) -> [String]) -> Place {
    Place(name: "argument: \(name)") { bench in
      try Place.few.flatMap { try bench.run(words($0.text)).bytes }
    }
  }

  /// What is written when each attack in turn is the value of a variable.
  static func variable(_ name: String, _ words: String..., prefix: String = "") -> Place {
    Place(name: "variable: \(name)") { bench in
      try Place.few.flatMap { try bench.run(words, [name: prefix + $0.text]).bytes }
    }
  }

  /// All attacks in one word, and alone those that would end it.
  static let few: [Attack] = {
    let text = Attack.all.filter { !$0.bytes.contains(0) }.map(\.text).joined(separator: " ")
    return [Attack("all", text), Attack("title", "\u{1B}]0;TITLE\u{7}")]
  }()
}
