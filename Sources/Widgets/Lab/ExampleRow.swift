import Lab
import TextUI

/// One row with what a model says of it, place by place: right, wrong, and what nobody can know.
struct ExampleRow: Sendable {
  let row: Row
  let said: [Int32]
  let names: TokenNames

  var marks: [Row.Mark] { row.marks(said) }

  /// `✓ 14  ✗ 0  cannot know 5`
  func tally(ascii: Bool) -> String {
    let marks = marks
    let (right, wrong) = (marks.count { $0 == .right }, marks.count { $0 == .wrong })
    let unknown = marks.count { $0 == .cannotKnow }
    return (ascii ? "right \(right)  wrong \(wrong)" : "✓ \(right)  ✗ \(wrong)")
      + (unknown > 0 ? "  cannot know \(unknown)" : "")
  }

  /// Two lines where there is no room for the third: what is asked where it was not said.
  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    let label = columns >= 24 ? 7 : 0
    let gap = label + 2 * row.tokens.count <= columns ? " " : ""
    func line(_ title: String, _ cells: [[Cell]]) -> [Cell] {
      var line = [Cell](label > 0 ? title.padded(to: label) : "", .muted)
      for (index, cell) in cells.enumerated() {
        if index > 0 { line.append(gap, .text) }
        line += cell
      }
      return line
    }
    let marks = marks
    let said = zip(said, marks).map { token, mark in
      switch mark {
      case .notAsked: [Cell](" ", .text)
      case .right: [Cell](names.short(token), Style(.good, .bold))
      case .wrong: [Cell](names.short(token), Style(.bad, .underline))
      case .cannotKnow: [Cell](names.short(token), .muted)
      }
    }
    let asked = zip(row.targets, marks).map { token, mark in
      switch mark {
      case .notAsked: [Cell](" ", .text)
      case .right: [Cell](ascii ? "+" : "✓", Style(.good))
      case .wrong: [Cell](names.short(token), Style(.bad, .bold))
      case .cannotKnow: [Cell]("?", .muted)
      }
    }
    var lines = [
      line("row", row.tokens.map { [Cell](names.short($0), .text) }), line("says", said),
      line("asked", asked),
    ]
    let tally = "   " + tally(ascii: ascii)
    if lines[1].count + tally.count <= columns { lines[1].append(tally, .text) }
    return Array(lines.prefix(rows))
  }

  var told: [String] {
    lines(columns: .max, rows: 3, ascii: false).map { $0.text.trimmedEnd }
  }
}

/// What the tokens of a task are called: digits where they are put in order, letters else.
struct TokenNames: Sendable {
  private let task: SequenceTask

  init(_ task: SequenceTask) { self.task = task }

  /// In one column; `?` where a model said none.
  func short(_ token: Int32) -> String {
    guard token >= 0 else { return "?" }
    guard order(token) == nil else { return "o" }
    if case .induction = task, let letter = Unicode.Scalar(97 + Int(token)), token < 26 {
      return String(Character(letter))
    }
    return token < 10 ? String(token) : "?"
  }

  /// The order that a token stands for.
  func order(_ token: Int32) -> Order? {
    guard case .orders(_, let known, let symbols, _) = task else { return nil }
    let index = Int(token) - symbols
    return known.indices.contains(index) ? known[index] : nil
  }
}
