import Notes

/// Answer marks where none is asked for: in the heading of a question, in its hints and in its notes.
enum HeadGaps {
  /// Those of the heading, which would show a gap that cannot be filled.
  static func find(in section: QuestionSection) -> [Diagnostic] {
    found(
      [section.heading.plainText], section, "a gap in the heading is not asked",
      ", or ask for it in the text below")
  }

  /// Those of hints and notes: the question can be asked without them.
  static func told(in section: QuestionSection) -> [Diagnostic] {
    let found =
      found(section.hints.map(\.plainText), section, "a gap in a hint is not asked", "")
      + found([section.explanation.plainText], section, "a gap in a note is not asked", "")
    return found.map {
      var warning = $0
      warning.severity = .warning
      return warning
    }
  }

  private static func found(
    _ texts: [String], _ section: QuestionSection, _ message: String, _ more: String
  ) -> [Diagnostic] {
    texts.flatMap { section.marks.indexes(in: $0) }.compactMap { index in
      guard case .blank(let text) = section.marks.all[index] else { return nil }
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0, message,
        remedy: "write \(shown(text.trimmed))\(more)")
    }
  }

  /// What an answer mark asks for, as it is shown: the first of its alternatives, or the value.
  private static func shown(_ text: String) -> String {
    if text.hasPrefix("=") { return "{{\(text)}}" }
    let word = BlankSource.alternatives(text).first ?? ""
    return word.isEmpty ? "the word" : word
  }
}
