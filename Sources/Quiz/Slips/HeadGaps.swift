import Notes

/// Answer marks where none is asked for: in the heading of a question, in its hints and in its notes.
enum HeadGaps {
  /// Those of the heading, which would show a gap that cannot be filled.
  static func find(in section: QuestionSection) -> [Diagnostic] {
    let heading = section.heading.plainText
    let asked = section.marks.fill(heading) { index in
      section.marks.place(of: index)?.text ?? "…"
    }
    // Never the answer itself, which would be seen there.
    let shown = section.marks.fill(heading) { index in
      section.marks.all[index].isBlank ? "…" : section.marks.place(of: index)?.text ?? "…"
    }
    return found([heading], section, "a gap in the heading is not asked") { _ in
      "write \(shown) as the heading, and \(asked) in the text below its comment"
    }
  }

  /// Those of hints and notes: the question can be asked without them.
  static func told(in section: QuestionSection) -> [Diagnostic] {
    let found =
      found(section.hints.map(\.plainText), section, "a gap in a hint is not asked") { _ in
        "write … in its place"
      }
      + found([section.explanation.plainText], section, "a gap in a note is not asked") {
        "write \(answer($0))"
      }
    return found.map(\.warned)
  }

  private static func found(
    _ texts: [String], _ section: QuestionSection, _ message: String, _ remedy: (String) -> String
  ) -> [Diagnostic] {
    texts.flatMap { section.marks.indexes(in: $0) }.compactMap { index in
      guard case .blank(let text) = section.marks.all[index] else { return nil }
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0, message,
        remedy: remedy(text.trimmed))
    }
  }

  /// What an answer mark asks for, as it is shown: the first of its alternatives, or the value.
  private static func answer(_ text: String) -> String {
    if text.hasPrefix("=") { return "{{\(text)}}" }
    let word = BlankSource.alternatives(text).first ?? ""
    return word.isEmpty ? "the word" : word
  }
}
