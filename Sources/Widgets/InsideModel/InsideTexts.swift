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
}
