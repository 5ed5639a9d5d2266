import Notes

/// Answer marks as other tools have them, or with a space too many: `{{c1::answer}}`, `[ [answer] ]`, `____`.
enum ForeignGaps {
  /// No longer line is looked at: nobody writes one.
  static let longest = 4_000

  static func find(in source: QuestionSource) -> [Diagnostic] {
    source.linesWithoutCode {
      $0.text.utf8.count <= longest
        && ($0.signs.contains("{") && $0.text.holds("{{c")
          || $0.signs.contains("[") && $0.text.holds("[ ["))
    }.flatMap { clozes($0.text, $0.number) + spaced($0.text, $0.number) }
  }

  /// Anki's: `{{c1::answer}}`, `{{c1::answer::hint}}`.
  private static func clozes(_ text: String, _ line: Int) -> [Diagnostic] {
    let isInTable = text.first { $0 != " " && $0 != ">" } == "|"
    return marked(text, "{{c", "}}").compactMap { column, inner in
      let digits = inner.prefix(while: \.isNumber)
      guard !digits.isEmpty, let colons = inner.firstRange(of: "::"),
        colons.lowerBound == digits.endIndex
      else { return nil }
      let rest = inner[colons.upperBound...]
      let answer = rest.firstRange(of: "::").map { rest[..<$0.lowerBound] } ?? rest
      return Diagnostic(
        line: line, column: column, "this is a cloze of Anki's, and asks nothing here",
        remedy: "write \(BlankSource.mark(for: String(answer), inTable: isInTable))")
    }
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

  /// Lines to write on, in a question that has no answer mark: whoever draws them means one.
  static func lines(in source: QuestionSource) -> Diagnostic? {
    for line in source.linesWithoutCode(where: {
      $0.text.utf8.count <= longest && $0.signs.contains("_") && $0.text.holds("___")
    }) {
      let text = line.text
      guard text.contains(where: \.isLetter), let start = text.firstRange(of: "___") else {
        continue
      }
      // `__init___` is a name.
      if start.lowerBound > text.startIndex {
        let before = text[text.index(before: start.lowerBound)]
        if before.isLetter || before.isNumber { continue }
      }
      let end = text[start.lowerBound...].drop { $0 == "_" }
      if let next = end.first, next.isLetter || next.isNumber { continue }
      return Diagnostic(
        line: line.number,
        column: text.distance(from: text.startIndex, to: start.lowerBound) + 1,
        "a line to write on asks nothing",
        remedy: "write [[the answer]] in its place")
    }
    return nil
  }
}
