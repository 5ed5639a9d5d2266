/// A few facts, and questions about some of them.
package struct FactStory: Equatable, Sendable {
  package let facts: [Fact]
  /// Which of the facts stands for what is tested, in a split that tests pairs.
  package let asked: Int

  /// So many facts; of one relation, or of several where that is nil.
  package init(
    _ relation: Fact.Relation?, count: Int, _ source: inout Source, asking: Fact.Relation? = nil
  ) {
    let asked = source.int(0...count - 1)
    let placed = source.pick(weighted: [
      (2, Lexicon.names), (1, Lexicon.animals), (1, Lexicon.things),
    ])
    var facts: [Fact] = []
    for index in 0..<count {
      let wanted = index == asked ? asking : nil
      let kind = wanted ?? relation ?? source.pick(Fact.Relation.allCases)
      let isTested = source.split == .pairs && index == asked
      while true {
        let fact = Self.fact(kind, placed: relation == nil ? nil : placed, isTested, &source)
        let isNew = !facts.contains { $0.subject == fact.subject || $0.value == fact.value }
        let crosses = facts.contains { $0.subject == fact.value || $0.value == fact.subject }
        guard isNew, !crosses else { continue }
        facts.append(fact)
        break
      }
    }
    self.facts = facts
    self.asked = asked
  }

  /// One of a pair that may be trained with, or of one that may not.
  private static func fact(
    _ relation: Fact.Relation, placed: [String]?, _ isHeldOut: Bool, _ source: inout Source
  ) -> Fact {
    while true {
      let subject: String
      let value: String
      switch relation {
      case .holder: (subject, value) = (source.pick(Lexicon.things), source.pick(Lexicon.names))
      case .colour: (subject, value) = (source.pick(Lexicon.things), source.pick(Lexicon.colours))
      case .place:
        let subjects = placed ?? source.pick([Lexicon.names, Lexicon.animals, Lexicon.things])
        (subject, value) = (source.pick(subjects), source.pick(Lexicon.places))
      }
      if Split.isHeldOut(subject, value) == isHeldOut {
        return Fact(relation: relation, subject: subject, value: value)
      }
    }
  }

  /// The facts in sentences, some with a sentence between them that says nothing of it.
  package func told(_ source: inout Source, filler: Double = 0.3) -> Passage {
    var passage = Passage()
    // A list of facts in the same words, or in words of their own.
    let shared = source.chance(0.35)
    let words = facts.map { source.wording($0.statements) }
    let between = source.chance(filler) ? source.int(0...facts.count) : -1
    for (index, fact) in facts.enumerated() {
      if between == index { passage.goOn(source.pick(Self.fillers), as: .fact) }
      let isLike = shared && fact.relation == facts[0].relation
      let wording = isLike ? words[0] : words[index]
      passage.goOn(Lexicon.capital(wording.filled(fact.words)), as: .fact)
    }
    if between == facts.count { passage.goOn(source.pick(Self.fillers), as: .fact) }
    return passage
  }

  private static let fillers = [
    "It was a warm day.", "The sun was high.", "It was late.", "They were happy.",
    "All was quiet.", "The wind was cold.", "It was a good day.", "Then it was time to go home.",
  ]

  /// Told and asked in the words of stems, the easiest form: only the last word is to be found. All in one
  /// stem, or each in one of its own.
  package func plainly(_ source: inout Source, isOneStem: Bool, questions: Int) -> Passage {
    var passage = Passage()
    let stem = source.int(0...8)
    func sentence(_ fact: Fact, _ source: inout Source) -> String {
      let stems = fact.stems
      return stems[(isOneStem ? stem : source.int(0...8)) % stems.count].filled(fact.words)
    }
    for fact in facts {
      passage.goOn("\(sentence(fact, &source)) \(fact.value).", as: .fact)
    }
    for fact in source.some(questions, of: facts) {
      passage.say(" " + sentence(fact, &source), as: .question)
      passage.say(" \(fact.value).", as: .answer)
    }
    return passage
  }

  /// How questions are put.
  package enum Form: Sendable { case stem, question, quoted }

  /// Told, and then asked so many questions, no fact twice.
  package func passage(
    _ source: inout Source, form: Form, questions: Int = 1, filler: Double = 0.3
  ) -> Passage {
    var passage = told(&source, filler: filler)
    let others = source.shuffled(facts.indices.filter { $0 != asked })
    for index in ([asked] + others).prefix(questions) {
      Self.ask(facts[index], form, &passage, &source)
    }
    return passage
  }

  private static func ask(
    _ fact: Fact, _ form: Form, _ passage: inout Passage, _ source: inout Source
  ) {
    switch form {
    case .stem:
      passage.say(
        " " + source.pick(Array(fact.stems.prefix(source.breadth ?? 9))).filled(fact.words),
        as: .question)
      passage.say(" \(fact.value).", as: .answer)
    case .question:
      passage.say(" " + source.wording(fact.questions).filled(fact.words), as: .question)
      passage.say(fact.answer, as: .answer)
    case .quoted: Quotes.ask(fact, &passage, &source)
    }
  }
}
