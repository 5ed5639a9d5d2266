/// What a thing does: its object is asked for, with as much behind it as makes the question one of its own.
extension SentenceRule {
  /// `It splits a word into pieces`: what into?
  static let whatItTurnsInto = SentenceRule(name: "what it turns into") { said in
    guard let clause = said.subjectClause, let form = clause.form, clause.adverbs.isEmpty,
      let behind = turning[form.base],
      let at = clause.rest.dropFirst().dropLast().first(where: { behind.contains(said.lower[$0]) }),
      at + 2 < said.words.count, case let object = clause.rest.lowerBound..<at,
      !said.lower[clause.subject].contains(where: { Stems.stem($0) == Stems.stem(form.base) }),
      said.isClear(object, 1...6), !said.hasComma(object.lowerBound..<at + 1),
      // `maps logical to physical blocks`: no thing yet.
      object.count > 1
        || !["al", "ic", "ive", "ous", "able"].contains(
          where: said.lower[object.lowerBound].hasSuffix),
      !said.lower[object].contains(where: {
        ["to", "that", "and", "by", "for"].contains($0) || $0.hasSuffix("ing")
      })
    else { return nil }
    return ["What", form.isPlural ? "do" : "does"] + clause.subjectWords + [form.base]
      + said.part(object)
      + [said.lower[at]]
  }

  static let whatItDoes = SentenceRule(name: "what it does") { said in
    guard let clause = said.subjectClause, let form = clause.form, clause.rest.count > 3,
      !clause.adverbs.contains(where: { ["only", "not"].contains(said.lower[$0]) }),
      // `Replacing X replaces Y`: what does replacing replace?
      !said.lower[clause.subject].contains(where: { Stems.stem($0) == Stems.stem(form.base) })
    else { return nil }
    let never = clause.adverbs.contains { said.lower[$0] == "never" } ? ["never"] : []
    let next = said.lower[clause.rest.lowerBound]
    let with = Verbs.tellingWith[form.base]?.contains(next) == true
    let isStated = next == "that" && Verbs.stating.contains(form.base)
    guard with || isStated || Verbs.telling.contains(form.base) && !noObjects.contains(next),
      isStated || !pronouns.contains(next), !said.tellsOfAll(clause.rest.lowerBound),
      !with || said.tells(clause.rest.lowerBound + 1),
      // `halves the 128 KiB`: of what is told elsewhere.
      next != "the" || said.lower[clause.rest.lowerBound + 1].first?.isNumber != true
    else { return nil }
    let question =
      ["What", form.isPlural ? "do" : "does"] + clause.subjectWords + never + [form.base]
      + (with ? [next] : [])
    guard vague.contains(form.base), !with, clause.subject.count < 5 else { return question }
    return tail(clause, said).map { question + $0 }
  }

  /// What a vague verb is told apart by: `What does it choose as its gate?`, and not `What does it choose?`.
  private static func tail(_ clause: Clause, _ said: Said) -> [String]? {
    guard let at = clause.rest.dropFirst().first(where: { tails.contains(said.lower[$0]) }) else {
      return nil
    }
    let end =
      clause.rest[at...].first { said.words[$0].hasSuffix(",") }.map { $0 + 1 } ?? said.words.count
    // A second verb behind an “and” is no part of it.
    guard said.isClear(at..<end, 2...10, mayOpen: true),
      !said.lower[at..<end].contains(where: { $0 == "and" || $0 == "than" }),
      said.lower[at - 1] != "and", !ends.contains(said.lower[end - 1]),
      !leading.contains(said.lower[at - 1]),
      // What stands in a clause of its own belongs to that.
      !said.lower[clause.rest.lowerBound..<at].contains(where: {
        SentenceRule.inner.contains($0) || $0 == "whose" || Verbs.auxiliary.contains($0)
      })
    else { return nil }
    return said.part(at..<end)
  }
  /// Words that a preposition goes with: `close to`.
  private static let leading: Set<String> = [
    "close", "closer", "near", "nearer", "similar", "equal", "relative", "due", "prior", "next",
    "back", "up", "down", "ready", "able", "likely", "apart", "free", "away",
  ]
  private static let ends: Set<String> = ["one", "ones", "all", "both", "each", "that"]
  private static let tails: Set<String> = [
    "to", "as", "for", "from", "during", "before", "after", "into", "instead",
  ]

  /// Verbs that ask for too much on their own.
  private static let vague: Set<String> = [
    "add", "choose", "combine", "perform", "encode", "represent", "apply", "bring", "keep", "show",
    "send", "create",
    "pick", "select", "carry", "express", "change", "save", "read", "write", "introduce", "give",
    "describe", "need",
    "make", "take", "return", "receive", "accept", "produce", "yield",
    "generate", "copy", "halve", "cut", "cost", "flatten", "subtract", "recognise", "recognize",
    "update", "normalise", "normalize", "learn", "process", "double", "store", "capture", "track",
    "merge", "collect", "gather", "handle", "support", "count", "cause", "avoid", "convert",
  ]

  /// Verbs with an object and something that it becomes, is put to, or is set against.
  private static let turning: [String: Set<String>] = [
    "convert": ["into", "to"], "transform": ["into"], "turn": ["into"], "split": ["into"],
    "divide": ["into", "by"],
    "map": ["to", "into", "onto"], "translate": ["into"], "replace": ["with", "by"],
    "multiply": ["by", "with"],
    "compare": ["with"], "encode": ["as", "into"], "decode": ["into"],
    "represent": ["as", "by"],
    "compute": ["from"], "limit": ["to"], "merge": ["into"], "assign": ["to"], "confine": ["to"],
    "project": ["onto", "into", "to"],
  ]

  /// Words before which a verb has no object.
  static let noObjects: Set<String> = [
    "like", "almost", "nothing", "everything", "anything", "something", "hardly", "little", "much",
    "more",
    "most",
    "but", "and", "or", "if", "when", "as", "by", "in", "at", "from", "with", "for", "than",
    "because", "while",
    "over", "on", "until", "after", "before", "significantly", "only", "into", "through", "less",
  ]
  private static let pronouns: Set<String> = [
    "it", "this", "that", "them", "us", "you", "we", "themselves", "itself",
  ]
}
