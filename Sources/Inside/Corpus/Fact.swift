/// Something that a story says of one thing or one person, and that can be asked.
package struct Fact: Equatable, Sendable {
  package enum Relation: String, CaseIterable, Equatable, Sendable {
    /// A thing and who has it.
    case holder
    /// A thing and its colour.
    case colour
    /// Someone, an animal or a thing, and the place.
    case place
  }

  package let relation: Relation
  /// What is asked about: the key, Tom.
  package let subject: String
  /// The answer: Mia, red, park.
  package let value: String

  /// With its article where it takes one.
  var named: String { Lexicon.names.contains(subject) ? subject : "the \(subject)" }

  var words: [Character: String] {
    ["S": named, "C": Lexicon.capital(named), "T": subject, "V": value]
  }

  /// The answer as it stands after a question.
  package var answer: String {
    switch relation {
    case .holder, .colour: " \(value)."
    case .place: " In the \(value)."
    }
  }

  var statements: Wordings {
    switch relation {
    case .holder: Self.holderStatements
    case .colour: Self.colourStatements
    case .place: Self.placeStatements
    }
  }

  var questions: Wordings {
    switch relation {
    case .holder: Self.holderQuestions
    case .colour: Self.colourQuestions
    case .place: Self.placeQuestions
    }
  }

  /// Sentences that want nothing but the value as their last word.
  var stems: [Template] {
    switch relation {
    case .holder: ["The {T} is with", "The {T} belongs to", "The one who has the {T} is"]
    case .colour: ["The {T} is", "The colour of the {T} is"]
    case .place: ["{C} is in the", "{C} can be found in the"]
    }
  }
}

extension Fact {
  private static let holderStatements = Wordings(
    [
      "{V} has the {T}.", "The {T} is with {V}.", "{V} took the {T}.", "{V} found the {T}.",
      "The {T} belongs to {V}.", "{V} holds the {T}.", "{V} picked up the {T}.",
      "{V} carries the {T}.", "It is {V} who has the {T}.", "{V} bought the {T}.",
      "{V} keeps the {T}.", "{V} has a {T}.", "{V} came with the {T}.",
      "The {T} was found by {V}.", "In the bag of {V} is the {T}.",
    ],
    later: [
      "{V} now has the {T}.", "The {T} went to {V}.", "They gave the {T} to {V}.",
      "I know that {V} has the {T}.", "The {T} is in the hand of {V}.", "{V} looks after the {T}.",
      "{V} is here with a {T}.", "{V} wanted the {T} and took it.",
      "The {T} was brought home by {V}.", "Look, {V} has the {T}!", "{V} went home with the {T}.",
      "We saw {V} with the {T}.", "One of them, {V}, has the {T}.", "{V} was given the {T}.",
      "The {T} is kept by {V}.", "So {V} found the {T}.",
    ],
    heldOut: [
      "{V} got the {T}.", "The {T} was taken by {V}.", "{V} is the one with the {T}.",
      "{V} walked away with the {T}.",
    ])
  private static let colourStatements = Wordings(
    [
      "The {T} is {V}.", "The colour of the {T} is {V}.", "There is a {V} {T}.",
      "I see a {V} {T}.", "The {T} has the colour {V}.", "The {T} was {V}.",
      "On the table is a {V} {T}.", "This is a {V} {T}.", "They found a {V} {T}.",
      "The {T} looks {V}.",
    ],
    later: [
      "Look at the {V} {T}!", "A {V} {T} is here.", "The {T} in the box is {V}.",
      "The {T} they saw is {V}.", "That {T} is {V}.", "The {T} was painted {V}.",
      "We saw a {V} {T}.", "There was a {V} {T} too.", "It is a {V} {T}.", "The {T} is all {V}.",
      "I know that the {T} is {V}.", "The {T} I have is {V}.", "They like the {V} {T}.",
      "In the box lies a {V} {T}.", "The big {T} is {V}.", "Of all things the {T} is {V}.",
      "{V} was the colour of the {T}.", "{V} is what the {T} looks like.",
      "{V} is how the {T} looks.",
      "{V} was the {T} that they saw.", "{V} is a colour, and the {T} has it.",
      "{V} must be the colour of that {T}.", "{V} was the {T} in the box.",
      "{V} is the one colour that the {T} has.", "{V}, that is the colour the {T} has.",
      "{V} and no other colour has the {T}.", "They had a {V} {T}.", "They brought us a {V} {T}.",
    ],
    heldOut: [
      "Here is a {V} {T}.", "The {T} they have is {V}.", "{V} is the colour of the {T}.",
      "We bought a {V} {T}.",
    ])
  private static let placeStatements = Wordings(
    [
      "{C} is in the {V}.", "{C} was in the {V}.", "{C} stays in the {V}.",
      "In the {V} is {S}.", "They saw {S} in the {V}.", "One can find {S} in the {V}.",
      "{C} can be found in the {V}.", "I see {S} in the {V}.", "{C} is now in the {V}.",
      "The {V} is where {S} is.",
    ],
    later: [
      "{C} went to the {V}.", "{C} sits in the {V}.", "We saw {S} in the {V}.",
      "Look, {S} is in the {V}!", "I know that {S} is in the {V}.", "It is in the {V} that {S} is.",
      "They left {S} in the {V}.", "{C} came to the {V} and stayed.", "Here in the {V} is {S}.",
      "{C} was seen in the {V}.", "You can see {S} in the {V}.", "{C} lies in the {V}.",
      "In the {V} they saw {S}.", "The place of {S} is the {V}.",
    ],
    heldOut: [
      "They found {S} in the {V}.", "It is the {V} where {S} stays.", "We met {S} in the {V}.",
      "In the {V} one can see {S}.",
    ])
  private static let holderQuestions = Wordings(
    [
      "Who has the {T}?", "Who has got the {T}?", "Who holds the {T}?", "Who keeps the {T}?",
      "With whom is the {T}?", "Who is it that has the {T}?", "Do you know who has the {T}?",
      "Tell me who has the {T}.", "The {T}: who has it?", "Who took the {T}?",
    ],
    later: [
      "Who now has the {T}?", "Say who has the {T}.", "Who was it that took the {T}?",
      "Who is with the {T}?", "I want to know who has the {T}.", "The one with the {T}: who is it?",
      "Who of them has the {T}?", "Please tell me who has the {T}.", "To whom does the {T} belong?",
      "By whom was the {T} found?", "Now who has the {T}?", "So who has the {T}?",
      "Who went home with the {T}?", "And who has the {T}?", "Does someone have the {T}? Who?",
    ],
    heldOut: [
      "Can you tell me who has the {T}?", "Who is the one with the {T}?", "Who came with the {T}?",
      "And the {T}, who has it?",
    ])
  private static let colourQuestions = Wordings(
    [
      "What colour is the {T}?", "What is the colour of the {T}?", "Which colour is the {T}?",
      "Do you know the colour of the {T}?", "Tell me the colour of the {T}.",
      "The {T}: what colour is it?", "Which colour has the {T}?",
    ],
    later: [
      "And what colour is the {T}?", "Say the colour of the {T}.",
      "I want to know the colour of the {T}.", "Please tell me the colour of the {T}.",
      "What colour was the {T}?", "Tell me what colour the {T} has.",
      "Do you know what colour the {T} is?", "The colour of the {T}: what is it?",
      "Now what colour is the {T}?", "So which colour is the {T}?",
      "How does the {T} look, what colour is it?", "In which colour is the {T}?",
      "Say what colour the {T} is.", "The {T} has what colour?", "And the {T}: which colour is it?",
      "What colour did the {T} have?", "Of which colour was the {T}?",
      "Can you say what the colour of the {T} is?",
    ],
    heldOut: [
      "Can you tell me what colour the {T} is?", "What colour has the {T}?",
      "And the {T}, what colour is it?", "Of what colour is the {T}?",
    ])
  private static let placeQuestions = Wordings(
    [
      "Where is {S}?", "Where can I find {S}?", "Where was {S}?", "In which place is {S}?",
      "Do you know where {S} is?", "Tell me where {S} is.", "Where does {S} stay?",
    ],
    later: [
      "And where is {S}?", "Say where {S} is.", "I want to know where {S} is.",
      "Please tell me where {S} is.", "Now where is {S}?", "So where is {S}?",
      "Where can one find {S}?", "Where did you see {S}?", "In which place can I find {S}?",
      "{C}: where is that?", "Do you know in which place {S} is?", "Where do they find {S}?",
      "Where is the place of {S}?", "To which place must I go for {S}?",
    ],
    heldOut: [
      "Can you tell me where {S} is?", "In what place is {S}?", "Where can they find {S}?",
      "Where did they see {S}?",
    ])
}
