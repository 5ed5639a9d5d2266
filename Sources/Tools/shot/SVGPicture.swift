import TextUI

/// A canvas as an SVG, as a terminal with 24-bit colours shows it.
///
/// Each glyph has its column by itself, whatever font a viewer has; lines and blocks, which have to
/// meet, are drawn as rectangles.
struct SVGPicture {
  let text: String

  private static let cell = (width: 9, height: 18)
  private static let margin = 12
  private static let fonts =
    "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"

  init(_ canvas: Canvas, theme: Theme, title: String) {
    let (columns, rows) = (canvas.size.columns, canvas.size.rows)
    let width = columns * Self.cell.width + 2 * Self.margin
    let height = rows * Self.cell.height + 2 * Self.margin
    let paper = Paper(theme)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "width=\"\(width)\" height=\"\(height)\" role=\"img\">",
      "<title>\(Self.escaped(title))</title>",
      "<rect width=\"\(width)\" height=\"\(height)\" rx=\"6\" fill=\"\(paper.ground)\"/>",
      "<g transform=\"translate(\(Self.margin) \(Self.margin))\" font-family=\"\(Self.fonts)\" "
        + "font-size=\"15\" fill=\"\(paper.ink)\">",
    ]
    for row in 0..<rows {
      let spans = Self.spans(of: canvas, row: row, paper, theme)
      lines += spans.compactMap { $0.background(row) }
      lines += spans.flatMap { $0.foreground(row) }
    }
    // Where the cell stands out by itself, a terminal's own cursor would only hide its first letter.
    if let cursor = canvas.cursor,
      canvas[cursor.column, cursor.row]?.style.attributes.contains(.selected) == false
    {
      lines.append(
        "<rect x=\"\(cursor.column * Self.cell.width)\" y=\"\(cursor.row * Self.cell.height)\" "
          + "width=\"\(Self.cell.width)\" height=\"\(Self.cell.height)\" fill=\"none\" "
          + "stroke=\"\(paper.ink)\"/>")
    }
    lines += ["</g>", "</svg>"]
    text = lines.joined(separator: "\n")
  }

  /// The colours that a terminal has of its own.
  private struct Paper {
    let ground: String
    let ink: String

    init(_ theme: Theme) {
      (ground, ink) = theme == .light ? ("#ffffff", "#1c1c1c") : ("#1c1c1c", "#d8d8d8")
    }
  }

  /// Neighbours of one look, blanks between words among them.
  private struct Span {
    let column: Int
    var glyphs: [Glyph]
    let look: Theme.Look
    let ink: String?
    let ground: String?

    func background(_ row: Int) -> String? {
      ground.map { colour in
        SVGPicture.rectangle(
          Double(column), 0, Double(glyphs.count), 1, row, "fill=\"\(colour)\"")
      }
    }

    /// What stands on it: words, and rectangles for lines and blocks.
    func foreground(_ row: Int) -> [String] {
      let fill = ink.map { "fill=\"\($0)\"" }
      var lines: [String] = []
      if look.underline {
        lines.append(
          SVGPicture.rectangle(Double(column), 0.87, Double(glyphs.count), 0.055, row, fill))
      }
      var index = 0
      while index < glyphs.count, !look.isBlank {
        let start = index
        if let shape = CellShape(glyphs[index]) {
          // A line or a bar over several cells is one rectangle.
          repeat { index += 1 } while index < glyphs.count && glyphs[index] == glyphs[start]
          lines += rectangles(shape, from: start, to: index, row, fill)
        } else if glyphs[index].isSpace || glyphs[index] == .tail {
          index += 1
        } else {
          while index < glyphs.count, !glyphs[index].isSpace, CellShape(glyphs[index]) == nil {
            index += 1
          }
          lines.append(word(glyphs[start..<index], at: column + start, row, fill))
        }
      }
      return lines
    }

    private func rectangles(
      _ shape: CellShape, from start: Int, to end: Int, _ row: Int, _ fill: String?
    ) -> [String] {
      let attributes = [
        fill, shape.density < 1 ? "fill-opacity=\"\(SVGPicture.number(shape.density))\"" : nil,
      ].compactMap(\.self).joined(separator: " ")
      return shape.parts.flatMap { part -> [String] in
        let isWhole = part.left == 0 && part.right == 1
        let cells = isWhole ? [start..<end] : (start..<end).map { $0..<$0 + 1 }
        return cells.map { cells in
          let left = Double(column + cells.lowerBound) + part.left
          return SVGPicture.rectangle(
            left, part.top, Double(cells.count) - 1 + part.right - part.left,
            part.bottom - part.top, row, attributes.isEmpty ? nil : attributes)
        }
      }
    }

    private func word(
      _ glyphs: ArraySlice<Glyph>, at column: Int, _ row: Int, _ fill: String?
    ) -> String {
      var places: [String] = []
      var text = ""
      for (offset, glyph) in glyphs.enumerated() {
        var shown = ""
        shown.unicodeScalars.append(contentsOf: glyph.scalars)
        // A place for each unit of UTF-16: marks have that of their letter.
        let place = "\((column + offset) * SVGPicture.cell.width)"
        places += shown.utf16.map { _ in place }
        text += shown
      }
      let attributes = [
        fill, look.bold ? "font-weight=\"bold\"" : nil, look.italic ? "font-style=\"italic\"" : nil,
        look.dim ? "fill-opacity=\"0.6\"" : nil,
      ].compactMap { $0 }.map { " \($0)" }.joined()
      let baseline = row * SVGPicture.cell.height + 14
      return "<text y=\"\(baseline)\" x=\"\(places.joined(separator: " "))\"\(attributes)>"
        + "\(SVGPicture.escaped(text))</text>"
    }
  }

  private static func spans(
    of canvas: Canvas, row: Int, _ paper: Paper, _ theme: Theme
  ) -> [Span] {
    var spans: [Span] = []
    for column in 0..<canvas.size.columns {
      guard let cell = canvas[column, row] else { continue }
      let look = theme.look(of: cell.style)
      if let last = spans.last, last.look == look {
        spans[spans.count - 1].glyphs.append(cell.glyph)
        continue
      }
      var ink = look.foreground.map(colour)
      var ground = look.background.map(colour)
      if look.reverse { (ink, ground) = (ground ?? paper.ground, ink ?? paper.ink) }
      spans.append(Span(column: column, glyphs: [cell.glyph], look: look, ink: ink, ground: ground))
    }
    return spans
  }

  /// A rectangle in parts of a cell; its top and height are those within the row.
  private static func rectangle(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, _ row: Int,
    _ attributes: String?
  ) -> String {
    let (x, y) = (left * Double(cell.width), (Double(row) + top) * Double(cell.height))
    let size = (width * Double(cell.width), height * Double(cell.height))
    return "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(size.0))\" "
      + "height=\"\(number(size.1))\"\(attributes.map { " \($0)" } ?? "")/>"
  }

  /// With two decimals at most, and none where it is whole.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func colour(_ colour: Colour) -> String {
    let digits = String(colour.rgb, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      default: out.append(character)
      }
    }
  }
}
