import Formulas
import Notes
import TextUI

/// Recall: no answer mark, only the note; it is shown, then the reader says whether they knew.
package struct Recall: QuestionKind {
  package static let name = "recall"
  package static let task = "say it to yourself"
  package static let example = "> [!NOTE]\n> It."

  package static let isSelfJudged = true

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard !section.explanation.isEmpty else {
      throw section.matrixProblem
        ?? section.problem(
          "a question without an answer: add options (1. [x] …), [[the answer]], "
            + "pairs (- term :: definition), or a note (> [!NOTE]) to compare with")
    }
  }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    Judging()
  }

  private struct Judging: AnswerForm {
    private static let choices = ["I knew it", "I knew a part of it", "I did not know it"]
    /// What the reader said; nothing at first.
    var cursor: Int?

    var keys: [KeyEntry] {
      [
        KeyEntry(keys: [.up, .character("k")], word: "up", help: "the line above", footer: nil),
        KeyEntry(keys: [.down, .character("j")], word: "down", help: "the line below", footer: 9),
      ]
    }

    mutating func update(_ event: Event) -> Bool {
      switch event {
      case .key(.up), .key(.character("k")): cursor = max(0, (cursor ?? 3) - 1)
      case .key(.down), .key(.character("j")): cursor = min(2, (cursor ?? -1) + 1)
      case .key(.character("1")): cursor = 0
      case .key(.character("2")): cursor = 1
      case .key(.character("3")): cursor = 2
      default: return false
      }
      return true
    }

    mutating func take(_ line: String) -> String? {
      switch line.lowercased() {
      case "1", "yes", "y": cursor = 0
      case "2", "partly": cursor = 1
      case "3", "no", "n": cursor = 2
      default: return "type 1 if you knew it, 2 if you knew a part, 3 if not"
      }
      return nil
    }

    var obstacle: String? { cursor == nil ? "say first if you knew it: 1, 2 or 3" : nil }
    var answer: String { cursor.map { ["knew", "partly", "did not know"][$0] } ?? "" }
    var key: String { "1" }
    var solution: String { "" }
    func instruction(_ reveal: Reveal) -> String {
      reveal == .nothing ? "Say it to yourself, then type answer" : "Type 1, 2 or 3"
    }
    var verdict: Verdict { Verdict(credit: cursor.map { [1, 0.5, 0][$0] } ?? 0) }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      if reveal == .solution { return picture }
      guard reveal != .nothing else {
        let text = [Cell]("Say the answer to yourself, then press Enter.", .muted)
        picture.add(Wrapping.lines(of: text, width: width).map { Array(text[$0]) })
        return picture
      }
      for (index, choice) in Self.choices.enumerated() {
        let isHere = index == cursor
        if isHere { picture.cursor = Point(column: 0, row: picture.lines.count) }
        let marker = [Cell](isHere ? "▸ " : "  ", Style(.accent, .bold))
        picture.add(
          [
            marker + [Cell]("\(index + 1)  ", .muted)
              + [Cell](choice, Style(.text, isHere ? .bold : []))
          ],
          choice: index)
      }
      return picture
    }
  }
}
