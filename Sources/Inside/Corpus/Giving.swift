/// Two meet, and one gives the other something: who is named last is clear from who is not.
package enum Giving {
  /// `When Mia and Tom went to the park, Tom gave the red ball to` and ` Mia.`
  package static func passage(_ source: inout Source) -> Passage {
    var names = source.names(2)
    while source.split == .pairs, !Split.isHeldOut(names[0], names[1]) {
      names = source.some(2, of: Lexicon.names)
    }
    let (giver, taker) = source.chance(0.5) ? (names[0], names[1]) : (names[1], names[0])
    let thing = source.thing(for: names)
    let words: [Character: String] = [
      "A": names[0], "B": names[1], "G": giver, "T": thing,
      "C": source.partner(of: [thing], from: Lexicon.colours),
      "P": source.partner(of: names, from: Lexicon.places),
    ]
    var passage = Passage()
    passage.say(source.wording(meetings).filled(words), as: .fact)
    passage.say(" " + source.wording(gifts).filled(words), as: .question)
    passage.say(" \(taker).", as: .answer)
    return passage
  }

  private static let meetings = Wordings(
    [
      "When {A} and {B} went to the {P},", "Then {A} and {B} came to the {P}, and",
      "{A} and {B} were in the {P}.", "After {A} and {B} had met in the {P},",
      "{A} met {B} in the {P}.", "When {A} saw {B} in the {P},", "{A} went to the {P} with {B}.",
      "One day {A} and {B} played in the {P}.", "{A} and {B} are friends.",
      "{A} came to the {P}, and {B} was there.", "{B} was in the {P}. Then {A} came.",
      "While {A} and {B} sat in the {P},",
    ],
    later: [
      "{A} and {B} sat by the fire.", "Today {A} and {B} are in the {P}.",
      "{A} walked with {B} to the {P}.", "When {A} came to {B} in the {P},",
      "After {A} and {B} had come home,", "In the {P} were {A} and {B}.",
      "{A} saw {B} in the {P}, and", "One day in the {P} {A} saw {B}.",
      "{A} and {B} played all day, and then", "Once {A} and {B} met, and",
      "Before {A} met {B} in the {P},", "{B} and {A} live near the {P}.",
      "{A} was happy to see {B}.", "As {A} and {B} sat in the {P},",
    ],
    heldOut: [
      "Before {A} and {B} went home from the {P},", "{A} played with {B} in the {P}.",
      "In the {P} {A} met {B}.", "{A} and {B} walked to the {P}, and then",
    ])
  private static let gifts = Wordings(
    [
      "{G} gave the {C} {T} to", "{G} gave the {T} to", "{G} gave a {T} to",
      "{G} showed the {T} to", "{G} brought the {C} {T} to", "{G} wanted to give the {T} to",
      "{G} sold the {T} to", "{G} said hello to", "{G} threw the {T} to", "{G} had a {C} {T} for",
    ],
    later: [
      "{G} took a {T} to", "{G} had to show the {T} to", "{G} said good day to",
      "{G} wanted to bring the {T} to", "{G} took out the {T} and showed it to",
      "{G} bought a {C} {T} for", "{G} gave some bread to", "{G} told a story to",
      "{G} looked for the {T} and brought it to", "{G} has a {C} {T} for",
      "{G} gave back the {T} to", "{G} wanted to say hello to", "{G} sold a {C} {T} to",
    ],
    heldOut: [
      "{G} wanted to show the {C} {T} to", "{G} took the {T} and gave it to",
      "{G} found a {T} for", "{G} had to give a {C} {T} to",
    ])
}
