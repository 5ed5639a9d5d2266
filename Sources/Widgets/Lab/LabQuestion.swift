import Notes
import TextUI

/// What is asked before something is seen.
package struct LabQuestion: Equatable, Sendable {
  let words: String
  /// What can be answered, where the mark stands at first, and how far a key moves it.
  let range: ClosedRange<Int>
  let start: Int
  let stride: Int
  /// Answers with a number each, from 1; none where a mark is moved.
  var choices: [String] = []

  init(_ words: String, choices: [String]) {
    self.words = words
    self.choices = choices
    (range, start, stride) = (1...max(choices.count, 1), 1, 1)
  }

  init(_ words: String, in range: ClosedRange<Int>, stride: Int, start: Int? = nil) {
    self.words = words
    self.range = range
    self.stride = stride
    self.start = start ?? (range.lowerBound + range.upperBound) / 2
  }

  /// The question with its answers, or where it has none with a share of a hundred.
  func lines(_ mark: Int, columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    choices.isEmpty
      ? bar(mark, columns: columns, rows: rows, ascii: ascii)
      : list(mark, columns: columns, rows: rows)
  }

  /// How many lines the question and its answers take.
  func height(_ columns: Int?) -> Int {
    wrapped(columns ?? BlockPart.widestText).count + choices.count
  }

  private func wrapped(_ columns: Int) -> [[Cell]] {
    Wrapping.lines(of: words, width: max(min(columns, BlockPart.widestText), 1)).map {
      [Cell]($0, Style(.strong, .bold))
    }
  }

  /// The lines that it makes do with, where answers stand side by side.
  func leastHeight(_ columns: Int?) -> Int {
    let width = max(columns ?? BlockPart.widestText, 1)
    let lines = height(columns) - choices.count + flowing(0, columns: width).count
    return min(height(columns), lines)
  }

  /// The question and its answers, one a line, the one with the mark in brackets; where they find no room
  /// so, side by side, and at last those around the mark.
  func list(_ mark: Int, columns: Int, rows: Int) -> [[Cell]] {
    let words = wrapped(columns)
    var answers = choices.indices.map { answer($0, mark).shortened(to: columns) }
    var marked = mark - 1
    if words.count + answers.count > rows {
      answers = flowing(mark, columns: columns)
      marked = answers.firstIndex { $0.contains { $0.style.attributes.contains(.selected) } } ?? 0
    }
    // What is asked goes before what is marked.
    let shown = min(words.count, max(min(rows, 1), rows - answers.count))
    let room = max(rows - shown, 0)
    let first = max(0, min(marked - room + 1, answers.count - room))
    return Array(words.prefix(shown) + answers.dropFirst(first).prefix(room))
  }

  private func answer(_ index: Int, _ mark: Int) -> [Cell] {
    let isMarked = index + 1 == mark
    let text = "\(index + 1) \(choices[index])"
    return [Cell](
      isMarked ? "[\(text)]" : " \(text)", isMarked ? Style(.accent, [.bold, .selected]) : .text)
  }

  /// The answers side by side, as many in a line as there is room for.
  private func flowing(_ mark: Int, columns: Int) -> [[Cell]] {
    var lines: [[Cell]] = []
    for index in choices.indices {
      var answer = answer(index, mark)
      if index + 1 != mark { answer.append(" ", .text) }
      if let last = lines.last, last.count + 1 + answer.count <= columns {
        lines[lines.count - 1] = last + [Cell](" ", .text) + answer
      } else {
        lines.append(answer.shortened(to: columns))
      }
    }
    return lines
  }

  /// The question, and a share of a hundred as a bar.
  func bar(_ mark: Int, columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    Array(wrapped(columns).prefix(max(rows - 1, 0)))
      + [Self.bar(mark, columns: columns, ascii: ascii)]
  }

  static func bar(_ mark: Int, columns: Int, ascii: Bool) -> [Cell] {
    let width = max(10, min(columns - 12, 50))
    let filled = mark * width / 100
    var line = [Cell](String(repeating: ascii ? "#" : "█", count: filled), Style(.warning))
    line.append(String(repeating: ascii ? "." : "░", count: width - filled), .muted)
    line.append(" ", .text)
    line.append("[\(mark)]", Style(.accent, [.bold, .selected]))
    line.append(" of 100", .text)
    return line
  }

  /// The question as a part of a widget.
  func block(_ mark: Int, rows: ClosedRange<Int>, ascii: Bool) -> WidgetBlock {
    WidgetBlock(
      .drawing(
        rows: rows, draw: { lines(mark, columns: $0, rows: $1, ascii: ascii) },
        told: { told(mark) }), rank: 0)
  }

  /// Whether it stands in lines, whole and with all its answers; an answer may be cut off at its end.
  func isSeen(in lines: [String], columns: Int) -> Bool {
    let text = lines.map(\.trimmed).joined(separator: " ")
    return text.contains(words)
      && choices.enumerated().allSatisfy { index, choice in
        let answer = String("\(index + 1) \(choice)".prefix(max(columns / 2, 1)))
        return lines.contains { $0.contains(answer) }
      }
  }

  func told(_ mark: Int) -> [String] {
    [words]
      + (choices.isEmpty
        ? [
          "The mark stands at \(mark), between \(range.lowerBound) and \(range.upperBound)."
        ]
        : choices.enumerated().map { "\($0 + 1) \($1)" })
  }
}

/// A guess beside what came of it.
struct LabVerdict: Equatable, Sendable {
  let isRight: Bool
  let words: String

  /// How far off a share of a hundred may be that still counts as right.
  private static let tolerance = 10
  static func isNear(_ guess: Int, _ truth: Int, within tolerance: Int = tolerance) -> Bool {
    (guess - truth).magnitude <= tolerance
  }
  /// The same in words where one may ask: ` (within 10 is right)`.
  static func nearness(
    _ guess: Int, _ truth: Int, within tolerance: Int = tolerance
  ) -> String {
    guess == truth || (guess - truth).magnitude > 2 * tolerance
      ? "" : " (within \(tolerance) is right)"
  }

  /// As a line with its sign.
  func block(ascii: Bool) -> WidgetBlock {
    let sign = ascii ? (isRight ? "Right. " : "") : isRight ? "✓ " : "✗ "
    return .text([sign + words], Style(isRight ? .good : .bad, .bold), rank: 0, hasGap: false)
  }
}
