import Numerics

/// Where a text's words come from: random draws that a seed repeats, and what of the language is open
/// to them.
package struct Source: Sendable {
  package let split: Split
  package var draws: SeededGenerator
  /// How many wordings of a thing are open, from the first; all where nil.
  package var breadth: Int?
  /// Whether the wordings that come late are open too.
  package var isLate = false

  package init(_ split: Split = .training, seed: UInt64) {
    self.split = split
    draws = SeededGenerator(seed: seed)
  }

  package mutating func int(_ range: ClosedRange<Int>) -> Int { draws.int(in: range) }

  package mutating func chance(_ share: Double) -> Bool { draws.unit() < share }

  package mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[draws.int(in: 0...choices.count - 1)]
  }

  /// One of these, as often as its weight says.
  package mutating func pick<Element>(weighted choices: [(Int, Element)]) -> Element {
    var left = draws.int(in: 0...choices.reduce(0) { $0 + $1.0 } - 1)
    for (weight, choice) in choices {
      left -= weight
      if left < 0 { return choice }
    }
    return choices[choices.count - 1].1
  }

  /// That many of these, no two the same.
  package mutating func some<Element>(_ count: Int, of choices: [Element]) -> [Element] {
    var rest = choices
    return (0..<min(count, choices.count)).map { _ in
      rest.remove(at: draws.int(in: 0...rest.count - 1))
    }
  }

  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    some(elements.count, of: elements)
  }

  /// A wording that this split may use; those kept back only where it is there to test them.
  package mutating func wording(_ wordings: Wordings) -> Template {
    if split == .wordings, !wordings.heldOut.isEmpty { return pick(wordings.heldOut) }
    if isLate { return pick(wordings.training + wordings.later) }
    return pick(Array(wordings.training.prefix(breadth ?? wordings.training.count)))
  }

  /// Names that differ and meet one another: no two of them a pair that is kept back.
  package mutating func names(_ count: Int) -> [String] {
    while true {
      let names = some(count, of: Lexicon.names)
      let pairs = names.indices.flatMap { i in names[(i + 1)...].map { (names[i], $0) } }
      if !pairs.contains(where: { Split.isHeldOut($0, $1) || Split.isHeldOut($1, $0) }) {
        return names
      }
    }
  }

  /// One of these that may stand for a fact with each of the words; of two words there is one in every
  /// list of the lexicon.
  package mutating func partner(of words: [String], from choices: [String]) -> String {
    // What would be left of no choice is a test's to find.
    openPartner(of: words, from: choices) ?? choices[0]
  }

  /// The same of any words, also coined ones, for which none may be open; nil then.
  package mutating func openPartner(
    of words: [String], from choices: [String], not used: [String] = []
  ) -> String? {
    let open = choices.filter { choice in
      !used.contains(choice) && !words.contains { Split.isHeldOut($0, choice) }
    }
    return open.isEmpty ? nil : pick(open)
  }

  /// A thing that each of these may have.
  package mutating func thing(for names: [String]) -> String {
    pick(Lexicon.things.filter { thing in !names.contains { Split.isHeldOut(thing, $0) } })
  }
}
