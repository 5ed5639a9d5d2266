import Notes

/// Two backslashes before braces, of which one shows and none takes the braces their meaning: `\\{{ name }}`.
enum EscapeSlips {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    let names = section.directive.parameters.map(\.name)
    return section.indexesOfMarks.compactMap { index in
      guard case .value(let text) = section.marks.all[index],
        let place = section.marks.place(of: index), let line = source[place.line],
        line.utf8.count <= ForeignGaps.longest, line.prefix(place.column - 1).hasSuffix("\\\\"),
        // A value behind a backslash of its own.
        !names.contains(text.drop { "= ".contains($0) }.trimmed)
      else { return nil }
      return Diagnostic(
        line: place.line, column: place.column,
        "two backslashes show one, and these braces are read", remedy: "write \\\(place.text)")
    }
  }
}
