import Numerics

/// Something that a model can do or cannot, tried on cases whose right answer is known.
package struct GateTask: Equatable, Sendable {
  /// How its name stands in the table.
  package let name: String
  package let isInstruction: Bool
  /// Repeats are counted token by token: the first that is foretold wrong does not spoil the rest.
  let countsTokens: Bool
  let make: @Sendable (inout Source) -> Trial
  let split: Split

  package static func == (one: GateTask, other: GateTask) -> Bool { one.name == other.name }

  /// One case before it is tokens.
  struct Trial: Sendable {
    var prompt: String
    var answer: String
    /// Instead of the whole answer: the answer's first token must be likelier than this text's.
    var rival: String?
    /// Instead of the answer: the likeliest token must have this mark in it.
    var mark: Character?
    /// Tokens that count only from the second time on: those of a repeat.
    var repeated: [Int]?
  }

  init(
    _ name: String, _ split: Split = .training, isInstruction: Bool = false,
    countsTokens: Bool = false, _ make: @escaping @Sendable (inout Source) -> Trial
  ) {
    self.name = name
    self.split = split
    self.isInstruction = isInstruction
    self.countsTokens = countsTokens
    self.make = make
  }

  /// One whose case is a passage with an answer.
  init(
    _ name: String, _ split: Split = .training, isInstruction: Bool = false,
    passage: @escaping @Sendable (inout Source) -> Passage
  ) {
    self.init(name, split, isInstruction: isInstruction) { source in
      while true {
        if let (prompt, answer) = passage(&source).asked {
          return Trial(prompt: prompt, answer: answer)
        }
      }
    }
  }
}

extension GateTask {
  /// What the base model is held to.
  package static let base: [GateTask] = giving + facts + quoted + language + sequences

  /// What the models that follow instructions are held to.
  package static let instructions: [GateTask] = Chat.Task.allCases.flatMap { task in
    [Split.training, .wordings].map { split in
      GateTask("\(task.rawValue), \(words(split))", split, isInstruction: true) {
        Chat.passage(task, &$0)
      }
    }
  }

  private static func words(_ split: Split) -> String {
    switch split {
    case .training: "fresh"
    case .pairs: "held-out pairs"
    case .wordings: "held-out wordings"
    }
  }

  private static let giving = Split.allCases.map { split in
    GateTask("names, \(words(split))", split) { Giving.passage(&$0) }
  }

  private static let relations: [(Fact.Relation, String)] = [
    (.holder, "who has"), (.colour, "colour"), (.place, "where"),
  ]

  private static let facts = relations.flatMap { relation, name in
    Split.allCases.flatMap { split in
      (2...4).map { count in
        GateTask("\(name), \(count) facts, \(words(split))", split) {
          FactStory(relation, count: count, &$0).passage(&$0, form: .question)
        }
      }
    }
  }

  private static let quoted = relations.flatMap { relation, name in
    [Split.training, .wordings].map { split in
      GateTask("\(name) in quotes, 3 facts, \(words(split))", split) { source in
        let passage = FactStory(relation, count: 3, &source).passage(&source, form: .quoted)
        // Right after the quote many words are right: "It is Mia." and "Mia." So the answer is begun.
        return passage.asked?.prompt.hasSuffix("\"") == true ? Passage() : passage
      }
    }
  }

  private static let language: [GateTask] =
    [Split.training, .wordings].map { split in
      GateTask("agreement, \(words(split))", split) { source in
        let (prompt, answer) = Agreement.passage(&source).asked ?? ("", "")
        let rivals = [" is": " are", " are": " is", " was": " were", " were": " was"]
        return Trial(prompt: prompt, answer: answer, rival: rivals[answer])
      }
    } + [
      GateTask("quotes and brackets close") { source in
        let people = source.names(2)
        let thing = source.thing(for: people)
        let colour = source.partner(of: [thing], from: Lexicon.colours)
        let opening = "\(people[0]) saw \(people[1]) and said: \"Hello!\" "
        let said = "\"The \(thing) is \(colour),\" said \(people[0]) (and it was \(colour)"
        return source.chance(0.5)
          ? Trial(prompt: "\(opening)\"I like the \(colour) \(thing)", answer: "\"", mark: "\"")
          : Trial(prompt: opening + said, answer: ")", mark: ")")
      }
    ]

  private static let sequences: [GateTask] =
    [
      GateTask("repeats of coined names", countsTokens: true) { source in
        let unit = (0..<source.int(2...5)).map { _ in Lexicon.coined(&source) }
        return Trial(
          prompt: unit.joined(separator: ", ") + ",",
          answer: unit.map { " " + $0 }.joined(separator: ",") + ",")
      },
      GateTask("repeats of random tokens", countsTokens: true) { source in
        let period = source.int(3...16)
        return Trial(
          prompt: "", answer: "", repeated: (0..<period).map { _ in source.int(0...Int.max - 1) })
      },
      GateTask("there and back") { Sequences.wayBack(&$0) },
    ] + list("copied", 0) + list("last", 1) + list("first", 2) + list("counted", 3)
    + list("backwards", 4) + [
      GateTask("things of someone") { Sequences.belongings(&$0) },
      GateTask("shouted") { Sequences.shout(&$0) },
    ]

  private static func list(_ name: String, _ kind: Int) -> [GateTask] {
    [GateTask("list \(name)") { Sequences.list(&$0, kinds: [kind]) }]
  }
}
