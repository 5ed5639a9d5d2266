/// Texts in which a row of words comes back: the same, the other way round, counted, louder.
package enum Sequences {
  /// Coined names that are sung again and again; what comes back is the answer.
  package static func chant(_ source: inout Source) -> Passage {
    let unit = (0..<source.int(2...5)).map { _ in Lexicon.coined(&source) }
    let mark = source.pick([",", ",", ";", "!"])
    var passage = Passage()
    passage.say(unit.joined(separator: mark + " ") + mark, as: .fact)
    let again = (0..<source.int(1...3)).map { _ in unit.map { " " + $0 }.joined(separator: mark) }
    passage.say(again.joined(separator: mark), as: .answer)
    passage.say(".", as: .tail)
    return passage
  }

  /// The places on a way, and the same on the way back.
  package static func wayBack(_ source: inout Source) -> Passage {
    let name = source.pick(Lexicon.names)
    let open = Lexicon.places.filter { !Split.isHeldOut(name, $0) }
    let places = source.some(source.int(2...5), of: open).map { "the \($0)" }
    let there: [Template] = [
      "{N} went by {W}.", "{N} saw {W} on the way.", "On the way there: {W}.",
    ]
    let back: [Template] = ["On the way back:", "And back again:", "{N} went back by"]
    let words: [Character: String] = ["N": name, "W": joined(places)]
    var passage = Passage()
    passage.say(source.pick(there).filled(words), as: .fact)
    passage.say(" " + source.pick(back).filled(words), as: .question)
    passage.say(" " + joined(places.reversed()) + ".", as: .answer)
    return passage
  }

  /// A few words of one kind or of several: what is listed, copied, turned round and picked from.
  package static func words(_ source: inout Source, _ count: ClosedRange<Int>) -> [String] {
    let kinds = [
      Lexicon.things, Lexicon.animals, Lexicon.colours, Lexicon.foods, Lexicon.names,
      Lexicon.places, Lexicon.common,
    ]
    let kind = source.pick(kinds)
    return source.some(source.int(count), of: kind)
  }

  static func joined(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// A list that someone writes, and something said of it.
  package static func list(
    _ source: inout Source, kinds: [Int] = [0, 1, 2, 3, 4, 4]
  ) -> Passage {
    let words = words(&source, 2...6)
    let name = source.pick(Lexicon.names)
    let lead = source.pick([
      "\(name) wrote a list:", "The list of \(name):", "\(name) said these words:", "On the list:",
    ])
    var passage = Passage()
    passage.say("\(lead) \(joined(words)).", as: .fact)
    for kind in source.some(source.int(1...2), of: kinds) {
      switch kind {
      case 0:
        passage.say(source.pick([" The same again:", " Once more:", " Copied:"]), as: .question)
        passage.say(" \(joined(words)).", as: .answer)
      case 1:
        passage.say(source.pick([" The last is", " The last word is", " Last:"]), as: .question)
        passage.say(" \(words[words.count - 1]).", as: .answer)
      case 2:
        passage.say(source.pick([" The first is", " The first word is", " First:"]), as: .question)
        passage.say(" \(words[0]).", as: .answer)
      case 3:
        passage.say(
          source.pick([" How many words:", " So many words:", " The list is as long as"]),
          as: .question)
        passage.say(" \(Lexicon.numbers[words.count - 1]).", as: .answer)
      default:
        passage.say(
          source.pick([" The other way round:", " Backwards:", " From the end:"]), as: .question)
        passage.say(" \(joined(words.reversed())).", as: .answer)
      }
    }
    return passage
  }

  /// Someone, several things, and the sentence that says who has them.
  static func owner(_ source: inout Source) -> (name: String, things: [String], story: String) {
    let name = source.pick(Lexicon.names)
    let open = Lexicon.things.filter { !Split.isHeldOut($0, name) }
    let things = source.some(source.int(2...4), of: open)
    let verb = source.pick(["has", "found", "bought", "took"])
    return (name, things, "\(name) \(verb) \(enumerated(things)).")
  }

  /// Someone who has several things, and all of them.
  package static func belongings(_ source: inout Source) -> Passage {
    let (name, things, story) = owner(&source)
    var passage = Passage()
    passage.say(story, as: .fact)
    passage.say(
      source.pick([" So the things are", " All the things:", " The things of \(name):"]),
      as: .question)
    passage.say(" \(joined(things)).", as: .answer)
    return passage
  }

  /// `a ball, a key and a pen`
  static func enumerated(_ things: [String]) -> String {
    let all = things.map { "a \($0)" }
    return all.dropLast().joined(separator: ", ") + (all.count > 1 ? " and " : "")
      + (all.last ?? "")
  }

  /// A word that is said, and then shouted.
  package static func shout(_ source: inout Source) -> Passage {
    let word = source.pick(Lexicon.common)
    let names = source.names(2)
    var passage = Passage()
    let lead = source.pick([
      "\(names[0]) said the word \(word).", "The word is \(word).",
      "\"My \(word),\" said \(names[0]).",
      "\(names[0]) saw the \(word).",
    ])
    passage.say(lead, as: .fact)
    passage.say(
      source.pick([
        " \(names[1]) shouted:", " Then all shouted:", " It was shouted:", " Loud:",
      ]), as: .question)
    passage.say(" \(word.uppercased())!", as: .answer)
    return passage
  }

  /// One word several times, and how many there were; or numbers in their order.
  package static func numbers(_ source: inout Source) -> Passage {
    var passage = Passage()
    if source.chance(0.3) {
      let from = source.int(0...6)
      let row = Lexicon.numbers[from..<min(from + source.int(3...6), 10)]
      passage.say("\(Lexicon.capital(row.joined(separator: ", "))).")
      return passage
    }
    let count = source.int(1...7)
    let word = source.pick(Lexicon.things + Lexicon.animals)
    passage.say(
      Lexicon.capital(Array(repeating: word, count: count).joined(separator: " ")) + ":", as: .fact)
    passage.say(" \(Lexicon.numbers[count - 1])", as: .answer)
    passage.say(" \(count == 1 ? word : Lexicon.plural(word)).", as: .tail)
    return passage
  }
}
