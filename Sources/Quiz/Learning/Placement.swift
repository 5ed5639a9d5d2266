import Notes

/// Finds out in a few questions where to start: it halves the chapters, and asks of the one in the middle
/// until two answers agree.
package struct Placement: Sendable {
  /// No more questions than these are ever asked.
  package static let most = 12
  /// So many may be asked here, however they are answered.
  let most: Int
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

  /// The chapters of those questions that can be judged; which of these are asked follows from the seed.
  ///
  /// - Parameter atMost: how many the reader wants to be asked; nil for as many as it takes.
  init(_ questions: [Question], atMost: Int? = nil, seed: UInt64) {
    let judged = Dictionary(
      grouping: questions.filter { !$0.isSelfJudged }, by: \.lesson.chapterStart)
    let chapters = judged.sorted { $0.key < $1.key }.map { start, questions in
      // Those come first that are hardest to guess.
      let order = questions.map { ($0.id, $0.isEasilyGuessed ? 1 : 0, $0.lot(seed)) }
        .sorted { ($0.1, $0.2) < ($1.1, $1.2) }
      return Chapter(start: start, questions: order.map(\.0))
    }
    self.chapters = chapters
    range = 0...chapters.count
    most = min(atMost ?? Self.most, Self.most(asking: questions))
  }

  /// How many of some questions are asked at most, however they are answered.
  package static func most(asking questions: [Question]) -> Int {
    let counts = questions.reduce(into: [LessonID: Int]()) {
      if !$1.isSelfJudged { $0[$1.lesson.chapterStart, default: 0] += 1 }
    }
    let sorted = counts.sorted { $0.key < $1.key }.map(\.value)
    return min(most, longest(0...sorted.count, sorted))
  }

  /// The most questions that are asked where the chapter is among these, each with so many questions.
  private static func longest(_ range: ClosedRange<Int>, _ counts: [Int]) -> Int {
    guard range.lowerBound < range.upperBound else { return 0 }
    let middle = (range.lowerBound + range.upperBound) / 2
    // Two agree after three at the latest.
    return min(counts[middle], 2 * decisive - 1)
      + max(
        longest(range.lowerBound...middle, counts), longest(middle + 1...range.upperBound, counts))
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
        guard asked < most else { return nil }
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

  /// The first lesson of the last chapter that it may be as well, where too few were asked to tell; nil where it is
  /// told.
  var latest: LessonID? {
    range.lowerBound == range.upperBound
      ? nil : chapters[min(range.upperBound, chapters.count - 1)].start
  }
}
