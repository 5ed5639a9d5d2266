/// By how much, so much that, and what alone: a degree stands in the sentence.
extension SentenceRule {
  static let degrees: [SentenceRule] = [
    SentenceRule(name: "by how much") { said in
      guard let clause = said.subjectClause, let form = clause.form, changing.contains(form.base),
        let by = clause.rest.dropLast().first(where: { said.lower[$0] == "by" }),
        said.lower[by + 1..<min(by + 4, said.words.count)].contains(where: isAmount),
        said.lower[min(by + 2, said.words.count - 1)] != "factor"
          || by + 3 < said.words.count && said.lower[by + 3] == "of",
        case let object = clause.rest.lowerBound..<by,
        object.isEmpty || said.isClear(object, 1...6)
      else { return nil }
      return ["By", "how", "much", form.isPlural ? "do" : "does"] + clause.subjectWords
        + [form.base] + (object.isEmpty ? [] : said.part(object))
    },
    SentenceRule(name: "so that much") { said in
      guard
        let so = said.lower.indices.dropFirst(3).dropLast(6).first(where: { said.lower[$0] == "so" }
        ),
        !said.words[so - 1].hasSuffix(","), said.lower[so + 1] != "that",
        let that = (so + 2...so + 3).first(where: { said.lower[$0] == "that" })
      else { return nil }
      return said.asked("Why", that + 1..<said.words.count)
    },
    SentenceRule(name: "effect on") { said in
      guard let clause = said.subjectClause, clause.form?.base == "have",
        !["related", "similar", "same", "opposite", "further"].contains(
          said.lower[clause.rest.lowerBound + 1]),
        let effect = clause.rest.prefix(5).first(where: { effects.contains(said.lower[$0]) }),
        effect + 2 < said.words.count, said.lower[effect + 1] == "on",
        case let end = said.words[(effect + 2)...].firstIndex(where: { $0.hasSuffix(",") })
          .map({ $0 + 1 }) ?? said.words.count,
        said.isClear(effect + 2..<end, 1...8)
      else { return nil }
      return ["What", said.lower[effect], clause.isPlural ? "do" : "does"] + clause.subjectWords
        + ["have", "on"] + said.part(effect + 2..<end)
    },
    SentenceRule(name: "only it") { said in
      guard said.lower[0] == "only", !noThings.contains(said.lower[1]),
        let clause = Clause(1..<said.words.count, of: said), said.isClear(clause.subject, 1...6),
        case let end = said.words[clause.rest].firstIndex(where: { $0.hasSuffix(",") })
          .map({ $0 + 1 }) ?? said.words.count,
        case let rest = clause.rest.lowerBound..<end, said.isClear(rest, 3...12, mayOpen: true),
        clause.adverbs.isEmpty,
        // `matter, adding a constant changes nothing`: a second clause, behind a comma alone.
        !said.words[clause.rest.lowerBound - 1].hasSuffix(","),
        !rest.dropLast(2).contains(where: { at in
          said.lower[at] == "and" && Clause(at + 1..<end, of: said) != nil
        })
      else { return nil }
      let verb = clause.form?.singular ?? (clause.verb == "are" ? "is" : clause.verb)
      return ["What", verb] + said.part(rest)
    },
  ]
  /// Verbs that tell a change.
  private static let changing: Set<String> = [
    "lower", "raise", "reduce", "increase", "decrease", "shrink", "grow", "fall", "rise", "drop",
    "improve", "cut", "speed", "slow", "multiply", "divide", "differ", "exceed", "outperform",
    "boost", "widen", "narrow",
  ]
  private static let effects: Set<String> = [
    "effect", "effects", "influence", "impact", "consequence", "consequences",
  ]
  private static let noThings: Set<String> = [
    "if", "when", "by", "in", "at", "on", "after", "then", "with", "for", "because", "a", "an",
    "once", "one", "that", "this", "these", "those", "such", "about", "some", "few", "now", "here",
  ]
  private static let amounts: Set<String> = [
    "half", "third", "quarter", "factor", "order", "orders", "percent", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten", "one",
  ]

  private static func isAmount(_ word: String) -> Bool {
    word.contains(where: \.isNumber) || amounts.contains(word)
  }
}
