/// What is said of the subject of a sentence: what it is, does, must do, or is used for.
extension SentenceRule {
  static let subjects: [SentenceRule] = [
    SentenceRule(name: "the purpose of") { said in
      guard ["the", "one", "another"].contains(said.lower[0]),
        let role = (1...2).first(where: { roles.contains(said.lower[$0]) }),
        ["of", "with", "in", "to", "behind", "between", "for"].contains(said.lower[role + 1]),
        let verb = said.lower[(role + 2)...].firstIndex(where: {
          ["is", "are", "was"].contains($0)
        }),
        (role + 3...12).contains(verb), said.words.count > verb + 4, said.isClear(1..<verb, 3...11),
        !said.hasComma(0..<verb + 1), !said.lower[..<verb].contains(where: inner.contains)
      else { return nil }
      return ["What", said.lower[verb], said.lower[0]] + said.words[1..<verb]
    },
    SentenceRule(name: "unlike") { said in
      guard said.lower[0] == "unlike", let comma = said.comma, said.isClear(1..<comma + 1, 1...8),
        let clause = Clause(comma + 1..<said.words.count, of: said),
        said.isClear(clause.subject, 1...7)
      else { return nil }
      return ["How", clause.isPlural ? "do" : "does"] + clause.subjectWords + ["differ", "from"]
        + said.part(1..<comma + 1)
    },
    SentenceRule(name: "is used for") { said in
      guard let (clause, at) = said.subject(before: "used"), at + 5 < said.words.count else {
        return nil
      }
      let by = said.lower[at + 1]
      let isMay =
        said.lower[clause.rest.lowerBound] == "be" && ["can", "may", "could"].contains(clause.verb)
      guard ["to", "for", "as"].contains(by), isMay || ["is", "are"].contains(clause.verb) else {
        return nil
      }
      return ["What", isMay ? "can" : clause.verb] + clause.subjectWords + (isMay ? ["be"] : [])
        + ["used", by == "as" ? "as" : "for"]
    },
    SentenceRule(name: "how it can be done") { said in
      guard let clause = said.subjectClause, ["can", "could", "may"].contains(clause.verb),
        clause.rest.count > 4, said.lower[clause.rest.lowerBound] == "be",
        case let done = clause.rest.lowerBound + 1, Verbs.isParticiple(said.lower[done]),
        !["found", "used", "seen", "considered", "thought"].contains(said.lower[done]),
        ["by", "with", "via", "using", "through", "in", "from", "at"].contains(
          said.lower[done + 1]),
        said.lower[done + 1] != "by" || said.lower[done + 2].hasSuffix("ing")
      else { return nil }
      return ["How", clause.verb] + clause.subjectWords + ["be", said.lower[done]]
    },
    whatItTurnsInto, whatANameDoes(isTwofold: true), whatItDoes,
    SentenceRule(name: "what it is made of") { said in
      guard let clause = said.subjectClause, ["is", "are"].contains(clause.verb),
        clause.rest.count > 3,
        case let done = clause.rest.lowerBound, let behind = madeOf[said.lower[done]],
        behind.contains(said.lower[done + 1]), !said.lower[done + 2].hasSuffix("ing"),
        said.lower[done + 1] != "to"
          || !Verbs.mayBe(said.lower[done + 2])
            && ["the", "a", "an", "each", "every", "all", "any", "its"].contains(
              said.lower[done + 2])
      else { return nil }
      return ["What", clause.verb] + clause.subjectWords + [said.lower[done], said.lower[done + 1]]
    },
    SentenceRule(name: "which parts it has") { said in
      guard let clause = said.subjectClause, let form = clause.form, form.base == "have",
        (2...7).contains(clause.rest.count), numbers.contains(said.lower[clause.rest.lowerBound]),
        said.isClear(clause.rest, 2...7), said.isCutAtColon
      else { return nil }
      return ["Which"] + said.part(clause.rest) + [form.isPlural ? "do" : "does"]
        + clause.subjectWords + ["have"]
    },
    SentenceRule(name: "which ones there are") { said in
      guard said.lower.starts(with: ["there", "are"]), numbers.contains(said.lower[2]),
        said.isCutAtColon,
        said.isClear(2..<said.words.count, 2...10)
      else { return nil }
      return ["Which"] + said.part(2..<said.words.count) + ["are", "there"]
    },
    SentenceRule(name: "what the heading does") { said in
      guard let clause = said.subjectClause, clause.form != nil, clause.rest.count > 4,
        case let own = Stems.of(clause.subjectWords.joined(separator: " ")), !own.isEmpty,
        own.isSubset(of: said.topic), said.topic.count <= own.count + 1,
        !clause.adverbs.contains(where: { ["only", "not", "never"].contains(said.lower[$0]) }),
        clause.form.map({ !sayingLittle.contains($0.base) }) ?? false
      else { return nil }
      return ["What", clause.isPlural ? "do" : "does"] + clause.subjectWords + ["do"]
    },
    SentenceRule(name: "what it must") { said in
      guard let clause = said.subjectClause,
        ["must", "should", "can", "will"].contains(clause.verb),
        clause.rest.count > 4, !said.tellsOfAll(clause.rest.lowerBound + 1),
        case let verb = said.lower[clause.rest.lowerBound],
        Verbs.telling.contains(verb) && !noObjects.contains(said.lower[clause.rest.lowerBound + 1])
          || verb == "be" && ["must", "should"].contains(clause.verb)
            && ["a", "an", "the", "at", "in", "one", "no"].contains(
              said.lower[clause.rest.lowerBound + 1])
      else { return nil }
      return ["What", clause.verb] + clause.subjectWords + [verb]
    },
    whatANameDoes(isTwofold: false),
    SentenceRule(name: "when it was") { said in
      guard let clause = said.subjectClause, ["was", "were"].contains(clause.verb),
        Verbs.isParticiple(said.lower[clause.rest.lowerBound]),
        clause.rest.dropLast().contains(where: {
          said.lower[$0] == "in" && isYear(said.lower[$0 + 1])
        })
      else { return nil }
      return ["When", clause.verb] + clause.subjectWords + [said.lower[clause.rest.lowerBound]]
    },
    SentenceRule(name: "what it is") { said in
      guard let clause = said.subjectClause, ["is", "are"].contains(clause.verb),
        clause.adverbs.isEmpty,
        clause.rest.count > 6, ["a", "an", "the"].contains(said.lower[clause.rest.lowerBound]),
        case let noun = said.lower[clause.rest.lowerBound + 1],
        !Definition.praise.contains(noun), !noun.hasSuffix("est"),
        !Definition.praise.contains(said.lower[clause.rest.lowerBound + 2]),
        !Definition.isPerson(
          clause.subject.map { said.words[$0] }.joined(separator: " "),
          clause.rest.map { said.words[$0] }.joined(separator: " ")),
        !clause.subject.contains(where: { Definition.generic.contains(said.lower[$0]) })
      else { return nil }
      return ["What", clause.verb] + clause.subjectWords
    },
  ]
  /// Verbs that say of a thing what it has rather than what it does.
  private static let sayingLittle: Set<String> = [
    "use", "have", "take", "make", "come", "need", "work", "run", "look", "seem", "exist", "appear",
    "follow",
    "belong", "own", "mean", "want", "understand",
  ]
  /// Participles that tell with one word behind them.
  private static let madeOf: [String: Set<String>] = [
    "based": ["on"], "built": ["on", "from"], "divided": ["into", "by"], "split": ["into"],
    "made": ["of", "from"],
    "composed": ["of"], "derived": ["from"], "determined": ["by"], "measured": ["in", "by"],
    "given": ["by"],
    "stored": ["in", "as"], "turned": ["into"], "converted": ["into", "to"],
    "replaced": ["by", "with"],
    "followed": ["by"], "caused": ["by"], "limited": ["by", "to"], "identified": ["by"],
    "combined": ["with"],
    "multiplied": ["by", "with"], "controlled": ["by"], "initialized": ["with", "to"],
    "compared": ["with", "to"],
    "applied": ["to"], "written": ["in", "as"], "represented": ["by", "as"],
    "defined": ["as", "by"],
    "set": ["to"], "added": ["to"], "responsible": ["for"], "characterized": ["by"],
    "known": ["for"],
    "similar": ["to"], "equivalent": ["to"], "equal": ["to"], "independent": ["of"],
    "sensitive": ["to"],
    "proportional": ["to"], "inspired": ["by"], "trained": ["on"], "related": ["to"],
    "connected": ["to"],
    "passed": ["to", "through"], "fed": ["into", "to"], "computed": ["from", "as"],
    "calculated": ["from", "as"],
    "obtained": ["from"], "good": ["at"], "bad": ["at"], "bounded": ["by"],
    "expressed": ["as", "in"],
    "shared": ["across", "by"], "scaled": ["by"], "weighted": ["by"], "governed": ["by"],
    "guided": ["by"],
    "dominated": ["by"], "driven": ["by"], "estimated": ["from", "by"], "approximated": ["by"],
    "restricted": ["to"], "invariant": ["to", "under"], "orthogonal": ["to"], "robust": ["to"],
    "prone": ["to"],
    "suited": ["to", "for"], "named": ["after"], "drawn": ["from"], "sampled": ["from"],
    "grouped": ["into", "by"],
    "organised": ["into", "as"], "organized": ["into", "as"], "projected": ["onto", "into", "to"],
    "mapped": ["to", "onto", "into"], "encoded": ["as", "in", "by"], "concatenated": ["with"],
    "subtracted": ["from"], "evaluated": ["on", "by"], "normalised": ["by", "over"],
    "normalized": ["by", "over"],
  ]
  static let numbers: Set<String> = ["two", "three", "four", "five", "six", "seven"]
  private static let roles: Set<String> = Set(
    [
      "advantage", "disadvantage", "purpose", "goal", "idea", "problem", "challenge", "difference",
      "benefit",
      "drawback", "downside", "role", "job", "effect", "reason", "aim", "objective", "intuition",
      "limitation",
      "strength", "weakness", "motivation", "trick", "opposite", "cost", "consequence", "task",
      "function",
    ].flatMap { [$0, $0 + "s"] })

  private static func isYear(_ word: String) -> Bool {
    word.count == 4 && (word.hasPrefix("1") || word.hasPrefix("20")) && word.allSatisfy(\.isNumber)
  }
}
