import Scheduling

/// Questions as they are and as they were that are like each other, the likest first, each in one pair at most.
struct LikestPairs {
  let pairs: [(found: KnownQuestion, former: KnownQuestion)]

  /// Of more pairs than these only such are looked at as have the same words.
  private static let most = 400_000
  /// Of two that are as like, the one of the same lesson.
  private static let lessonBonus = 0.001
  /// Before that the one that asks for the same.
  private static let keyBonus = 0.002
  /// How much two questions have to have in common: of other lessons, and of the same lesson.
  private static let enough = (elsewhere: 0.75, inLesson: 0.55)

  /// - Parameter mayBe: whether the second may have been the first; asked of questions of the same kind.
  init(
    _ found: [KnownQuestion], _ lost: [KnownQuestion],
    where mayBe: (KnownQuestion, KnownQuestion) -> Bool
  ) {
    // Of most notes none is lost: nothing is read then.
    guard !found.isEmpty, !lost.isEmpty else {
      pairs = []
      return
    }
    let isMany = lost.count > Self.most / found.count
    // Where only those with the same words meet, they need not be compared.
    let words = isMany ? [] : lost.map { QuestionWords($0.words) }
    var byText: [String: [Int]] = [:]
    if isMany {
      for (index, question) in lost.enumerated() {
        byText[question.words, default: []].append(index)
      }
    }
    var pairs: [(likeness: Double, found: Int, lost: Int)] = []
    for (index, question) in found.enumerated() {
      let own = isMany ? nil : QuestionWords(question.words)
      for other in isMany ? byText[question.words] ?? [] : Array(lost.indices) {
        let former = lost[other]
        guard former.kind == question.kind else { continue }
        let likeness = own?.likeness(to: words[other]) ?? 1
        let isInLesson = former.lesson == question.lesson
        let enough = isInLesson ? Self.enough.inLesson : Self.enough.elsewhere
        guard likeness >= enough, mayBe(question, former) else { continue }
        let bonus =
          (isInLesson ? Self.lessonBonus : 0) + (former.key == question.key ? Self.keyBonus : 0)
        pairs.append((likeness + bonus, index, other))
      }
    }
    pairs.sort { ($1.likeness, $0.found, $0.lost) < ($0.likeness, $1.found, $1.lost) }
    var taken: (found: Set<Int>, lost: Set<Int>) = ([], [])
    let likest = pairs.compactMap { pair -> (KnownQuestion, KnownQuestion)? in
      guard !taken.found.contains(pair.found), !taken.lost.contains(pair.lost) else { return nil }
      taken.found.insert(pair.found)
      taken.lost.insert(pair.lost)
      return (found[pair.found], lost[pair.lost])
    }
    guard isMany, !likest.isEmpty else {
      self.pairs = likest
      return
    }
    // Of those that are left each may be looked at with each, unless they are many still.
    let rest = LikestPairs(
      found.indices.filter { !taken.found.contains($0) }.map { found[$0] },
      lost.indices.filter { !taken.lost.contains($0) }.map { lost[$0] }, where: mayBe)
    self.pairs = likest + rest.pairs
  }
}
