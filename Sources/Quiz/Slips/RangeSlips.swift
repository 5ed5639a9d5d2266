import Notes

/// Ranges that an answer mark asks for as signs, for want of their two dots: `[[12-14]]`, `[[12...14]]`.
enum RangeSlips {
  static func find(in section: QuestionSection) -> [Diagnostic] {
    section.blanks.compactMap { index in
      guard case .blank(let written) = section.marks.all[index],
        case let text = written.trimmed, let right = BlankSource.meantRange(text)
      else { return nil }
      return section.problem(
        "[[\(text)]] is no range: write [[\(right)]], or for these very signs "
          + BlankSource.literal(text, inTable: section.marks.place(of: index)?.isInTable == true),
        at: index)
    }
  }
}
