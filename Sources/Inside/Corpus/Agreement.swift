/// Whether a verb goes with its subject, and not with the noun beside it.
package enum Agreement {
  /// `The key near the dogs` and ` is`.
  package static func passage(_ source: inout Source) -> Passage {
    let nouns = Lexicon.things + Lexicon.animals
    let chosen = source.some(2, of: nouns)
    let (isOne, isOther) = (source.chance(0.5), source.chance(0.5))
    func form(_ noun: String, _ isSingle: Bool) -> String { isSingle ? noun : Lexicon.plural(noun) }
    let words: [Character: String] = [
      "S": form(chosen[0], isOne), "O": form(chosen[1], isOther), "P": source.pick(Lexicon.places),
      "N": source.pick(Lexicon.names),
    ]
    let (one, many) = source.pick([("is", "are"), ("is", "are"), ("was", "were")])
    var passage = Passage()
    passage.say(source.wording(subjects).filled(words), as: .question)
    passage.say(" " + (isOne ? one : many), as: .answer)
    passage.say(" " + source.pick(Lexicon.traits) + ".", as: .tail)
    return passage
  }

  private static let subjects = Wordings(
    [
      "The {S} near the {O}", "The {S} with the {O}", "The {S} that {N} saw with the {O}",
      "In the {P} the {S} by the {O}", "The {S} of {N}", "The {S} in the {P}", "The {S}",
      "The {S} under the {O}",
    ],
    later: ["On the table the {S}", "In the {P} the {S} with the {O}", "The {S} that {N} has"],
    heldOut: [
      "In the {P} the {S} under the {O}", "The {S} that {N} took with the {O}",
      "On the table the {S} near the {O}",
    ])
}
