import Notes

/// Blocks as HTML, for Anki.
enum HTML {
  static func escaped(_ text: String) -> String {
    var html = ""
    for character in text {
      switch character {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      // Anki plays `[sound:…]` and speaks `[anki:…]`: here it is text.
      case "[": html += "&#91;"
      default: html.append(character)
      }
    }
    return html
  }

  /// An answer, to stand out from its explanation.
  static func strong(_ block: Block) -> String {
    if case .paragraph(let inlines) = block.kind {
      "<p><b>\(of(inlines))</b></p>"
    } else {
      of(block)
    }
  }

  /// A block as it stands by itself: `<p>` may hold no list, table or quote.
  static func paragraph(_ block: Block) -> String {
    switch block.kind {
    case .list, .table, .quote, .callout, .definitions, .code: of(block)
    default: "<p>\(of(block))</p>"
    }
  }

  static func of(_ block: Block) -> String {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): return of(inlines)
    case .code(_, let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        escaped(String($0))
      }
      // A line end would end the card's row; spaces at the beginning of a line stay in `pre`.
      return "<pre><code>\(lines.joined(separator: "<br>"))</code></pre>"
    case .maths(let tex): return "\\[\(escaped(tex))\\]"
    case .quote(let blocks):
      return "<blockquote>\(blocks.map(of).joined(separator: "<br>"))</blockquote>"
    case .callout(let callout, let blocks):
      let lines = ["<b>\(of(callout.heading))</b>"] + blocks.map(of)
      return "<blockquote>\(lines.joined(separator: "<br>"))</blockquote>"
    case .definitions(let definitions):
      let items = definitions.map { definition in
        "<dt>\(of(definition.term))</dt>"
          + definition.texts.map { "<dd>\($0.map(of).joined(separator: "<br>"))</dd>" }.joined()
      }
      return "<dl>\(items.joined())</dl>"
    case .list(let list):
      let items = list.items.map { "<li>\($0.blocks.map(of).joined(separator: "<br>"))</li>" }
        .joined()
      return list.start == nil ? "<ul>\(items)</ul>" : "<ol>\(items)</ol>"
    case .table(let table):
      let rows = ([table.head] + table.rows).map { row in
        "<tr>\(row.map { "<td>\(of($0))</td>" }.joined())</tr>"
      }
      return "<table>\(rows.joined())</table>"
    case .html(let html): return escaped(HTMLText.visible(html))
    case .footnotes(let notes):
      return notes.map { "<p>[\($0.number)] \($0.blocks.map(of).joined(separator: "<br>"))</p>" }
        .joined()
    case .rule: return ""
    }
  }

  static func of(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): escaped(text)
      case .emphasis(let inner): "<i>\(of(inner))</i>"
      case .strong(let inner): "<b>\(of(inner))</b>"
      case .struck(let inner): "<s>\(of(inner))</s>"
      case .marked(let inner): "<mark>\(of(inner))</mark>"
      case .code(let text): "<code>\(escaped(text))</code>"
      case .maths(let tex): "\\(\(escaped(tex))\\)"
      case .displayMaths(let tex): "\\[\(escaped(tex))\\]"
      case .link(_, let inner): of(inner)
      case .image(let alternative, _): of(alternative)
      case .lineBreak: "<br>"
      case .softBreak: " "
      case .footnote, .html: ""
      }
    }.joined()
  }
}
