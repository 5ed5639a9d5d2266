/// A clause in its parts: `the loss | falls | by a half`.
struct Clause {
  let subject: Range<Int>
  /// Words such as `often` before the verb.
  let adverbs: Range<Int>
  let verb: String
  /// Nil for an auxiliary verb, and for one that is used as such.
  let form: Verbs.Form?
  let rest: Range<Int>
  private let said: Said

  private static let longestSubject = 9
  /// Words that a subject holds only where it is none.
  private static let joining: Set<String> = [
    "that", "which", "who", "whose", "where", "when", "if", "because", "while", "to", "although",
    "though", "since", "as", "than", "not", "but", "how", "what", "why", "unless", "whether",
    "until",
    "before", "after", "only", "so", "like", "is", "are", "way", "ways",
  ]
  /// Words that no subject begins with.
  static let noSubjects: Set<String> = [
    "in", "on", "at", "with", "by", "for", "from", "as", "so", "let", "let's", "then", "overall",
    "there", "here", "under", "over", "during", "after", "before", "since", "while", "without",
    "within",
    "once", "to", "of", "through", "across", "like", "unlike", "depending", "based", "given",
    "using",
    "early", "late", "later", "half", "what", "how", "why", "which", "where", "if", "when",
    "instead", "rather", "please",
    "always",
    "never", "just", "even", "only", "not", "none", "nothing", "everything", "first", "second",
    "third",
    "finally", "most", "much", "many", "several", "some", "few", "sometimes", "perhaps", "maybe",
    "today",
    "currently", "one", "further", "more", "additional", "see", "say", "suppose", "assume",
    "imagine",
    "consider", "thanks", "whatever", "whoever", "whichever", "all",
  ]
  private static let adverb: Set<String> = [
    "also", "then", "often", "always", "never", "just", "both", "still", "already", "only", "not",
    "thus",
    "therefore", "sometimes", "instead",
  ]

  /// Parts a clause at its first verb; nil where no verb is found, or what is before it is no subject.
  init?(_ range: Range<Int>, of said: Said) {
    self.said = said
    let words = said.lower
    guard let first = range.first, !Self.noSubjects.contains(words[first]),
      !Verbs.commands(words[first])
    else { return nil }
    for index in range.dropFirst().prefix(Self.longestSubject) {
      let word = words[index]
      let next = index + 1 < range.upperBound ? words[index + 1] : ""
      var end = index
      while end > first + 1, Self.adverb.contains(words[end - 1]) || words[end - 1].hasSuffix("ly")
      {
        end -= 1
      }
      var form: Verbs.Form?
      let isNegated = ["does", "do", "did"].contains(word) && next == "not"
      if !isNegated, !Verbs.auxiliary.contains(word) {
        // Of `encoders such as BERT` the first word tells whether they are many.
        let head = words[first..<end].firstIndex(of: "such") ?? end
        form = Verbs.form(word, after: words[first..<max(head, first + 1)], before: next)
        guard form != nil else { continue }
        // `intermediate states are`: a noun, and no verb yet.
        if ["is", "are", "was", "were"].contains(next) { continue }
        // `removing duplicates reduced it`: what is removed, and no verb yet.
        if end == first + 1, words[first].hasSuffix("ing"),
          next.hasSuffix("ed") || Verbs.mayBe(next)
        {
          continue
        }
        if word == "has" || word == "have", next == "not" || Verbs.isParticiple(next) {
          form = nil
        }
      }
      guard
        !words[first..<end].indices.contains(where: { at in
          Self.joining.contains(words[at]) && !(words[at] == "as" && words[at - 1] == "such")
        }),
        !said.words[first..<end].contains(where: { $0.hasSuffix(",") }),
        index + 1 < range.upperBound,
        next != "that" || Verbs.stating.contains(form?.base ?? "")
      else { return nil }
      guard !["and", "or", "but"].contains(words[end - 1]), Self.isOne(words[first..<end]) else {
        return nil
      }
      // `the more information we provide`
      guard end - first == 1 || !words[first..<end].contains(where: { $0 == "we" || $0 == "you" })
      else { return nil }
      subject = first..<end
      adverbs = end..<index
      verb = word
      self.form = form
      rest = index + 1..<range.upperBound
      return
    }
    return nil
  }

  /// Words behind which an article goes on with a subject.
  private static let linking: Set<String> = [
    "of", "for", "in", "on", "with", "from", "to", "at", "by", "between", "within", "over", "under",
    "into", "through",
    "per", "behind", "across", "during", "and", "or", "about", "around", "inside", "outside",
    "against", "both",
  ]

  /// Whether words are one subject: neither `early on the loss` nor `the other reason`.
  private static func isOne(_ subject: ArraySlice<String>) -> Bool {
    if subject.starts(with: ["the", "other"]) { return false }
    return !subject.indices.dropFirst().contains { index in
      ["the", "a", "an"].contains(subject[index]) && !linking.contains(subject[index - 1])
        // `doubling the budget` is one.
        && !(index == subject.startIndex + 1 && subject[index - 1].hasSuffix("ing"))
    }
  }

  /// Whether its subject is of many.
  var isPlural: Bool {
    form?.isPlural ?? ["are", "were", "aren't", "weren't", "have"].contains(verb)
  }

  var subjectWords: [String] { said.names.inside(said.part(subject)) }

  private static let articles: Set<String> = ["the", "a", "an", "its", "their", "each", "every"]
  private static let persons: Set<String> = ["you", "we", "it", "they", "he", "she", "i"]

  /// The clause as it stands behind `Why` or `How`: `does the loss fall by a half`; nil where a second verb
  /// would be left as it was.
  var asked: [String]? {
    let words = said.lower
    var rest = rest
    // A second clause behind `and` alone follows from the same, and is not asked for.
    if let tie = rest.dropFirst().dropLast(3).first(where: { at in
      words[at] == "and" && !said.words[at - 1].hasSuffix(",")
        && !Self.persons.contains(words[at + 1])
        && (["why", "how"].contains(words[at + 1])
          || Clause(at + 1..<rest.upperBound, of: said).map { second in
            (second.form == nil || Self.articles.contains(words[at + 1]))
              && second.subject.count > 1
          } ?? false)
    }) {
      rest = rest.lowerBound..<tie
    }
    for index in rest.dropLast() where ["and", "but", "or", "so"].contains(words[index]) {
      let next = words[index + 1]
      let isVerb =
        Verbs.auxiliary.contains(next)
        || Verbs.form(next, after: ["x"], before: "") != nil
        || form?.isPlural == true && Verbs.form(next, after: ["xs"], before: "") != nil
      if isVerb || next.hasSuffix("s") && said.words[index].hasSuffix(",") { return nil }
      // A second clause with a subject of its own: `, and at half the load you wait`.
      if said.words[index - 1].hasSuffix(","),
        words[(index + 1)..<rest.upperBound].contains(where: Self.persons.contains)
          || Clause(index + 1..<rest.upperBound, of: said) != nil
      {
        return nil
      }
    }
    // A second clause behind a comma alone.
    for index in rest.dropLast() where said.words[index].hasSuffix(",") {
      if Self.persons.contains(words[index + 1])
        || ["this", "there", "then"].contains(words[index + 1])
      {
        return nil
      }
    }
    let tail = said.part(rest)
    let middle = adverbs.map { said.words[$0] }
    guard !middle.contains("not") else { return nil }
    if let form {
      return [form.isPlural ? "do" : "does"] + subjectWords + middle + [form.base] + tail
    }
    if verb == "cannot" { return ["can"] + subjectWords + middle + ["not"] + tail }
    return [verb] + subjectWords + middle + tail
  }
}
