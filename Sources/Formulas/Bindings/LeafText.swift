import Notes

/// The text of a paragraph, heading or cell as arithmetic reads it, and the line it begins on.
package struct LeafText: Equatable {
  package let text: String
  /// Counted from 1 at the start of what was parsed.
  package let line: Int
}

extension [Block] {
  /// All running text, in order, without code blocks; options of a question that are not right are
  /// left out, for they are wrong on purpose.
  package var leafTexts: [LeafText] {
    flatMap { block -> [LeafText] in
      switch block.kind {
      case .heading(_, let inlines), .paragraph(let inlines):
        [LeafText(text: inlines.arithmeticText, line: block.line)]
      case .maths(let tex): [LeafText(text: TeXText.arithmetic(tex), line: block.line)]
      case .quote(let blocks), .callout(_, let blocks): blocks.leafTexts
      case .list(let list):
        list.items.filter { $0.task != false }.flatMap { $0.blocks.leafTexts }
      case .table(let table):
        (table.head + table.rows.flatMap { $0 })
          .map { LeafText(text: $0.arithmeticText, line: block.line) }
      case .footnotes(let notes): notes.flatMap { $0.blocks.leafTexts }
      case .definitions(let definitions):
        definitions.flatMap { definition in
          [LeafText(text: definition.term.arithmeticText, line: block.line)]
            + definition.texts.flatMap(\.leafTexts)
        }
      case .code, .rule, .html: []
      }
    }
  }
}

extension [Inline] {
  /// The text, formulas as arithmetic reads them.
  var arithmeticText: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let string): text += string
      case .code(let string): text += " " + string + " "
      case .maths(let tex), .displayMaths(let tex): text += " " + TeXText.arithmetic(tex) + " "
      case .emphasis(let inner), .strong(let inner), .marked(let inner), .link(_, let inner):
        text += inner.arithmeticText
      case .image(let alternative, _): text += alternative.arithmeticText
      case .lineBreak, .softBreak: text += "\n"
      case .struck, .footnote, .html: text += " "
      }
    }
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
        // Two backslashes end a row.
        text +=
          next == "\\"
          ? " ; " : next == "," || next == ";" || next == " " || next == "!" ? " " : "\u{1}"
      } else {
        text += signs[String(name)] ?? "\u{1}"
      }
    }
    return text
  }
}
