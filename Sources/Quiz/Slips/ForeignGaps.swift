import Notes

/// Answer marks as other tools have them, or with a space too many: `[ [answer] ]`, `____`.
enum ForeignGaps {
  /// No longer line is looked at: nobody writes one.
  static let longest = 4_000

  static func find(in source: QuestionSource) -> [Diagnostic] {
    source.linesWithoutCode {
      $0.text.utf8.count <= longest
        && $0.signs.contains("[") && $0.text.holds("[ [")
    }.flatMap { spaced($0.text, $0.number) }
      + source.lines.filter {
        $0.signs.contains("[") && $0.text.utf8.count <= longest
          && ($0.signs.contains("$") || $0.text.holds("\\("))
      }.flatMap { inFormulas($0.text, $0.number) }
  }

  /// Answer marks between the signs of a formula, `$x = [[3]]$`: a formula keeps its brackets, and asks nothing. A
  /// matrix of one row is none.
  private static func inFormulas(_ text: String, _ line: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var rest = text[...]
    var ends = SpanEnds()
    while let first = rest.first {
      let isBracketed = rest.hasPrefix("\\(")
      let end =
        isBracketed
        ? ends.first("\\)", in: rest)?.upperBound
        : first == "`" || first == "$" ? ends.end(ofSpan: rest) : nil
      guard let end else {
        rest = rest.dropFirst(first == "\\" ? 2 : 1)
        continue
      }
      let span = rest[..<end]
      rest = rest[end...]
      guard first != "`", let open = span.firstRange(of: "[["),
        let close = span[open.upperBound...].firstRange(of: "]]"),
        case let inner = span[open.upperBound..<close.lowerBound],
        !inner.isEmpty, !inner.contains(where: { "[],;&".contains($0) }),
        !inner.trimmed.contains(" ") || inner.contains(where: \.isLetter)
      else { continue }
      let signs = isBracketed ? ("\\(", "\\)") : span.hasPrefix("$$") ? ("$$", "$$") : ("$", "$")
      let before = span[..<open.lowerBound].dropFirst(signs.0.count).trimmed
      let behind = span[close.upperBound...].dropLast(signs.1.count).trimmed
      let parts = [
        before.isEmpty ? "" : signs.0 + before + signs.1, "[[\(inner)]]",
        behind.isEmpty ? "" : signs.0 + behind + signs.1,
      ]
      found.append(
        Diagnostic(
          line: line, column: text.distance(from: text.startIndex, to: span.startIndex) + 1,
          "an answer mark in a formula is not seen",
          remedy: "write \(parts.filter { !$0.isEmpty }.joined(separator: " "))"))
    }
    return found
  }

  private static func spaced(_ text: String, _ line: Int) -> [Diagnostic] {
    marked(text, "[ [", "] ]").compactMap { column, inner in
      // A matrix may be written so.
      guard !inner.contains(where: { "[],;".contains($0) }), inner.contains(where: \.isLetter)
      else { return nil }
      return Diagnostic(
        line: line, column: column, "a space parts the brackets of an answer mark",
        remedy: "write [[\(inner.trimmed)]]")
    }
  }

  /// The texts between two signs, each with its column.
  private static func marked(_ text: String, _ open: String, _ close: String) -> [(Int, Substring)]
  {
    var found: [(Int, Substring)] = []
    var rest = text[...]
    while let start = rest.firstRange(of: open) {
      let column = text.distance(from: text.startIndex, to: start.lowerBound) + 1
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: close) else { break }
      found.append((column, rest[..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return found
  }

  /// The answer that stands behind a line to write on, in brackets, in a comment, or between two of them.
  private static func answer(behind end: Substring) -> (said: String, text: String)? {
    let rest = end.drop { $0 == " " }
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("<!--", "-->"), ("", "___")]
    where rest.hasPrefix(open) {
      guard let stop = rest.dropFirst(open.count).firstRange(of: close) else { continue }
      var said = rest[..<stop.upperBound]
      // The other line is as long as it is.
      if open.isEmpty { said = rest[..<rest[stop.lowerBound...].drop { $0 == "_" }.startIndex] }
      let inner = String(rest[..<stop.lowerBound].dropFirst(open.count)).trimmed
      let text = inner.firstIndex(of: ":").map { inner[inner.index(after: $0)...].trimmed } ?? inner
      guard text.contains(where: { $0.isLetter || $0.isNumber }), text.count < 60,
        !open.isEmpty || text.split(separator: " ").count < 3
      else { continue }
      return (String(said), text)
    }
    return nil
  }

  /// What lines to write on are drawn with, and the signs that go on with it; with backslashes they are meant as
  /// they stand.
  private static let drawn: [(String, String)] = [
    ("___", "_"), ("_ _ _", "_ "), ("\u{2026}\u{2026}", "\u{2026}"),
    (".....", "."),
    (". . . .", ". "),
  ]

  /// A line to write on whose signs have backslashes, as other programs save it, with its answer in brackets behind it.
  /// Where the note tells that answer it is shown for certain; else a word may be given there that the answer is a
  /// form of, as on cards of languages.
  static func escaped(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers else { return [] }
    let lines = source.linesWithoutCode {
      $0.signs.contains("\\") && $0.signs.contains("_") && $0.text.utf8.count <= longest
    }
    guard !lines.isEmpty else { return [] }
    let note = section.explanation.plainText.lowercased()
    return lines.compactMap { line in
      guard let start = line.text.firstRange(of: "\\_\\_"),
        case let end = line.text[start.lowerBound...].drop(while: { "\\_".contains($0) }),
        let answer = answer(behind: end)
      else { return nil }
      var found = Diagnostic(
        line: line.number,
        column: line.text.distance(from: line.text.startIndex, to: start.lowerBound) + 1,
        "a line to write on asks nothing, and its answer stands beside it",
        remedy: "write [[\(answer.text)]] in place of it and \(answer.said)")
      let isTold = note.split { !$0.isLetter && !$0.isNumber && $0 != " " }
        .contains { " \($0) ".contains(" \(answer.text.lowercased()) ") }
      if !isTold { found.severity = .warning }
      return found
    }
  }

  /// Lines to write on, in a question that has no answer mark: whoever draws them means one.
  static func lines(in source: QuestionSource) -> Diagnostic? {
    for line in source.linesWithoutCode(where: { $0.text.utf8.count <= longest }) {
      let text = line.text
      guard text.contains(where: \.isLetter),
        let (start, signs) = drawn.lazy.compactMap({ sign, more in
          text.firstRange(of: sign).map { ($0, more) }
        }).first
      else { continue }
      // `__init___` is a name.
      if start.lowerBound > text.startIndex, signs == "_" {
        let before = text[text.index(before: start.lowerBound)]
        if before.isLetter || before.isNumber { continue }
      }
      let end = text[start.lowerBound...].drop { signs.contains($0) }
      if signs == "_", let next = end.first, next.isLetter || next.isNumber { continue }
      let answer = answer(behind: end)
      return Diagnostic(
        line: line.number,
        column: text.distance(from: text.startIndex, to: start.lowerBound) + 1,
        "a line to write on asks nothing",
        remedy: answer.map { "write [[\($0.text)]] in place of it and \($0.said)" }
          ?? "write [[the answer]] in its place")
    }
    return nil
  }
}
