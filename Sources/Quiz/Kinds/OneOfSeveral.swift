import Formulas
import Notes
import TextUI

/// One of several: a numbered task list with one tick; the chosen option's own quote says why.
package struct OneOfSeveral: QuestionKind {
  package static let name = "one-of-several"
  package static let task = "choose one"
  package static let example = "1. [x] right\n1. [ ] wrong"

  private let list: Block.List

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    let options = try blocks.options(marks)
    return options?.list?.start == nil ? nil : options
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let list = section.answers?.list, list.isTasks, list.start != nil else { return nil }
    guard list.items.count >= 2 else { throw section.problem("give at least two options") }
    let ticks = list.items.count { $0.task == true }
    guard ticks == 1 else {
      throw section.problem(
        "a numbered list has one right option, ticked [x]; here are \(ticks). "
          + "With bullets (-) any number may be ticked")
    }
    self.list = list
  }

  package var identity: [String] { list.labels }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    Choosing(options: try Options(list, draw))
  }

  private struct Choosing: AnswerForm {
    /// Its cursor stands on what is chosen; nothing is until a key or a click chooses it.
    var options: Options
    private var chosen: Int? { options.cursor }

    init(options: Options) { self.options = options }

    var keys: [KeyEntry] {
      [
        KeyEntry(keys: [.up, .character("k")], word: "up", help: "the option above", footer: nil),
        KeyEntry(
          keys: [.down, .character("j")], word: "down", help: "the option below", footer: 9),
        KeyEntry(
          keys: [.character("1")], word: "number", help: "to the option of that number, 1 to 9",
          footer: nil),
      ]
    }

    mutating func update(_ event: Event) -> Bool {
      switch event {
      case .key(.up), .key(.character("k")): options.move(-1)
      case .key(.down), .key(.character("j")): options.move(1)
      case .key(.character(let character)):
        guard let number = character.wholeNumberValue, options.all.indices.contains(number - 1)
        else { return false }
        options.cursor = number - 1
      default: return false
      }
      return true
    }

    mutating func take(_ line: String) -> String? {
      guard let numbers = options.numbers(in: line), numbers.count == 1 else {
        return "type the number of one option, 1 to \(options.all.count)"
      }
      options.cursor = numbers[0]
      return nil
    }

    var obstacle: String? {
      chosen == nil ? "choose first: ↑ ↓ or a number" : nil
    }
    var choices: [[Block]] { options.all.map(\.label) }
    var ambiguity: String? { options.ambiguity }
    var answer: String { options.places(of: chosen.map { [$0] } ?? []) }
    var key: String { options.all.firstIndex { $0.isRight }.map { "\($0 + 1)" } ?? "" }
    var solution: String { back.plainText }
    var back: [Block] { options.all.first { $0.isRight }?.label ?? [] }
    var correction: String? { "Right is: \(solution)" }
    var offersRetry: Bool { options.all.count > 2 }
    func instruction(_ reveal: Reveal) -> String { "Type the number of the answer" }

    var verdict: Verdict {
      guard let chosen else { return Verdict(credit: 0) }
      let option = options.all[chosen]
      return Verdict(
        credit: option.isRight ? 1 : 0,
        reasons: option.reason.isEmpty ? [] : [option.reason],
        wrongCell: option.isRight ? nil : options.wrongCell(of: chosen))
    }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      for (index, option) in options.all.enumerated() {
        let isChosen = index == chosen && reveal != .solution
        var marker = [Cell](isChosen ? "▸ " : "  ", Style(.accent, .bold))
        let isShown = reveal == .all || reveal == .solution
        if isShown && option.isRight || reveal == .marks && isChosen && option.isRight {
          marker += Sign.right
        } else if reveal != .nothing, isChosen {
          marker += Sign.wrong
        } else if reveal != .nothing {
          marker += [.blank, .blank]
        }
        marker += [Cell]("\(index + 1)  ", .muted)
        if isChosen, reveal == .nothing {
          picture.cursor = Point(column: 0, row: picture.lines.count)
        }
        picture.add(
          option.label, marker: marker, width: width, ascii: ascii, choice: index,
          style: isChosen ? .bold : [])
      }
      return picture
    }
  }
}
