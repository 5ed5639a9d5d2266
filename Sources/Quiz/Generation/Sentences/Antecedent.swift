import Notes

/// What `it` and `its` at the beginning of a sentence stand for: the subject of the one before it, where that is a
/// thing with a name.
struct Antecedent {
  private let subject: [String]
  private let isPlural: Bool

  /// Nil where a sentence has no subject that is set apart, a name, or what its heading names.
  ///
  /// - Parameter isNear: whether the pronoun stands in the same sentence, where any subject is meant by it.
  init?(_ said: Said, setApart: [String], isNear: Bool = false) {
    guard let clause = said.subjectClause, clause.subject.count <= 5 else { return nil }
    subject = clause.subjectWords
    isPlural = clause.isPlural
    let text = subject.joined(separator: " ")
    guard
      isNear || said.isName(clause.subject)
        || setApart.contains(where: { $0.count > 2 && text.firstRange(of: $0) != nil })
        || !said.topic.isDisjoint(with: Stems.of(text))
    else { return nil }
  }

  /// A sentence with it in place of the pronoun that it begins with; nil where it begins with none, or with one that
  /// may stand for nothing: `it is clear that`.
  func put(into sentence: String) -> String? {
    let words = sentence.split(separator: " ").map(String.init)
    guard words.count > 4 else { return nil }
    let whole: [String]
    switch (words[0].lowercased().replacing("’", with: "'"), isPlural) {
    case ("it", false), ("they", true):
      guard isSaid(Said.bare(words[1]), then: Said.bare(words[2])) else { return nil }
      whole = subject + words.dropFirst()
    case ("it's", false), ("they're", true):
      let verb = isPlural ? "are" : "is"
      guard isSaid(verb, then: Said.bare(words[1])) else { return nil }
      whole = subject + [verb] + words.dropFirst()
    case ("its", false), ("their", true):
      guard
        let verb = words.indices.dropFirst(2).prefix(3).first(where: { at in
          Verbs.auxiliary.contains(Said.bare(words[at]))
            || Verbs.form(
              Said.bare(words[at]), after: [Said.bare(words[at - 1])],
              before: at + 1 < words.count ? Said.bare(words[at + 1]) : "") != nil
        })
      else { return nil }
      whole = ["The"] + words[1..<verb] + ["of"] + subject + words[verb...]
    default: return nil
    }
    return whole.joined(separator: " ")
  }

  private func isSaid(_ verb: String, then next: String) -> Bool {
    guard next != "that" else { return false }
    if ["is", "are", "was", "were"].contains(verb) {
      return ["a", "an", "the"].contains(next) || Verbs.isParticiple(next)
    }
    if Verbs.auxiliary.contains(verb) { return next != "be" }
    return Verbs.form(verb, after: [isPlural ? "xs" : "x"], before: next).map {
      !Self.ofNothing.contains($0.base)
    } ?? false
  }

  /// Verbs before which `it` often stands for nothing.
  private static let ofNothing: Set<String> = [
    "seem", "appear", "take", "turn", "help", "happen", "follow", "matter", "make", "cost", "work",
    "remain", "come", "pay", "hurt",
  ]
}
