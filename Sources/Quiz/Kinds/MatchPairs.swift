import Basics
import Formulas
import Notes
import TextUI

extension KeyFact {
  /// The term under the cursor has a definition.
  fileprivate static let hasDefinition = KeyFact("hasDefinition")
}

/// Match pairs: bullets of the form `term :: definition`; each pair counts.
package struct MatchPairs: QuestionKind {
  package static let name = "match-pairs"
  package static let task = "match the pairs"
  package static let example = "- query :: what is looked for\n- key :: what is looked at"
  /// A digit for each definition.
  static let most = 9

  package static var keys: [Shortcut] { Matching.table.all }

  private let pairs: [Pair]

  package static func answers(in blocks: [Block], _ marks: Marks) throws(Diagnostic) -> Block? {
    let lists = blocks.lists(Pair.isList)
    guard let list = lists.first, !blocks.hasBlank(marks) else { return nil }
    guard lists.count == 1 else {
      throw Diagnostic(
        .error, line: lists[1].line, "a second list of pairs in one question",
        remedy: "put them into one")
    }
    return list
  }

  package init?(_ section: QuestionSection) throws(Diagnostic) {
    guard let list = section.answers?.list, Pair.isList(list) else { return nil }
    pairs = list.items.compactMap { Pair($0.blocks) }
    guard pairs.count == list.items.count else {
      let stray = list.items.first { Pair($0.blocks) == nil }?.blocks
      let words = stray?.plainText.replacing("::", with: "").trimmed ?? ""
      throw Diagnostic(
        .error, line: stray?.first?.line ?? section.line,
        "a line of the list is not a pair",
        remedy: "write "
          + (words.isEmpty || stray?.plainText.contains("::") != true
            ? "each as term :: definition"
            : "- \(words) :: and what it is, or take the line away"))
    }
    guard (2...Self.most).contains(pairs.count) else {
      throw section.problem(
        pairs.count == 1
          ? "a single pair, and two are the fewest"
          : "\(pairs.count) pairs, and \(Self.most) are the most",
        remedy: pairs.count == 1
          ? "write the next one, - term :: definition, on the line below"
          : "put those beyond \(Self.most) into a question of their own")
    }
  }

  package var identity: [String] { pairs.flatMap { [$0.term.plainText, $0.definition.plainText] } }

  package func form(_ draw: Draw) throws(ExpressionProblem) -> any AnswerForm {
    var filled: [Pair] = []
    for pair in pairs {
      filled.append(
        Pair(term: try draw.fill(pair.term), definition: try draw.fill(pair.definition)))
    }
    return Matching(pairs: filled, shown: draw.order(of: filled.count))
  }

  private struct Matching: AnswerForm {
    enum Action: Equatable { case move(ListView.Motion), give(Int), clear }

    static let table = KeyTable<Action>(
      .answer(MatchPairs.name),
      [
        KeyBinding.numbers(
          through: most, "number", "give the term the definition of that number",
          footer: .at(2, "its definition")
        ) { .give($0 - 1) },
        KeyBinding(
          [.backspace], "clear", "take the term's definition away", footer: 3,
          when: .when(.hasDefinition), .clear),
      ]
        + KeyBinding.motions([.up, .down, .top, .bottom], footer: 9) { .move($0) })

    let pairs: [Pair]
    /// The definitions in the order shown, as indexes of pairs.
    let shown: [Int]
    /// The definition that each term was given, as an index of `shown`.
    var given: [Int?]
    var cursor: ListCursor

    init(pairs: [Pair], shown: [Int]) {
      self.pairs = pairs
      self.shown = shown
      given = pairs.map { _ in nil }
      cursor = ListCursor(pairs.count, at: 0)
    }

    private var at: Int { cursor.place ?? 0 }
    private var facts: Set<KeyFact> {
      .those([.canMove: true, .hasDefinition: given[at] != nil])
    }
    var keys: [Shortcut] { Self.table.shortcuts(given: facts, choosingFrom: shown.count) }

    mutating func update(_ event: Event) -> Bool {
      switch Self.table.action(for: event, given: facts) {
      case .move(let motion): cursor.move(motion)
      case .clear: given[at] = nil
      case .give(let definition):
        guard shown.indices.contains(definition) else { return false }
        give(definition)
      case nil: return false
      }
      return true
    }

    /// Gives the term under the cursor a definition, which no other has then, and goes on to the
    /// next term that has none.
    private mutating func give(_ definition: Int) {
      if let other = given.firstIndex(of: definition) { given[other] = nil }
      given[at] = definition
      let next = (at + 1..<pairs.count).first { given[$0] == nil }
      cursor.go(to: next ?? given.firstIndex(of: nil) ?? at)
    }

    /// Terms are counted on from the definitions.
    mutating func choose(_ choice: Int) {
      if choice < pairs.count {
        give(choice)
      } else {
        cursor.go(to: choice - pairs.count)
      }
    }

    mutating func take(_ line: String) -> String? {
      guard let order = line.permutation(of: pairs.count) else {
        return "type the number of each term's definition, in the order of the terms, such as "
          + (1...pairs.count).reversed().map(String.init).joined(separator: " ")
      }
      given = order
      return nil
    }

    var obstacle: String? {
      given.contains(nil) ? "match every term first: type the number of its definition" : nil
    }
    /// The definitions' places in the notes, term by term.
    var answer: String { given.map { $0.map { "\(shown[$0] + 1)" } ?? "-" }.joined(separator: " ") }
    var key: String { right.map { "\($0 + 1)" }.joined(separator: " ") }
    var solution: String {
      pairs.map { "\($0.term.plainText): \($0.definition.plainText)" }.joined(separator: "; ")
    }
    var choices: [[Block]] { shown.map { [Block(.paragraph(pairs[$0].definition))] } }
    var ambiguity: Advice? {
      if let term = Self.repeated(pairs.map(\.term.plainText)) {
        return Advice(
          "the term “\(term)” stands there twice, and no reader can tell which is which",
          remedy: "write another term for one of them, or both definitions in one")
      }
      if let definition = Self.repeated(pairs.map(\.definition.plainText)) {
        return Advice(
          "the definition “\(definition)” stands there twice",
          remedy: "write another one for one of them; only if both mean the same, "
            + "- \(Self.joined(pairs, definition)) :: \(definition) in place of these lines")
      }
      return nil
    }
    /// The terms of a definition that stands there twice.
    private static func joined(_ pairs: [Pair], _ definition: String) -> String {
      pairs.filter { spaced($0.definition.plainText).lowercased() == definition.lowercased() }
        .map(\.term.plainText).joined(separator: " and ")
    }
    /// The first text that reads as one before it, whatever its case and spaces.
    private static func repeated(_ texts: [String]) -> String? {
      var seen: Set<String> = []
      return texts.lazy.map(spaced).first { !seen.insert($0.lowercased()).inserted }
    }
    /// A text with one space between its words.
    private static func spaced(_ text: String) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    var offersRetry: Bool { pairs.count > 2 }
    func instruction(_ reveal: Reveal) -> String {
      "Type the number of each term's definition, in the order of the terms"
    }
    var card: [Block] { [.list(of: pairs.map { [Block(.paragraph($0.term))] })] }
    var front: [Block] { card + [.list(of: choices, start: 1)] }
    var back: [Block] {
      [
        .list(
          of: pairs.map { pair in
            [Block(.paragraph([.strong(pair.term), .text(": ")] + pair.definition))]
          })
      ]
    }

    /// The definition that each term should have, as an index of `shown`.
    private var right: [Int] { pairs.indices.map { shown.firstIndex(of: $0) ?? 0 } }
    private var rights: [Bool] { zip(given, right).map { $0 == $1 } }

    var verdict: Verdict {
      let count = rights.count { $0 }
      return Verdict(
        credit: Double(count) / Double(pairs.count),
        part: count == pairs.count ? nil : "\(count) of \(pairs.count) pairs right")
    }

    func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
      var picture = Picture()
      for (term, pair) in pairs.enumerated() {
        let isHere = term == cursor.place && reveal == .nothing
        if isHere { picture.cursor = Point(column: 0, row: picture.lines.count) }
        var marker = [Cell](isHere ? "▸ " : "  ", Style(.accent, .bold))
        if reveal == .marks || reveal == .all { marker += rights[term] ? Sign.right : Sign.wrong }
        let number = reveal == .solution ? right[term] : given[term]
        marker += [Cell](
          "[\(number.map { "\($0 + 1)" } ?? "_")] ", Style(isHere ? .accent : .marker))
        if reveal == .all, !rights[term] {
          marker += [Cell]("is \(right[term] + 1)  ", Style(.strong, .bold))
        }
        picture.add(
          [Block(.paragraph(pair.term))], marker: marker, width: width, ascii: ascii,
          choice: pairs.count + term,
          style: isHere ? .bold : [])
      }
      picture.add([[]])
      for (index, pair) in shown.enumerated() {
        let isTaken = reveal == .nothing && given.contains(index)
        picture.add(
          [Block(.paragraph(pairs[pair].definition))],
          marker: [Cell]("    \(index + 1)  ", isTaken ? Style(.accent) : .muted),
          width: width, ascii: ascii, choice: index)
      }
      return picture
    }
  }
}
