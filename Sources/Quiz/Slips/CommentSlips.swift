import Formulas
import Notes

/// Settings of a quiz comment that cannot be read, and would with a sign less or more: `id = "a"`,
/// `id: a`, `tags=a, b`, `d=Int(1,3)`.
enum CommentSlips {
  /// The comment as it ought to be; nil where that is not known.
  static func mended(_ html: String) -> String? {
    guard let comment = QuizComment(html.split(separator: "\n").joined(separator: " ")) else {
      return nil
    }
    var words: [String] = []
    for word in settings(comment.right) {
      // What ends in a comma goes on: `tags=a, b`.
      if let last = words.last, last.hasSuffix(","), !word.contains("=") {
        words[words.count - 1] += word
      } else {
        words.append(word)
      }
    }
    let body = words.map(mended).joined(separator: " ")
    let right = body.isEmpty ? "<!-- quiz -->" : "<!-- quiz \(body) -->"
    guard right != html.trimmed, Directive.read(right).1.isEmpty else { return nil }
    return right
  }

  /// A comment that lacks nothing but an identity, with one after the words of its heading; nil for another.
  static func named(_ html: String, after heading: String) -> String? {
    let text = html.trimmed
    guard text.hasPrefix("<!-- quiz "), !text.contains("\n") else { return nil }
    let words = Slugs.slug(heading).filter { $0.isASCII }.split(separator: "-").prefix(4)
    let id = words.isEmpty ? "a" : String(words.joined(separator: "-").prefix(64))
    let right = "<!-- quiz id=\(id) \(text.dropFirst("<!-- quiz ".count))"
    return Directive.read(right).1.isEmpty ? right : nil
  }

  /// Whether `choice(…)` is to draw from texts in quotes: there is none.
  static func drawsWords(_ html: String) -> Bool {
    // Each up to the bracket that closes it, whatever else begins there.
    html.split(separator: ")").contains { part in
      guard let start = part.firstRange(of: "choice(")?.upperBound else { return false }
      return part[start...].contains { "\"'\u{201C}\u{2018}".contains($0) }
    }
  }

  /// The second of two quiz comments in one block of HTML.
  static func second(in html: String, line: Int) -> Diagnostic? {
    let lines = html.split(separator: "\n", omittingEmptySubsequences: false)
    let comments = lines.indices.filter { lines[$0].trimmed.hasPrefix("<!-- quiz") }
    guard comments.count > 1, let first = comments.first, lines[first].contains("-->") else {
      return nil
    }
    return Diagnostic(
      line: line + comments[1], column: 1, "a second quiz comment for one question",
      remedy: "take this line away")
  }

  /// The settings apart: what stands in brackets, and what a colon is before, is one.
  private static func settings(_ comment: String) -> [String] {
    let inner = comment.dropFirst("<!-- quiz".count).dropLast("-->".count)
    var words: [String] = []
    for piece in inner.split(separator: " ") {
      if let last = words.last, !piece.contains("="),
        missing(in: last[...]) > 0 || last.hasSuffix(":")
      {
        // Numbers in brackets are parted by commas.
        let isParted = last.last.map { "(,:".contains($0) } ?? true
        words[words.count - 1] += (isParted || ",)".contains(piece.first ?? ",") ? "" : ",") + piece
      } else {
        words.append(String(piece))
      }
    }
    return words
  }

  /// How many brackets are still to be closed.
  private static func missing(in text: Substring) -> Int {
    text.count { $0 == "(" } - text.count { $0 == ")" }
  }

  private static func mended(_ word: String) -> String {
    var word = word
    while let last = word.last, ",;".contains(last) { word.removeLast() }
    if !word.contains("="), let colon = word.firstIndex(of: ":") {
      word = "\(word[..<colon])=\(word[word.index(after: colon)...])"
    }
    guard let equals = word.firstIndex(of: "=") else { return word }
    let value = word[word.index(after: equals)...]
    if let open = value.firstIndex(of: "(") {
      return word[...equals] + value[..<open].lowercased() + value[open...]
        + String(repeating: ")", count: max(0, missing(in: value)))
    }
    // Quotes of one sign, as a shell has them.
    return word[...equals] + value.filter { $0 != "'" }
  }
}
