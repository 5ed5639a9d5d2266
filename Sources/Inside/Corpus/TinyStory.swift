/// A story of a few sentences about one animal or child, its thing and its friend.
package enum TinyStory {
  package static func passage(_ source: inout Source) -> Passage {
    // Once in a million stories no place is open to all that is in it: then it is another story.
    while true { if let passage = story(&source) { return passage } }
  }

  private static func story(_ source: inout Source) -> Passage? {
    let names = source.names(2)
    let isAnimal = source.chance(0.5)
    let animal = source.pick(Lexicon.animals)
    let (hero, friend) = (isAnimal ? Lexicon.coined(&source) : names[0], names[1])
    let isWoman = Lexicon.isWoman(hero)
    let thing = source.thing(for: isAnimal ? [friend] : [hero, friend])
    let all = [animal, hero, thing, friend]
    guard let home = source.openPartner(of: all, from: Lexicon.places) else { return nil }
    let next = source.openPartner(of: all, from: Lexicon.places, not: [home])
    guard let next else { return nil }
    var words: [Character: String] = [
      "H": hero, "N": friend, "D": animal, "T": thing, "P": home,
      "Q": next,
      "C": source.partner(of: [thing], from: Lexicon.colours),
      "X": source.pick(Lexicon.traits), "F": source.pick(Lexicon.foods),
      "O": isAnimal ? "it" : isWoman ? "her" : "him",
    ]
    let he = isAnimal ? "it" : isWoman ? "she" : "he"
    words["E"] = Lexicon.capital(he)
    words["L"] = he
    words["I"] = isAnimal ? "its" : isWoman ? "her" : "his"
    var sentences = [source.pick(isAnimal ? animalOpenings : childOpenings)]
    sentences += source.some(1, of: wishes)
    sentences += source.some(source.int(1...3), of: middles)
    sentences += source.some(1, of: endings)
    return Passage(sentences.map { $0.filled(words) }.joined(separator: " "))
  }

  private static let animalOpenings: [Template] = [
    "Once there was a {X} {D}. Its name was {H}.",
    "A {X} {D} lived in the {P}. The {D} was called {H}.",
    "{H} was a {X} {D}. {H} lived near the {P}.", "There was a {D} called {H}. {H} was {X}.",
  ]
  private static let childOpenings: [Template] = [
    "{H} lived near the {P}.", "One day {H} went to the {P}.", "{H} was {X} and went out to play.",
    "Once {H} had a {C} {T}.",
  ]
  private static let wishes: [Template] = [
    "{H} wanted to find the {T}.", "{H} liked {F} very much.",
    "{H} had a friend. The friend was {N}.",
    "{E} looked for {N}.", "{H} was hungry and wanted some {F}.", "{H} had lost the {C} {T}.",
  ]
  private static let middles: [Template] = [
    "{N} came and helped {O}.", "They went to the {Q} together.", "In the {Q} {L} found a {C} {T}.",
    "{N} gave {O} some {F}.", "It was dark, and {L} was afraid.", "{H} and {N} played all day.",
    "Then it rained, and they ran home.", "{E} took the {C} {T} and ran to the {Q}.",
    "{N} said: \"Do not be afraid, {H}.\"", "{H} asked {N}: \"Where is my {T}?\"",
    "The {T} (it was {C}) lay in the {Q}.", "{E} sat down and ate the {F}.",
  ]
  private static let endings: [Template] = [
    "{H} was happy.", "Then {L} went home to sleep.", "And {N} was happy too.", "{H} thanked {N}.",
    "From then on they were friends.", "That was a good day for {H}.", "{E} kept the {C} {T}.",
    "So {H} came home with {I} {T}.",
  ]
}
