import Quiz
import TextUI

/// All questions line by line: `filter weak` names what is listed.
extension Questions {
  private static let word = "filter"
  /// What else a filter may be called.
  private static let others: [String: QuestionFilter] = [
    "new": .new, "leech": .slipping, "leeches": .slipping, "suspended": .held,
  ]

  /// What a line names behind the word; nil for another line.
  private static func named(_ line: String) -> String? {
    guard line.hasPrefix("\(word) ") else { return nil }
    return line.dropFirst(word.count + 1).lowercased()
  }

  func claims(_ line: String) -> Bool { Self.named(line) != nil }

  /// The filter that a line names, or what to say of one that names none; nil for another line.
  static func filter(_ line: String) -> (filter: QuestionFilter?, problem: String)? {
    named(line).map { name in
      let names = QuestionFilter.allCases.map(\.name).joined(separator: ", ")
      return (
        QuestionFilter.allCases.first { $0.name == name } ?? others[name],
        "No filter is called \"\(name)\": \(word) takes \(names)"
      )
    }
  }

  var phrases: [Phrase] {
    QuestionFilter.allCases.map { filter in
      Phrase("\(Self.word) \(filter.name)", "list \(filter.meaning)")
    }
  }
}

extension QuestionFilter {
  /// What it lists, in words.
  fileprivate var meaning: String {
    switch self {
    case .all: "all of them"
    case .due: "those that are due"
    case .new: "those that were never asked"
    case .weak: "those that went wrong, the weakest first"
    case .slipping: "those that slip again and again"
    case .flagged: "those that are flagged as bad"
    case .held: "those that are suspended, put off or known"
    case .recognised: "those that were recognised after a change"
    }
  }
}
