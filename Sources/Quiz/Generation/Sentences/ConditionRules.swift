/// When, and what happens if: a condition stands in the sentence.
extension SentenceRule {
  static let conditions: [SentenceRule] = [
    SentenceRule(name: "if") { said in
      guard ["if", "when", "whenever", "once", "unless"].contains(said.lower[0]),
        let comma = said.comma,
        (3...18).contains(comma), said.isClear(1..<comma + 1, 3...18, mayAddress: true),
        Clause(1..<comma + 1, of: said) != nil, said.isResult(comma + 1), !said.isDeed(comma + 1),
        !said.isWish(1..<comma + 1), !isAdvice(said, comma), !isPremise(said, comma)
      else { return nil }
      // What could not be is not said to happen.
      let mayBe = said.lower[1...comma].contains { ["could", "were", "would"].contains($0) }
      return (mayBe ? ["What", "would", "happen"] : ["What", "happens"]) + [said.lower[0]]
        + said.part(1..<comma + 1)
    },
    SentenceRule(name: "when, behind") { said in
      guard
        let at = said.place(
          of: [
            ["only", "if"], ["only", "when"], ["if", "and", "only", "if"], ["when"], ["whenever"],
            ["if"], ["as", "soon", "as"],
          ], from: 2),
        at.upperBound + 3 <= said.words.count, !said.hasComma(0..<at.lowerBound),
        !notBeforeWhen.contains(said.lower[at.lowerBound - 1]),
        !said.lower[at.lowerBound - 1].hasSuffix("ing"),
        !said.lower[..<at.lowerBound].contains(where: inner.contains),
        !said.lower[at.upperBound].hasSuffix("ing"),
        !said.lower[at.upperBound].hasSuffix("ed"), said.lower[at.upperBound] != "it",
        !said.isWish(at.upperBound..<min(at.upperBound + 3, said.words.count)),
        !Said.address.contains(said.lower[0]),
        // `signs are a drop when …` says what they are.
        !saysWhatItIs(said, at.lowerBound)
      else { return nil }
      return said.asked("When", 0..<at.lowerBound)
    },
    SentenceRule(name: "to, first") { said in
      let start =
        said.lower[0] == "to" ? 1 : said.lower.starts(with: ["in", "order", "to"]) ? 3 : 0
      guard start > 0, let comma = said.comma, (start + 2..<17).contains(comma),
        said.isResult(comma + 1),
        said.isClear(start..<comma + 1, 3...15), !isSpeech(said.lower[start...]),
        saysHow(said, comma + 1), said.words.count - comma > 5,
        !said.hasComma(comma + 1..<min(comma + 5, said.words.count)),
        !said.lower[(comma + 1)...].contains(
          where: ["see", "refer", "we'll", "let's", "saw"].contains)
      else { return nil }
      return ["How", "do", "you"] + said.part(start..<comma + 1)
    },
    SentenceRule(name: "during") { said in
      guard ["during", "after", "before", "without", "on", "upon"].contains(said.lower[0]),
        said.lower[0] != "on" || ["a", "an"].contains(said.lower[1]), let comma = said.comma,
        said.isClear(1..<comma + 1, said.lower[0] == "without" ? 1...9 : 2...9),
        said.isResult(comma + 1),
        !["all", "that", "with", "anything"].contains(said.lower[1]),
        !said.lower[1...comma].contains("else"),
        said.lower[1...comma].contains(where: { $0.count > 3 && $0.allSatisfy(\.isLetter) }),
        !["we", "it", "you", "let"].contains(said.lower[comma + 1]),
        let clause = Clause(comma + 1..<said.words.count, of: said),
        said.lower[0] == "without"
          ? ["a", "an", "the", "any"].contains(said.lower[1]) || said.lower[1].hasSuffix("ing")
          : isEvent(clause, said)
      else { return nil }
      return ["What", "happens", said.lower[0]] + said.part(1..<comma + 1)
    },
    SentenceRule(name: "until") { said in
      guard let at = said.place(of: [["until"]], from: 4), at.upperBound + 3 <= said.words.count,
        !said.hasComma(0..<at.lowerBound),
        !said.lower[..<at.lowerBound].contains(where: inner.contains),
        !Said.address.contains(said.lower[0])
      else { return nil }
      return said.asked("Until when", 0..<at.lowerBound)
    },
  ]
  /// Whether a condition is the reader's and what follows the writer's choice: `if you serve many users, X is the
  /// better trade` tells of nothing that happens.
  private static func isAdvice(_ said: Said, _ comma: Int) -> Bool {
    said.lower[...comma].contains(where: Said.address.contains)
      && said.lower[(comma + 1)...].contains(where: judging.contains)
  }

  private static func saysWhatItIs(_ said: Said, _ end: Int) -> Bool {
    guard let clause = Clause(0..<end, of: said), ["is", "are"].contains(clause.verb),
      let first = clause.rest.first
    else { return false }
    return ["a", "an", "the"].contains(said.lower[first])
  }

  /// Whether a condition says what something is, from which more is concluded: `if the stream is a sum, …`.
  private static func isPremise(_ said: Said, _ comma: Int) -> Bool {
    guard said.lower[0] == "if", let clause = Clause(1..<comma + 1, of: said),
      ["is", "are", "isn't", "aren't"].contains(clause.verb), let first = clause.rest.first
    else { return false }
    return ["a", "an", "the", "what"].contains(said.lower[first])
  }
  private static let judging: Set<String> = [
    "pays", "better", "best", "choice", "prefer", "preferable", "preferred", "worth", "recommended",
    "advisable", "right", "ideal", "suits", "fits", "enough", "should",
  ]

  /// Whether a clause says that something happens.
  private static func isEvent(_ clause: Clause, _ said: Said) -> Bool {
    clause.form != nil
      || ["is", "are", "was", "were"].contains(clause.verb) && !clause.rest.isEmpty
        && Verbs.isParticiple(said.lower[clause.rest.lowerBound])
  }

  /// Whether a main clause says what is done, rather than what there is or who proposed it.
  private static func saysHow(_ said: Said, _ start: Int) -> Bool {
    guard
      !said.lower[start...].prefix(8).contains(
        where: ["proposed", "introduced", "presented"].contains)
    else {
      return false
    }
    guard let clause = Clause(start..<said.words.count, of: said),
      ["is", "are"].contains(clause.verb),
      let next = clause.rest.first
    else { return true }
    return Verbs.isParticiple(said.lower[next]) || said.lower[next] == "to"
  }

  /// Whether a purpose is the writer's, or no whole one: `to really understand`, `to perform as`.
  private static func isSpeech(_ words: ArraySlice<String>) -> Bool {
    let words = words.drop { $0.hasSuffix("ly") }
    return words.first.map(speech.contains) ?? true || words.dropFirst().first == "as"
  }

  /// A clause inside of another, to which the condition may belong.
  static let inner: Set<String> = [
    "that", "which", "who", "what", "whether", "how", "where", "why", "so", "because",
  ]
  private static let notBeforeWhen: Set<String> = [
    "even", "as", "and", "or", "to", "but", "especially", "particularly", "see", "not", "only",
    "is", "are", "be",
    "know", "wonder", "determine", "check", "in", "except", "than", "ask", "decide", "specify",
  ]
  /// What the text is about to do, rather than its reader.
  private static let speech: Set<String> = [
    "summarize", "conclude", "be", "see", "understand", "learn", "make", "get", "recap", "keep",
    "start", "begin",
    "date", "illustrate", "demonstrate", "answer", "show", "sum", "give", "explain", "simplify",
    "that", "put",
    "do", "find", "help", "know", "speak", "talk", "say", "tell", "appreciate", "argue", "claim",
    "imagine", "picture", "think",
  ]
}
