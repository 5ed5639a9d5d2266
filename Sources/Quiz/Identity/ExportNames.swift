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

  /// Of more pairs than these only such are looked at as have the same words.
  private static let mostPairs = 400_000
  /// So many that are gone are remembered: they may come back.
  private static let mostGone = 2_000

  /// - Parameter before: the questions as they were exported last, under the names of their cards.
  package init(_ bank: QuestionBank, in library: Library, before: [KnownQuestion]) {
    let now = bank.questions.enumerated().map { $1.known(at: $0, in: library) }
    let authored = Set(bank.questions.filter { $0.section.directive.id != nil }.map(\.id))
    isNeeded = authored.count < bank.questions.count
    var free = Set(before.map(\.id)).subtracting(authored)
    for id in authored { names[id] = id }
    // First those that are as they were, then the likest.
    var byText: [String: [KnownQuestion]] = [:]
    for former in before where free.contains(former.id) {
      byText["\(former.kind) \(former.words)", default: []].append(former)
    }
    for question in now where names[question.id] == nil {
      let same = (byText["\(question.kind) \(question.words)"] ?? []).filter {
        free.contains($0.id)
      }
      guard let former = same.first(where: { $0.lesson == question.lesson }) ?? same.first else {
        continue
      }
      names[question.id] = former.id
      free.remove(former.id)
    }
    match(now.filter { names[$0.id] == nil }, with: before, &free)
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
      KnownQuestion(
        id: names[question.id] ?? question.id, place: question.place, lesson: question.lesson,
        kind: question.kind, words: question.words)
    }
    let used = Set(known.map(\.id))
    known += before.filter { !used.contains($0.id) }.prefix(Self.mostGone).map(\.gone)
  }

  /// Matches those that are like each other, the likest first.
  private mutating func match(
    _ found: [KnownQuestion], with before: [KnownQuestion], _ free: inout Set<String>
  ) {
    let lost = before.filter { free.contains($0.id) }
    guard found.count * lost.count <= Self.mostPairs else { return }
    let words = lost.map { QuestionWords($0.words) }
    var pairs: [(likeness: Double, found: Int, lost: Int)] = []
    for (index, question) in found.enumerated() {
      let own = QuestionWords(question.words)
      for (other, former) in lost.enumerated() where former.kind == question.kind {
        let likeness = own.likeness(to: words[other])
        guard Recognition.isLike(likeness, inLesson: former.lesson == question.lesson) else {
          continue
        }
        pairs.append((likeness, index, other))
      }
    }
    pairs.sort { ($1.likeness, $0.found, $0.lost) < ($0.likeness, $1.found, $1.lost) }
    for pair in pairs where names[found[pair.found].id] == nil && free.contains(lost[pair.lost].id)
    {
      names[found[pair.found].id] = lost[pair.lost].id
      free.remove(lost[pair.lost].id)
    }
  }
}
