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
    try change(
      "INSERT OR REPLACE INTO bookmark VALUES (?, ?, ?, ?, ?)",
      [document, String(bookmark.letter), bookmark.lesson], [bookmark.word, bookmark.updated])
  }

  /// Takes a mark away.
  package func deleteBookmark(_ letter: Character, document: String) throws(StorageProblem) {
    try change(
      "DELETE FROM bookmark WHERE document = ? AND letter = ?", [document, String(letter)])
  }
}
