import Basics
import Notes
import Pages
import Scheduling

/// The questions as Anki's text import: tab-separated, with the identity as Anki's own, so that
/// importing again updates in place.
package struct AnkiText {
  /// What begins the line with the fingerprint of all other lines: Anki passes over keys that it
  /// does not know.
  private static let mark = "#attend:"

  /// Whether a file is such an import as it was made here, to the last byte.
  package static func isOurs(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[start..<end].starts(with: mark.utf8) {
        let written = bytes[start..<end].dropFirst(mark.utf8.count)
        let others = bytes[..<start] + bytes[end...].dropFirst()
        return written.elementsEqual(fingerprint(others).utf8)
      }
      start = end + 1
    }
    return false
  }

  private static func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
    String(StableHash(bytes).value, radix: 16)
  }

  /// One line for each card.
  package let cards: [String]
  private let head: [String]

  /// The file's text.
  package var text: String {
    let lines = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
    return lines(head) + "\(Self.mark)\(Self.fingerprint(lines(head + cards).utf8))\n"
      + lines(cards)
  }

  /// The cards of a bank; a question that cannot be asked makes none.
  package init(_ bank: QuestionBank, in library: Library) {
    head = [
      "#separator:tab", "#html:true", "#notetype:Basic",
      "#deck:Attend::" + Self.oneLine(library.title), "#guid column:1", "#tags column:4",
      "#columns:guid\tFront\tBack\tTags",
    ]
    var lines: [String] = []
    for question in bank.questions {
      // Always the same numbers: a card on paper has no dice.
      guard let posed = try? Posed(question, seed: Fuzz.seed(question: question.id, count: 0))
      else { continue }
      let chapter = library.chapter(of: question.lesson)?.title ?? ""
      let lesson = library[question.lesson]?.title ?? ""
      let tags =
        ["attend", "attend::\(Slugs.slug(chapter))::\(Slugs.slug(lesson))", question.kindName]
        + (question.isGenerated ? ["made-from-notes"] : [])
      lines.append(
        [question.id, Self.front(posed), Self.back(posed), tags.joined(separator: " ")]
          .map(Self.oneLine).joined(separator: "\t"))
    }
    cards = lines
  }

  private static func front(_ posed: Posed) -> String {
    var html = "<b>\(escaped(posed.heading.plainText))</b>"
    for block in posed.prompt { html += "<p>\(HTML.of(block))</p>" }
    let options = posed.exercise.choices
    if !options.isEmpty {
      html += "<ol>" + options.map { "<li>\(escaped($0))</li>" }.joined() + "</ol>"
    }
    return html
  }

  private static func back(_ posed: Posed) -> String {
    var html =
      posed.exercise.solution.isEmpty ? "" : "<p><b>\(escaped(posed.exercise.solution))</b></p>"
    for block in posed.explanation { html += "<p>\(HTML.of(block))</p>" }
    return html
  }

  private static func escaped(_ text: String) -> String { HTML.escaped(text) }

  /// Tabs and line ends part fields and rows; whoever prints the file meets no control either.
  private static func oneLine(_ text: String) -> String {
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
      case .format: break
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}

/// Blocks as HTML, for Anki.
private enum HTML {
  static func escaped(_ text: String) -> String {
    var html = ""
    for character in text {
      switch character {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      default: html.append(character)
      }
    }
    return html
  }

  static func of(_ block: Block) -> String {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): return of(inlines)
    case .code(_, let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        escaped(String($0))
      }
      return "<code>\(lines.joined(separator: "<br>"))</code>"
    case .maths(let tex): return "\\[\(escaped(tex))\\]"
    case .quote(let blocks), .alert(_, let blocks):
      return "<blockquote>\(blocks.map(of).joined(separator: "<br>"))</blockquote>"
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
    case .rule, .footnotes: return ""
    }
  }

  static func of(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): escaped(text)
      case .emphasis(let inner): "<i>\(of(inner))</i>"
      case .strong(let inner): "<b>\(of(inner))</b>"
      case .struck(let inner): "<s>\(of(inner))</s>"
      case .code(let text): "<code>\(escaped(text))</code>"
      case .maths(let tex): "\\(\(escaped(tex))\\)"
      case .displayMaths(let tex): "\\[\(escaped(tex))\\]"
      case .link(_, let inner): of(inner)
      case .image(let alternative, _): escaped(alternative)
      case .lineBreak: "<br>"
      case .softBreak: " "
      case .footnote, .html: ""
      }
    }.joined()
  }
}
