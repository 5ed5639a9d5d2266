import Notes

/// Headings that are none for want of a space: `##Lesson`, so that no lesson begins there.
enum HeadingSlips {
  /// Those among the blocks of a lesson, by their lines in it. A single sign may begin a tag.
  static func find(in blocks: [Block]) -> [Diagnostic] {
    blocks.compactMap { block in
      guard case .paragraph(let inlines) = block.kind, case .text(let text)? = inlines.first else {
        return nil
      }
      let signs = text.prefix { $0 == "#" }
      let rest = text[signs.endIndex...]
      guard (2...6).contains(signs.count), rest.first?.isLetter == true else { return nil }
      var slip = Diagnostic(
        line: block.line, column: 1, "this is nearly a heading, and none",
        remedy: "write \(signs) \(rest.prefix { $0 != "\n" }.trimmed)")
      slip.severity = .warning
      return slip
    }
  }
}
