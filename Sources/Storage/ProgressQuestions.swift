import Scheduling

extension ProgressStore {
  /// The questions of some notes as they were last seen, in their order; those that are gone come last.
  package func knownQuestions(document: String) throws(StorageProblem) -> [KnownQuestion] {
    try questions(of: document)
  }

  /// Those of all notes.
  package func allKnownQuestions() throws(StorageProblem) -> [KnownQuestion] {
    try questions(of: nil)
  }

  /// Those of some notes as they were last exported as cards, under the names of these.
  package func exportedQuestions(document: String) throws(StorageProblem) -> [KnownQuestion] {
    try questions(of: Self.exportPrefix + document)
  }

  /// Notes what the cards of some notes are, in place of what they were.
  package func setExportedQuestions(
    _ questions: [KnownQuestion], document: String
  ) throws(StorageProblem) {
    try setQuestions(questions, under: Self.exportPrefix + document)
  }

  /// What stands before the key of notes for their cards: no path and no course begins so.
  fileprivate static let exportPrefix = "anki:"

  private func questions(of document: String?) throws(StorageProblem) -> [KnownQuestion] {
    try reading(else: []) { (database) throws(StorageProblem) in
      guard try database.has(table: "question") else { return [] }
      let select = try Statement(
        """
        SELECT id, place, lesson, kind, words FROM question
        WHERE \(document == nil ? "document NOT LIKE '\(Self.exportPrefix)%'" : "document = ?")
        ORDER BY place < 0, document, place, id
        """, on: database)
      if let document { try select.bind(document, at: 1) }
      var questions: [KnownQuestion] = []
      while try select.step() {
        questions.append(
          KnownQuestion(
            id: select.text(0), place: select.int(1) < 0 ? nil : select.int(1),
            lesson: select.text(2), kind: select.text(3), words: select.text(4)))
      }
      return questions
    }
  }

  /// Notes what the questions of some notes are now, in place of what they were.
  package func setKnownQuestions(
    _ questions: [KnownQuestion], document: String
  ) throws(StorageProblem) {
    try setQuestions(questions, under: document)
    try writing { (database) throws(StorageProblem) in
      let last = try database.documentOrder().values.max() ?? 0
      try database.setSetting(Self.orderPrefix + document, to: String(last + 1))
    }
  }

  private func setQuestions(
    _ questions: [KnownQuestion], under document: String
  ) throws(StorageProblem) {
    try writing { (database) throws(StorageProblem) in
      let delete = try Statement("DELETE FROM question WHERE document = ?", on: database)
      try delete.bind(document, at: 1)
      try delete.run()
      let insert = try Statement(
        "INSERT OR REPLACE INTO question VALUES (?, ?, ?, ?, ?, ?)", on: database)
      for question in questions {
        try insert.bind(document, at: 1)
        try insert.bind(question.id, at: 2)
        insert.bind(question.place ?? -1, at: 3)
        try insert.bind(question.lesson, at: 4)
        try insert.bind(question.kind, at: 5)
        try insert.bind(question.words, at: 6)
        try insert.run()
      }
    }
  }

  /// What names the settings that tell in which order notes were looked through.
  fileprivate static let orderPrefix = "questions.seen@"
}

extension Database {
  /// The notes whose questions are known, those that were looked through last with the highest numbers:
  /// a question that several of them hold belongs to those.
  func documentOrder() throws(StorageProblem) -> [String: Int] {
    let select = try Statement(
      """
      SELECT document, coalesce(CAST(value AS INTEGER), 0)
      FROM (SELECT DISTINCT document FROM question
          WHERE document NOT LIKE '\(ProgressStore.exportPrefix)%')
        LEFT JOIN setting ON name = '\(ProgressStore.orderPrefix)' || document
      """, on: self)
    var order: [String: Int] = [:]
    while try select.step() { order[select.text(0)] = min(max(0, select.int(1)), 1 << 60) }
    return order
  }
}
