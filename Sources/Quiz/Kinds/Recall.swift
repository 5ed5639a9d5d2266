import Formulas
import Notes
import TextUI

/// Recall: no answer mark, only the note; it is shown, then the reader says whether they knew.
package struct Recall: QuestionKind {
  package static let name = "recall"
  package static let task = "say it to yourself"
  package static let example = "> [!NOTE]\n> It."

  package static let isSelfJudged = true
  package static var keys: [Shortcut] { Judging.table.all }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    // A footnote of what is asked answers nothing.
    guard section.explanation.contains(where: { !$0.isFootnotes }) else {
      throw section.matrixProblem?.problem ?? Self.unanswered(section)
    }
  }

  /// A question of which it is not known how it is to be answered.
  private static func unanswered(_ section: QuestionSection) -> Diagnostic {
    var remedy =
      "add options (1. [x] …), [[the answer]], pairs (- term :: definition), or a note "
      + "(> [!NOTE]) to compare with"
    if !section.hints.isEmpty {
      remedy += "; a quote by itself is a hint: write > [!NOTE] on a line above it"
    } else if let word = section.prompt.bracketedWord {
      remedy += "; to ask for (\(word)), write [[\(word)]] in its place"
    }
    let hint = section.hints.first?.first?.line
    return Diagnostic(line: hint ?? section.line, QuestionSection.noAnswer, remedy: remedy)
  }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    Judging()
  }

  private struct Judging: AnswerForm {
    private static let choices = ["I knew it", "I knew a part of it", "I did not know it"]

    enum Action: Equatable { case move(ListView.Motion), judge(Int) }

    static let table = KeyTable<Action>(
      .answer(Recall.name),
      [
        KeyBinding.numbers(
          through: choices.count, "judge", "I knew it, I knew a part of it, I did not know it",
          footer: .at(2, "how well")
        ) { .judge($0 - 1) }
      ]
        + KeyBinding.motions([.up, .down, .top, .bottom], footer: 9) { .move($0) })

    /// What the reader said; nothing at first.
    var cursor = ListCursor(choices.count)

    var keys: [Shortcut] { Self.table.shortcuts(given: [.canMove]) }

    mutating func update(_ event: Event) -> Bool {
      switch Self.table.action(for: event) {
      case .move(let motion): cursor.move(motion)
      case .judge(let choice): return cursor.go(to: choice)
      case nil: return false
      }
      return true
    }

    mutating func choose(_ choice: Int) { cursor.go(to: choice) }

    mutating func take(_ line: String) -> String? {
      switch line.lowercased() {
      case "1", "yes", "y": cursor.go(to: 0)
      case "2", "partly": cursor.go(to: 1)
      case "3", "no", "n": cursor.go(to: 2)
      default: return "type 1 if you knew it, 2 if you knew a part, 3 if not"
      }
      return nil
    }

    var obstacle: String? { cursor.place == nil ? "say first if you knew it: 1, 2 or 3" : nil }
    var answer: String { cursor.place.map { ["knew", "partly", "did not know"][$0] } ?? "" }
    var key: String { "1" }
    var solution: String { "" }
    func instruction(_ reveal: Reveal) -> String {
      reveal == .nothing ? "Say it to yourself, then type answer" : "Type 1, 2 or 3"
    }
    var verdict: Verdict { Verdict(credit: cursor.place.map { [1, 0.5, 0][$0] } ?? 0) }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      if reveal == .solution { return picture }
      guard reveal != .nothing else {
        let text = [Cell]("Say the answer to yourself, then press Enter.", .text)
        picture.add(text.wrapped(to: width))
        return picture
      }
      for (index, choice) in Self.choices.enumerated() {
        let isHere = index == cursor.place
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

extension [Block] {
  /// What stands between the only round brackets of a text; nil where there are none, or others.
  fileprivate var bracketedWord: String? {
    let text = plainText
    guard text.count(where: { $0 == "(" }) == 1, let open = text.firstIndex(of: "("),
      let close = text[open...].firstIndex(of: ")")
    else { return nil }
    let word = text[open..<close].dropFirst().trimmed
    return word.contains { $0.isLetter || $0.isNumber } ? word : nil
  }
}
