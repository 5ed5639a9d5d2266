import Notes

/// Answer marks that ask for words, and seem to be meant for numbers; ranges without their dots are told by
/// `RangeSlips`.
enum KeySlips {
  /// Errors, and warnings where the words may be meant.
  static func find(in section: QuestionSection) -> [Diagnostic] {
    section.blanks.compactMap { index in
      guard case .blank(let text) = section.marks.all[index] else { return nil }
      if let barred = barred(text, section.marks.place(of: index), section) { return barred }
      guard BlankSource.meantRange(text.trimmed) == nil,
        case let place = section.marks.place(of: index),
        let slip = AnswerSigns.meant(text, inTable: place?.isInTable == true)
      else { return nil }
      let literal = BlankSource.literal(text.trimmed, inTable: place?.isInTable == true)
      var found = Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0, slip.message,
        remedy: "\(slip.remedy); for these very signs \(literal)")
      if !slip.isSure { found.severity = .warning }
      return found
    }
  }

  private static func barred(
    _ text: String, _ place: Marks.Place?, _ section: QuestionSection
  ) -> Diagnostic? {
    BarredBrackets.mended(text, inTable: place?.isInTable == true).map { right in
      Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "the bar parts a pair of brackets", remedy: "write \(right)")
    }
  }
}
