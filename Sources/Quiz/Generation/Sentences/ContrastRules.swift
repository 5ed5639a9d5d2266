/// How two things differ that a sentence sets against each other.
extension SentenceRule {
  static let contrasts: [SentenceRule] = [
    SentenceRule(name: "whereas") { said in
      guard
        let at = said.words.indices.dropFirst(4).dropLast(4).first(where: { index in
          said.lower[index] == "whereas"
            || said.lower[index] == "while" && said.words[index - 1].hasSuffix(",")
        }), let one = Clause(0..<at, of: said),
        let other = Clause(at + 1..<said.words.count, of: said),
        said.isClear(one.subject, 1...6), said.isClear(other.subject, 1...6),
        one.subjectWords != other.subjectWords
      else { return nil }
      return ["How", "do"] + one.subjectWords + ["and"] + other.subjectWords + ["differ"]
    }
  ]
}
