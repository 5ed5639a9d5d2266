/// The kinds of text that a base model is trained on.
package enum Corpus {
  package enum Kind: String, CaseIterable, Equatable, Sendable {
    case giving, facts, talk, story, agreement, chant, wayBack, list, belongings, shout, numbers
    case remarks
  }

  /// How often each kind comes.
  package static let mixture: [(Int, Kind)] = [
    (4, .giving), (10, .facts), (2, .talk), (6, .story), (3, .agreement), (5, .chant),
    (3, .wayBack), (4, .list), (1, .belongings), (2, .shout), (2, .numbers), (2, .remarks),
  ]

  package static func passage(_ kind: Kind, _ source: inout Source) -> Passage {
    switch kind {
    case .giving: Giving.passage(&source)
    case .facts: facts(&source)
    case .talk: Quotes.talk(&source)
    case .story: TinyStory.passage(&source)
    case .agreement: Agreement.passage(&source)
    case .chant: Sequences.chant(&source)
    case .wayBack: Sequences.wayBack(&source)
    case .list: Sequences.list(&source)
    case .belongings: Sequences.belongings(&source)
    case .shout: Sequences.shout(&source)
    case .numbers: Sequences.numbers(&source)
    case .remarks: Remarks.passage(&source)
    }
  }

  /// Two to five facts of any relation, asked in any form.
  private static func facts(_ source: inout Source) -> Passage {
    let relation = source.pick(weighted: [
      (3, Fact.Relation.holder), (3, .colour), (3, .place), (2, nil),
    ])
    let count = source.pick(weighted: [(2, 2), (4, 3), (4, 4), (1, 5)])
    let form = source.pick(weighted: [
      (2, FactStory.Form.stem), (5, .question), (4, .quoted),
    ])
    let questions = source.pick(weighted: [(2, 1), (1, min(2, count))])
    return FactStory(relation, count: count, &source)
      .passage(&source, form: form, questions: questions)
  }
}
