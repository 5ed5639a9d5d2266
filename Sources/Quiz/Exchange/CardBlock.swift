import Notes

/// A part of a foreign card as Markdown.
struct CardBlock: Equatable {
  enum Kind: Equatable {
    /// Lines that are ends of lines on the card too.
    case text
    case list, code, table
  }

  let kind: Kind
  var lines: [String]

  /// The same where a question is asked, where a list would be the answer, put in order or matched: it becomes
  /// lines with its signs.
  var asked: CardBlock {
    let lines: [String]
    switch kind {
    case .list:
      lines = self.lines.filter { !$0.trimmed.isEmpty && !$0.trimmed.hasPrefix("```") }.map {
        line in
        let indent = line.prefix { $0 == " " }
        let text = line.dropFirst(indent.count).trimmed
        return String(repeating: "\u{A0}", count: indent.count) + Self.shownItem(text)
      }
    case .text: lines = self.lines
    case .code, .table: return self
    }
    // A pair of terms has plain spaces.
    return CardBlock(
      kind: .text, lines: lines.map { $0.replacing(" :: ", with: "\u{A0}::\u{A0}") })
  }
}

extension CardBlock {
  /// A line of a list with a sign that is text; a number would be nearly a step's.
  private static func shownItem(_ line: String) -> String {
    if line.hasPrefix("- ") { return "• " + line.dropFirst(2) }
    let digits = line.prefix(while: \.isNumber)
    let rest = line[digits.endIndex...]
    return !digits.isEmpty && rest.hasPrefix(". ")
      ? "• " + rest.dropFirst(2) : CardWriter.harmlessStart(line)
  }
}

extension [CardBlock] {
  /// The lines of a file, with a blank one between two blocks.
  var fileLines: [String] {
    let lines = map { block in
      block.kind == .text
        ? block.lines.dropLast().map { $0 + "  " } + block.lines.suffix(1) : block.lines
    }
    return [String](lines.joined(separator: [""]))
  }

  /// Takes the first line of text out, as a heading; nil where there is none.
  mutating func takeHeading() -> String? {
    guard let index = firstIndex(where: { $0.kind == .text }) else { return nil }
    let heading = self[index].lines.removeFirst()
    if self[index].lines.isEmpty { remove(at: index) }
    // All of it bold says nothing of a heading.
    let inner = heading.trimmed.dropFirst(2).dropLast(2)
    let isBold =
      !inner.isEmpty && heading.trimmed.hasPrefix("**") && heading.trimmed.hasSuffix("**")
      && !inner.contains("**")
    return isBold ? String(inner) : heading.trimmed
  }
}

/// Names of programming languages that a fence may have: any other might mean something to whoever reads the notes.
enum CodeName {
  private static let all: Set<String> = [
    "bash", "c", "cpp", "css", "go", "haskell", "html", "java", "javascript", "js", "json", "julia",
    "kotlin", "latex", "php", "py", "python", "r", "ruby", "rust", "scala", "sh", "shell", "sql",
    "swift", "ts", "typescript", "xml", "yaml",
  ]

  /// The language that a class of HTML names; nil where it names none of them.
  static func of(_ names: String) -> String? {
    names.lowercased().split(whereSeparator: \.isWhitespace).lazy.compactMap { name -> String? in
      for sign in ["language-", "lang-"] where name.hasPrefix(sign) {
        let language = String(name.dropFirst(sign.count))
        return all.contains(language) ? language : nil
      }
      return nil
    }.first
  }
}
