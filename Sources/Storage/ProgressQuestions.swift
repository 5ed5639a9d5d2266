import Scheduling

extension ProgressStore {
  /// The questions of some notes as they were last seen, in their order; those that are gone come last.
  package func knownQuestions(document: String) throws(StorageProblem) -> [KnownQuestion] {
    try questions(of: document)
  }

  /// Those of all notes, with the key of these.
  package func allKnownQuestions() throws(StorageProblem)
    -> [(document: String, question: KnownQuestion)]
  {
    try storedQuestions(where: "document NOT LIKE '\(Self.exportPrefix)%'")
  }

  /// Those of notes that hold these, or that these hold, of the folder around them, of a folder or file in them; and
  /// those of all other notes that have an identity which one of these has, or one of some further ones. Each with the
  /// key of its notes.
  package func questions(
    beside document: String, or identities: [String]
  ) throws(StorageProblem) -> [(document: String, question: KnownQuestion)] {
    let isOther = "document <> ?1 AND document NOT LIKE '\(Self.exportPrefix)%'"
    var found: [(document: String, question: KnownQuestion)] = []
    for start in stride(from: 0, to: max(1, identities.count), by: Self.mostAtOnce) {
      let some = identities[start..<min(start + Self.mostAtOnce, identities.count)]
      var such = [
        "\(Self.identity) IN (\((0..<some.count).map { "?\($0 + 2)" }.joined(separator: ", ")))"
      ]
      if start == 0 {
        such += [
          "\(Self.identity) IN (SELECT id FROM question WHERE document = ?1)",
          "substr(?1, 1, length(document) + 1) = document || '/'",
          "substr(document, 1, length(?1) + 1) = ?1 || '/'",
        ]
      }
      found += try storedQuestions(
        where: "\(isOther) AND (\(such.joined(separator: " OR ")))", document, Array(some))
    }
    return found
  }

  /// So many are asked for in one statement, which looks at all questions once.
  private static let mostAtOnce = 10_000

  /// What parts a question's identity from the number of a place where it stands once more.
  private static let copySign: UInt8 = 0x1F
  /// The identity without that.
  private static let identity =
    "CASE instr(id, char(\(copySign))) WHEN 0 THEN id ELSE substr(id, 1, instr(id, char(\(copySign))) - 1) END"

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

  /// What parts the words of a question from what it asks for, in the column that held the words alone.
  private static let keySign: UInt8 = 0x1F

  /// What ends those of the words that ask.
  private static let askedSign: UInt8 = 0x1E

  private static func text(of question: KnownQuestion) -> String {
    var text = question.words
    if let asked = question.asked, text.hasPrefix(asked) {
      text = asked + "\(Character(Unicode.Scalar(askedSign)))" + text.dropFirst(asked.count)
    }
    return text + (question.key.map { "\(Character(Unicode.Scalar(keySign)))\($0)" } ?? "")
  }

  /// What stands before the key of notes for their cards: no path and no course begins so.
  fileprivate static let exportPrefix = "anki:"

  private func questions(of document: String) throws(StorageProblem) -> [KnownQuestion] {
    try storedQuestions(where: "document = ?1", document).map(\.question)
  }

  private func storedQuestions(
    where condition: String, _ document: String? = nil, _ identities: [String] = []
  ) throws(StorageProblem) -> [(document: String, question: KnownQuestion)] {
    try reading(else: []) { (database) throws(StorageProblem) in
      guard try database.has(table: "question") else { return [] }
      let select = try Statement(
        """
        SELECT id, place, lesson, kind, words, document FROM question
        WHERE \(condition)
        ORDER BY place < 0, document, place, id
        """, on: database)
      if let document { try select.bind(document, at: 1) }
      for (index, identity) in identities.enumerated() {
        try select.bind(identity, at: Int32(index + 2))
      }
      var questions: [(document: String, question: KnownQuestion)] = []
      while try select.step() {
        let text = select.text(4)
        let sign = text.utf8.lastIndex(of: Self.keySign)
        let words = text[..<(sign ?? text.endIndex)]
        let end = words.utf8.firstIndex(of: Self.askedSign)
        let id = select.text(0)
        let copy = id.utf8.firstIndex(of: Self.copySign)
        let question = KnownQuestion(
          id: copy.map { String(id[..<$0]) } ?? id, place: select.int(1) < 0 ? nil : select.int(1),
          lesson: select.text(2), kind: select.text(3),
          words: end.map { words[..<$0] + words[words.utf8.index(after: $0)...] }
            .map(String.init) ?? String(words),
          asked: end.map { String(words[..<$0]) },
          key: sign.map { String(text[text.utf8.index(after: $0)...]) }, isCopy: copy != nil)
        questions.append((select.text(5), question))
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

  /// The notes of whose questions any has a row in the log: whoever only reads notes has their questions
  /// looked through too.
  package func quizzedNotes() throws(StorageProblem) -> Set<String> {
    try reading(else: []) { (database) throws(StorageProblem) in
      guard try database.has(table: "question") else { return [] }
      let select = try Statement(
        """
        SELECT document FROM (SELECT DISTINCT document FROM question
          WHERE document NOT LIKE '\(Self.exportPrefix)%') AS notes
        WHERE EXISTS (SELECT 1 FROM question CROSS JOIN review ON review.question = question.id
          WHERE question.document = notes.document)
        """, on: database)
      var found: Set<String> = []
      while try select.step() { found.insert(select.text(0)) }
      return found
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
      for (number, question) in questions.enumerated() {
        try insert.bind(document, at: 1)
        let sign = Character(Unicode.Scalar(Self.copySign))
        try insert.bind(question.isCopy ? "\(question.id)\(sign)\(number)" : question.id, at: 2)
        insert.bind(question.place ?? -1, at: 3)
        try insert.bind(question.lesson, at: 4)
        try insert.bind(question.kind, at: 5)
        try insert.bind(Self.text(of: question), at: 6)
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
