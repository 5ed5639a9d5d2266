import Basics
import Notes
import TextUI

/// Options of which one is chosen: how several kinds are answered.
struct Choosing: AnswerForm {
  enum Action: Equatable { case move(ListView.Motion), choose(Int) }

  static func table(_ kind: any QuestionKind.Type) -> KeyTable<Action> {
    KeyTable(
      .answer(kind.name),
      [
        KeyBinding.numbers(
          through: 9, "number", "choose the option of that number", footer: .at(2, "choose")
        ) { .choose($0 - 1) }
      ]
        + KeyBinding.motions([.up, .down, .top, .bottom], footer: 9) { .move($0) })
  }

  /// Its cursor stands on what is chosen; nothing is until a key or a click chooses it.
  var options: Options
  private let table: KeyTable<Action>
  let asked: [Block]
  let told: [Block]
  let figure: (widget: String, inputs: String)?
  private var chosen: Int? { options.cursor.place }

  init(
    options: Options, table: KeyTable<Action>, asked: [Block] = [], told: [Block] = [],
    figure: (widget: String, inputs: String)? = nil
  ) {
    (self.options, self.table) = (options, table)
    (self.asked, self.told, self.figure) = (asked, told, figure)
  }

  var keys: [Shortcut] {
    table.shortcuts(given: [.canMove], choosingFrom: options.all.count)
  }

  mutating func update(_ event: Event) -> Bool {
    switch table.action(for: event) {
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
  var ambiguity: Advice? { options.ambiguity }
  var answer: String { options.places(of: chosen.map { [$0] } ?? []) }
  var key: String { options.all.firstIndex { $0.isRight }.map { "\($0 + 1)" } ?? "" }
  var reasons: [(isRight: Bool, label: [Block], reason: [Block])] { options.reasons }
  var solution: String { back.plainText }
  var back: [Block] { options.all.first { $0.isRight }?.label ?? [] }
  var correction: String? { "Right is: \(solution)" }
  var offersRetry: Bool { options.all.count > 2 }
  func instruction(_ reveal: Reveal) -> String { "Type the number of the answer" }

  var verdict: Verdict {
    guard let chosen else { return Verdict(credit: 0) }
    let option = options.all[chosen]
    let others = option.isRight ? [] : options.all.filter { $0.isRight && !$0.reason.isEmpty }
    return Verdict(
      credit: option.isRight ? 1 : 0,
      reasons: option.reason.isEmpty ? [] : [option.reason], rightReasons: others.map(\.reason),
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
