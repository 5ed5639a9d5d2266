import Notes

/// Finds out in a few questions where to start: it halves the chapters, and asks of the one in the middle
/// until two answers agree.
package struct Placement: Sendable {
  /// No more questions than these.
  package static let most = 12
  /// So many answers of one kind decide about a chapter.
  private static let decisive = 2

  private struct Chapter {
    let start: LessonID
    var questions: [String]
    var right = 0
    var wrong = 0
  }

  private var chapters: [Chapter]
  /// The chapter to start with is among these; the last number stands for none: all is known.
  private var range: ClosedRange<Int>
  private var asked = 0

  /// The chapters of some notes that hold questions which can be judged; which of these are asked follows
  /// from the seed.
  init(_ bank: QuestionBank, seed: UInt64) {
    let judged = Dictionary(
      grouping: bank.questions.filter { !$0.isSelfJudged }, by: \.lesson.chapterStart)
    chapters = judged.sorted { $0.key < $1.key }.map { start, questions in
      // Those come first that are hardest to guess.
      let order = questions.map { ($0.id, $0.isEasilyGuessed ? 1 : 0, $0.lot(seed)) }
        .sorted { ($0.1, $0.2) < ($1.1, $1.2) }
      return Chapter(start: start, questions: order.map(\.0))
    }
    range = 0...chapters.count
  }

  /// The next question; nil once it is known where to start.
  mutating func next() -> String? {
    while range.lowerBound < range.upperBound {
      let middle = (range.lowerBound + range.upperBound) / 2
      let chapter = chapters[middle]
      if chapter.right >= Self.decisive
        || chapter.questions.isEmpty && chapter.right > chapter.wrong
      {
        range = middle + 1...range.upperBound
      } else if chapter.wrong >= Self.decisive || chapter.questions.isEmpty {
        range = range.lowerBound...middle
      } else {
        // What the last answers narrow costs no further question.
        guard asked < Self.most else { return nil }
        asked += 1
        return chapters[middle].questions.removeFirst()
      }
    }
    return nil
  }

  /// Takes in how the last question went.
  mutating func take(isRight: Bool) {
    let middle = (range.lowerBound + range.upperBound) / 2
    guard chapters.indices.contains(middle) else { return }
    if isRight { chapters[middle].right += 1 } else { chapters[middle].wrong += 1 }
  }

  /// The first lesson of the chapter to start with; nil where all is known.
  var start: LessonID? {
    chapters.indices.contains(range.lowerBound) ? chapters[range.lowerBound].start : nil
  }
}
