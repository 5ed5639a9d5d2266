import Formulas
import Notes
import TextUI

/// One of several: a numbered task list with one tick; the chosen option's own quote says why.
package struct OneOfSeveral: QuestionKind {
  package static let name = "one-of-several"
  package static let task = "choose one"
  package static let example = "1. [x] right\n1. [ ] wrong"

  package static let isEasilyGuessed = true
  package static var keys: [Shortcut] { Choosing.table.all }

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
      let second = list.items.filter { $0.task == true }.dropFirst().first?.blocks.first?.line
      throw Diagnostic(
        line: second ?? section.answers?.line ?? section.line,
        "a numbered list has one right option, ticked [x], and here are \(ticks)",
        remedy: "tick one; with bullets (-) any number may be ticked")
    }
    self.list = list
  }

  package var identity: [String] { list.labels }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    Choosing(options: try Options(list, draw))
  }

  private struct Choosing: AnswerForm {
    enum Action: Equatable { case move(ListView.Motion), choose(Int) }

    static let table = KeyTable<Action>(
      .answer(OneOfSeveral.name),
      [
        KeyBinding.numbers(
          through: 9, "number", "choose the option of that number", footer: .at(2, "choose")
        ) { .choose($0 - 1) }
      ]
        + KeyBinding.motions([.up, .down, .top, .bottom], footer: 9) { .move($0) })

    /// Its cursor stands on what is chosen; nothing is until a key or a click chooses it.
    var options: Options
    private var chosen: Int? { options.cursor.place }

    init(options: Options) { self.options = options }

    var keys: [Shortcut] {
      Self.table.shortcuts(given: [.canMove], choosingFrom: options.all.count)
    }

    mutating func update(_ event: Event) -> Bool {
      switch Self.table.action(for: event) {
      case .move(let motion): options.cursor.move(motion)
      case .choose(let option): return options.cursor.go(to: option)
      case nil: return false
      }
      return true
    }

    mutating func choose(_ option: Int) { options.cursor.go(to: option) }

    mutating func take(_ line: String) -> String? {
      guard let numbers = options.numbers(in: line), numbers.count == 1 else {
        return "type the number of one option, 1 to \(options.all.count)"
      }
      options.cursor.go(to: numbers[0])
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
      picture.beside = [picture.ranges]
      return picture
    }
  }
}
