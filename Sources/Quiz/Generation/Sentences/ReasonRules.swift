/// Why and how: a reason, a purpose, or a means stands in the sentence.
extension SentenceRule {
  static let reasons: [SentenceRule] = [
    SentenceRule(name: "because") { said in
      guard let at = said.place(of: [["because"]], from: 3), at.upperBound + 3 <= said.words.count,
        !["not", "is", "that", "simply", "just"].contains(said.lower[at.lowerBound - 1])
      else { return nil }
      return said.askedLast("Why", at.lowerBound)
    },
    SentenceRule(name: "because, first") { said in
      guard ["because", "since"].contains(said.lower[0]), let comma = said.comma,
        comma + 5 < said.words.count
      else {
        return nil
      }
      return said.asked("Why", comma + 1..<said.words.count)
        ?? said.asked("Why", comma + 1..<said.words.count, of: 1..<comma + 1)
    },
    SentenceRule(name: "This is because") { said in
      guard said.next.count > 6, ["this", "that"].contains(said.next[0]), said.next[1] == "is",
        said.next[2...3].contains("because")
      else { return nil }
      return said.asked("Why", 0..<said.words.count)
    },
    SentenceRule(name: "as") { said in
      guard
        let at = said.words.indices.dropFirst(4).dropLast(4).first(where: { index in
          said.lower[index] == "as" && said.words[index - 1].hasSuffix(",")
            && ["the", "a", "it", "they", "there", "no", "each", "every", "its", "their"]
              .contains(said.lower[index + 1])
        }), !said.hasComma(0..<at),
        said.lower[at + 1] == "there" || Clause(at + 1..<said.words.count, of: said) != nil
      else { return nil }
      return said.askedLast("Why", at)
    },
    SentenceRule(name: "thanks to") { said in
      let phrases = [["thanks", "to"], ["owing", "to"], ["due", "to"], ["because", "of"]]
      guard phrases.contains(where: { said.lower.starts(with: $0) }), let comma = said.comma,
        comma < 10, comma + 4 < said.words.count, said.lower[comma + 1] != "it"
      else { return nil }
      return said.asked("Why", comma + 1..<said.words.count)
    },
    SentenceRule(name: "so") { said in
      for at in said.words.indices.dropFirst(3).dropLast(4) where said.words[at - 1].hasSuffix(",")
      {
        let isWhy = said.lower[at...].starts(with: ["which", "is", "why"])
        guard
          isWhy
            || said.lower[at] == "so"
              && !["that", "as", "on", "far", "do", "does"].contains(said.lower[at + 1])
        else { continue }
        guard !said.lower[1..<at].contains("it's") else { continue }
        let told = at + (isWhy ? 3 : 1)..<said.words.count
        return said.asked("Why", told) ?? said.asked("Why", told, of: 0..<at)
      }
      return nil
    },
    SentenceRule(name: "due to, so that") { said in
      let phrases = [
        ["so", "that"], ["in", "order", "to"], ["due", "to"], ["thanks", "to"], ["owing", "to"],
        ["as", "a", "result", "of"], ["since"],
      ]
      guard let at = said.place(of: phrases, from: 4), at.upperBound + 3 <= said.words.count,
        !["and", "or", "ever", "is", "are", "be", "not", "mainly", "partly"].contains(
          said.lower[at.lowerBound - 1]),
        // `since 2019` tells a time, and a reason is a clause.
        said.lower[at.lowerBound] != "since"
          || Clause(at.upperBound..<said.words.count, of: said) != nil,
        // `It forgets quickly, so that …` tells what follows, and no purpose.
        !said.lower[..<at.lowerBound].contains(where: { $0 == "too" || $0 == "so" }),
        // What a relative clause tells is no reason for the main one, and `so that term is …` is none at all.
        said.lower[at.lowerBound] != "so"
          || !said.lower[..<at.lowerBound].contains("which")
            && !["is", "was", "has", "does"].contains(said.lower[at.upperBound + 1]),
        // Nor is what was not done meant for anything.
        said.lower[at.lowerBound] != "so"
          || !said.lower[..<at.lowerBound].contains(where: { $0 == "not" || $0.hasSuffix("n't") }),
        !said.words[at.lowerBound - 1].hasSuffix("ly,"),
        said.lower[at.lowerBound] != "so" || !said.words[at.lowerBound - 1].hasSuffix(",")
          || said.lower[0] == "we" || said.isDone(0..<at.lowerBound)
      else { return nil }
      return said.askedLast("Why", at.lowerBound)
    },
    SentenceRule(name: "to prevent") { said in
      let phrases = [
        "avoid", "prevent", "ensure", "guarantee", "mitigate", "reduce", "improve", "protect",
        "speed", "save",
        "minimize", "keep",
      ].map { ["to", $0] }
      guard let at = said.place(of: phrases, from: 5), at.upperBound + 2 <= said.words.count,
        case let before = said.lower[at.lowerBound - 1],
        !before.hasSuffix("able"), !Verbs.mayBe(before), !nounsOfPurpose.contains(before),
        !["used", "and", "or", "as", "order", "necessary", "sufficient", "designed", "meant"]
          .contains(before),
        !said.lower[..<at.lowerBound].contains(where: nounsOfPurpose.contains),
        !said.lower[..<at.lowerBound].contains(where: { verbsOfOthers.contains(Self.base($0)) })
      else { return nil }
      return said.askedLast("Why", at.lowerBound)
    },
    SentenceRule(name: "by doing") { said in
      for at in said.lower.indices.dropFirst(2).dropLast(2)
      where ["by", "through"].contains(said.lower[at]) && said.lower[at + 1].hasSuffix("ing")
        && !said.lower[..<at].contains(where: { inner.contains($0) || beginnings.contains($0) })
      {
        return said.asked("How", 0..<at)
      }
      return nil
    },
    SentenceRule(name: "not so, as a colon tells") { said in
      guard said.isCutAtColon, let clause = Clause(0..<said.words.count, of: said),
        clause.form == nil,
        clause.verb.hasSuffix("n't") || clause.verb == "cannot"
          || clause.rest.first.map({ said.lower[$0] == "not" }) ?? false
      else { return nil }
      return said.asked("Why", 0..<said.words.count)
    },
    SentenceRule(name: "That is why", leansBack: true) { said in
      said.isConsequence ? said.asked("Why", 0..<said.words.count) : nil
    },
  ]
  /// `a way to prevent` is not done in order to.
  private static let nounsOfPurpose: Set<String> = [
    "way", "ways", "method", "methods", "approach", "attempt", "step", "steps", "ability", "need",
    "want",
    "strategy", "strategies", "technique", "techniques", "option", "options", "best", "how", "goal",
    "enough",
    "possible", "important", "try", "tries", "used", "aims",
  ]

  /// `helps models to reduce`: not why it helps, but what they do.
  private static let verbsOfOthers: Set<String> = [
    "allow", "enable", "help", "cause", "encourage", "force", "require", "learn", "lead", "ask",
    "teach", "seem",
    "need", "want", "aim", "fail", "tend",
  ]

  /// Verbs of no deed: `begins its work by …`.
  private static let beginnings: Set<String> = [
    "begin", "begins", "start", "starts", "end", "ends", "open", "opens", "close", "closes", "go",
    "goes",
  ]

  private static func base(_ word: String) -> String {
    word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}
