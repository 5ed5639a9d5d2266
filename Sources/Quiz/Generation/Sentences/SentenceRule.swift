/// One way in which a sentence answers a question. A rule asks only where it can say in whole words what is
/// asked; what it cannot part for sure it leaves.
struct SentenceRule: Sendable {
  let name: String
  /// The words of the question without its mark; nil where the sentence is none of this rule.
  let ask: @Sendable (Said) -> [String]?
  /// Whether the sentence before it is the answer.
  let leansBack: Bool

  init(name: String, leansBack: Bool = false, ask: @escaping @Sendable (Said) -> [String]?) {
    self.name = name
    self.leansBack = leansBack
    self.ask = ask
  }

  /// All of them; the first that asks is taken, and of many questions those of the first ones.
  static let all = reasons + degrees + conditions + purposes + subjects + contrasts

  /// Longer questions tell more than they ask.
  static let longest = 24
}

extension Said {
  /// A clause asked with such a word; nil where it is not clear or cannot be turned.
  func asked(_ opening: String, _ range: Range<Int>) -> [String]? {
    guard opening != "Why" || !saysWhatFor(range),
      isClear(
        range, (opening == "When" || range.contains { lower[$0].hasPrefix("work") } ? 2 : 3)...20,
        mayAddress: opening != "When"),
      let clause = Clause(range, of: self), isNamed(clause.subject),
      // Why a word stands for something is no matter of the thing.
      !["stand", "refer", "mean"].contains(clause.form?.base ?? ""), let asked = clause.asked
    else {
      return nil
    }
    return opening.split(separator: " ").map(String.init) + asked
  }

  /// Whether a subject says which one is meant: `the benefit`, `the word` and `0.8` are told by the text before alone,
  /// but for what the heading names.
  func isNamed(_ subject: Range<Int>) -> Bool {
    let first = lower[subject.lowerBound]
    if subject.count == 1 { return first.contains(where: \.isLetter) }
    guard subject.count == 2, first == "the" else { return true }
    let noun = lower[subject.lowerBound + 1]
    return !Self.toldBefore.contains(noun) || isKnown(noun)
  }
  private static let toldBefore: Set<String> = [
    "word", "words", "benefit", "benefits", "floor", "gain", "gains", "saving", "savings", "effect",
    "effects", "gap", "catch", "number", "numbers", "figure", "figures", "letter", "sign", "claim",
    "finding", "findings", "conclusion", "observation", "assumption", "argument", "change",
    "changes", "choice", "factor", "remainder", "rest", "difference", "price", "bound",
    "correction", "improvement", "reduction", "increase", "decrease", "drop", "result", "results",
    "answer", "reason", "approach", "trick", "method", "idea", "problem", "advantage", "drawback",
    "trade-off", "fix", "cure", "alternative", "name", "picture", "point", "story", "proof",
    "motive", "motivation", "purpose", "goal", "aim", "technique", "procedure", "scheme", "tool",
    "tools", "absolute",
    "error", "errors", "paper", "theorem", "experiment", "test", "interval", "total", "average",
  ]

  /// Whether a part says already what something is for: a question why would be answered by its own words.
  private func saysWhatFor(_ range: Range<Int>) -> Bool {
    range.dropFirst(3).dropLast().contains { at in
      lower[at] == "to" && Self.purposes.contains(lower[at + 1])
        && !Self.judging.contains(lower[at - 1])
        && !lower[at - 1].hasSuffix("able")
    }
  }
  private static let purposes: Set<String> = [
    "avoid", "prevent", "ensure", "guarantee", "balance", "mitigate", "reduce", "improve",
    "protect", "minimize",
    "maximize", "save", "speed", "handle", "keep", "allow", "enable", "make",
  ]
  private static let judging: Set<String> = [
    "important", "essential", "crucial", "necessary", "hard", "easy", "difficult", "possible",
    "vital", "critical",
    "useful", "need", "needs", "able", "tend", "tends", "used", "helps", "help", "better", "best",
    "way", "has", "have",
    "fails", "fail", "impossible", "unlikely", "likely", "sufficient", "enough", "expensive",
    "cheap", "easier",
    "harder", "want", "wants", "learns", "learn", "try", "tries", "seems", "going",
  ]

  /// Whether a main clause from a place on says what the reader or the writer does rather than what follows.
  func isDeed(_ start: Int) -> Bool {
    let start = start < lower.count && lower[start] == "then" ? start + 1 : start
    guard start + 1 < lower.count, ["we", "you", "i", "one"].contains(lower[start]) else {
      return false
    }
    return Self.deeds.contains(lower[start + 1])
  }
  private static let deeds: Set<String> = [
    "structure", "may", "might", "can", "could", "use", "consider", "want", "should", "start",
    "split", "take",
    "call", "say", "write", "apply", "choose", "must", "have", "need", "define", "refer", "denote",
    "set", "pick",
    "look", "first", "simply", "just", "then", "usually", "often", "typically",
  ]

  /// Whether what stands from a place on is what follows, rather than what a reader is told to do.
  func isResult(_ start: Int) -> Bool {
    let rest = lower[min(start, lower.count)...]
    guard rest.count >= 4, let first = rest.first, first != "be",
      !["and", "or", "but", "while", "whereas", "which", "although", "though", "because", "since"]
        .contains(first), !Verbs.commands(first),
      !rest.contains(
        where: ["please", "hesitate", "feel", "assume", "suppose", "described", "see", "notice"]
          .contains)
    else { return false }
    return rest.contains { Verbs.mayBe($0) } || Verbs.mayBe(first)
      || rest.dropFirst().contains { $0.hasSuffix("s") || $0.hasSuffix("ed") }
  }

  /// Whether what a verb is about is told from a place on: more than a pronoun or a sign.
  func tells(_ start: Int) -> Bool {
    guard start < lower.count, !["it", "this", "that", "them", "these"].contains(lower[start])
    else {
      return false
    }
    let isLast = start + 1 == lower.count || words[start].hasSuffix(",")
    return !isLast || lower[start].count > 1
  }

  /// Whether nothing but that it is all of something is told from a place on: `updates each weight, and …`.
  func tellsOfAll(_ start: Int) -> Bool {
    guard start + 1 < lower.count, ["each", "every", "all", "everything"].contains(lower[start])
    else { return false }
    return lower[start] == "everything" || start + 2 >= words.count
      || words[start + 1].hasSuffix(",")
  }

  /// Whether a condition is what readers are about to do or want.
  func isWish(_ range: Range<Int>) -> Bool {
    let words = lower[range]
    guard let at = words.firstIndex(where: { $0 == "you" || $0 == "we" || $0 == "i" }) else {
      return words.contains("comes") || words.contains("desired") || words.contains("needed")
    }
    guard at + 1 < lower.count else { return true }
    return
      ([
        "mean", "want", "need", "would", "are", "prefer", "like", "don't", "do", "see", "find",
        "look",
        "notice", "feel",
        "struggle", "wonder", "consider", "take", "recall", "let", "define", "write", "think",
        "wish", "know",
        "understand", "have", "get", "encounter", "say", "plan", "come", "can", "can't", "really",
        "only",
        "understand", "visit", "read", "click",
      ] as Set).contains(lower[at + 1])
  }

  /// The sentence in its parts, where its subject is a thing that is named in it.
  var subjectClause: Clause? {
    guard let clause = Clause(0..<words.count, of: self), isClear(clause.subject, 1...6),
      let first = clause.subject.first,
      !["all", "each", "every", "both", "no", "any"].contains(lower[first]),
      // A word in quotes is one of an example.
      !clause.subject.contains(where: { words[$0].contains { "\"“”".contains($0) } }),
      !lower[first].hasSuffix("ly"),
      // `the format`, `the key`: which one is told elsewhere, but for what the heading names.
      !(clause.subject.count == 2 && lower[first] == "the" && !isKnown(lower[first + 1])
        && !isName(clause.subject)),
      !(clause.subject.count == 1 && Definition.generic.contains(lower[first])),
      let last = clause.subject.last,
      // `Popular options`: of what is told elsewhere.
      !(clause.subject.count < 3 && Self.nameless.contains(lower[last])),
      // `The simplest rule`: of what, the text around it tells.
      !(lower[first] == "the" && clause.subject.count == 3
        && Definition.generic.contains(lower[last])),
      // `26 heads in 7 groups` says nothing of them.
      clause.isPlural || lower[first].first?.isNumber != true,
      // Notes in short leave articles out, and a question with them.
      clause.isPlural || lower[last].hasSuffix("s") || lower[clause.subject].contains("and")
        || clause.subject.count == 1
        || words[first].first?.isLowercase != true
        || Verbs.articles.contains(lower[first]) || lower[first].hasSuffix("ing")
    else { return nil }
    return clause
  }

  private static let nameless: Set<String> = [
    "options", "approaches", "methods", "techniques", "strategies", "applications", "tools",
    "examples", "choices", "variants", "papers", "authors", "results", "experiments", "findings",
    "higher", "lower", "larger", "smaller", "things", "people", "others", "differences", "remedies",
    "consequences", "questions", "steps",
  ]

  /// Whether a heading names it, or its text speaks of it all along.
  private func isKnown(_ noun: String) -> Bool {
    Stems.stem(noun).map { stem in
      topic.contains(stem)
        || themes.contains(stem) && !Definition.generic.contains(noun)
          && !Self.toldBefore.contains(noun)
    } ?? false
  }

  /// The same where such a word follows its verb.
  func subject(before word: String) -> (Clause, Int)? {
    guard let clause = subjectClause,
      let at = clause.rest.prefix(3).first(where: { lower[$0] == word })
    else { return nil }
    return (clause, at)
  }
}
