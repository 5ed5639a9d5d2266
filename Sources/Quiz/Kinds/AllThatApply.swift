import Basics
import Formulas
import Notes
import TextUI

/// All that apply: a bulleted task list; each option counts, and partial credit is shown.
package struct AllThatApply: QuestionKind {
  package static let name = "all-that-apply"
  package static let task = "choose all that apply"
  package static let example = "- [x] right\n- [ ] wrong"

  package static var keys: [Shortcut] { Ticking.table.all }

  private let list: Block.List

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    let options = try blocks.options(marks)
    return options?.list?.start == nil ? options : nil
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let list = section.answers?.list, list.isTasks, list.start == nil else { return nil }
    guard list.items.count >= 2 else {
      throw section.problem(
        "a single option, and two are the fewest",
        remedy: "write the next one, - [ ] and its text, on the line below")
    }
    // Boxes that nobody ticked yet look the same as a list of which nothing is right: that is said.
    guard
      list.items.contains(where: { $0.task == true })
        || list.items.allSatisfy({ $0.blocks.contains(where: \.isQuote) })
    else {
      throw Diagnostic(
        line: section.answers?.line ?? section.line, column: 1,
        "no option is ticked, so it is not known which is right",
        remedy:
          "write [x] before each that is; where none is, write under each of them why not: > …")
    }
    self.list = list
  }

  package var identity: [String] { list.labels }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    Ticking(options: try Options(list, draw))
  }

  private struct Ticking: AnswerForm {
    enum Action: Equatable { case move(ListView.Motion), toggle, number(Int), noneApplies }

    static let table = KeyTable<Action>(
      .answer(AllThatApply.name),
      [
        KeyBinding(
          [.character(" ")], "tick", "tick the option under the cursor, or take its tick away",
          footer: 3, .toggle),
        KeyBinding.numbers(
          through: 9, "number", "tick the option of that number, or take its tick away",
          footer: .at(2, "tick")
        ) { .number($0 - 1) },
        KeyBinding(
          [.character("0")], "none", "say that none applies", footer: .at(4, "none applies"),
          .noneApplies),
      ]
        + KeyBinding.motions([.up, .down, .top, .bottom], footer: 9) { .move($0) })

    var options: Options
    /// Whether the reader said that none applies: no ticks alone say nothing.
    var saysNone = false

    init(options: Options) {
      self.options = options
      // To stand on an option ticks nothing.
      self.options.cursor.go(to: 0)
    }

    var keys: [Shortcut] {
      Self.table.shortcuts(given: [.canMove], choosingFrom: options.all.count)
    }

    mutating func update(_ event: Event) -> Bool {
      switch Self.table.action(for: event) {
      case .move(let motion): options.cursor.move(motion)
      case .toggle: toggle(options.cursor.place ?? 0)
      case .number(let option):
        guard options.all.indices.contains(option) else { return false }
        toggle(option)
      case .noneApplies:
        saysNone.toggle()
        options.chosen = []
      case nil: return false
      }
      return true
    }

    mutating func choose(_ option: Int) {
      if options.all.indices.contains(option) { toggle(option) }
    }

    private mutating func toggle(_ index: Int) {
      options.cursor.go(to: index)
      saysNone = false
      if options.chosen.remove(index) == nil { options.chosen.insert(index) }
    }

    mutating func take(_ line: String) -> String? {
      let line = line.trimmed.lowercased()
      guard let numbers = line == "none" || line == "0" ? [] : options.numbers(in: line),
        !line.isEmpty
      else {
        return "type the numbers of all that apply, such as 1 3, or none"
      }
      options.chosen = Set(numbers)
      saysNone = numbers.isEmpty
      return nil
    }

    var obstacle: String? {
      options.chosen.isEmpty && !saysNone
        ? "tick first: Space or a number; 0: none" : nil
    }
    var choices: [[Block]] { options.all.map(\.label) }
    var ambiguity: Advice? { options.ambiguity }
    var answer: String { options.chosen.isEmpty ? "none" : options.places(of: options.chosen) }
    private var right: [Int] { options.all.indices.filter { options.all[$0].isRight } }
    var key: String {
      right.isEmpty ? "none" : right.map { "\($0 + 1)" }.joined(separator: " ")
    }
    var reasons: [(isRight: Bool, label: [Block], reason: [Block])] { options.reasons }
    var solution: String {
      right.isEmpty
        ? "none" : right.map { options.all[$0].label.plainText }.joined(separator: "; ")
    }
    var back: [Block] {
      right.isEmpty
        ? [Block(.paragraph([.text("none")]))] : [.list(of: right.map { options.all[$0].label })]
    }
    var offersRetry: Bool { options.all.count > 2 }
    func instruction(_ reveal: Reveal) -> String { "Type the numbers of all that apply, or none" }

    var verdict: Verdict {
      let wrong = options.all.indices.filter {
        options.all[$0].isRight != options.chosen.contains($0)
      }
      let count = options.all.count
      return Verdict(
        credit: Double(count - wrong.count) / Double(count),
        part: wrong.isEmpty ? nil : "\(count - wrong.count) of \(count) options judged right",
        reasons: wrong.compactMap { options.all[$0].reason.isEmpty ? nil : options.all[$0].reason })
    }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      for (index, option) in options.all.enumerated() {
        let isTicked = reveal == .solution ? option.isRight : options.chosen.contains(index)
        var marker = [Cell](
          index == options.cursor.place && reveal == .nothing ? "▸ " : "  ",
          Style(.accent, .bold))
        if reveal == .all { marker += isTicked == option.isRight ? Sign.right : Sign.wrong }
        marker += [Cell](isTicked ? "[x] " : "[ ] ", Style(isTicked ? .accent : .marker, .bold))
        marker += [Cell]("\(index + 1)  ", .muted)
        var label = option.label
        if reveal == .all, isTicked != option.isRight {
          label.add(note: option.isRight ? "this one does" : "this one does not")
        }
        if index == options.cursor.place, reveal == .nothing {
          picture.cursor = Point(column: 0, row: picture.lines.count)
        }
        picture.add(label, marker: marker, width: width, ascii: ascii, choice: index)
      }
      if saysNone, reveal != .solution {
        picture.add([[Cell]("  [x] 0  none of them", Style(.accent, .bold))])
      }
      picture.beside = [picture.ranges]
      return picture
    }
  }
}

extension [Block] {
  /// Adds a note at the end of the last line, where the last block is a paragraph.
  fileprivate mutating func add(note: String) {
    let note = Inline.emphasis([.text("(\(note))")])
    if let last = last, case .paragraph(let inlines) = last.kind {
      self[count - 1] = Block(.paragraph(inlines + [.text("  "), note]))
    } else {
      append(Block(.paragraph([note])))
    }
  }
}
