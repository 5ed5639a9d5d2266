import Scheduling

extension ForeignCards {
  /// A note of a package: its fields, in HTML.
  package struct Note: Sendable {
    package let guid: String
    /// The deck that it stands in, `A::B` below another.
    package let deck: String
    package let fields: [String]
    package let tags: [String]
    /// What its cards show, where it makes any by templates: which of them it is, and its two sides.
    package let cards: [(number: Int, front: String, back: String)]
    /// How each of its cards was answered, by their numbers.
    package let answers: [Int: [Answer]]
    /// What is to be typed for each of its cards that asks for it, by their numbers.
    package let typed: [Int: String]

    package init(
      guid: String, deck: String, fields: [String], tags: [String] = [],
      cards: [(number: Int, front: String, back: String)] = [], answers: [Int: [Answer]] = [:],
      typed: [Int: String] = [:]
    ) {
      (self.guid, self.deck, self.fields) = (guid, deck, fields)
      (self.tags, self.cards, self.answers, self.typed) = (tags, cards, answers, typed)
    }

    /// As rows of a table, each with what the table does not hold.
    var rows: [(cells: [String], beside: Beside)] {
      let tags = tags.joined(separator: " ")
      // A text with gaps is one question, though it makes a card of each: the first one stands for it.
      if cards.isEmpty {
        let first = answers.keys.min().flatMap { answers[$0] } ?? []
        return [([guid, deck, tags] + fields, Beside(answers: first))]
      }
      // The first card is known by what the note is.
      return cards.map { number, front, back in
        let name = number == 0 ? guid : "\(guid)\u{1F}\(number)"
        return (
          [name, deck, tags, front, back],
          Beside(answers: answers[number] ?? [], typed: typed[number])
        )
      }
    }
  }

  /// What a package says of a card beside its sides.
  struct Beside {
    var answers: [Answer] = []
    var typed: String?
  }

  /// An answer that was given elsewhere.
  package struct Answer: Equatable, Sendable {
    /// In milliseconds since 1970.
    package let time: Int
    package let grade: Grade
    /// In milliseconds.
    package let duration: Int

    package init(time: Int, grade: Grade, duration: Int) {
      (self.time, self.grade, self.duration) = (time, grade, duration)
    }
  }
}
