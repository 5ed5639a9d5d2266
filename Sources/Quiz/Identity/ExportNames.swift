import Basics
import Notes
import Scheduling

/// What the cards of an export are known by: a question without an identity, whose words or place have changed
/// since it was exported last, keeps the name that it had, so that other programs see the same card again.
package struct ExportNames: Sendable {
  /// The name of each question's card, by the question's identity.
  package private(set) var names: [String: String] = [:]
  /// What is to be remembered: each question under the name of its card.
  package private(set) var known: [KnownQuestion] = []
  /// Whether any question has no identity of its own.
  package let isNeeded: Bool

  /// So many that are gone are remembered: they may come back.
  private static let mostGone = 2_000

  /// - Parameter before: the questions as they were exported last, under the names of their cards.
  package init(_ bank: QuestionBank, in library: Library, before: [KnownQuestion]) {
    let now = bank.questions.enumerated().map { $1.known(at: $0, in: library) }
    let authored = Set(bank.questions.filter { $0.section.directive.id != nil }.map(\.id))
    isNeeded = authored.count < bank.questions.count
    var free = Set(before.map(\.id)).subtracting(authored)
    for id in authored { names[id] = id }
    // First those that are as they were in the same lesson, then in any, then the likest.
    let sameness: [(KnownQuestion) -> String] = [
      { "\($0.kind) \($0.lesson)\u{1F}\($0.words)\u{1F}\($0.key ?? "")" },
      { "\($0.kind) \($0.lesson)\u{1F}\($0.words)" },
      { "\($0.kind) \($0.words)\u{1F}\($0.key ?? "")" },
    ]
    for key in sameness {
      var former = Dictionary(grouping: before.reversed().filter { free.contains($0.id) }, by: key)
      for question in now where names[question.id] == nil {
        guard let same = former[key(question)]?.popLast() else { continue }
        names[question.id] = same.id
        free.remove(same.id)
      }
    }
    let rest = LikestPairs(
      now.filter { names[$0.id] == nil }, before.filter { free.contains($0.id) },
      where: Succession(library, words: bank.words).mayBe)
    for pair in rest.pairs { names[pair.found.id] = pair.former.id }
    var taken = Set(names.values).union(before.map(\.id))
    for question in now where names[question.id] == nil {
      var name = question.id
      var number = 1
      while !taken.insert(name).inserted {
        number += 1
        name = String(StableHash("\(question.id)\u{1F}\(number)".utf8).value, radix: 36)
      }
      names[question.id] = name
    }
    known = now.map { question in
      var named = question
      named.id = names[question.id] ?? question.id
      return named
    }
    let used = Set(known.map(\.id))
    known += before.filter { !used.contains($0.id) }.prefix(Self.mostGone).map(\.gone)
  }
}
