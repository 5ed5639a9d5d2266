/// A place that the reader marked with a letter, to come back to.
package struct Bookmark: Equatable, Sendable {
  /// The letter, from a to z or A to Z.
  package let letter: Character
  /// The lesson's key.
  package let lesson: String
  /// The word of the lesson that stood on top, counted from 0.
  package let word: Int
  /// When it was set, in milliseconds of Unix time.
  package let updated: Int

  /// A mark at that place.
  package init(letter: Character, lesson: String, word: Int, updated: Int) {
    self.letter = letter
    self.lesson = lesson
    self.word = word
    self.updated = updated
  }
}

extension ProgressStore {
  /// The marks in a document, in the order of their letters.
  package func bookmarks(document: String) throws(StorageProblem) -> [Bookmark] {
    try reading(else: []) { (database) throws(StorageProblem) in
      guard try database.has(table: "bookmark") else { return [] }
      let select = try Statement(
        """
        SELECT letter, lesson, word, updated FROM bookmark WHERE document = ? ORDER BY letter
        """, on: database)
      try select.bind(document, at: 1)
      var bookmarks: [Bookmark] = []
      while try select.step() {
        guard let letter = select.text(0).first else { continue }
        bookmarks.append(
          Bookmark(
            letter: letter, lesson: select.text(1), word: select.int(2), updated: select.int(3)))
      }
      return bookmarks
    }
  }

  /// Sets a mark; the one that had the letter before is gone.
  package func setBookmark(_ bookmark: Bookmark, document: String) throws(StorageProblem) {
    try writing { (database) throws(StorageProblem) in
      let insert = try Statement(
        "INSERT OR REPLACE INTO bookmark VALUES (?, ?, ?, ?, ?)", on: database)
      try insert.bind(document, at: 1)
      try insert.bind(String(bookmark.letter), at: 2)
      try insert.bind(bookmark.lesson, at: 3)
      insert.bind(bookmark.word, at: 4)
      insert.bind(bookmark.updated, at: 5)
      try insert.run()
    }
  }

  /// Takes a mark away.
  package func deleteBookmark(_ letter: Character, document: String) throws(StorageProblem) {
    try writing { (database) throws(StorageProblem) in
      let delete = try Statement(
        "DELETE FROM bookmark WHERE document = ? AND letter = ?", on: database)
      try delete.bind(document, at: 1)
      try delete.bind(String(letter), at: 2)
      try delete.run()
    }
  }
}
