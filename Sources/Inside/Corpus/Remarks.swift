/// Sentences about instructions and answers, in plain prose: a model that has read them knows the words,
/// but has met no conversation.
enum Remarks {
  static func passage(_ source: inout Source) -> Passage {
    let words: [Character: String] = [
      "A": source.pick(Lexicon.names), "W": source.pick(Lexicon.things + Lexicon.colours),
      "T": source.pick(Lexicon.things),
    ]
    return Passage(
      source.some(source.int(1...2), of: remarks).map { $0.filled(words) }.joined(separator: " "))
  }

  private static let remarks: [Template] = [
    "To copy is to say the same words again.", "To reverse is to say the words from the end.",
    "Count the words and say how many there are.", "{A} asked a question and got a short answer.",
    "The story does not say who has the {T}.", "The story does not say. No one knows.",
    "List all things of the story.", "{A} repeats the word {W}.",
    "The first word comes first, and the last one last.",
    "Shout the word {W}, said {A}.", "A good answer is short.", "Please write the list backwards.",
    "Does the story say it? Then say it too.", "The user asks, and the helper answers.",
    "Name the colour of the {T}, please.", "Turn the words round.",
  ]
}
