import Basics
import Notes

/// What was answered to a question, and how often: which wrong option is chosen.
package struct ChosenAnswer: Equatable, Sendable {
  /// The option as the notes have it, or what was typed; empty where the answer was given up.
  package let text: String
  /// Whether it is a right one.
  package let isRight: Bool
  /// How often it was chosen.
  package internal(set) var answers = 0
  /// How often at the first answer.
  package internal(set) var firstAnswers = 0

  /// Of answers that were typed so many are told, the most frequent ones.
  private static let mostTyped = 5

  private mutating func count(_ answer: Learner.Given) {
    answers += 1
    firstAnswers += answer.isFirst ? 1 : 0
  }

  /// Each option with how often it was chosen, in the order of the notes; of what is typed the wrong
  /// answers, unless each draw has others.
  static func all(to question: Question, _ given: [Learner.Given]) -> [ChosenAnswer] {
    var gaveUp = ChosenAnswer(text: "", isRight: false)
    for answer in given where answer.text.isEmpty { gaveUp.count(answer) }
    let told = given.filter { !$0.text.isEmpty }
    let chosen: [ChosenAnswer]
    if let list = question.section.answers?.list, list.isTasks {
      chosen = options(of: list, question.section, told)
    } else {
      chosen = question.isFresh ? [] : typed(told, to: question)
    }
    return chosen + (gaveUp.answers > 0 ? [gaveUp] : [])
  }

  /// The log names an option by its place in the notes, several of them where more than one applies.
  private static func options(
    of list: Block.List, _ section: QuestionSection, _ given: [Learner.Given]
  ) -> [ChosenAnswer] {
    var options = list.items.map { item in
      ChosenAnswer(
        text: section.undrawn(item.blocks.filter { !$0.isQuote }.plainText.trimmed),
        isRight: item.task == true)
    }
    var none = ChosenAnswer(text: "none", isRight: !options.contains { $0.isRight })
    for answer in given {
      if answer.text == "none" { none.count(answer) }
      for word in answer.text.split(separator: " ") {
        // What has no such place was an option before the notes changed.
        guard let place = Int(ordinal: word), options.indices.contains(place) else { continue }
        options[place].count(answer)
      }
    }
    return options + (none.answers > 0 ? [none] : [])
  }

  private static func typed(_ given: [Learner.Given], to question: Question) -> [ChosenAnswer] {
    var answers: [String: ChosenAnswer] = [:]
    for answer in given where !answer.isRight {
      let text = words(of: answer.text, to: question)
      answers[text, default: ChosenAnswer(text: text, isRight: false)].count(answer)
    }
    return Array(
      answers.values.sorted { ($1.answers, $0.text) < ($0.answers, $1.text) }.prefix(mostTyped))
  }

  /// What was put in order, or matched wrong, by its words: the log has numbers for places in the notes. An answer to
  /// other steps or pairs than there are now stays as it is.
  ///
  /// - Parameter draw: what the numbers in them were drawn as.
  static func words(of answer: String, to question: Question, _ draw: Draw? = nil) -> String {
    guard let list = question.section.answers?.list else { return answer }
    func shown(_ blocks: [Block]) -> String {
      let filled = draw.flatMap { try? $0.fill(blocks) } ?? blocks
      return question.section.undrawn(filled.filter { !$0.isQuote }.plainText.trimmed)
    }
    func shown(of inlines: [Inline]) -> String { shown([Block(.paragraph(inlines), line: 0)]) }
    let places = answer.split(separator: " ").map { Int(ordinal: $0) }
    let known = places.compactMap(\.self)
    if list.isTasks {
      guard known.count == places.count, !known.isEmpty,
        known.allSatisfy(list.items.indices.contains)
      else { return answer }
      return known.map { shown(list.items[$0].blocks) }.joined(separator: "; ")
    }
    guard places.count == list.items.count, Set(known).count == known.count,
      known.allSatisfy(list.items.indices.contains)
    else { return answer }
    if list.start != nil {
      guard known.count == places.count else { return answer }
      return known.map { shown(list.items[$0].blocks) }.joined(separator: " \u{2192} ")
    }
    let pairs = list.items.compactMap { Pair($0.blocks) }
    guard pairs.count == places.count else { return answer }
    return zip(pairs.indices, places).filter { $0 != $1 }.map { term, place in
      let given = place.map { shown(of: pairs[$0].definition) } ?? "nothing"
      return "\(shown(of: pairs[term].term)) :: \(given)"
    }.joined(separator: "; ")
  }
}
