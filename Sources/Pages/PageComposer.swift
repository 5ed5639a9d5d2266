import Notes
import TextUI
import Typesetting

/// Lays blocks out, one below the other.
package struct PageComposer {
  /// Text in a quote or list is indented by this at most, so that something of it shows.
  private static let narrowest = 8
  /// More columns than any text has.
  private static let endless = 1_000_000_000

  var page = Page()
  let width: Int
  let ascii: Bool
  /// Whether the lines are listened to rather than looked at.
  let isLinear: Bool
  /// What of that which folds stands open; nil where all does, for good.
  let folds: Folds?
  var words = 0
  private var slugs = Slugs()
  /// The line of the last heading; none where a container ended since.
  private var lastHeading: Int?
  /// The line of the block that is laid out.
  private(set) var source = 0
  /// A line across the page, one for all: notes may be nothing but such lines.
  private let rule: [Cell]

  /// Lays out items for a width.
  package static func compose(
    _ items: [PageItem], width: Int, ascii: Bool = false, isLinear: Bool = false,
    folds: Folds? = nil
  ) -> Page {
    var composer = PageComposer(
      width: max(1, width), ascii: ascii, isLinear: isLinear, folds: folds)
    for item in items {
      switch item {
      case .block(let block): composer.add(block, Margin())
      case .insert(let number, let draw): composer.addInsert(number, draw)
      }
    }
    while composer.page.lines.last?.cells.isEmpty == true { composer.page.lines.removeLast() }
    composer.page.clipTargets()
    return composer.page
  }

  private init(width: Int, ascii: Bool, isLinear: Bool, folds: Folds?) {
    self.folds = folds
    self.width = width
    self.ascii = ascii
    self.isLinear = isLinear
    rule = [Cell](String(repeating: "─", count: width), .muted)
  }

  /// What stands at the left of a line: the first line of a block may have a marker there.
  struct Margin {
    var first: [Cell] = []
    var rest: [Cell] = []
    /// How deep lists are nested here.
    var depth = 0
    /// What text looks like here.
    var style = Style.text

    func adding(_ first: [Cell], _ rest: [Cell], width: Int) -> Margin {
      guard self.rest.count + rest.count <= max(0, width - PageComposer.narrowest) else {
        return self
      }
      var margin = self
      margin.first += first
      margin.rest += rest
      return margin
    }

    /// For what follows the first line.
    var after: Margin {
      var margin = self
      margin.first = rest
      return margin
    }
  }

  // MARK: Lines

  mutating func addLine(_ cells: [Cell], _ margin: inout Margin, words count: Int = 0) {
    page.lines.append(
      .init(cells: margin.first.isEmpty ? cells : margin.first + cells, word: words, source: source)
    )
    words += count
    margin.first = margin.rest
  }

  mutating func addBlank(_ margin: Margin = Margin()) {
    var rest = margin.rest
    while rest.last?.glyph.isSpace == true { rest.removeLast() }
    guard !page.lines.isEmpty, page.lines.last?.cells.isEmpty == false || !rest.isEmpty else {
      return
    }
    if let last = page.lines.last?.cells, last == rest { return }
    page.lines.append(.init(cells: rest, word: words, source: source))
  }

  private func columns(_ margin: Margin) -> Int { max(1, width - margin.rest.count) }

  /// Adds lines that are one picture.
  private mutating func picture(_ add: (inout PageComposer) -> Void) {
    let start = page.lines.count
    add(&self)
    if page.lines.count > start + 1 { page.pictures.append(start..<page.lines.count) }
  }

  // MARK: Blocks

  mutating func add(_ block: Block, _ margin: Margin) {
    var margin = margin
    if block.line > 0 { source = block.line }
    if isLinear, addLinear(block, margin) { return }
    switch block.kind {
    case .heading(let level, let inlines): addHeading(level, inlines, margin)
    case .paragraph(let inlines):
      addInlines(inlines, margin)
      addBlank(margin.after)
    case .code(let info, let text):
      addCode(info, text, &margin)
      addBlank(margin)
    case .maths(let tex):
      picture { $0.addMaths(tex, &margin) }
      addBlank(margin)
    case .quote(let blocks):
      let bar = [Cell]("│ ", .muted)
      var inner = margin.adding(bar, bar, width: width)
      inner.style = Style(.quote)
      add(blocks, inner)
      close(inner, margin)
    case .callout(let callout, let blocks): addCallout(callout, blocks, margin)
    case .definitions(let definitions): addDefinitions(definitions, margin)
    case .list(let list): addList(list, margin)
    case .table(let table):
      picture { $0.addTable(table, margin) }
      addBlank(margin.after)
    case .rule:
      let count = max(0, columns(margin))
      addLine(count == rule.count ? rule : Array(rule.prefix(count)), &margin)
      addBlank(margin)
    case .html(let html): addHTML(html, &margin)
    case .footnotes(let notes): addFootnotes(notes, margin)
    }
  }

  /// Blocks in a container; the first one gets its marker.
  mutating func add(_ blocks: [Block], _ margin: Margin) {
    var margin = margin
    for block in blocks {
      add(block, margin)
      margin = margin.after
    }
  }

  mutating func addInlines(_ inlines: [Inline], _ margin: Margin, style: Style? = nil) {
    var margin = margin
    let inline = InlineCells(
      inlines, style: style ?? margin.style, ascii: ascii, firstTarget: page.targets.count)
    page.targets += inline.targets.map { .init(kind: $0, spans: []) }
    // An item that is listened to is one line.
    let room = isLinear && margin.depth > 0 ? Self.endless : columns(margin)
    for range in inline.lines(width: room) {
      let indent = margin.first.count
      for index in range where inline.owners[index] >= 0 {
        extend(target: Int(inline.owners[index]), column: indent + index - range.lowerBound)
      }
      let cells = Array(inline.cells[range])
      let count = cells.isEmpty ? 0 : 1 + cells.count { $0.glyph.isSpace }
      addLine(cells, &margin, words: count)
    }
  }

  /// Adds a column of the line that comes next to a target.
  mutating func extend(target: Int, column: Int) {
    let line = page.lines.count
    if let last = page.targets[target].spans.last, last.line == line,
      last.columns.upperBound == column
    {
      page.targets[target].spans[page.targets[target].spans.count - 1].columns =
        last.columns.lowerBound..<column + 1
    } else {
      page.targets[target].spans.append(.init(line: line, columns: column..<column + 1))
    }
  }

  private mutating func addHeading(_ level: Int, _ inlines: [Inline], _ margin: Margin) {
    if level <= 2, !isLinear, page.lines.count > 1, page.lines.last?.cells.isEmpty == true,
      lastHeading != page.lines.count - 3
    {
      page.lines.append(.init(cells: [], word: words, source: source))
    }
    let title = inlines.titleText
    page.headings.append(
      .init(level: level, title: title, slug: slugs.next(title), line: page.lines.count))
    let start = page.lines.count
    lastHeading = start
    addInlines(inlines, margin, style: Style(.heading, amount: UInt8(clamping: level), .bold))
    if level <= 2, !isLinear {
      let widest = page.lines[start...].map(\.cells.count).max() ?? 0
      var margin = margin.after
      let line = level == 1 ? "━" : "─"
      addLine(
        [Cell](String(repeating: line, count: min(columns(margin), widest)), Style(.heading)),
        &margin)
    }
    addBlank(margin.after)
  }

  private mutating func addCode(_ info: String, _ text: String, _ margin: inout Margin) {
    let gutter = [Cell]("▏ ", .muted)
    var inner = margin.adding(gutter, gutter, width: width)
    if let language = Self.drawings[Block.fenceName(info).lowercased()] {
      addLine([Cell]("a diagram, as \(language) has it", .muted), &inner)
    }
    if let title = Block.fenceTitle(info) {
      for line in [Cell](title, .muted).wrapped(to: max(1, columns(inner))) {
        addLine(line, &inner)
      }
    }
    addCodeLines(info, text, &inner)
    margin = margin.after
  }

  mutating func addCodeLines(_ info: String, _ text: String, _ margin: inout Margin) {
    let start = page.lines.count
    for line in CodeLines.lines(text, language: info, width: columns(margin)) {
      addLine(line, &margin, words: 1)
    }
    page.codes.append(
      .init(lines: start..<page.lines.count, text: text, language: Block.fenceName(info)))
  }

  /// Languages whose text is a picture that only another program draws, and their names.
  private static let drawings = [
    "mermaid": "Mermaid", "plantuml": "PlantUML", "dot": "Graphviz", "graphviz": "Graphviz",
    "d2": "D2", "ditaa": "Ditaa", "tikz": "TikZ", "vega-lite": "Vega-Lite",
  ]

  private mutating func addMaths(_ tex: String, _ margin: inout Margin) {
    let box = Maths.display(tex, width: columns(margin), ascii: ascii)
    let indent = max(0, min(4, columns(margin) - box.width))
    for row in box.rows {
      let cells = [Cell](repeating: .blank, count: indent) + [Cell](row, Style(.maths))
      addLine(Array(cells.prefix(columns(margin))), &margin, words: 1)
    }
  }

  private mutating func addDefinitions(_ definitions: [Block.Definition], _ margin: Margin) {
    var margin = margin
    for definition in definitions {
      addInlines([.strong(definition.term)], margin)
      margin = margin.after
      for text in definition.texts {
        let indent = [Cell](repeating: .blank, count: 4)
        add(text, margin.adding(indent, indent, width: width))
        removeBlank()
      }
    }
    addBlank(margin)
  }

  /// Ends a container: no bar of its own stands beside the blank line after it.
  mutating func close(_ inner: Margin, _ outer: Margin) {
    var bar = inner.rest
    while bar.last?.glyph.isSpace == true { bar.removeLast() }
    if page.lines.last?.cells == bar { page.lines.removeLast() }
    addBlank(outer.after)
    lastHeading = nil
  }

  private mutating func addList(_ list: Block.List, _ margin: Margin) {
    let last = (list.start ?? 0) + list.items.count - 1
    let bullets = ["•", "◦", "▪"]
    for (index, item) in list.items.enumerated() {
      var marker = bullets[margin.depth % bullets.count]
      if let start = list.start {
        let widest = "\(last).".count
        let own = "\(start + index)."
        marker = String(repeating: " ", count: max(0, widest - own.count)) + own
      }
      if let done = item.task { marker = item.mark.map { "[\($0)]" } ?? (done ? "☑" : "☐") }
      if isLinear, let spoken = Self.spokenBox(item) { marker = spoken }
      let cells = [Cell](marker + " ", Style(.marker))
      let blank = [Cell](repeating: .blank, count: cells.count)
      var inner = (index == 0 ? margin : margin.after).adding(cells, blank, width: width)
      inner.depth += 1
      if item.blocks.isEmpty { addLine([], &inner) }
      for block in item.blocks {
        if list.isTight, case .paragraph(let inlines) = block.kind {
          addInlines(inlines, inner)
        } else {
          if list.isTight, case .list = block.kind { removeBlank() }
          add(block, inner)
        }
        inner = inner.after
      }
      if list.isTight { removeBlank() }
    }
    addBlank(margin.after)
  }

  private mutating func removeBlank() {
    if page.lines.last?.cells.allSatisfy(\.glyph.isSpace) == true { page.lines.removeLast() }
  }

  private mutating func addHTML(_ html: String, _ margin: inout Margin) {
    let lines = HTMLText.lines(html)
    guard !lines.isEmpty else { return }
    for line in lines {
      if line.level > 0 {
        addBlank(margin.after)
        addHeading(line.level, line.inlines, margin)
      } else {
        addInlines(line.inlines, margin)
      }
      margin = margin.after
    }
    addBlank(margin)
  }

  private mutating func addFootnotes(_ notes: [Block.Footnote], _ margin: Margin) {
    var outer = margin
    addLine([Cell](String(repeating: "─", count: min(20, columns(margin))), .muted), &outer)
    addFootnoteTexts(notes, outer)
  }

  mutating func addFootnoteTexts(_ notes: [Block.Footnote], _ margin: Margin) {
    for note in notes {
      page.footnoteLines[note.number] = page.lines.count
      let marker = [Cell]("[\(note.number)] ", Style(.marker))
      let blank = [Cell](repeating: .blank, count: marker.count)
      add(note.blocks, margin.adding(marker, blank, width: width))
    }
  }

  private mutating func addInsert(_ number: Int, _ draw: (Int) -> [[Cell]]) {
    let lines = draw(width)
    let spans = lines.indices.map {
      Page.Span(line: page.lines.count + $0, columns: 0..<max(1, lines[$0].count))
    }
    page.targets.append(.init(kind: .insert(number), spans: spans))
    picture { composer in
      var margin = Margin()
      for line in lines { composer.addLine(Array(line.prefix(composer.width)), &margin, words: 1) }
    }
    addBlank()
  }
}
