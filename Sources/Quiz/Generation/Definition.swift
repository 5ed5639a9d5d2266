import Notes

/// A sentence that says what its subject is: `X is a …`, `X refers to …`.
struct Definition: Equatable, Sendable {
  /// That many definitions are looked at for wrong options: a file of nothing but definitions would
  /// take for ever.
  static let enough = 100

  /// The subject, without an article and what stands in brackets.
  let subject: String
  /// What is said of it.
  let predicate: String
  let sentence: String
  let line: Int
  /// The stems of the subject, and of what is said.
  private let own: Set<String>
  private let said: Set<String>

  /// Definitions at the beginning of a lesson, or of an item of a list.
  static func all(in blocks: [Block]) -> [Definition] {
    var found: [Definition] = []
    func look(at blocks: [Block]) {
      if let prose = blocks.firstProse, let sentence = Sentences.of(prose.text).first,
        let definition = Definition(sentence, line: blocks[0].line)
      {
        found.append(definition)
      }
    }
    let paragraphs = blocks.drop { if case .paragraph = $0.kind { false } else { true } }
    look(at: Array(paragraphs.prefix(1)))
    func items(_ blocks: [Block], depth: Int) {
      guard depth < 4 else { return }
      for block in blocks {
        guard case .list(let list) = block.kind else { continue }
        for item in list.items {
          look(at: item.blocks)
          items(item.blocks, depth: depth + 1)
        }
      }
    }
    items(blocks, depth: 0)
    return found
  }

  init?(_ sentence: String, line: Int) {
    let verbs = [" is a ", " is an ", " is the process ", " refers to ", " are a ", " means "]
    let hits = verbs.compactMap { verb in
      sentence.firstRange(of: verb).map { (range: $0, verb: verb) }
    }
    guard let verb = hits.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return nil }
    var subject = String(sentence[..<verb.range.lowerBound])
    if let comma = subject.firstIndex(of: ",") { subject = String(subject[..<comma]) }
    if let bracket = subject.firstIndex(of: "(") { subject = String(subject[..<bracket]) }
    for article in ["A ", "An ", "The "] where subject.hasPrefix(article) {
      subject = String(subject.dropFirst(article.count))
    }
    subject = subject.trimmed
    let words = subject.split(separator: " ")
    guard (1...6).contains(words.count), Sentences.standsAlone(sentence),
      subject.contains(where: \.isLetter), !words.contains(where: { $0 == "that" || $0 == "which" })
    else { return nil }
    var predicate = String(sentence[verb.range.upperBound...])
    if verb.verb != " refers to ", verb.verb != " means " {
      predicate =
        verb.verb.trimmed.split(separator: " ").dropFirst().joined(separator: " ") + " " + predicate
    }
    self.subject = subject.prefix(1).uppercased() + subject.dropFirst()
    self.predicate = predicate.trimmed
    self.sentence = sentence
    self.line = line
    own = Stems.of(self.subject)
    said = Stems.of(self.predicate)
  }

  /// Which subject is meant, among others; nil where too few others are clearly not meant, or where
  /// the answer is given away.
  func section(among definitions: some Sequence<Definition>) -> QuestionSection? {
    // "A key part of …" and the like praise, they do not define.
    guard predicate.split(separator: " ").count >= 8 else { return nil }
    var others: [Definition] = []
    for other in definitions where other.subject.lowercased() != subject.lowercased() {
      let overlap = other.said.intersection(said).count
      let isAlike =
        !other.own.isEmpty && other.own.intersection(said).count * 2 > other.own.count
        || overlap * 5 > min(other.said.count, said.count) * 3 || other.own == own
      if !isAlike, !others.contains(where: { $0.subject == other.subject }) { others.append(other) }
    }
    guard others.count >= 2 else { return nil }
    // Options that share words with what is asked go first: those words then tell nothing.
    let ranked = others.enumerated().sorted {
      let (a, b) = (
        $0.element.own.intersection(said).count, $1.element.own.intersection(said).count
      )
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element).prefix(3)
    let covered = ranked.reduce(into: Set<String>()) { $0.formUnion($1.own) }
    guard own.intersection(said).isSubset(of: covered) else { return nil }
    return QuestionSection.choice(
      "What is meant?", line: line, prompt: "“\(predicate)”", right: subject,
      wrong: ranked.map { ($0.subject, $0.sentence) }, explanation: sentence)
  }
}
