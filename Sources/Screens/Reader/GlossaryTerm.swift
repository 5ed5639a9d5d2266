import Notes
import Pages
import Quiz
import TextUI

/// A term of a glossary, shown where a lesson names it.
///
/// A glossary is a file, chapter or lesson whose title holds that word; each heading in it with a
/// paragraph right under it is a term, and the paragraph its definition.
struct GlossaryTerm: Equatable, Sendable {
  enum Action: Equatable { case close, glossary, see(Int) }

  /// What keys do while a definition is open; a key of the lesson closes it first.
  static let table = KeyTable<Action>(
    .definition,
    [
      KeyBinding(
        [.enter, .escape, .character("q"), .backspace], "close", "close the definition",
        footer: .out(), .close),
      KeyBinding(
        [.character("o")], "glossary", "open the glossary at this term",
        footer: .at(2, "in the glossary"), .glossary),
      KeyBinding.numbers(
        through: most, "see", "the term of that number", footer: .at(1, "see also")
      ) { .see($0) },
    ])
  /// How many other terms are named below a definition.
  private static let most = 5
  /// A larger file is hardly a glossary, and looking through it would keep the reader waiting.
  private static let largestFile = 2_000_000

  let title: String
  private let definition: Block
  /// All that is said of it, in words.
  private let words: [String]
  private let place: LessonID
  /// Number and title of the lesson that has it.
  private let lesson: String
  private let anchor: String
  /// Other terms of the glossary that it names, in that order.
  private(set) var others: [GlossaryTerm] = []

  /// The term that a link leads to; nil where it leads elsewhere, or stands in the glossary itself.
  init?(_ link: String, from id: LessonID, in library: Library) {
    guard case .lesson(let place, let anchor?) = library.resolve(link: link, from: id),
      Self.isGlossary(place, library), !Self.isGlossary(id, library)
    else { return nil }
    let terms = Self.terms(around: place, in: library)
    guard let term = terms.first(where: { $0.place == place && $0.anchor == anchor.lowercased() })
    else { return nil }
    self = term.naming(terms)
  }

  private init(
    _ title: String, _ section: ArraySlice<Block>, _ definition: Block, at id: LessonID,
    _ lesson: String
  ) {
    self.title = title
    self.lesson = lesson
    self.definition = definition
    words = Self.words(Array(section).plainText)
    place = id
    anchor = Slugs.slug(title)
  }

  /// Where the glossary has it.
  var route: Route { .lesson(place, .anchor(anchor)) }

  var shortcuts: [Shortcut] { Self.table.shortcuts(choosingFrom: others.count) }

  /// The other term of a number, counted from 1.
  func other(_ number: Int, in library: Library) -> GlossaryTerm? {
    guard others.indices.contains(number - 1) else { return nil }
    return others[number - 1].naming(Self.terms(around: place, in: library))
  }

  // MARK: Finding

  private static func isGlossary(_ id: LessonID, _ library: Library) -> Bool {
    guard let document = library.document(of: id), document.bytes.count <= largestFile else {
      return false
    }
    let titles = [
      Titles.readable(fileName: document.path), library.chapter(of: id)?.title, library[id]?.title,
    ]
    return titles.contains { $0?.lowercased().contains("glossary") == true }
  }

  private static func terms(around id: LessonID, in library: Library) -> [GlossaryTerm] {
    library.lessonIDs(inDocument: id.document).filter { isGlossary($0, library) }.flatMap { id in
      let blocks = library.markdown(of: id).blocks
      let headings = blocks.indices.filter {
        if case .heading = blocks[$0].kind { true } else { false }
      }
      let ends = headings.dropFirst() + [blocks.count]
      return zip(headings, ends).compactMap { (start, end) -> GlossaryTerm? in
        guard start + 1 < end, case .heading(_, let title) = blocks[start].kind,
          case .paragraph = blocks[start + 1].kind
        else { return nil }
        return GlossaryTerm(
          title.plainText.trimmed, blocks[start + 1..<end], blocks[start + 1], at: id,
          library.name(of: id))
      }
    }
  }

  /// The term with the others that its definition names: the longest names first, so that
  /// "dot product" is not taken for "product".
  private func naming(_ terms: [GlossaryTerm]) -> GlossaryTerm {
    var rest = words.map(Optional.init)
    var found: [(at: Int, term: GlossaryTerm)] = []
    let named = terms.map { ($0, Self.words($0.title)) }.filter { !$0.1.isEmpty }
    for (term, name) in named.sorted(by: { $0.1.count > $1.1.count }) {
      var first: Int?
      for at in rest.indices.dropLast(name.count - 1)
      where rest[at..<at + name.count].elementsEqual(name) {
        for index in at..<at + name.count { rest[index] = nil }
        first = first ?? at
      }
      if let first, term.anchor != anchor { found.append((first, term)) }
    }
    var term = self
    term.others = found.sorted { $0.at < $1.at }.prefix(Self.most).map(\.term)
    return term
  }

  /// The words of a text in lower case, plurals as singulars.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { word in
      if word.count < 4 || word.hasSuffix("ss") { return String(word) }
      if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
      return String(word.hasSuffix("s") ? word.dropLast() : word)
    }
  }

  // MARK: Showing

  /// Everything in one line, for the plain mode.
  var line: String {
    let page = PageComposer.compose([.block(definition)], width: 10_000)
    let names = others.enumerated().map { "\($0 + 1) \($1.title)" }
    let more =
      names.isEmpty ? "" : " See also \(names.joined(separator: ", ")) (type see and the number)."
    return "\(title): \(page.text.joined(separator: " "))\(more) (glossary opens it in \(lesson))"
  }

  private func lines(width: Int, keymap: Keymap, ascii: Bool) -> [[Cell]] {
    func rule(_ cells: [Cell]) -> [Cell] {
      let line = [Cell]("── ", .muted) + cells.shortened(to: max(0, width - 4)) + [.blank]
      let rest = String(repeating: "─", count: max(0, width - line.count))
      return line + [Cell](rest, .muted)
    }
    let text = PageComposer.compose([.block(definition)], width: width - 2, ascii: ascii)
    var body = text.lines.map(\.cells)
    if !others.isEmpty {
      let parts = others.enumerated().map { index, term in
        [Cell]("\(index + 1) ", Style(.accent, .bold)) + [Cell](term.title)
      }
      let more = [[Cell]("See also", .muted)] + parts
      body += Wrapping.lines(ofParts: more, gap: 2, width: width - 2)
    }
    let keys = [
      (Self.table.label(.close, in: keymap), " closes  "),
      (Self.table.label(.glossary, in: keymap), " opens the glossary"),
    ]
    let hint = keys.flatMap { [Cell]($0, Style(.accent, .bold)) + [Cell]($1, .muted) }
    return [rule([Cell](title, Style(.heading, .bold)))] + body.map { [.blank] + $0 }
      + [rule(hint)]
  }

  /// Draws it over the text, below the lines that name the term or above them.
  func draw(
    on canvas: inout Canvas, in area: Rect, beside named: Range<Int>, keymap: Keymap,
    ascii: Bool
  ) {
    var lines = lines(width: area.columns, keymap: keymap, ascii: ascii)
    if lines.count > area.rows { lines.removeSubrange(max(0, area.rows - 1)..<lines.count - 1) }
    let named = named.clamped(to: area.row..<area.endRow)
    let below = area.endRow - named.upperBound
    let above = named.lowerBound - area.row
    let row =
      lines.count <= below
      ? named.upperBound
      : lines.count <= above
        ? named.lowerBound - lines.count : above > below ? area.row : area.endRow - lines.count
    let panel = Rect(column: area.column, row: row, columns: area.columns, rows: lines.count)
    canvas.fill(panel)
    canvas.clipped(to: panel) { canvas in
      for (index, line) in lines.enumerated() {
        canvas.put(line, column: panel.column, row: row + index)
      }
    }
  }
}

extension KeyScope {
  static let definition = KeyScope("definition", "Reader, at a definition")
}
