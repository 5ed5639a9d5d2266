import Notes

/// How a test went, by topic.
package struct Score: Equatable, Sendable {
  /// A chapter, and how its questions went.
  package struct Topic: Equatable, Sendable {
    /// Its first lesson.
    package let chapter: LessonID
    package fileprivate(set) var right = 0
    package fileprivate(set) var asked = 0
  }

  /// In the order of the notes.
  package private(set) var topics: [Topic] = []
  /// Those of questions that the notes have no more, and how many of these were right.
  package private(set) var gone = (right: 0, asked: 0)
  package var right: Int { topics.reduce(gone.right) { $0 + $1.right } }
  package var asked: Int { topics.reduce(gone.asked) { $0 + $1.asked } }

  package static func == (left: Score, right: Score) -> Bool {
    left.topics == right.topics && left.gone == right.gone
  }

  /// The lessons of the questions that were asked, each with whether its answer was right; nil where the notes have
  /// the question no more.
  init(_ answers: [(lesson: LessonID?, isRight: Bool)]) {
    var found: [LessonID: Topic] = [:]
    for (lesson, isRight) in answers {
      guard let lesson else {
        gone.asked += 1
        if isRight { gone.right += 1 }
        continue
      }
      let start = lesson.chapterStart
      found[start, default: Topic(chapter: start)].asked += 1
      if isRight { found[start]?.right += 1 }
    }
    topics = found.values.sorted { $0.chapter < $1.chapter }
  }
}
