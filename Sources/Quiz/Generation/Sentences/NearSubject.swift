/// Clauses whose subject another one names, and clauses behind another one.
extension Said {
  private static let pronouns: [String: Bool] = ["it": false, "they": true]

  /// A clause that begins with `it` or `they`, asked with the subject of the clause beside it.
  func asked(_ opening: String, _ range: Range<Int>, of other: Range<Int>) -> [String]? {
    guard let first = range.first, let isPlural = Self.pronouns[lower[first]],
      let clause = Clause(other, of: self), isClear(clause.subject, 1...6),
      clause.isPlural == isPlural
    else { return nil }
    let said = Said(
      phrase: clause.subjectWords + words[range.dropFirst()], names: names, topic: topic,
      themes: themes)
    return said.asked(opening, 0..<said.words.count)
  }

  /// Whether a clause says that something is done, so that a purpose may stand behind it.
  func isDone(_ range: Range<Int>) -> Bool {
    guard let clause = Clause(range, of: self), let next = clause.rest.first else { return false }
    if let form = clause.form { return Verbs.telling.contains(form.base) }
    return Verbs.isParticiple(lower[next])
      || clause.rest.dropFirst().first.map { Verbs.isParticiple(lower[$0]) } ?? false
  }

  /// What stands before a reason: all of it, or the last clause, of which that is the reason.
  func askedLast(_ opening: String, _ end: Int) -> [String]? {
    if let asked = asked(opening, 0..<end) { return asked }
    guard
      let tie = (2..<max(2, end - 3)).last(where: { ["and", "but"].contains(lower[$0]) }),
      Clause(0..<tie, of: self) != nil, let clause = Clause(tie + 1..<end, of: self),
      clause.subject.count <= 4
    else { return nil }
    return asked(opening, tie + 1..<end)
  }
}
