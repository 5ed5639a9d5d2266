/// Questions and answers inside quoted speech.
enum Quotes {
  /// Asks for a fact, and answers: `"Who has the key?" asked Ben. "It is Mia," said Lily.`
  static func ask(_ fact: Fact, _ passage: inout Passage, _ source: inout Source) {
    let people = source.some(2, of: Lexicon.names.filter { $0 != fact.value && $0 != fact.subject })
    let question = source.wording(fact.questions).filled(fact.words)
    let (before, after) = source.wording(frames)
      .filled(["Q": question, "A": people[0], "B": people[1]]).halves
    let (lead, end) = source.wording(answers(fact)).filled(fact.words).halves
    passage.say(" " + before, as: .question)
    if !lead.isEmpty { passage.say(lead, as: .question) }
    // The first word in quotes has no space before it.
    passage.say(
      (lead.isEmpty ? "" : " ")
        + (lead.isEmpty && fact.relation == .colour ? Lexicon.capital(fact.value) : fact.value),
      as: .answer)
    passage.say(end + after, as: .tail)
  }

  private static let frames = Wordings(
    [
      #""{Q}" asked {A}. "|" said {B}."#, #"{A} asked: "{Q}" {B} said: "|""#,
      #""{Q}" said {A}. "|" said {B}."#, #"{A} said: "{Q}" "|" said {B}."#,
    ],
    later: [
      #"{A} wanted to know: "{Q}" "|" said {B}."#, #""{Q}" asks {A}. {B} says: "|""#,
      #"{A} asks: "{Q}" {B} answers: "|""#, #"{A} asks {B}: "{Q}" The answer is: "|""#,
      #""{Q}" That was {A}. "|" That was {B}."#, #"{A} said to {B}: "{Q}" "|" {B} answered."#,
      #""{Q}" asked {A}, and {B} said: "|""#, #"{A} came and said: "{Q}" {B} answered: "|""#,
      #""{Q}" {A} said. "|" {B} said."#, #""{Q}" {A} wanted to know. "|" said {B}."#,
      #""{Q}" {A} asked {B}. "|" {B} answered."#, #""{Q}" asked {A}. {B} answered: "|""#,
      #"{A} asked {B}: "{Q}" "|" {B} said."#, #""{Q}" {A} wanted to know. {B} said: "|""#,
      #"{B} heard {A} ask: "{Q}" {B} said: "|""#, #"{A} asked again: "{Q}" {B} said: "|""#,
      #""{Q}" {A} asks. {B} says: "|""#, #"{A} went to {B} and asked: "{Q}" "|" {B} said."#,
    ],
    heldOut: [#""{Q}" {A} asked. {B} said: "|""#, #"{A} asked {B}: "{Q}" {B} said: "|""#])

  private static func answers(_ fact: Fact) -> Wordings {
    switch fact.relation {
    case .holder:
      Wordings(
        ["It is|.", "It is with|.", "|.", "| has it."],
        later: [
          "I know it is|.", "It must be|.", "You will find it with|.", "Oh, it is|.",
          "I am sure it is|.", "They say it is|.", "Well, it is|.", "I say it is|.",
          "We all know it is|.", "I believe that is|.", "I hear it is|.", "Yes, I think so:|.",
        ],
        heldOut: ["I think it is|."])
    case .colour:
      Wordings(
        ["It is|.", "|.", "The {T} is|."],
        later: [
          "I know it is|.", "It must be|.", "Oh, it is|.", "I say the {T} is|.",
          "I am sure it is|.", "They say it is|.", "Well, it is|.", "I say it is|.",
          "We all know it is|.", "I believe that is|.", "I hear it is|.", "Yes, I think so:|.",
        ],
        heldOut: ["I think it is|."])
    case .place:
      Wordings(
        ["In the|.", "It is in the|.", "I saw it in the|."],
        later: [
          "I know it is in the|.", "Look in the|.", "Oh, in the|.", "I am sure it is in the|.",
          "They say it is in the|.", "Well, it is in the|.", "It must be in the|.",
          "We all know it is in the|.", "I believe that is in the|.", "You can look in the|.",
          "I hear it is in the|.", "Yes, I think so: in the|.",
        ],
        heldOut: ["I think it is in the|."])
    }
  }

  /// Someone says something to someone.
  static func talk(_ source: inout Source) -> Passage {
    let names = source.names(2)
    let thing = source.thing(for: names)
    let colour = source.partner(of: [thing], from: Lexicon.colours)
    let place = source.partner(of: names + [thing], from: Lexicon.places)
    let words: [Character: String] = [
      "A": names[0], "B": names[1], "T": thing, "C": colour, "P": place,
      "F": source.pick(Lexicon.foods), "D": source.pick(Lexicon.animals),
    ]
    let start = source.pick(openings).filled(words)
    return Passage(
      ([start] + source.some(source.int(1...2), of: turns).map { $0.filled(words) }).joined(
        separator: " "))
  }

  private static let openings: [Template] = [
    #""Hello, {B}!" said {A}."#, #""Good day, {B}," said {A}."#, #"{A} saw {B} and said: "Hello!""#,
    #""Where are you, {B}?" asked {A}."#, #"{A} said to {B}: "Come with me.""#,
  ]
  private static let turns: [Template] = [
    #""I like the {C} {T}," said {B}."#,
    #""Do you like the {T}?" asked {A}. "Yes, I like it," said {B}."#,
    #""I went to the {P}," said {B}. "I was in the {P} too," said {A}."#,
    #""Look at the {D}!" said {A}. "It is a big {D}," said {B}."#,
    #""I am tired," said {A}. "Then go home," said {B}."#,
    #"{B} said: "I want some {F}." {A} gave {B} some {F}."#,
    #""The {T} is {C}," said {A} (and it was {C})."#,
    #"{A} said "no" and {B} said "yes"."#,
  ]
}

extension String {
  /// What stands before the bar, and after it.
  var halves: (String, String) {
    guard let bar = firstIndex(of: "|") else { return (self, "") }
    return (String(self[..<bar]), String(self[index(after: bar)...]))
  }
}
