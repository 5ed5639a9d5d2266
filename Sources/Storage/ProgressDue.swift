import Scheduling

/// What there is to do in some notes today.
package struct DueNotes: Equatable, Sendable {
  /// The key of the notes.
  package let document: String
  /// Questions that are due now, and such as were never asked.
  package let due: Int
  package let new: Int
  /// Answers of today, and questions that were new today.
  package let answered: Int
  package let begun: Int
}

extension ProgressStore {
  /// New rows up to so many are worked into the summary; of more, all is counted anew.
  private static let mostNews = 2_000
  /// What up to so many questions have become is looked at beside the summary, which is not written then:
  /// that would wait for the disk.
  private static let mostBeside = 60

  /// What is due at a moment in each of the notes that were ever looked through, by a summary that is
  /// compared with the log first: so it does not take longer the longer the log is. A question that several
  /// notes hold is counted once, in those of them that were looked through last.
  ///
  /// - Parameter isThere: whether notes of that key count; all do by default.
  package func due(
    by scheduler: Scheduler, at now: Int, on today: StudyDay,
    among isThere: (String) -> Bool = { _ in true }
  ) throws(StorageProblem) -> [DueNotes] {
    var update = try dueUpdate(scheduler, now)
    if let found = update, found.isWhole || found.rows.count > Self.mostBeside {
      try writing { (database) throws(StorageProblem) in try database.store(found) }
      update = nil
    }
    let rows = update?.rows ?? []
    return try reading(else: []) { (database) throws(StorageProblem) in
      guard try database.has(table: "due") else { return [] }
      let order = try database.documentOrder().filter { isThere($0.key) }
      guard !order.isEmpty else { return [] }
      let documents = order.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
      return try database.due(at: now, on: today, among: documents, changed: rows)
    }
  }

  /// What the summary lacks; nil where it agrees with the log.
  private func dueUpdate(
    _ scheduler: Scheduler, _ now: Int
  ) throws(StorageProblem) -> DueUpdate? {
    let horizon = now + History.tolerance
    return try reading(else: nil) { (database) throws(StorageProblem) in
      let hasTable = try database.has(table: "due")
      let last = try database.number("SELECT coalesce(max(row), 0) FROM review")
      let stamp = try database.setting(DueStamp.setting).flatMap(DueStamp.init)
      let own = hasTable ? try database.history(of: [Review.Action.allQuestions]) : History()
      let scheduler = scheduler.with(own.weights)
      let schedule = "\(scheduler.retention) \(scheduler.version)"
      if let stamp, hasTable, stamp.schedule == schedule, stamp.latest <= horizon {
        if stamp.row == last { return nil }
        if stamp.isSimple, stamp.row < last, last - stamp.row <= Self.mostNews,
          let update = try database.dueUpdate(after: stamp, horizon: horizon, scheduler)
        {
          return update
        }
      }
      return try database.dueOfAll(scheduler, horizon: horizon, schedule)
    }
  }
}

/// What the summary is to hold.
struct DueUpdate {
  var stamp: DueStamp
  /// Whether all else in it goes.
  var isWhole: Bool
  /// The questions with several names, where all is counted anew.
  var groups = ""
  /// What is known of questions; nil where nothing is any more.
  var rows: [(question: String, row: DueRow?)]
}

extension Database {
  /// What new rows change; nil where that takes a look at all of the log, or where one does not count yet.
  fileprivate func dueUpdate(
    after stamp: DueStamp, horizon: Int, _ scheduler: Scheduler
  ) throws(StorageProblem) -> DueUpdate? {
    let (reviews, last) = try reviews(after: stamp.row)
    var questions: Set<String> = []
    var stamp = stamp
    let groups =
      stamp.hasGroups ? try setting(DueGroups.setting).map(DueGroups.init) : DueGroups()
    guard let groups else { return nil }
    let select = try Statement(
      "SELECT question, kind = 'void' OR action IS 'continues' FROM review WHERE id = ?", on: self)
    for review in reviews {
      switch review.kind {
      case .action(.continues), .action(.branches), .action(.weights): return nil
      case .void(let target):
        select.bind(target, at: 1)
        while try select.step() {
          // What parts or joins two names changes more than these rows say.
          if select.text(0) != review.question || select.int(1) != 0 { return nil }
        }
        select.reset()
      default: break
      }
      if review.question == Review.Action.allQuestions { return nil }
      questions.insert(review.question)
      stamp.latest = max(stamp.latest, review.time)
    }
    // Before anything is worked out of it: no schedule goes as far as a clock may be wrong.
    guard stamp.latest <= horizon else { return nil }
    questions = groups.all(questions)
    let history = try history(of: questions)
    stamp.row = last
    return DueUpdate(
      stamp: stamp, isWhole: false,
      rows: questions.map { ($0, DueRow($0, in: history, by: scheduler)) })
  }

  /// The summary of the whole log, of the rows that count by then.
  fileprivate func dueOfAll(
    _ scheduler: Scheduler, horizon: Int, _ schedule: String
  ) throws(StorageProblem) -> DueUpdate {
    var (history, last, _) = try history()
    history.horizon = horizon
    let latest = try number("SELECT coalesce(max(time), 0) FROM review")
    // Where rows wait for their time the next look is at all of the log again.
    let isWhole = latest <= horizon
    let groups = history.groups
    let names = DueGroups.text(groups)
    let stamp = DueStamp(
      row: isWhole ? last : -1, latest: latest,
      isSimple: isWhole && names != nil && history.isSimple, hasGroups: !groups.isEmpty,
      schedule: schedule)
    return DueUpdate(
      stamp: stamp, isWhole: true, groups: names ?? "",
      rows: history.questions.map { ($0, DueRow($0, in: history, by: scheduler)) })
  }

  fileprivate func store(_ update: DueUpdate) throws(StorageProblem) {
    if update.isWhole {
      try run("DELETE FROM due")
      if update.stamp.hasGroups { try setSetting(DueGroups.setting, to: update.groups) }
    }
    let delete = try Statement("DELETE FROM due WHERE question = ?", on: self)
    let insert = try Statement("INSERT OR REPLACE INTO due VALUES (?, ?, ?, ?, ?, ?)", on: self)
    for (question, row) in update.rows {
      guard let row else {
        try delete.bind(question, at: 1)
        try delete.run()
        continue
      }
      try insert.bind(question, at: 1)
      for (index, number) in [row.day, row.time, row.first, row.last, row.answers].enumerated() {
        insert.bind(number, at: Int32(index + 2))
      }
      try insert.run()
    }
    try setSetting(DueStamp.setting, to: update.stamp.text)
  }
}

extension Database {
  /// What is due by the summary, but for questions that have changed since; of two notes that hold a
  /// question the later one in the list has it.
  fileprivate func due(
    at now: Int, on today: StudyDay, among documents: [String],
    changed: [(question: String, row: DueRow?)]
  ) throws(StorageProblem) -> [DueNotes] {
    let select = try Statement(
      countOfDue(changed: changed.count, documents: documents.count), on: self)
    select.bind(now, at: 1)
    select.bind(today.number, at: 2)
    for (index, document) in documents.enumerated() {
      try select.bind(document, at: Int32(3 + 7 * changed.count + index))
    }
    for (index, (question, row)) in changed.enumerated() {
      let first = Int32(3 + 7 * index)
      try select.bind(question, at: first)
      select.bind(row == nil ? 0 : 1, at: first + 1)
      let numbers = [row?.day, row?.time, row?.first, row?.last, row?.answers]
      for (offset, number) in numbers.enumerated() {
        select.bind(number, at: first + 2 + Int32(offset))
      }
    }
    var found: [DueNotes] = []
    while try select.step() {
      found.append(
        DueNotes(
          document: select.text(0), due: select.int(1), new: select.int(2),
          answered: select.int(3), begun: select.int(4)))
    }
    return found
  }
}

/// ?1 is the moment, ?2 the study day; seven further ones are of each question that has changed since the
/// summary was made: its identity, whether anything is known of it, and its row. The notes follow.
private func countOfDue(changed: Int, documents: Int) -> String {
  let rows = (0..<changed).map { index in
    "(" + (0..<7).map { "?\(3 + 7 * index + $0)" }.joined(separator: ", ") + ")"
  }
  let values = rows.isEmpty ? "(NULL, 0, 0, 0, 0, 0, 0)" : rows.joined(separator: ", ")
  let notes = (0..<documents).map { "(\($0), ?\(3 + 7 * changed + $0))" }.joined(separator: ", ")
  // Whose a question is need be asked only where several notes may hold it: that sorts all of them.
  let own = documents > 1 ? "n.number = max(n.number) OVER (PARTITION BY q.id)" : "1"
  return """
    WITH changed (question, known, day, time, first, last, answers) AS (VALUES \(values)),
      notes (number, document) AS (VALUES \(notes)),
      state AS (
        SELECT q.document,
          \(own) AS own,
          CASE WHEN c.question IS NULL THEN d.question IS NOT NULL ELSE c.known END AS known,
          CASE WHEN c.question IS NULL THEN d.day ELSE c.day END AS day,
          CASE WHEN c.question IS NULL THEN d.time ELSE c.time END AS time,
          CASE WHEN c.question IS NULL THEN d.first ELSE c.first END AS first,
          CASE WHEN c.question IS NULL THEN d.last ELSE c.last END AS last,
          CASE WHEN c.question IS NULL THEN d.answers ELSE c.answers END AS answers
        FROM question AS q JOIN notes AS n ON n.document = q.document
          LEFT JOIN changed AS c ON c.question = q.id
          LEFT JOIN due AS d ON d.question = q.id
        WHERE q.place >= 0)
    SELECT document,
      sum(own AND known AND answers > 0 AND (day <= ?2 OR time <= ?1)),
      sum(own AND (NOT known OR (answers = 0 AND day <= ?2))),
      sum(CASE WHEN known AND answers > 0 AND last = ?2 THEN answers ELSE 0 END),
      sum(known AND answers > 0 AND last = ?2 AND first = ?2)
    FROM state GROUP BY document ORDER BY document
    """
}
