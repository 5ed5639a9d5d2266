import Formulas
import Notes
import TextUI

/// Put in order: a numbered list without boxes, in the right order; graded by the longest run that
/// is in order already.
package struct PutInOrder: QuestionKind {
  package static let name = "put-in-order"
  package static let task = "put in order"
  package static let example = "1. first\n1. second"

  private let list: Block.List

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    try blocks.steps(marks)
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let list = section.answers?.list, !list.isTasks, list.start != nil else { return nil }
    guard list.items.count >= 2 else { throw section.problem("give at least two steps") }
    self.list = list
  }

  package var identity: [String] { list.labels }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    var items: [[Block]] = []
    for item in list.items { items.append(try draw.fill(item.blocks)) }
    return Ordering(items: items, start: draw.order(of: items.count))
  }

  private struct Ordering: AnswerForm {
    /// The steps in their right order.
    let items: [[Block]]
    /// What is shown: indexes into `items`.
    var order: [Int]
    /// The order at first, which the numbers of a typed answer mean.
    let start: [Int]
    var cursor = 0
    var isHeld = false
    /// Whether the reader ordered anything yet.
    var isMoved = false

    init(items: [[Block]], start: [Int]) {
      self.items = items
      self.start = start
      order = start
    }

    var keys: [KeyEntry] {
      [
        KeyEntry(
          keys: [.character(" ")], word: "take", help: "take the step up, or put it down",
          footer: 2),
        KeyEntry(
          keys: [.up, .character("k")], word: "up", help: "up, with the step if taken", footer: nil),
        KeyEntry(
          keys: [.down, .character("j")], word: "down", help: "down, with the step if taken",
          footer: 9),
        KeyEntry(keys: [.character("K")], word: "raise", help: "move the step up", footer: nil),
        KeyEntry(keys: [.character("J")], word: "lower", help: "move the step down", footer: 10),
      ]
    }

    mutating func update(_ event: Event) -> Bool {
      switch event {
      case .key(.character(" ")): isHeld.toggle()
      // What is held is put down first.
      case .key(.enter) where isHeld: isHeld = false
      case .key(.up), .key(.character("k")): move(-1, carrying: isHeld)
      case .key(.down), .key(.character("j")): move(1, carrying: isHeld)
      case .key(.character("K")): move(-1, carrying: true)
      case .key(.character("J")): move(1, carrying: true)
      case .key(.character(let character)):
        guard let number = character.wholeNumberValue, order.indices.contains(number - 1)
        else { return false }
        if isHeld {
          let step = number - 1 < cursor ? -1 : 1
          while cursor != number - 1 { move(step, carrying: true) }
        } else {
          cursor = number - 1
        }
      default: return false
      }
      return true
    }

    private mutating func move(_ step: Int, carrying: Bool) {
      let next = cursor + step
      guard order.indices.contains(next) else { return }
      if carrying {
        order.swapAt(cursor, next)
        isMoved = true
      }
      cursor = next
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
    var ambiguity: String? {
      Set(items.map { $0.plainText.trimmed }).count < items.count ? "two steps read the same" : nil
    }

    /// The places of the longest run already in order (the longest increasing subsequence).
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
      return kept
    }

    var verdict: Verdict {
      let count = items.count
      let run = inOrder.count
      if run == count { return Verdict(credit: 1) }
      let credit = count > 1 ? Double(run - 1) / Double(count - 1) : 0
      return Verdict(credit: credit, part: "\(run) of \(count) steps are in order")
    }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      let kept = inOrder
      for (place, item) in (reveal == .solution ? [] : order).enumerated() {
        let isHere = place == cursor && reveal == .nothing
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
