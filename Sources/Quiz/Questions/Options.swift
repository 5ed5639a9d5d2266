import Basics
import Formulas
import Notes
import Numerics
import TextUI

/// The options of a question, in the order in which they are shown.
struct Options: Sendable {
  struct Option: Equatable, Sendable {
    /// Its place in the notes, counted from 0.
    var place: Int
    var label: [Block]
    var reason: [Block]
    var isRight: Bool
    /// The formula that it is the value of, where it is nothing else.
    var formula: Expression?
  }

  let all: [Option]
  private let values: [String: Value]
  /// The option that the reader is on; none at first.
  var cursor: ListCursor
  var chosen: Set<Int> = []

  /// The options of a list, filled and shuffled by a draw.
  init(_ list: Block.List, _ draw: Draw) throws(ExpressionProblem) {
    values = draw.values
    var all: [Option] = []
    for (place, item) in list.items.enumerated() {
      let filled = try draw.fill(item.blocks)
      all.append(
        Option(
          place: place, label: filled.filter { !$0.isQuote }, reason: filled.flatMap(\.quoted),
          isRight: item.task == true,
          formula: draw.formula(of: item.blocks.filter { !$0.isQuote })))
    }
    var generator = SeededGenerator(seed: draw.shuffle)
    // "True" stays before "Not true": there is no guessing from the place of one of two.
    self.all = all.count == 2 ? all : all.shuffled(using: &generator)
    cursor = ListCursor(all.count)
  }

  /// What the notes say of each option.
  var reasons: [(isRight: Bool, label: [Block], reason: [Block])] {
    all.map { ($0.isRight, $0.label, $0.reason) }
  }

  /// Two options that look the same.
  var ambiguity: Advice? {
    var seen: Set<String> = []
    for option in all where !seen.insert(option.label.plainText.trimmed).inserted {
      return Advice(
        "two options read \"\(option.label.plainText.trimmed)\"",
        remedy: "write another formula for one of them, or draw other numbers")
    }
    return nil
  }

  /// The first cell in which an option's value differs from that of the right one.
  func wrongCell(of option: Int) -> WrongCell? {
    guard let right = all.first(where: \.isRight)?.formula, let formula = all[option].formula,
      let numbers = try? formula.value(values).numbers
    else { return nil }
    return WrongCell(right, answered: numbers, by: formula, values) {
      abs($0 - $1) <= Rounding.slack(of: $1)
    }
  }

  /// The options' numbers that a line names, counted from 0: `2`, `1 3`, `a, c`.
  func numbers(in line: String) -> [Int]? {
    var numbers: [Int] = []
    for word in line.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let letter = word.lowercased()
      let number =
        Int(ordinal: word)
        ?? (letter.utf8.count == 1 ? letter.utf8.first.map { Int($0) - 97 } : nil)
      guard let number, all.indices.contains(number), !numbers.contains(number) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// The places in the notes of what was chosen, counted from 1: how an answer is stored.
  func places(of numbers: some Sequence<Int>) -> String {
    numbers.map { all[$0].place + 1 }.sorted().map(String.init).joined(separator: " ")
  }
}

extension Block {
  var isParagraph: Bool { if case .paragraph = kind { true } else { false } }
  var isQuote: Bool { if case .quote = kind { true } else { false } }
  var quoted: [Block] { if case .quote(let blocks) = kind { blocks } else { [] } }
}
