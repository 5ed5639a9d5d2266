/// What a thing is made to do, lacks, should be and needs: it stands in the sentence.
extension SentenceRule {
  static let purposes: [SentenceRule] = [
    SentenceRule(name: "trained to") { said in
      guard let clause = said.subjectClause, ["is", "are", "was", "were"].contains(clause.verb),
        clause.rest.count > 3, case let done = clause.rest.lowerBound,
        made.contains(said.lower[done]), said.lower[done + 1] == "to",
        said.lower[done + 2] != "be"
      else { return nil }
      return ["What", clause.verb] + clause.subjectWords + [said.lower[done], "to", "do"]
    },
    SentenceRule(name: "tries to") { said in
      guard let clause = said.subjectClause, let form = clause.form,
        ["try", "aim", "seek", "attempt"].contains(form.base), clause.rest.count > 4,
        said.lower[clause.rest.lowerBound] == "to"
      else { return nil }
      return ["What", form.isPlural ? "do" : "does"] + clause.subjectWords + [
        form.base, "to", "do",
      ]
    },
    SentenceRule(name: "what makes it") { said in
      guard let clause = Clause(0..<said.words.count, of: said), clause.verb == "is",
        clause.rest.count > 3, case let what = clause.rest.lowerBound, said.lower[what] == "what",
        !["the", "a", "an", "we", "you", "it", "they"].contains(said.lower[what + 1]),
        Verbs.form(said.lower[what + 1], after: ["x"], before: said.lower[what + 2])?.isPlural
          == false,
        case let end = said.words[what...].firstIndex(where: { $0.hasSuffix(",") })
          .map({ $0 + 1 }) ?? said.words.count,
        said.isClear(what + 1..<end, 3...14)
      else { return nil }
      return ["What"] + said.part(what + 1..<end)
    },
    SentenceRule(name: "can be read as") { said in
      guard let clause = said.subjectClause, ["can", "may", "could"].contains(clause.verb),
        clause.rest.count > 4, case let be = clause.rest.lowerBound, said.lower[be] == "be",
        ["read", "seen", "viewed", "interpreted", "regarded", "understood", "written"].contains(
          said.lower[be + 1]), said.lower[be + 2] == "as"
      else { return nil }
      return ["What", clause.verb] + clause.subjectWords + ["be", said.lower[be + 1], "as"]
    },
    SentenceRule(name: "which formula") { said in
      guard let clause = Clause(0..<said.words.count, of: said),
        ["is", "are", "equals"].contains(clause.verb),
        said.isClear(clause.subject, 2...10), let next = clause.rest.first,
        said.lower[next].count == 1, let sign = said.lower[next].first,
        said.formulas.contains(sign),
        clause.rest.count == 1 || said.words[next].hasSuffix(",")
      else { return nil }
      return ["Which", "formula", "gives"] + clause.subjectWords
    },
    SentenceRule(name: "its one limitation") { said in
      guard let clause = said.subjectClause, let form = clause.form, form.base == "have",
        (2...5).contains(clause.rest.count), said.isCutAtColon,
        ["one", "a", "an"].contains(said.lower[clause.rest.lowerBound]),
        let last = clause.rest.last, parts.contains(said.lower[last]),
        case let part = clause.rest.lowerBound + 1..<clause.rest.upperBound,
        said.isClear(part, 1...4)
      else { return nil }
      return ["What"] + said.part(part) + [form.isPlural ? "do" : "does"] + clause.subjectWords
        + ["have"]
    },
    SentenceRule(name: "how it should") { said in
      guard let clause = said.subjectClause, ["should", "must"].contains(clause.verb),
        clause.rest.count > 3, case let verb = clause.rest.lowerBound
      else { return nil }
      if said.lower[verb] == "be", Verbs.isParticiple(said.lower[verb + 1]),
        manners.contains(said.lower[verb + 2])
      {
        return ["How", clause.verb] + clause.subjectWords + ["be", said.lower[verb + 1]]
      }
      guard moving.contains(said.lower[verb]), manners.contains(said.lower[verb + 1]) else {
        return nil
      }
      return ["How", clause.verb] + clause.subjectWords + [said.lower[verb]]
    },
    SentenceRule(name: "to do it you need") { said in
      guard said.lower[0] == "to",
        let verb = said.lower.indices.dropFirst(3).prefix(9).first(where: {
          said.lower[$0] == "costs"
            || $0 > 1 && ["need", "needs"].contains(said.lower[$0])
              && ["you", "one", "we"].contains(said.lower[$0 - 1])
        }), verb + 2 < said.words.count
      else { return nil }
      let isCost = said.lower[verb] == "costs"
      let end = isCost ? verb : verb - 1
      guard said.isClear(1..<end, 2...8), !said.hasComma(0..<end + 1) else { return nil }
      return (isCost ? ["What", "does", "it", "cost", "to"] : ["What", "do", "you", "need", "to"])
        + said.part(1..<end)
    },
  ]
  private static let made: Set<String> = [
    "trained", "designed", "meant", "intended", "built", "fine-tuned", "tuned", "optimized",
    "optimised", "taught", "pretrained", "pre-trained",
  ]
  private static let parts: Set<String> = [
    "limitation", "drawback", "downside", "weakness", "advantage", "disadvantage", "benefit",
    "strength", "flaw", "property", "problem", "goal", "purpose", "job", "task", "cost", "price",
    "effect", "consequence", "exception", "difference", "requirement", "shortcoming",
  ]
  private static let manners: Set<String> = [
    "in", "with", "by", "at", "as", "from", "so", "to", "according", "together",
  ]
  private static let moving: Set<String> = [
    "grow", "scale", "fall", "rise", "shrink", "move", "vary",
  ]

  /// Verbs that say of a named thing what it has rather than what it does.
  private static let havingVerbs: Set<String> = [
    "have", "come", "need", "belong", "exist", "mean", "seem", "appear", "look", "understand",
    "want", "stand", "refer", "show", "say", "report", "find", "follow", "remain", "stay", "start",
    "begin", "end", "become", "differ", "cost", "take", "run", "sit", "lie", "consist", "depend",
  ]

  /// A thing with a name of its own: what it does, where the sentence says more than a verb with its object; or, without
  /// such a second verb, whatever it does.
  static func whatANameDoes(isTwofold: Bool) -> SentenceRule {
    SentenceRule(name: "what a name does") { said in
      guard let clause = said.subjectClause, let form = clause.form,
        clause.subject.count <= 3, said.isName(clause.subject), clause.rest.count >= 5,
        clause.adverbs.allSatisfy({ ["also", "then", "just"].contains(said.lower[$0]) }),
        !havingVerbs.contains(form.base), isTwofold || form.base != "use",
        // `replaces it with …`: what, the sentence before says.
        !["it", "this", "that", "them", "these", "both", "less", "more", "about", "each"].contains(
          said.lower[clause.rest.lowerBound])
      else { return nil }
      let second = clause.rest.dropLast(2).first { at in
        ["and", "but"].contains(said.lower[at])
          && Verbs.form(
            said.lower[at + 1], after: [form.isPlural ? "xs" : "x"], before: said.lower[at + 2]
          )
          .map { $0.isPlural == form.isPlural } ?? false
      }
      // One deed of many is not what it does, but where more is told of it, or it has just got its name.
      guard
        second != nil
          || !isTwofold && (said.isCutAtColon || said.isSetApart(clause.subject))
      else { return nil }
      return ["What", form.isPlural ? "do" : "does"] + clause.subjectWords + ["do"]
    }
  }
}

extension Said {
  /// Whether a subject is set apart in the text.
  func isSetApart(_ subject: Range<Int>) -> Bool {
    let isOfArticle = ["the", "a", "an"].contains(lower[subject.lowerBound])
    return terms.contains(lower[isOfArticle ? subject.dropFirst() : subject].joined(separator: " "))
  }

  /// Whether a subject is the name of one thing: `GPTQ`, `Adam`, and neither `the loss` nor `Models`.
  func isName(_ subject: Range<Int>) -> Bool {
    let first = words[subject.lowerBound]
    if isSetApart(subject) { return true }
    guard !Verbs.articles.contains(lower[subject.lowerBound]) else { return false }
    return first.dropFirst().contains { $0.isUppercase || $0.isNumber }
      || names.isName(first)
  }
}
