/// Places that no author names, since each page has them: its top, and the lines of its source.
extension Library {
  /// The lesson of a note in which such a place stands; nil where the name is that of another one.
  func lesson(ofPlaceMade anchor: String, inDocument document: Int) -> LessonID? {
    if anchor.lowercased() == "top" { return firstLesson(ofDocument: document) }
    guard let line = Self.sourceLine(anchor) else { return nil }
    // The lines of a notebook are not those of its text.
    guard !documents[document].isNotebook else { return firstLesson(ofDocument: document) }
    return lesson(atLine: line, ofDocument: document)
  }

  /// The line within a lesson, counted from 1, that a link names as GitHub does, `#L3`; nil for another link, and
  /// for a notebook, whose lines are not those of its text.
  package func line(ofLink link: String, in id: LessonID) -> Int? {
    guard let hash = link.lastIndex(of: "#"), !documents[id.document].isNotebook,
      let line = Self.sourceLine(String(link[hash...].dropFirst())), let first = self[id]?.line
    else { return nil }
    return max(1, line.subtractingReportingOverflow(first).partialValue + 1)
  }

  /// The lesson of a note that holds a line of its file, or comes before it; the first one above all.
  package func lesson(atLine line: Int, ofDocument document: Int) -> LessonID? {
    lessonIDs(inDocument: document).last { (self[$0]?.line ?? 0) <= line }
      ?? firstLesson(ofDocument: document)
  }

  /// The first of the lines that GitHub names `L3`, `L3-L9` or `L3C1-L9C2`.
  private static func sourceLine(_ anchor: String) -> Int? {
    let ends = anchor.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count <= 2, ends.first?.first == "L" else { return nil }
    var lines: [Int] = []
    for end in ends {
      let place = end.first == "L" ? end.dropFirst() : end
      let numbers = place.split(separator: "C", maxSplits: 1, omittingEmptySubsequences: false)
      guard
        numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } })
      else { return nil }
      lines.append(Int(numbers[0]) ?? .max)
    }
    return lines.first
  }
}
