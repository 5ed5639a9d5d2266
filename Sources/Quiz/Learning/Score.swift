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
  package var right: Int { topics.reduce(0) { $0 + $1.right } }
  package var asked: Int { topics.reduce(0) { $0 + $1.asked } }

  /// The lessons of the questions that were asked, each with whether its answer was right.
  init(_ answers: [(lesson: LessonID, isRight: Bool)]) {
    var found: [LessonID: Topic] = [:]
    for (lesson, isRight) in answers {
      let start = lesson.chapterStart
      found[start, default: Topic(chapter: start)].asked += 1
      if isRight { found[start]?.right += 1 }
    }
    topics = found.values.sorted { $0.chapter < $1.chapter }
  }
}
