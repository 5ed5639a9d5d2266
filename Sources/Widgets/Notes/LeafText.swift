import Notes

/// The text of a paragraph, heading or cell as arithmetic reads it, and the line it begins on.
struct LeafText: Equatable {
  let text: String
  /// Counted from 1 at the start of what was parsed.
  let line: Int
}

extension [Block] {
  /// All running text, in order, without code blocks; options of a question that are not right are
  /// left out, for they are wrong on purpose.
  var leafTexts: [LeafText] {
    flatMap { block -> [LeafText] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines):
        [LeafText(text: inlines.arithmeticText, line: block.line)]
      case .maths(let tex): [LeafText(text: TeXText.arithmetic(tex), line: block.line)]
      case .quote(let blocks), .alert(_, let blocks): blocks.leafTexts
      case .list(let list):
        list.items.filter { $0.task != false }.flatMap { $0.blocks.leafTexts }
      case .table(let table):
        (table.head + table.rows.flatMap { $0 })
          .map { LeafText(text: $0.arithmeticText, line: block.line) }
      case .footnotes(let notes): notes.flatMap { $0.blocks.leafTexts }
      case .code, .rule, .html: []
      }
    }
  }
}

extension [Inline] {
  /// The text with its signs as they were meant: `1*4 + 2*5` is no emphasis here.
  var arithmeticText: String {
    var text = ""
    for (index, inline) in enumerated() {
      let next = index + 1 < count ? [self[index + 1]].arithmeticText.first : nil
      switch inline {
      case .text(let string): text += string
      case .code(let string): text += " " + string + " "
      case .maths(let tex), .displayMaths(let tex): text += " " + TeXText.arithmetic(tex) + " "
      case .emphasis(let inner): text += marked(inner, "*", text.last, next)
      case .strong(let inner): text += marked(inner, "^", text.last, next)
      case .link(_, let inner): text += inner.arithmeticText
      case .image(let alternative, _): text += alternative
      case .lineBreak, .softBreak: text += "\n"
      case .struck, .footnote, .html: text += " "
      }
    }
    return text
  }

  private func marked(
    _ inner: [Inline], _ mark: String, _ before: Character?, _ after: Character?
  ) -> String {
    let text = inner.arithmeticText
    func isDigit(_ character: Character?) -> Bool { character?.isNumber ?? false }
    let opens = isDigit(before) && (isDigit(text.first) || text.first == "(")
    let closes = isDigit(after) && (isDigit(text.last) || text.last == ")")
    return (opens ? mark : "") + text + (closes ? mark : "")
  }
}

/// Simple TeX as arithmetic writes it; what is not simple becomes a sign that no sum goes over.
enum TeXText {
  private static let signs = [
    "cdot": "·", "times": "·", "left": "", "right": "", "quad": " ", "qquad": " ", "div": "/",
    "approx": "≈", "bigl": "", "bigr": "", "big": "",
  ]

  static func arithmetic(_ tex: String) -> String {
    var text = ""
    var rest = tex[...]
    while let character = rest.popFirst() {
      guard character == "\\" else {
        text.append(character == "{" || character == "}" || character == "&" ? "\u{1}" : character)
        continue
      }
      let name = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(name.count)
      if name.isEmpty {
        let next = rest.popFirst()
        text += next == "," || next == ";" || next == " " || next == "!" ? " " : "\u{1}"
      } else {
        text += signs[String(name)] ?? "\u{1}"
      }
    }
    return text
  }
}
