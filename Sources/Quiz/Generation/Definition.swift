import Notes

/// A sentence that says what its subject is: `X is a …`, `X refers to …`.
struct Definition {
  /// The subject, without an article and what stands in brackets.
  let subject: String
  /// What is said of it.
  let predicate: String
  let sentence: String
  let line: Int

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
  }

  /// Which subject is meant, among others; nil where too few others are clearly not meant, or where
  /// the answer is given away.
  func section(among definitions: [Definition]) -> Section? {
    // "A key part of …" and the like praise, they do not define.
    guard predicate.split(separator: " ").count >= 8 else { return nil }
    let own = Stems.of(subject)
    let said = Stems.of(predicate)
    var others: [Definition] = []
    for other in definitions where other.subject.lowercased() != subject.lowercased() {
      let stems = Stems.of(other.subject)
      let theirs = Stems.of(other.predicate)
      let overlap = theirs.intersection(said).count
      let isAlike =
        !stems.isEmpty && stems.intersection(said).count * 2 > stems.count
        || overlap * 5 > min(theirs.count, said.count) * 3 || stems == own
      if !isAlike, !others.contains(where: { $0.subject == other.subject }) { others.append(other) }
    }
    guard others.count >= 2 else { return nil }
    // Options that share words with what is asked go first: those words then tell nothing.
    let ranked = others.enumerated().sorted {
      let (a, b) = (
        Stems.of($0.element.subject).intersection(said).count,
        Stems.of($1.element.subject).intersection(said).count
      )
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element).prefix(3)
    let covered = ranked.reduce(into: Set<String>()) { $0.formUnion(Stems.of($1.subject)) }
    guard own.intersection(said).isSubset(of: covered) else { return nil }
    return Section.choice(
      "What is meant?", line: line, prompt: "“\(predicate)”", right: subject,
      wrong: ranked.map { ($0.subject, $0.sentence) }, explanation: sentence)
  }
}
