/// How two things differ that a sentence sets against each other.
extension SentenceRule {
  static let contrasts: [SentenceRule] = [
    SentenceRule(name: "instead of") { said in
      guard
        said.lower.starts(with: ["instead", "of"]) || said.lower.starts(with: ["rather", "than"]),
        let comma = said.comma, said.isClear(2..<comma + 1, 1...10), comma + 4 < said.words.count
      else { return nil }
      let other = said.part(2..<comma + 1)
      if ["we", "you", "one"].contains(said.lower[comma + 1]), said.isResult(comma + 1) {
        return ["What", "is", "done", "instead", "of"] + other
      }
      guard let clause = Clause(comma + 1..<said.words.count, of: said), clause.form != nil,
        said.isClear(clause.subject, 1...7)
      else { return nil }
      return ["What", clause.isPlural ? "do" : "does"] + clause.subjectWords + [
        "do", "instead", "of",
      ] + other
    },
    SentenceRule(name: "than") { said in
      guard let clause = said.subjectClause,
        let than = said.place(of: [["than"]], from: clause.rest.lowerBound + 1),
        !said.hasComma(0..<than.upperBound),
        case let degree = said.lower[clause.rest.lowerBound..<than.lowerBound],
        degree.contains(where: {
          ["more", "less", "fewer"].contains($0) || $0.hasSuffix("er") && $0.count > 4
        }),
        !degree.contains(where: inner.contains),
        !clause.adverbs.contains(where: { said.lower[$0] == "not" }),
        !degree.contains("not"), !degree.contains("no"), !degree.contains("other"),
        !degree.contains("rather"),
        case let end = said.words[than.upperBound...].firstIndex(where: { $0.hasSuffix(",") }).map({
          $0 + 1
        })
          ?? said.words.count, said.isClear(than.upperBound..<end, 1...5),
        // `are harder than weights`: at what?
        clause.form != nil || degree.count > 1 || end < said.words.count,
        said.lower[than.upperBound..<end].allSatisfy({ word in
          !Verbs.mayBe(word) && !noThings.contains(word) && !word.contains(where: \.isNumber)
        })
      else { return nil }
      return ["How", clause.isPlural ? "do" : "does"] + clause.subjectWords + ["compare", "with"]
        + said.part(than.upperBound..<end)
    },
    SentenceRule(name: "whereas") { said in
      guard
        let at = said.words.indices.dropFirst(4).dropLast(4).first(where: { index in
          said.lower[index] == "whereas"
            || said.lower[index] == "while" && said.words[index - 1].hasSuffix(",")
        }), let one = Clause(0..<at, of: said), said.isClear(one.subject, 1...6)
      else { return nil }
      if let both = both(one, at + 1, said) { return ["How", "do"] + both + ["differ"] }
      guard let other = Clause(at + 1..<said.words.count, of: said),
        one.subjectWords != other.subjectWords, said.isClear(other.subject, 1...6),
        said.isNamed(one.subject), said.isNamed(other.subject)
      else { return nil }
      return ["How", "do"] + one.subjectWords + ["and"] + other.subjectWords + ["differ"]
    },
  ]
  /// `Fast pairs …, whereas slow ones …`: fast and slow pairs.
  private static func both(_ one: Clause, _ start: Int, _ said: Said) -> [String]? {
    let words = one.subjectWords
    guard words.count == 2, said.lower[start + 1] == "ones",
      !Verbs.articles.contains(said.lower[start]), said.lower[start] != words[0]
    else { return nil }
    return [words[0], "and", said.lower[start], words[1]]
  }

  /// What stands behind “than” and is nothing to compare with.
  private static let noThings: Set<String> = [
    "elsewhere", "today", "ours", "theirs", "anywhere", "this", "that", "expected", "usual",
    "before", "necessary", "needed", "ever", "half", "average", "what", "when",
    "in", "for", "with",
    "one", "two", "using", "to", "at", "on", "once", "most", "any", "others", "if", "by", "from",
    "just", "simply",
    "normal", "possible", "hundred", "thousand", "million", "billion",
  ]
}
