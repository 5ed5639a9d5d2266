import Notes
import Scheduling

extension ProgressStore {
  /// Stores a review, on disk when this returns; false if exactly this row was there already.
  @discardableResult
  package func append(_ review: Review) throws(StorageProblem) -> Bool {
    try append(contentsOf: CollectionOfOne(review)) == 1
  }

  /// Stores reviews in one transaction; how many were not there already. Rows are compared whole:
  /// of two that share an identifier and differ, both are kept.
  @discardableResult
  package func append(contentsOf reviews: some Collection<Review>) throws(StorageProblem) -> Int {
    try append(reviews, areMerged: false)
  }

  /// Takes in what another log holds; how many rows were not there already.
  func append(merged reviews: [Review]) throws(StorageProblem) -> Int {
    try append(reviews, areMerged: true)
  }

  private func append(
    _ reviews: some Collection<Review>, areMerged: Bool
  ) throws(StorageProblem) -> Int {
    if reviews.isEmpty { return 0 }
    return try writing { (database) throws(StorageProblem) in
      let last = areMerged ? try database.lastRow : 0
      let insert = try Statement(insertion, on: database)
      var added = 0
      for review in reviews {
        try insert.bind(review)
        try insert.run()
        added += database.changes
      }
      let newLast = areMerged ? try database.lastRow : 0
      if newLast > last {
        var merged = try database.mergedRows
        merged.add(last + 1...newLast)
        try database.setSetting(MergedRows.setting, to: merged.text)
      }
      return added
    }
  }

  /// All reviews, in the order in which this file took them in.
  package func reviews() throws(StorageProblem) -> [Review] {
    try reading(else: []) { (database) throws(StorageProblem) in
      try database.whole { () throws(StorageProblem) in
        let reviews = try database.reviews(after: 0).reviews
        return (reviews, reviews.count)
      }
    }
  }

  /// What was answered so far; `news` goes on from here.
  package func history() throws(StorageProblem) -> History {
    try reading(else: History()) { (database) throws(StorageProblem) in
      try database.whole { () throws(StorageProblem) in
        let (history, last, count) = try database.history()
        seen = last
        return (history, count)
      }
    }
  }

  /// The reviews that the file took in since the last look, also those that were written here; all
  /// of them where another file stands in its place.
  package func news() throws(StorageProblem) -> [Review] {
    try reading(else: []) { (database) throws(StorageProblem) in
      let (reviews, last) = try database.reviews(after: seen)
      seen = last
      return reviews
    }
  }

  /// All reviews of another file like our own, which is only read.
  func reviews(inDatabaseAt path: Path) throws(StorageProblem) -> [Review] {
    let database = try Database(path: path, access: .reading)
    database.limitSteps()
    return try ProgressSchema.state(of: database) == .empty
      ? [] : try database.reviews(after: 0).reviews
  }
}

extension Database {
  fileprivate var lastRow: Int {
    get throws(StorageProblem) { try number("SELECT coalesce(max(row), 0) FROM review") }
  }

  fileprivate var mergedRows: MergedRows {
    get throws(StorageProblem) {
      try setting(MergedRows.setting).map(MergedRows.init) ?? MergedRows()
    }
  }

  /// What is read of all rows, and how many they were: damage can hide rows from one tree of the
  /// file, so the index, which is another, must know as many.
  fileprivate func whole<Result>(
    _ read: () throws(StorageProblem) -> (Result, Int)
  ) throws(StorageProblem) -> Result {
    // One look, for other programs may be adding rows.
    try run("SAVEPOINT whole")
    defer { try? run("RELEASE whole") }
    let (result, count) = try read()
    // One more than there should be is enough to know: pages may lead back to themselves.
    let counted = try number(
      "SELECT count(*) FROM (SELECT 1 FROM review INDEXED BY review_id LIMIT \(count + 1))")
    if counted != count { throw .damaged(path: path.description) }
    return result
  }

  func reviews(
    after row: Int
  ) throws(StorageProblem) -> (reviews: [Review], last: Int) {
    let select = try Statement(selection(actions: try actionColumns), on: self)
    select.bind(row, at: 1)
    var found: [Review] = []
    var last = row
    while try select.step() {
      guard let review = select.review, select.int(0) > last else {
        throw .damaged(path: path.description)
      }
      last = select.int(0)
      found.append(review)
    }
    return (found, last)
  }

  /// What counts of the rows of some questions.
  func history(of questions: some Sequence<String>) throws(StorageProblem) -> History {
    let merged = try mergedRows
    let select = try Statement(
      historySelection(actions: try actionColumns, "WHERE question = ?"), on: self)
    var history = History()
    for question in questions {
      try select.bind(question, at: 1)
      _ = try read(select, into: &history, merged)
      select.reset()
    }
    history.settle()
    return history
  }

  /// What counts of all rows, and the number of the last one.
  func history() throws(StorageProblem) -> (history: History, last: Int, count: Int) {
    let select = try Statement(historySelection(actions: try actionColumns), on: self)
    var history = History()
    let (last, count) = try read(select, into: &history, try mergedRows)
    history.settle()
    return (history, max(0, last), count)
  }

  /// Reads the rows of `historySelection`; the last of them, and how many they were.
  private func read(
    _ select: borrowing Statement, into history: inout History, _ merged: MergedRows
  ) throws(StorageProblem) -> (last: Int, count: Int) {
    var last = Int.min
    var count = 0
    while try select.step() {
      count += 1
      guard let id = select.id(1), select.int(0) > last else {
        throw .damaged(path: path.description)
      }
      last = select.int(0)
      if let target = select.id(4) {
        history.void(
          History.Taking(
            id: id, target: target, time: select.int(5), isParting: select.int(10) != 0,
            isOwn: !merged.contains(select.int(0))), of: select.text(2))
        continue
      }
      if !select.isNull(11) {
        guard let action = select.action(named: 11, day: 12, text: 13) else {
          throw .damaged(path: path.description)
        }
        history.append(
          History.Act(
            id: id, action: action, time: select.int(5), offset: select.int(6),
            isOwn: !merged.contains(select.int(0))),
          to: select.text(2))
        continue
      }
      let grade = Grade(rawValue: select.int(3))
      // A second try: nothing follows from it.
      if grade == nil, select.int(10) != 0 { continue }
      history.append(
        History.Entry(
          id: id, grade: grade, time: select.int(5), offset: select.int(6),
          duration: select.int(8), seed: UInt64(UInt(bitPattern: select.int(7))),
          confidence: select.isNull(9) ? nil : select.int(9),
          daysChosen: select.isNull(14) ? nil : Scheduler.daysChosen(in: select.text(14)),
          isOwn: !merged.contains(select.int(0))),
        to: select.text(2))
    }
    return (last, count)
  }
}

extension Database {
  /// The columns of actions, which a file of an earlier version does not have.
  fileprivate var actionColumns: String {
    get throws(StorageProblem) {
      let version = try number("PRAGMA user_version")
      return version < ProgressSchema.firstWithActions ? "NULL, NULL" : "action, day"
    }
  }
}

private func historySelection(actions: String, _ which: String = "") -> String {
  """
  SELECT row, id, question, grade, voids, time, zone, seed, duration, confidence,
    CASE WHEN voids IS NULL THEN answer <> '' ELSE answer = '\(Review.parting)' END,
    \(actions), CASE kind WHEN 'action' THEN answer END,
    CASE WHEN grade AND instr(version, '@') > 0 THEN version END
  FROM review \(which) ORDER BY row
  """
}

private func selection(actions: String) -> String {
  """
  SELECT row, id, question, grade, voids, time, zone, seed, answer, credit, hints, confidence,
    duration, algorithm, version, \(actions)
  FROM review WHERE row > ? ORDER BY row
  """
}

private let insertion = """
  INSERT INTO review (id, question, kind, grade, voids, time, zone, seed, answer, credit, hints,
    confidence, duration, algorithm, version, action, day)
  SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17
  WHERE NOT EXISTS (
    SELECT 1 FROM review WHERE id = ?1 AND question = ?2 AND kind = ?3 AND grade IS ?4
      AND voids IS ?5 AND time = ?6 AND zone = ?7 AND seed = ?8 AND answer = ?9 AND credit = ?10
      AND hints = ?11 AND confidence IS ?12 AND duration = ?13 AND algorithm = ?14
      AND version = ?15 AND action IS ?16 AND day IS ?17)
  """

extension Statement {
  fileprivate func bind(_ review: Review) throws(StorageProblem) {
    bind(review.id, at: 1)
    try bind(review.question, at: 2)
    switch review.kind {
    case .answer(let grade):
      try bind("answer", at: 3)
      bind(grade.rawValue, at: 4)
      bind(nil as ReviewID?, at: 5)
    case .void(let target):
      try bind("void", at: 3)
      bind(nil as Int?, at: 4)
      bind(target, at: 5)
    case .skip:
      try bind("skip", at: 3)
      bind(nil as Int?, at: 4)
      bind(nil as ReviewID?, at: 5)
    case .action:
      try bind("action", at: 3)
      bind(nil as Int?, at: 4)
      bind(nil as ReviewID?, at: 5)
    }
    bind(review.time, at: 6)
    bind(review.offset, at: 7)
    bind(Int(bitPattern: UInt(review.seed)), at: 8)
    try bind(review.answer, at: 9)
    bind(review.credit, at: 10)
    bind(review.hints, at: 11)
    bind(review.confidence, at: 12)
    bind(review.duration, at: 13)
    try bind(review.algorithm, at: 14)
    try bind(review.version, at: 15)
    if case .action(let action) = review.kind {
      try bind(action.name, at: 16)
      bind(action.day?.number, at: 17)
    } else {
      bind(nil as Int?, at: 16)
      bind(nil as Int?, at: 17)
    }
  }

  /// The action in these columns; nil if it is not one that we wrote.
  fileprivate func action(named name: Int32, day: Int32, text: Int32) -> Review.Action? {
    Review.Action(
      name: self.text(name), day: isNull(day) ? nil : int(day), text: self.text(text))
  }

  /// The review in the current row of `selection`; nil if it is not one that we wrote.
  fileprivate var review: Review? {
    guard let id = id(1) else { return nil }
    let kind: Review.Kind
    switch (Grade(rawValue: int(3)), self.id(4), isNull(15)) {
    case (let grade?, nil, true): kind = .answer(grade)
    case (nil, let target?, true): kind = .void(target)
    case (nil, nil, true): kind = .skip
    case (nil, nil, false):
      guard let action = action(named: 15, day: 16, text: 8) else { return nil }
      kind = .action(action)
    default: return nil
    }
    return Review(
      id: id, question: text(2), kind: kind, time: int(5), offset: int(6),
      seed: UInt64(UInt(bitPattern: int(7))), answer: text(8), credit: double(9), hints: int(10),
      confidence: isNull(11) ? nil : int(11), duration: int(12), algorithm: text(13),
      version: text(14))
  }
}
