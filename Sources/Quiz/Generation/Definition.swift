import Notes

/// A sentence that says what its subject is: `X is a …`, `X refers to …`.
struct Definition: Equatable, Sendable {
  /// That many definitions are looked at for wrong options: a file of nothing but definitions would
  /// take for ever.
  static let enough = 100

  /// What a subject is, as far as words tell: options of another kind are no rivals.
  struct Kind: Equatable, Sendable {
    /// A name, as `BERT` is.
    let isName: Bool
    let isPlural: Bool
    /// Something that is done, as `fine-tuning` is.
    let isAction: Bool
    /// What sort of thing it is said to be; nil where its words say none.
    let sort: Int?

    func isRival(of other: Kind) -> Bool {
      isName == other.isName && isPlural == other.isPlural && isAction == other.isAction
        && (sort == other.sort || !isTechnical && !other.isTechnical)
    }

    /// Whether it is a method, a model, a quantity or a text: what is none of them, or cannot be told, is no rival.
    private var isTechnical: Bool { sort.map { $0 < 4 } ?? false }
  }

  /// The subject, without an article and what stands in brackets.
  let subject: String
  /// What is said of it.
  let predicate: String
  let sentence: String
  let line: Int
  let kind: Kind
  /// The question that asks for what is said of the subject.
  let question: String
  /// The stems of the subject, and of what is said.
  private let own: Set<String>
  private let said: Set<String>

  /// Definitions at the beginning of a paragraph, or of an item of a list.
  static func all(in blocks: [Block]) -> [Definition] {
    var found: [Definition] = []
    var names = Names()
    let sentences = blocks.map { $0.prose.map(Sentences.of) }
    for sentence in sentences.flatMap({ $0?.prefix(200) ?? [] }) { names.add(sentence) }
    var subjects: Set<String> = []
    func look(at sentences: [String]?, line: Int) {
      let sentences = sentences?.prefix(40) ?? []
      for (index, sentence) in sentences.enumerated() {
        let next = index + 1 < sentences.count ? sentences[index + 1] : ""
        if let definition = Definition(sentence, then: next, line: line, names: names),
          subjects.insert(definition.subject.lowercased()).inserted
        {
          found.append(definition)
        }
      }
    }
    func items(_ blocks: [Block], depth: Int) {
      guard depth < 4 else { return }
      for block in blocks {
        guard case .list(let list) = block.kind else { continue }
        for item in list.items {
          if let first = item.blocks.first {
            look(at: first.prose.map(Sentences.of), line: first.line)
          }
          items(item.blocks, depth: depth + 1)
        }
      }
    }
    for (block, sentences) in zip(blocks, sentences) { look(at: sentences, line: block.line) }
    items(blocks, depth: 0)
    return found
  }

  private static let verbs =
    [
      " is a ", " is an ", " is the ", " refers to ", " are a ", " are the ", " means ",
      " is when ",
    ]
    + ["typically", "usually", "essentially", "simply", "basically", "normally"].flatMap {
      [" is \($0) a ", " is \($0) an "]
    }
  /// Words with which a predicate praises, or says a part of what there is to say.
  static let praise: Set<String> = [
    "key", "important", "powerful", "crucial", "great", "popular", "common", "good", "useful",
    "essential", "simple", "major", "most", "best", "fundamental", "must", "big", "excellent",
    "new",
    "part", "result", "first", "second", "third", "only", "same", "last", "case", "example",
    "lot", "few", "little", "huge", "challenge", "matter", "way", "reason", "goal",
    "problem",
    "main", "perfect", "critical", "vital", "significant", "core", "central", "hot", "very", "more",
    "less", "better", "central", "natural", "hard", "difficult", "well-known", "recent", "next",
    "one-stop", "fantastic", "classic", "typical", "variation", "combination", "open", "project",
    "good", "nice", "special", "particular", "follow-up", "work", "complex", "costly",
    "computationally", "expensive", "challenging", "exciting",
    "active", "growing", "valuable", "versatile", "effective", "efficient", "robust", "prime",
    "notable",
    "attractive", "convenient", "clumsy", "clever", "elegant", "sensible",
    "leading", "major", "larger", "smaller", "brief", "quick", "short", "long", "step", "place",
    "start",
    "choice", "tricky", "widely", "highly", "vast", "rich", "ideal", "go-to", "well",
    "straightforward", "default", "subject", "topic",
    "answer", "difference", "right", "wrong", "single", "real", "true", "clear", "promising", "odd",
    "magical",
    "other",
  ]
  /// Subjects that are named by the text alone.
  static let generic: Set<String> = [
    "goal", "idea", "key", "main", "result", "results", "problem", "reason", "advantage", "purpose",
    "difference", "approach", "step", "steps", "question", "answer", "thing", "way", "example",
    "examples", "part", "point", "most", "challenge", "case", "use", "rest", "paper", "authors",
    "author",
    "course", "guide", "book", "project", "idea", "intuition", "aim", "objective", "task", "tasks",
    "method", "model", "data", "dataset", "function", "value", "values", "name", "figure", "table",
    "code", "output", "input", "process", "best", "good", "more", "many", "some", "all", "each",
    "every",
    "any", "no", "what", "why", "how", "where", "when", "who", "which", "if", "because", "while",
    "since",
    "after", "before", "once", "let", "using", "given", "today", "currently", "note", "topic",
    "same",
    "default", "following", "first", "second", "third", "last", "final", "new", "only", "not",
    "work",
    "formula", "equation", "image", "plot", "diagram", "version", "solution", "alternative",
    "trick",
    "things", "absent", "half", "there", "here", "bottleneck", "drawback", "downside", "benefit",
    "limitation", "issue", "concept", "core",
    "article",
    "rule", "rules", "system", "prompt", "prompts", "choice", "size", "length", "time", "cost",
    "effect",
    "application", "applications", "people", "researchers", "users", "user", "everything",
    "nothing", "whatever", "whoever", "whichever", "remedy", "cure", "fix", "claim", "workaround",
    "price", "catch", "bet", "story", "evidence", "sign", "signs", "symptom", "symptoms", "clue",
    "surprising", "experiment", "experiments", "observation", "motive", "clues", "consequence",
    "consequences", "row", "rows",
  ]
  /// Words that no term holds.
  private static let joining: Set<String> = [
    "in", "for", "with", "by", "to", "when", "if", "we", "you", "our", "your", "this", "that",
    "which",
    "these", "those", "it", "its", "their", "there", "from", "at", "but", "as", "than", "is", "are",
    "was", "has", "have", "can", "will", "would", "should", "may", "be", "do", "does", "not", "and",
    "or",
    "on", "into", "about", "where", "while", "i", "he", "she", "they", "his", "her", "my",
    "between",
    "used", "such", "here", "also", "often", "like", "within", "each", "during", "under", "without",
  ]

  init?(_ written: String, then next: String = "", line: Int, names: Names = Names()) {
    let sentence = Pointers.taken(from: written)
    let hits = Self.verbs.compactMap { verb in
      sentence.firstRange(of: verb).map { (range: $0, verb: verb) }
    }
    guard let verb = hits.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return nil }
    var subject = String(sentence[..<verb.range.lowerBound])
    if let comma = subject.firstIndex(of: ",") { subject = String(subject[..<comma]) }
    if let bracket = subject.firstIndex(of: "(") {
      // `The reward model r(x)`: the sign is none of its name.
      let isOfFormula = subject[..<bracket].last.map { $0 != " " } ?? false
      subject = String(subject[..<bracket])
      if isOfFormula, let last = subject.lastIndex(of: " ") { subject = String(subject[..<last]) }
    }
    var article = ""
    for word in ["A ", "An ", "The "] where subject.hasPrefix(word) {
      subject = String(subject.dropFirst(word.count))
      article = word.lowercased()
    }
    subject = subject.trimmed
    let words = subject.split(separator: " ")
    let lower = Sentences.words(subject)
    // `A language model is …`, and neither `The model is` nor `A good model is`.
    func isKind(_ head: String, _ lower: [String], _ article: String) -> Bool {
      words.count > 1 && Self.kinds.contains(head) && !Self.praise.contains(lower[0])
        && (article.hasPrefix("a")
          || article == "the " && words.count == 2 && verb.verb.hasSuffix(" a ")
            && !Sentences.isPointing(lower[0]))
    }
    guard (1...5).contains(words.count), (2...60).contains(subject.count),
      Sentences.standsAlone(sentence),
      subject.contains(where: \.isLetter),
      !subject.contains(where: { "“”\":;{}|=<>".contains($0) }),
      let head = lower.last, !Self.generic.contains(lower[0]),
      !Self.generic.contains(head) || isKind(head, lower, article),
      !lower.contains(where: Self.joining.contains), !lower[0].hasSuffix("ly")
    else { return nil }
    func predicate(of text: Substring, after verb: String) -> String? {
      var predicate = String(text).trimmed
      if verb.hasPrefix(" is ") || verb.hasPrefix(" are "), verb != " is when " {
        predicate =
          (verb.trimmed.split(separator: " ").last ?? "") + " " + predicate
      }
      let words = Sentences.words(predicate)
      let second = words.dropFirst().first ?? ""
      guard words.count >= 6, !Self.praise.contains(second),
        !(second == "number" && words.dropFirst(2).first == "of"),
        // `the nouns of such an account`: of which, the text around it tells.
        !zip(words, words.dropFirst()).contains(where: {
          $0 == "such" && ["a", "an"].contains($1)
        }),
        !(words[0] == "the" && second.hasSuffix("est") && second.count > 4),
        predicate.firstRange(of: "has gained") == nil
      else { return nil }
      return predicate
    }
    var told = predicate(of: sentence[verb.range.upperBound...], after: verb.verb)
    var whole = sentence
    // What is praised first is often said in the next sentence.
    if told == nil {
      for (opening, verb) in [
        ("It is a ", " is a "), ("It is an ", " is an "), ("It is the ", " is the "),
      ]
      where next.hasPrefix(opening) && Sentences.standsAlone("X" + next.dropFirst(2)) {
        let next = Pointers.taken(from: next)
        told = predicate(of: next.dropFirst(opening.count), after: verb)
        whole = sentence + " " + next
      }
    }
    guard let told, !Self.isPerson(subject, told) else { return nil }
    let kind = Kind(subject, head: head, predicate: told, verb: verb.verb)
    // `The vocabulary is the union of …`: which one is told by the text around it.
    guard article != "the " || words.count > 1 || kind.sort != nil else { return nil }
    // `An update means changing a document` says what follows from one.
    guard verb.verb != " means " || article.isEmpty else { return nil }
    self.subject = subject.prefix(1).uppercased() + subject.dropFirst()
    self.predicate = told
    self.sentence = whole
    self.line = line
    self.kind = kind
    let asksMeaning =
      verb.verb == " refers to " || verb.verb == " means " || verb.verb == " is when "
    let inside = names.inside(subject.split(separator: " ").map(String.init)).joined(separator: " ")
    let isName = inside == subject && subject.first?.isUppercase == true
    let bare = isName ? subject : subject.withoutSentenceCase
    let plain = article.isEmpty ? bare : article + subject
    question =
      asksMeaning
      ? "What does “\(bare)” mean?"
      : verb.verb.hasPrefix(" are") ? "What are \(plain)?" : "What is \(plain)?"
    own = Stems.of(self.subject)
    said = Stems.of(told)
  }

  private static let kinds: Set<String> = [
    "model", "dataset", "function", "method", "task", "process", "system", "prompt", "table",
  ]

  /// Who wrote the notes, and others whom they thank, are not asked for.
  static func isPerson(_ subject: String, _ told: String) -> Bool {
    let words = subject.split(separator: " ")
    return (2...3).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
      && Sentences.words(told).prefix(8).contains(where: professions.contains)
  }

  private static let professions: Set<String> = [
    "engineer", "developer", "scientist", "researcher", "professor", "student", "founder",
    "advocate",
    "author", "writer", "maintainer", "teacher", "manager",
  ]

  /// Asks for the subject, among others of its kind; where there are too few of them, or the answer
  /// would be given away, asks what is said of it.
  func section(among definitions: some Sequence<Definition>) -> QuestionSection? {
    choice(among: definitions) ?? recall
  }

  private var recall: QuestionSection? {
    // What says no more than the words of the term is no answer.
    guard said.subtracting(own).count >= 3 else { return nil }
    return .recall(
      [.text(question)], line: line, answer: [Block(.paragraph([.text(sentence)]))])
  }

  /// Which subject is meant, among others; nil where too few others are clearly not meant, or where
  /// the answer is given away.
  private func choice(among definitions: some Sequence<Definition>) -> QuestionSection? {
    guard predicate.split(separator: " ").count >= 8 else { return nil }
    var others: [Definition] = []
    for other in definitions
    where other.subject.lowercased() != subject.lowercased() && other.kind.isRival(of: kind) {
      let overlap = other.said.intersection(said).count
      let isAlike =
        other.own.isSubset(of: own) || own.isSubset(of: other.own)
        || overlap * 5 > min(other.said.count, said.count) * 3
      // Of two that are told by the same words one is enough.
      let isThere = others.contains {
        $0.subject == other.subject
          || $0.said.intersection(other.said).count * 5 > other.said.count * 4
      }
      if !isAlike, !isThere { others.append(other) }
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
    guard Stems.told(own, in: said).isSubset(of: covered) else { return nil }
    return QuestionSection.choice(
      "What is meant?", line: line, prompt: "“\(predicate)”", right: subject,
      wrong: ranked.map { ($0.subject, $0.sentence) }, explanation: sentence)
  }
}

extension Definition.Kind {
  /// Words for sorts of things: rivals are of one.
  private static let sorts: [Set<String>] = [
    [
      "process", "technique", "method", "approach", "procedure", "strategy", "algorithm",
      "training",
      "practice", "task", "paradigm", "framework", "way", "act", "step",
    ],
    [
      "model", "models", "network", "networks", "architecture", "transformer", "assistant", "llm",
      "llms", "classifier", "encoder", "decoder", "module", "layer", "block", "component", "system",
      "library", "platform", "engine",
    ],
    [
      "function", "operation", "number", "value", "measure", "metric", "vector", "matrix", "score",
      "sum", "product", "quantity", "ratio", "mean", "average", "distribution", "parameter",
      "hyperparameter", "probability", "loss", "coefficient", "scalar", "tensor", "space",
    ],
    [
      "dataset", "text", "token", "tokens", "sequence", "corpus", "collection", "set", "data",
      "list",
      "file", "string", "word", "piece", "benchmark", "table", "dictionary",
    ],
    ["person", "vessel", "dish", "company", "field", "branch", "discipline", "study", "area"],
  ]

  init(_ subject: String, head: String, predicate: String, verb: String) {
    let rest = subject.dropFirst()
    let inner = subject.split(separator: " ").dropFirst().contains { $0.first?.isUppercase == true }
    isName = rest.contains(where: \.isUppercase) || rest.contains(where: \.isNumber) || inner
    isPlural = verb.hasPrefix(" are")
    let isGerund =
      head.hasSuffix("ing")
      || subject.lowercased().split(separator: " ").first?.hasSuffix("ing") == true
    isAction = isGerund || predicate.lowercased().hasPrefix("the process")
    // The noun that the predicate is about: the last word before a preposition or a relative clause.
    let ends: Set<String> = [
      "of", "that", "which", "for", "in", "with", "to", "used", "where", "who", "by", "designed",
      "from", "on", "between", "when", "developed", "trained", "pretrained", "released", "based",
      "created", "and",
    ]
    let words = Sentences.words(predicate).prefix(10)
    let noun = words.prefix { !ends.contains($0) }.last ?? ""
    sort = isAction ? 0 : Self.sorts.firstIndex { $0.contains(noun) }
  }
}

extension String {
  /// As it stands inside of a sentence: names keep their capitals.
  var withoutSentenceCase: String {
    let word = prefix { !$0.isWhitespace }
    let isName =
      word.dropFirst().contains { $0.isUppercase || $0.isNumber } || word.count < 2
      || dropFirst(word.count).contains(where: \.isUppercase)
    return isName ? self : prefix(1).lowercased() + dropFirst()
  }
}
