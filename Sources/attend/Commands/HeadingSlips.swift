import Notes

/// Headings that are none for want of a space: `##Lesson`, so that no lesson begins there.
enum HeadingSlips {
  /// Those among the blocks of a lesson, by their lines in it. A single sign may begin a tag.
  ///
  /// - Parameters:
  ///   - asked: the lines of the file that questions take, which a heading would end.
  ///   - before: how many lines of the file stand before the lesson.
  static func find(in blocks: [Block], asked: Set<Int>, linesBefore before: Int) -> [Diagnostic] {
    blocks.compactMap { block in
      guard case .paragraph(let inlines) = block.kind, case .text(let text)? = inlines.first else {
        return nil
      }
      let signs = text.prefix { $0 == "#" }
      let rest = text[signs.endIndex...]
      guard (2...6).contains(signs.count), rest.first?.isLetter == true else { return nil }
      let title = rest.prefix { $0 != "\n" }.trimmed
      let isAsked = asked.contains(before + block.line)
      return Diagnostic(
        line: block.line, column: 1,
        isAsked
          ? "this is nearly a heading, which would end the question"
          : "this is nearly a heading, and none",
        remedy: isAsked ? "write **\(title)**" : "write \(signs) \(title)"
      ).warned
    }
  }
}
