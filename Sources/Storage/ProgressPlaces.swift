/// Where reading of a lesson stopped: the word on top of the screen, so that it stays there at any
/// width.
package struct ReadingPosition: Equatable, Sendable {
  /// The lesson's key.
  package let lesson: String
  /// The word of the lesson, counted from 0.
  package let word: Int
  /// When it was noted, in milliseconds of Unix time.
  package let updated: Int

  /// A place in a lesson.
  package init(lesson: String, word: Int, updated: Int) {
    self.lesson = lesson
    self.word = word
    self.updated = updated
  }
}

extension ProgressStore {
  /// Where reading of that lesson stopped; nil if it was never opened.
  package func place(document: String, lesson: String) throws(StorageProblem) -> ReadingPosition? {
    try places(document: document).first { $0.lesson == lesson }
  }

  /// Where reading of each lesson of a document stopped, the last one first.
  package func places(document: String) throws(StorageProblem) -> [ReadingPosition] {
    try reading(else: []) { (database) throws(StorageProblem) in
      let select = try Statement(
        """
        SELECT lesson, word, updated FROM place WHERE document = ?
        ORDER BY updated DESC, lesson
        """, on: database)
      try select.bind(document, at: 1)
      var places: [ReadingPosition] = []
      while try select.step() {
        places.append(
          ReadingPosition(lesson: select.text(0), word: select.int(1), updated: select.int(2)))
      }
      return places
    }
  }

  /// Notes where reading stopped.
  package func setPlace(_ place: ReadingPosition, document: String) throws(StorageProblem) {
    try change(
      "INSERT OR REPLACE INTO place (document, lesson, word, updated) VALUES (?, ?, ?, ?)",
      [document, place.lesson], [place.word, place.updated])
  }

  /// The lessons of a document that were read to their end, with the first time each was, in
  /// milliseconds of Unix time.
  package func lessonsRead(document: String) throws(StorageProblem) -> [String: Int] {
    try reading(else: [:]) { (database) throws(StorageProblem) in
      let select = try Statement(
        "SELECT lesson, time FROM lesson_read WHERE document = ?", on: database)
      try select.bind(document, at: 1)
      var lessons: [String: Int] = [:]
      while try select.step() { lessons[select.text(0)] = select.int(1) }
      return lessons
    }
  }

  /// How many lessons were read to their end, over all documents.
  package func countOfLessonsRead() throws(StorageProblem) -> Int {
    try reading(else: 0) { (database) throws(StorageProblem) in
      try database.number("SELECT count(*) FROM lesson_read")
    }
  }

  /// Marks a lesson as read to its end; the first time stays.
  package func markRead(
    document: String, lesson: String, at time: Int
  ) throws(StorageProblem) {
    try change("INSERT OR IGNORE INTO lesson_read VALUES (?, ?, ?)", [document, lesson], [time])
  }
}
