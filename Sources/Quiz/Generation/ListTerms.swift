import Notes

/// Terms of a list that are told apart by what is said of them.
extension ListQuestions {
  static func terms(_ entries: [Entry], isOfSteps: Bool, lesson: String) -> [QuestionSection] {
    guard Set(entries.map(\.term)).count == entries.count else { return [] }
    let about = Stems.of(lesson)
    let choices = entries.enumerated().map { index, entry -> QuestionSection? in
      let own = Stems.of(entry.term)
      // Siblings that share words are the hardest to tell apart, then the nearest.
      func rank(_ place: Int) -> (Int, Int, Int) {
        (-Stems.of(entries[place].term).intersection(own).count, abs(place - index), place)
      }
      let near = entries.indices.filter {
        $0 != index && !meansTheSame(entries[$0], entry)
      }.sorted { rank($0) < rank($1) }.prefix(3)
      guard near.count >= 2 else { return nil }
      let others = near.map { entries[$0] }
      let shared = others.reduce(into: Set<String>()) { $0.formUnion(Stems.of($1.term)) }
      let telling = own.subtracting(shared)
      for (place, sentence) in entry.sentences.enumerated()
      where Sentences.standsAlone(sentence, isToReader: isOfSteps) && !Heads.isAdvice(sentence) {
        // Later ones often speak of something else.
        guard place == 0 || !telling.isDisjoint(with: Stems.of(sentence)) else { continue }
        // What speaks of the title's subject tells a property of it, not what the term is.
        if !isOfSteps, let first = sentence.split(separator: " ").first.flatMap({ Stems.stem($0) }),
          about.contains(first), !own.contains(first)
        {
          continue
        }
        guard let masked = masked(sentence, telling), !tellsAnother(masked, others),
          !holdsSign(of: entry.term, sentence),
          isOfSteps || !leansOnAnother(masked) && saysWhatItIs(masked)
        else { continue }
        return QuestionSection.choice(
          isOfSteps ? "Which step is this?" : "Which one is meant?", line: entry.line,
          prompt: "In “\(lesson)”: “\(masked)”", right: entry.term,
          wrong: others.map { other in
            (
              other.term,
              other.sentences.first { !$0.contains(Sentences.hole) }.map { "\(other.term): \($0)" }
                ?? ""
            )
          },
          explanation: "\(entry.term): \(sentence)")
      }
      return nil
    }
    let rest = zip(entries, choices).filter { !isOfSteps && $1 == nil }.compactMap {
      meaning(of: $0.0)
    }
    return choices.compactMap { $0 } + rest.prefix(mostMeanings)
  }

  /// Terms of a list that are asked for alone where they cannot be told from the others by a choice.
  private static let mostMeanings = 2

  private static func meaning(of entry: Entry) -> QuestionSection? {
    guard RunInLabel.isTerm(entry.term), entry.body.isShown, let first = entry.sentences.first,
      (8...70).contains(entry.body.plainText.split(separator: " ").count),
      first.hasSuffix("."), entry.isWhole, first.split(separator: " ").count >= 5,
      Sentences.standsAlone(first) || Sentences.standsAlone("X is " + first),
      !Heads.isAdvice(first),
      !Stems.of(entry.term).isSubset(of: Stems.of(entry.body.plainText)),
      Stems.of(first).subtracting(Stems.of(entry.term)).count >= 4
    else { return nil }
    return .recall(
      [.text("What does “\(entry.term)” mean?")], line: entry.line,
      answer: [Block(.paragraph([.strong([.text(entry.term)]), .text(": ")] + entry.body))])
  }

  /// Whether two are one thing under two names, by their labels or by what is said of them.
  private static func meansTheSame(_ left: Entry, _ right: Entry) -> Bool {
    let (a, b) = (Stems.of(left.term), Stems.of(right.term))
    if a == b { return true }
    guard let first = left.sentences.first, let second = right.sentences.first else { return false }
    let (c, d) = (Stems.of(first), Stems.of(second))
    return c.intersection(d).count * 5 > min(c.count, d.count) * 4
  }

  /// Whether what is asked would fit a sibling by its very name.
  private static func tellsAnother(_ sentence: String, _ others: [Entry]) -> Bool {
    let stems = Stems.of(sentence)
    return others.contains { other in
      let own = Stems.of(other.term)
      return !own.isEmpty && own.isSubset(of: stems)
    }
  }

  /// Whether a sentence holds a sign that its term is named by: `Top-k` keeps the k most likely.
  private static func holdsSign(of term: String, _ sentence: String) -> Bool {
    let signs = Stems.parts(of: term).filter { $0.count == 1 && $0 != "A" && $0 != "a" }
    return !signs.isEmpty && Stems.parts(of: sentence).contains(where: signs.contains)
  }

  /// Whether a sentence tells neither an example in figures nor what there would be without the term.
  private static func saysWhatItIs(_ sentence: String) -> Bool {
    let words = Sentences.words(sentence)
    return !sentence.contains("=") && !words.contains(where: ["would", "naive", "nobody"].contains)
      && !(words.first.map(["without", "normally", "traditionally", "same"].contains) ?? false)
  }

  /// Whether a sentence speaks of the term by a pronoun, behind a condition: `on unit vectors, it gives …`.
  private static func leansOnAnother(_ sentence: String) -> Bool {
    zip(sentence.split(separator: " "), sentence.split(separator: " ").dropFirst()).contains {
      $0.hasSuffix(",") && ["it", "they", "this"].contains($1.lowercased())
    }
  }

  /// The sentence with the words that would give the term away taken out; nil where that is more than
  /// one gap, leaves too little, or tells by the article before it how the word begins.
  private static func masked(_ sentence: String, _ telling: Set<String>) -> String? {
    var words: [String] = []
    var gaps = 0
    for word in sentence.split(separator: " ").map(String.init) {
      let parts = Stems.parts(of: word)
      guard
        parts.contains(where: { part in
          Stems.stem(part).map { stem in telling.contains { Stems.tells(stem, $0) } } ?? false
        })
      else {
        words.append(word)
        continue
      }
      let tail = word.last.map { ",.;:!?".contains($0) ? String($0) : "" } ?? ""
      if words.last?.hasPrefix("…") == true {
        words[words.count - 1] = "…" + (tail == "." ? "" : tail)
      } else {
        if let article = words.last?.lowercased(), article == "a" || article == "an" { return nil }
        // A part of a name is no gap.
        if word.first?.isUppercase == true, words.last?.first?.isUppercase == true, words.count > 1
        {
          return nil
        }
        gaps += 1
        words.append("…" + (tail == "." ? "" : tail))
      }
    }
    guard gaps <= 1, words.count >= 6 else { return nil }
    return words.joined(separator: " ")
  }
}
