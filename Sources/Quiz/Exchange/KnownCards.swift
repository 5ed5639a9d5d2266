/// What the notes have of the cards already, and where the two differ.
extension ForeignCards {
  /// The questions of the notes whose card reads otherwise than they do.
  package func changed(from bank: QuestionBank) -> [Question] {
    guard !standing.isEmpty else { return [] }
    let text = "# T\n\n## L\n" + standing.map(\.card).joined()
    let cards = QuestionBank(text: text)
    return standing.indices.compactMap { index in
      guard let card = cards[Self.name(ofStanding: index)],
        let question = bank[standing[index].question]
      else { return nil }
      return question.reads(as: card) ? nil : question
    }
  }

  /// Leaves out the new cards that say just what a question of the notes says: a deck that comes out of another
  /// program, or was made anew there, has other names for the same cards.
  package mutating func leaveOutSame(as bank: QuestionBank) {
    guard count > 0, !bank.questions.isEmpty else { return }
    var there: [[String]: [String]] = [:]
    for question in bank.questions.reversed()
    where !question.isGenerated && !found.contains(question.id) {
      there[question.reading, default: []].append(question.id)
    }
    guard !there.isEmpty else { return }
    var same: [String: String?] = [:]
    for card in QuestionBank(text: text).questions where !card.isGenerated {
      let reading = card.reading
      if there[reading] != nil { same.updateValue(there[reading]?.popLast(), forKey: card.id) }
    }
    leaveOut(same)
  }

  /// The questions of the notes beside which a new one asks in the same words: a card that has no name, or another one
  /// than before, is another card once it says something else.
  package func besides(in bank: QuestionBank) -> [Question] {
    guard count > 0, !bank.questions.isEmpty else { return [] }
    let cards = QuestionBank(text: text)
    let asked = Set(cards.questions.filter { !$0.isGenerated }.map(\.askedWords))
    return bank.questions.filter {
      !$0.isGenerated && !found.contains($0.id) && asked.contains($0.askedWords)
    }
  }
}
