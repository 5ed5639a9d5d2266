import TextUI

/// A canvas as text that a person can look at: what it shows, then a second grid with one letter for
/// the style of each cell, then what the letters mean. Where a style makes no difference, on plain
/// text and on most blanks, the second grid is blank. `█` is where the terminal's cursor stands.
package struct CanvasPicture {
  package let text: String

  /// A picture of a canvas; in ASCII as a terminal shows it that knows no more.
  package init(_ canvas: Canvas, ascii: Bool = false) {
    var letters = StyleLetters()
    let cells = canvas.cells
    let columns = canvas.size.columns
    let cursor = canvas.cursor.map { $0.row * columns + $0.column }
    var rows = (0..<canvas.size.rows).map { row in
      var line: [Character] = []
      for index in row * columns..<(row + 1) * columns {
        let cell = cells[index]
        line.append(index == cursor ? letters.cursor(on: cell) : letters.letter(for: cell))
      }
      return String(line.prefix((line.lastIndex { $0 != " " } ?? -1) + 1))
    }
    while rows.last == "" { rows.removeLast() }
    let lines =
      (ascii ? Self.ascii(canvas) : canvas.text) + ["════ styles"] + rows + ["════ letters"]
      + letters.legend
    text = lines.joined(separator: "\n") + "\n"
  }

  /// The rows as text of ASCII alone, trailing blanks cut.
  package static func ascii(_ canvas: Canvas) -> [String] {
    (0..<canvas.size.rows).map { row in
      let line = (0..<canvas.size.columns).map { column -> UInt8 in
        guard let glyph = canvas[column, row]?.glyph, glyph != .tail else { return 0x20 }
        return ASCIIForm.of(glyph.base)
      }
      let end = (line.lastIndex { $0 != 0x20 } ?? -1) + 1
      return String(decoding: line[..<end], as: UTF8.self)
    }
  }
}

/// Letters for styles: a role has always the same letter, a capital where it is bold; a style with
/// further attributes gets a sign that is still free.
private struct StyleLetters {
  private static let roles: [Role: Character] = [
    .title: "t", .heading: "h", .strong: "s", .muted: ".", .accent: "a", .link: "l", .maths: "m",
    .quote: "q", .marker: "k", .code: "c", .codeKeyword: "w", .codeString: "i",
    .codeComment: "r", .codeNumber: "n", .good: "g", .bad: "b", .warning: "y",
    .query: "Q", .key: "K", .value: "V",
  ]
  private static let signs = Array("@#$%&=+~^*?!:;<>(){}[]/|")
  private var known: [Style: Character] = [:]
  private var meanings: [Character: String] = [:]
  private var cursor: String?

  mutating func letter(for cell: Cell) -> Character {
    var style = cell.style
    if cell.glyph.isSpace {
      // Only what shows on a blank: its ground, and a line below it.
      style.attributes.formIntersection([.underline, .selected, .matched, .current])
      if style.role != .heat, style.role != .heated, style.attributes.isEmpty { return " " }
      if style.role != .heat, style.role != .heated, style.role != .link { style.role = .text }
    }
    if style == .text { return " " }
    if let letter = known[style] { return letter }
    let name = Self.name(of: style)
    let letter =
      meanings.first { $0.value == name }?.key ?? usualLetter(of: style) ?? freeSign
    known[style] = letter
    meanings[letter] = name
    return letter
  }

  mutating func cursor(on cell: Cell) -> Character {
    cursor = Self.name(of: cell.style)
    return "█"
  }

  var legend: [String] {
    meanings.map { "\($0.key) \($0.value)" }.sorted()
      + (cursor.map { ["█ cursor, on \($0)"] } ?? [])
  }

  private func usualLetter(of style: Style) -> Character? {
    switch (style.role, style.attributes) {
    case (.heat, []), (.heated, []): Character("\(style.amount / 26)")
    case (.series, []): "uvxz".dropFirst(Int(style.amount)).first
    case (.text, .bold): "B"
    case (let role, []): Self.roles[role]
    case (.muted, .bold): "-"
    case (let role, .bold): Self.roles[role].flatMap { $0.uppercased().first }
    default: nil
    }
  }

  private var freeSign: Character {
    Self.signs.first { meanings[$0] == nil } ?? "…"
  }

  private static func name(of style: Style) -> String {
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.italic, "italic"), (.underline, "underlined"), (.struck, "struck"),
      (.selected, "selected"), (.matched, "matched"), (.current, "current"),
    ]
    let attributes = names.filter { style.attributes.contains($0.0) }.map { " \($0.1)" }.joined()
    switch style.role {
    case .heat, .heated: return "\(style.role) \(style.amount / 26) of 9" + attributes
    case .series: return "series \(style.amount + 1)" + attributes
    default: return "\(style.role)" + attributes
    }
  }
}
