import Notes

/// Questions that single sentences answer: why, when, how, what something is for. The reader says the answer,
/// then compares it with the sentence.
enum SentenceQuestions {
  /// Words of explanation for which one question is asked at most: more would ask for every sentence.
  private static let spacing = 70

  /// Headings that name a place in the text.
  private static let places: Set<String> = ["listing", "figure", "table", "example", "otherwise"]
  /// Headings of parts that say once more what was said.
  private static let again: Set<String> = [
    "summary", "conclusion", "conclusions", "recap", "takeaways", "takeaway",
  ]

  private struct Candidate {
    let section: QuestionSection
    let rank: Int
    let place: Int
  }

  /// - Parameter others: what other rules ask; no sentence is asked for twice.
  static func sections(in lesson: LessonProse, besides others: [QuestionSection])
    -> [QuestionSection]
  {
    var texts: [(text: CodedText, sentences: [String], piece: LessonProse.Piece, line: Int)] = []
    func look(_ blocks: [Block], _ piece: LessonProse.Piece, depth: Int) {
      guard depth < 4 else { return }
      for block in blocks {
        switch block.kind {
        case .paragraph(let inlines):
          let line = block.line > 0 ? block.line : piece.block.line
          let text = CodedText(ListQuestions.Entry(inlines, line: line)?.body ?? inlines)
          texts.append((text, Sentences.of(text.text), piece, line))
        case .list(let list):
          for item in list.items where item.task == nil {
            look(item.blocks, piece, depth: depth + 1)
          }
        case .callout(_, let inner): look(inner, piece, depth: depth + 1)
        default: break
        }
      }
    }
    for piece in lesson.pieces
    where !Heads.isAside(piece.heading)
      && !Sentences.words(piece.heading).contains(where: Self.again.contains)
    {
      look([piece.block], piece, depth: 0)
    }
    var names = Names()
    var words = 0
    for sentence in texts.flatMap(\.sentences) {
      names.add(sentence)
      words += sentence.split(separator: " ").count
    }
    let room = max((words + spacing / 2) / spacing, words >= 40 ? 1 : 0) - others.count
    guard room > 0 else { return [] }
    var told = Set(others.flatMap { Sentences.of($0.explanation.plainText) })
    var asked = Set(others.map { Stems.of($0.heading.plainText) })
    var found: [Candidate] = []
    for (text, sentences, piece, line) in texts {
      let topic = Stems.of(piece.heading)
      for (index, sentence) in sentences.enumerated() {
        if let section = named(sentence, sentences, index, text, line),
          told.insert(text.inlines(sentence).plainText).inserted,
          asked.insert(Stems.of(section.heading.plainText)).inserted
        {
          found.append(Candidate(section: section, rank: 0, place: found.count))
          continue
        }
        let next = index + 1 < sentences.count ? sentences[index + 1] : ""
        guard !Sentences.words(sentence).contains(where: ["above", "below", "following"].contains)
        else { continue }
        guard let said = Said(sentence, then: next, names: names, topic: topic),
          let (rank, rule, question) = question(said),
          !rule.leansBack || index > 0 && Sentences.isWhole(sentences[index - 1]),
          told.insert(text.inlines(sentence).plainText).inserted,
          rule.leansBack || isAnswered(answer(sentence, next), question)
        else { continue }
        let whole = question.joined(separator: " ") + "?"
        let heading = text.inlines(whole.prefix(1).uppercased() + whole.dropFirst())
        let stems = Stems.of(heading.plainText)
        guard asked.insert(stems).inserted else { continue }
        // What a question leaves open its heading says.
        let isOpen =
          !topic.isSubset(of: stems)
          && !(Sentences.words(piece.heading).first.map(places.contains) ?? true)
          && !piece.heading.contains { $0 == "]" || $0 == Sentences.hole }
        let before = rule.leansBack ? sentences[index - 1] + " " : ""
        let section = QuestionSection.recall(
          heading, line: line, in: isOpen ? piece.heading : nil,
          answer: [Block(.paragraph(text.inlines(before + answer(sentence, next))))])
        found.append(Candidate(section: section, rank: rank, place: found.count))
      }
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.prefix(room).map(\.section)
  }

  private static let calls = [
    "called ", "known as ", "termed ", "named ", "referred to as ", "dubbed ", "call this ",
    "call it ",
  ]

  /// The words by which a sentence gives something a name: `is called a`, or `call the product`.
  private static func call(of term: String, in sentence: String) -> String? {
    let calls = calls.lazy.flatMap { call in ["", "a ", "an ", "the "].map { call + $0 + term } }
    if let call = calls.first(where: { call in
      sentence.firstRange(of: call).map { TermEnd.isBefore(sentence[$0.upperBound...]) } ?? false
    }) {
      return call
    }
    // `We call the sum of both the *total*`: few words, and no comma, stand between.
    guard let place = sentence.firstRange(of: term),
      TermEnd.isBefore(sentence[place.upperBound...]),
      let verb = [" call ", " calls "].lazy.compactMap({ sentence.firstRange(of: $0) }).first,
      verb.upperBound < place.lowerBound,
      case let named = sentence[verb.upperBound..<place.lowerBound],
      (2...8).contains(named.split(separator: " ").count),
      !named.contains(where: { ",.;:".contains($0) }),
      ["the", "a", "an", "each", "such", "this", "these", "every"].contains(
        named.split(separator: " ").first.map { $0.lowercased() } ?? "")
    else { return nil }
    return "call " + named + term
  }

  /// What something set apart is that a sentence gives its name.
  private static func named(
    _ sentence: String, _ sentences: [String], _ index: Int, _ text: CodedText, _ line: Int
  ) -> QuestionSection? {
    guard sentence.utf8.count < 400, sentence.hasSuffix("."), !sentence.contains(Sentences.hole)
    else { return nil }
    for term in text.setApart where sentence.contains(term) {
      guard Heads.isTerm(term), (1...4).contains(term.split(separator: " ").count), term.count > 2,
        !term.contains(where: { ".,:;()=<>/\\_".contains($0) || CodedText.isSign($0) }),
        let call = call(of: term, in: sentence)
      else { continue }
      let first = Sentences.words(sentence.prefix(30)).first ?? ""
      let leans =
        ["this", "that", "these", "it", "they", "such"].contains(first)
        || call.hasPrefix("call this ") || call.hasPrefix("call it ")
        || Sentences.words(sentence).contains { $0 == "this" || $0 == "these" }
      guard !leans || index > 0, sentence.split(separator: " ").count >= (leans ? 3 : 7) else {
        return nil
      }
      let before = leans ? sentences[index - 1] + " " : ""
      guard !leans || Sentences.isWhole(sentences[index - 1]) else { return nil }
      return .recall(
        [.text("What is meant by “\(term)”?")], line: line,
        answer: [Block(.paragraph(text.inlines(before + sentence)))])
    }
    return nil
  }

  /// What a sentence is asked with; nil where no rule asks.
  static func asked(_ sentence: String, then next: String = "", names: Names = Names()) -> String? {
    Said(sentence, then: next, names: names).flatMap(question)?.2.joined(separator: " ")
  }

  /// What is asked, and by which rule.
  private static func question(_ said: Said) -> (Int, SentenceRule, [String])? {
    for (rank, rule) in SentenceRule.all.enumerated() {
      guard var words = rule.ask(said) else { continue }
      if !said.opening.isEmpty {
        words = said.opening + [words[0].lowercased()] + words.dropFirst()
      }
      if (3...SentenceRule.longest).contains(words.count), !isCutOff(words) {
        return (rank, rule, words)
      }
    }
    return nil
  }

  /// Whether a question ends where its clause goes on: `Why does it borrow the value, and?`.
  private static func isCutOff(_ words: [String]) -> Bool {
    guard let last = words.last.map(Said.bare) else { return true }
    return ["and", "but", "or", "so", "either", "both", "neither", "partly", "mainly"].contains(
      last)
      || last.hasSuffix("ly") && words.dropLast().last?.hasSuffix(",") == true
  }

  /// Whether a sentence says more than what is asked does.
  private static func isAnswered(_ sentence: String, _ question: [String]) -> Bool {
    Stems.of(sentence).subtracting(Stems.of(question.joined(separator: " "))).count >= 2
  }

  /// A sentence, with the next one where that goes on with it.
  private static func answer(_ sentence: String, _ next: String) -> String {
    let first = Sentences.words(next.prefix(20)).first ?? ""
    guard ["this", "it", "they", "these", "that"].contains(first), Sentences.isWhole(next)
    else { return sentence }
    return sentence + " " + next
  }
}
