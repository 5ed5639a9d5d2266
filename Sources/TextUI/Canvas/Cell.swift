/// One position of the screen.
package struct Cell: Equatable, Hashable, Sendable {
  /// What it shows.
  package var glyph: Glyph
  /// How.
  package var style: Style

  /// A cell from a glyph.
  package init(_ glyph: Glyph, _ style: Style = .text) {
    self.glyph = glyph
    self.style = style
  }

  /// A blank.
  package static let blank = Cell(.space)
}

extension [Cell] {
  /// Text as cells: each wide glyph is followed by its tail.
  package init(_ text: some StringProtocol, _ style: Style = .text) {
    self = []
    append(text, style)
  }

  /// Adds text at the end, made harmless as `Glyph.each` does.
  package mutating func append(_ text: some StringProtocol, _ style: Style = .text) {
    // Only once: room for each of many pieces would be made by copying all that is there.
    if isEmpty { reserveCapacity(text.utf8.count) }
    Glyph.each(in: text) { append($0, style) }
  }

  private mutating func append(_ glyph: Glyph, _ style: Style) {
    append(Cell(glyph, style))
    if glyph.width == 2 { append(Cell(.tail, style)) }
  }

  /// The text that the cells show.
  package var text: String {
    var text = ""
    for cell in self { cell.glyph.add(to: &text) }
    return text
  }

  /// The first `width` columns, ending in an ellipsis when something had to go.
  package func shortened(to width: Int) -> [Cell] {
    guard count > width else { return self }
    guard width > 0 else { return [] }
    var kept = Array(prefix(width - 1))
    if let last = kept.last, last.glyph.width == 2 { kept[kept.count - 1] = .blank }
    kept.append(Cell(Glyph(base: 0x2026), kept.last?.style ?? .text))
    return kept
  }

  /// The line in a width, shortened where a word ends if one does in its second half.
  package func shortenedToWords(in width: Int) -> [Cell] {
    guard count > width, width > 1 else { return shortened(to: width) }
    // A word that ends right there is whole.
    guard let space = prefix(width).lastIndex(where: \.glyph.isSpace),
      let last = prefix(space).lastIndex(where: { !$0.glyph.isSpace }), last + 1 >= width / 2
    else { return shortened(to: width) }
    return prefix(last + 1) + [Cell(Glyph(base: 0x2026), self[last].style)]
  }

  /// The same with blanks behind it, up to a column.
  package func padded(to width: Int) -> [Cell] {
    self + [Cell](repeating: .blank, count: Swift.max(0, width - count))
  }

  /// The line at exactly a width: shortened, or with blanks after it.
  package func fitted(to width: Int) -> [Cell] {
    shortened(to: width).padded(to: width)
  }

  /// The same with every style changed.
  package func styled(_ change: (Style) -> Style) -> [Cell] {
    map { Cell($0.glyph, change($0.style)) }
  }
}
