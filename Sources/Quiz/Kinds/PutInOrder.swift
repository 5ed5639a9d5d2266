import Basics
import Formulas
import Notes
import TextUI

extension KeyFact {
  /// The step under the cursor goes where the cursor goes.
  fileprivate static let isHolding = KeyFact("isHolding")
}

/// Put in order: a numbered list without boxes, in the right order; graded by the longest run that
/// is in order already.
package struct PutInOrder: QuestionKind {
  package static let name = "put-in-order"
  package static let task = "put in order"
  package static let example = "1. first\n1. second"

  package static var keys: [Shortcut] { Ordering.table.all }

  private let list: Block.List

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    try blocks.steps(marks)
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let list = section.answers?.list, !list.isTasks, list.start != nil else { return nil }
    guard list.items.count >= 2 else {
      throw section.problem(
        "a single step, and two are the fewest",
        remedy: "write the next one, 2. and its text, on the line below")
    }
    self.list = list
  }

  package var identity: [String] { list.labels }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    var items: [[Block]] = []
    for item in list.items { items.append(try draw.fill(item.blocks)) }
    return Ordering(items: items, start: draw.order(of: items.count))
  }

  private struct Ordering: AnswerForm {
    enum Action: Equatable { case move(ListView.Motion), take, drop, raise, lower, number(Int) }

    static let table = KeyTable<Action>(
      .answer(PutInOrder.name),
      [
        KeyBinding(
          [.character(" ")], "take", "take the step up, or put it down",
          footer: .at(2, "take the step").saying("put it down", when: .isHolding), .take),
        KeyBinding(
          [.enter], "drop", "put the step down", footer: .at(1, "put it down"),
          when: .when(.isHolding), .drop),
        KeyBinding(
          [.character("K")], "raise", "move the step up",
          footer: .at(3, "move the step").beside(.lower),
          .raise),
        KeyBinding([.character("J")], "lower", "move the step down", .lower),
        KeyBinding.numbers(
          through: 9, "number", "go to that place, with the step if it is taken",
          footer: .at(10, "go there")
        ) { .number($0 - 1) },
      ]
        + KeyBinding.motions([.up, .down, .top, .bottom], footer: 9) { .move($0) })

    /// The steps in their right order.
    let items: [[Block]]
    /// What is shown: indexes into `items`.
    var order: [Int]
    /// The order at first, which the numbers of a typed answer mean.
    let start: [Int]
    var cursor: ListCursor
    var isHeld = false
    /// Whether the reader ordered anything yet.
    var isMoved = false

    init(items: [[Block]], start: [Int]) {
      self.items = items
      self.start = start
      order = start
      cursor = ListCursor(items.count, at: 0)
    }

    private var facts: Set<KeyFact> { .those([.canMove: true, .isHolding: isHeld]) }
    var keys: [Shortcut] { Self.table.shortcuts(given: facts, choosingFrom: items.count) }

    mutating func update(_ event: Event) -> Bool {
      switch Self.table.action(for: event, given: facts) {
      case .move(let motion):
        var next = cursor
        next.move(motion)
        go(to: next.place ?? 0, carrying: isHeld)
      case .take: isHeld.toggle()
      // What is held is put down first.
      case .drop: isHeld = false
      case .raise: go(to: at - 1, carrying: true)
      case .lower: go(to: at + 1, carrying: true)
      case .number(let place):
        guard order.indices.contains(place) else { return false }
        go(to: place, carrying: isHeld)
      case nil: return false
      }
      return true
    }

    mutating func choose(_ place: Int) { go(to: place, carrying: isHeld) }

    private var at: Int { cursor.place ?? 0 }

    private mutating func go(to place: Int, carrying: Bool) {
      let old = at
      guard cursor.go(to: place), carrying, place != old else { return }
      order.insert(order.remove(at: old), at: place)
      isMoved = true
    }

    mutating func take(_ line: String) -> String? {
      guard let typed = line.permutation(of: items.count) else {
        return "type the numbers in the right order, such as "
          + (1...items.count).reversed().map(String.init).joined(separator: " ")
      }
      order = typed.map { start[$0] }
      isMoved = true
      return nil
    }

    var obstacle: String? {
      isMoved ? nil : "order first: Space takes, ↑ ↓ carry"
    }
    var answer: String { order.map { "\($0 + 1)" }.joined(separator: " ") }
    var key: String {
      items.indices.map { item in "\((start.firstIndex(of: item) ?? 0) + 1)" }
        .joined(separator: " ")
    }
    var solution: String {
      items.enumerated().map { "\($0 + 1) \($1.plainText)" }.joined(separator: "; ")
    }
    var back: [Block] { [.list(of: items, start: 1)] }
    var offersRetry: Bool { items.count > 2 }
    func instruction(_ reveal: Reveal) -> String { "Type the numbers in the right order" }
    var choices: [[Block]] { order.map { items[$0] } }
    var ambiguity: Advice? {
      Set(items.map { $0.plainText.trimmed }).count < items.count
        ? Advice("two steps read the same", remedy: "write other words for one of them") : nil
    }

    /// The places of the longest run already in order (the longest increasing subsequence); none where no step
    /// comes behind one that it should.
    private var inOrder: Set<Int> {
      var lengths = [Int](repeating: 1, count: order.count)
      var before = [Int?](repeating: nil, count: order.count)
      for i in order.indices {
        for j in 0..<i where order[j] < order[i] && lengths[j] + 1 > lengths[i] {
          lengths[i] = lengths[j] + 1
          before[i] = j
        }
      }
      var at = lengths.indices.max { lengths[$0] < lengths[$1] }
      var kept: Set<Int> = []
      while let index = at {
        kept.insert(index)
        at = before[index]
      }
      return kept.count > 1 ? kept : []
    }

    /// Which steps are to be moved, by the numbers that stand before them.
    private func misplaced(_ kept: Set<Int>) -> String {
      let numbers = order.indices.filter { !kept.contains($0) }.map { "\($0 + 1)" }
      let steps =
        numbers.count == 1
        ? "Step \(numbers[0]) is"
        : "Steps \(numbers.dropLast().joined(separator: ", ")) and \(numbers[numbers.count - 1]) are"
      return "\(steps) out of place; the others follow one another as they should."
    }

    var verdict: Verdict {
      let count = items.count
      let kept = inOrder
      if kept.count == count { return Verdict(credit: 1) }
      guard !kept.isEmpty else { return Verdict(credit: 0) }
      return Verdict(
        credit: Double(kept.count - 1) / Double(count - 1),
        part: "\(kept.count) of \(count) steps are in order", remarks: [misplaced(kept)])
    }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      let kept = inOrder
      for (place, item) in (reveal == .solution ? [] : order).enumerated() {
        let isHere = place == cursor.place && reveal == .nothing
        var marker = [Cell](isHere ? (isHeld ? "↕ " : "▸ ") : "  ", Style(.accent, .bold))
        if reveal != .nothing { marker += kept.contains(place) ? Sign.right : Sign.wrong }
        marker += [Cell]("\(place + 1)  ", .muted)
        if isHere { picture.cursor = Point(column: 0, row: picture.lines.count) }
        picture.add(
          items[item], marker: marker, width: width, ascii: ascii, choice: place,
          style: isHere && isHeld ? [.bold] : [])
      }
      if reveal == .solution || reveal == .all && kept.count < items.count {
        if reveal == .all { picture.add([[]]) }
        picture.add([[Cell]("The right order:", Style(.strong, .bold))])
        for (place, item) in items.enumerated() {
          picture.add(
            item, marker: [Cell]("    \(place + 1)  ", .muted), width: width, ascii: ascii)
        }
      }
      return picture
    }
  }
}
