import Inside
import Notes

/// Texts to look into.
enum InsideTexts {
  /// One that a base model goes on with: a gift, or facts and a question.
  static func continued(_ source: inout Inside.Source) -> String {
    while true {
      let passage =
        source.chance(0.5)
        ? Giving.passage(&source)
        : FactStory(
          source.pick(Fact.Relation.allCases), count: source.int(2...3), &source
        ).passage(&source, form: .question)
      if let prompt = passage.asked?.prompt { return prompt }
    }
  }

  /// One that a user asks.
  static func asked(_ source: inout Inside.Source) -> String {
    while true {
      let task = source.pick(Chat.Task.allCases)
      if let prompt = Chat.passage(task, &source).asked?.prompt {
        return String(prompt.dropFirst())
      }
    }
  }

  /// The same text with two of its words in each other's place: names where there are two, else things,
  /// colours or places; nil where there are no two of a kind.
  static func swapped(_ text: String) -> String? {
    for kind in [Lexicon.names, Lexicon.colours, Lexicon.places, Lexicon.things] {
      var found: [(word: String, at: String.Index)] = []
      for word in kind {
        if let range = text.firstRange(of: word) { found.append((word, range.lowerBound)) }
      }
      guard found.count >= 2 else { continue }
      found.sort { $0.at < $1.at }
      return text.replacing(found[0].word, with: "\u{0}")
        .replacing(found[1].word, with: found[0].word)
        .replacing("\u{0}", with: found[1].word)
    }
    return nil
  }
}
