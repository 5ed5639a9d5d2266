import Basics
import Formulas
import Notes

/// Settings of a quiz comment that cannot be read, and would with a sign less or more: `id = "a"`,
/// `id: a`, `tags=a, b`, `d=Int(1,3)`.
enum CommentSlips {
  /// The comment as it ought to be; nil where that is not known.
  static func mended(_ html: String) -> String? {
    // Signs of other languages around a setting, and of an assignment.
    let written = html.trimmed
    let html = [(":=", "="), ("{{", ""), ("}}", ""), (" {", " "), (" }", " ")].reduce(html) {
      $0.replacing($1.0, with: $1.1)
    }
    guard let comment = QuizComment(html.split(separator: "\n").joined(separator: " ")) else {
      return nil
    }
    var words: [String] = []
    for word in settings(comment.right) {
      // `d int(2,4)`.
      if let last = words.last, !last.contains("="), (try? Directive.DrawRule(word)) != nil {
        words[words.count - 1] += "=\(word)"
        continue
      }
      // `int d=(2,4)`.
      if let last = words.last, draws.contains(last.lowercased()),
        let open = word.firstRange(of: "=(")
      {
        words[words.count - 1] =
          "\(word[..<open.lowerBound])=\(last)\(word[open.lowerBound...].dropFirst())"
        continue
      }
      if draws.contains(word.lowercased()) {
        words.append(word)
        continue
      }
      // What ends in a comma goes on: `tags=a, b`.
      if let last = words.last, last.hasSuffix(",") || last.hasSuffix(";"), !word.contains("=") {
        words[words.count - 1] += word
      } else if let last = words.last, last.hasPrefix("id="), last.count > 3,
        word.allSatisfy({ $0.isLetter || $0.isNumber }),
        !Directive.settings.contains(word.lowercased()) || word == "id"
      {
        // `id=my id`.
        words[words.count - 1] += "-\(word)"
      } else if let last = words.last, last.hasPrefix("tags="), last.count > 5,
        word.allSatisfy({ $0.isLetter || $0.isNumber })
      {
        // `tags="my tag"`.
        words[words.count - 1] += ",\(word)"
      } else {
        words.append(word)
      }
    }
    words = tagged(words.flatMap(apart))
    let hasIdentity = words.contains { $0.hasPrefix("id=") && $0.count > 3 }
    let body = words.compactMap { bare($0, hasIdentity) }.map(mended).joined(separator: " ")
    let right = body.isEmpty ? "<!-- quiz -->" : "<!-- quiz \(body) -->"
    guard right != written, Directive.read(right).1.isEmpty else { return nil }
    return right
  }

  /// A comment that lacks nothing but an identity, with one after the words of its heading; nil for another.
  static func named(_ html: String, after heading: String) -> String? {
    let text = html.trimmed
    guard text.hasPrefix("<!-- quiz "), !text.contains("\n") else { return nil }
    let words = Slugs.slug(heading).split(separator: "-").prefix(4).joined(separator: "-")
    let id = words.isEmpty ? "a" : LatinLetters.name(of: words)
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

  /// What to say of a draw of words.
  static func drawnWords(line: Int) -> Diagnostic {
    Diagnostic(
      line: line, column: 1, "choice(…) draws one of some numbers, and no words",
      remedy: "write numbers in it, as choice(1,2,3), or a question for each word")
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

  /// The ways to draw.
  private static let draws: Set = ["int", "ints", "mat", "choice"]

  /// Words with a hash before them as tags, where there is an identity: `id=a #tokens`.
  private static func tagged(_ words: [String]) -> [String] {
    func isTag(_ word: String) -> Bool {
      word.hasPrefix("#") && word.count > 1
        && word.dropFirst().allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
    }
    let tags = words.filter(isTag).map { String($0.dropFirst()) }
    guard !tags.isEmpty, words.contains(where: { $0.hasPrefix("id=") && $0.count > 3 }) else {
      return words
    }
    let others = words.filter { !isTag($0) }
    guard let given = others.firstIndex(where: { $0.hasPrefix("tags=") }) else {
      return others + ["tags=\(tags.joined(separator: ","))"]
    }
    var all = others
    all[given] += "," + tags.joined(separator: ",")
    return all
  }

  /// What others call the settings.
  private static let others = [
    "language": "lang", "revision": "rev", "version": "rev", "identity": "id", "name": "id",
    "tag": "tags",
  ]

  /// A word that is no setting: an identity by itself, `#a`, or a setting without a value, which is left out.
  private static func bare(_ word: String, _ hasIdentity: Bool) -> String? {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard !parts[1].isEmpty else { return nil }
      return others[String(parts[0])].map { "\($0)=\(parts[1])" } ?? word
    }
    // A kind of question is seen by its answers: `quiz question id=a`.
    if Directive.settings.contains(word) || QuizRemark.isKind(word) { return nil }
    let name = word.hasPrefix("#") ? String(word.dropFirst()) : word
    return hasIdentity || name.contains(":") ? word : "id=\(name)"
  }

  /// Settings that a comma or a semicolon parts, and no space: `id=a,tags=b`.
  private static func apart(_ word: String) -> [String] {
    var parts: [String] = []
    for piece in word.split(whereSeparator: { ",;".contains($0) }) {
      let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let begins = !name.isEmpty && piece[name.endIndex...].first == "="
      if begins || parts.isEmpty {
        parts.append(String(piece))
      } else {
        parts[parts.count - 1] += "," + piece
      }
    }
    return parts
  }

  /// The brackets of a draw, round and closed once, with commas for other signs between two numbers: `(1;4)`,
  /// `(1..4)`, `(1 to 4)`, `(1-4)`, `[1,4]`.
  private static func drawn(_ value: Substring) -> String {
    var inner = String(value.dropFirst())
    if let last = inner.last, value.first == "(" ? last == ")" : "]}".contains(last) {
      inner.removeLast()
    }
    for sign in [";", "...", "\u{2026}", "..", ",to,", "\u{FF0C}", "\u{2013}", "\u{2014}"] {
      inner = inner.replacing(sign, with: ",")
    }
    // As sizes are said: `2x3`.
    var signs = Array(inner)
    for index in signs.indices.dropFirst().dropLast()
    where "x\u{D7}*".contains(signs[index]) && signs[index - 1].isNumber
      && signs[index + 1].isNumber
    {
      signs[index] = ","
    }
    inner = String(signs)
    // A minus between two numbers, and nothing else.
    let ends = inner.split(separator: "-", omittingEmptySubsequences: false)
    if ends.count == 2, ends.allSatisfy({ Int($0) != nil }) {
      inner = ends.joined(separator: ",")
    }
    while missing(in: inner[...]) < 0, inner.last == ")" { inner.removeLast() }
    return "(\(inner)" + String(repeating: ")", count: 1 + max(0, missing(in: inner[...])))
  }

  /// Numbers without a word for how one of them is drawn: `[2,3,4]`, `2..4`.
  private static func draw(of value: String) -> String? {
    let list = value.drop { "[{(".contains($0) }
    let inner = list.prefix { !"]})".contains($0) }
    let numbers = inner.split(separator: ",").compactMap { Double($0) }
    if inner.count < value.count, numbers.count > 1,
      numbers.count == inner.split(separator: ",").count
    {
      return "choice(\(inner))"
    }
    let ends = drawn("(\(value))"[...]).dropFirst().dropLast().split(separator: ",")
    return ends.count == 2 && ends.allSatisfy { Int($0) != nil }
      ? "int(\(ends[0]),\(ends[1]))" : nil
  }

  private static func mended(_ word: String) -> String {
    var word = word
    while let last = word.last, ",;".contains(last) { word.removeLast() }
    if !word.contains("="), let colon = word.firstIndex(of: ":") {
      word = "\(word[..<colon])=\(word[word.index(after: colon)...])"
    }
    guard let equals = word.firstIndex(of: "=") else { return word }
    let value = String(word[word.index(after: equals)...]).replacing("\u{FF08}", with: "(")
      .replacing("\u{FF09}", with: ")")
    if let open = value.firstIndex(where: { "([{".contains($0) }), open > value.startIndex {
      return word[...equals] + value[..<open].lowercased() + drawn(value[open...])
    }
    let name = String(word[..<equals])
    if !Directive.settings.contains(name), let draw = draw(of: value) { return "\(name)=\(draw)" }
    // Quotes of one sign, as a shell has them.
    return word[...equals] + value.filter { $0 != "'" }
  }
}
