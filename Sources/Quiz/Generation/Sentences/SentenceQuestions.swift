import Notes

/// Questions that single sentences answer: why, when, how, what something is for. The reader says the answer,
/// then compares it with the sentence.
enum SentenceQuestions {
  /// Words of explanation for which one question is asked at most: more would ask for every sentence.
  private static let spacing = 45
  /// The same where other rules ask of lists and tables, beside which its text is asked for.
  private static let unlisted = 110

  /// Headings that name a place in the text.
  private static let places: Set<String> = ["listing", "figure", "table", "example", "otherwise"]
  private static let pronouns: Set<String> = [
    "it", "its", "it's", "they", "their", "this", "these", "that",
  ]

  private struct Candidate {
    let section: QuestionSection
    let rank: Int
    let place: Int
    let rule: String
  }

  /// - Parameter others: what other rules ask; no sentence is asked for twice.
  static func sections(in lesson: LessonProse, besides others: [QuestionSection])
    -> [QuestionSection]
  {
    let texts = LessonTexts(lesson)
    let most = max((texts.words + spacing / 2) / spacing, texts.words >= 40 ? 1 : 0)
    let room = max(most - others.count, texts.words / unlisted)
    guard room > 0 else { return [] }
    let explanations = others.prefix(100).map { $0.explanation.plainText }
    let lines = Set(others.map(\.line))
    var told = Set(explanations.flatMap { Sentences.of($0) })
    var asked = Set(others.map { Stems.of($0.heading.plainText) })
    var found: [Candidate] = []
    for text in texts.texts {
      let (coded, sentences, topic) = (text.coded, text.sentences, Stems.of(text.heading))
      let formulas = coded.formulas
      let terms = Set(coded.setApart.map { $0.lowercased() })
      var antecedent: (subject: Antecedent, index: Int)?
      for (index, sentence) in sentences.enumerated() {
        let plain = coded.inlines(sentence).plainText
        if let section = NamingSentence.section(sentence, sentences, index, coded, text.line),
          told.insert(plain).inserted,
          asked.insert(Stems.of(section.heading.plainText)).inserted
        {
          found.append(Candidate(section: section, rank: 0, place: found.count, rule: "name"))
          continue
        }
        guard !Sentences.words(sentence).contains(where: ["above", "below", "following"].contains)
        else { continue }
        let next = index + 1 < sentences.count ? sentences[index + 1] : ""
        // A line that leads on to a formula says what that is of.
        let formula =
          next.isEmpty && sentence.hasSuffix(":") && !lines.contains(text.line) ? text.formula : nil
        let whole = formula == nil ? sentence : sentence.dropLast() + "."
        func said(_ text: String) -> Said? {
          Said(
            text, then: next, names: texts.names, topic: topic, themes: texts.themes,
            formulas: formulas, terms: terms)
        }
        var wordings = [(text: whole, before: 0)]
        if let known = antecedent, index - known.index <= 2,
          let named = known.subject.put(into: whole)
        {
          wordings = [(named, index - known.index)]
        } else {
          antecedent = said(whole).flatMap { Antecedent($0, setApart: coded.setApart) }
            .map { ($0, index) }
        }
        let own = said(wordings[0].text).flatMap {
          Antecedent($0, setApart: coded.setApart, isNear: true)
        }
        wordings += SentenceParts.of(whole, setApart: coded.setApart).map { part in
          (own?.put(into: part) ?? part, wordings[0].before)
        }
        guard !told.contains(plain),
          plain.utf8.count < 30
            || !explanations.contains(where: { $0.firstRange(of: plain) != nil })
        else { continue }
        for wording in wordings {
          guard let said = said(wording.text), let (rank, rule, question) = question(said),
            !rule.leansBack
              || index > 0 && wording.text == whole && Sentences.isWhole(sentences[index - 1]),
            rule.leansBack || isAnswered(answer(sentence, next), question)
          else { continue }
          let end = question.joined(separator: " ") + "?"
          let heading = coded.inlines(end.prefix(1).uppercased() + end.dropFirst())
          let stems = Stems.of(heading.plainText)
          guard !asked.contains(where: stems.isSubset) else { continue }
          asked.insert(stems)
          told.insert(plain)
          // What a question leaves open its heading says.
          let isOpen =
            !topic.isSubset(of: stems)
            && !(Sentences.words(text.heading).first.map(places.contains) ?? true)
            && !text.heading.contains { $0 == "]" || $0 == Sentences.hole }
          // What a pronoun at its beginning stands for is part of the answer.
          let leans =
            index > 0 && pronouns.contains(Sentences.words(sentence.prefix(12)).first ?? "")
          let least = rule.leansBack || leans ? 1 : 0
          let before = sentences[(index - max(wording.before, least))..<index]
          let answer = (before + [answer(sentence, next)]).joined(separator: " ")
          let section = QuestionSection.recall(
            heading, line: text.line, in: isOpen ? text.heading : nil,
            answer: [Block(.paragraph(coded.inlines(answer)))] + (formula.map { [$0] } ?? []))
          found.append(
            Candidate(section: section, rank: rank, place: found.count, rule: rule.name))
          break
        }
      }
    }
    return chosen(found, room)
  }

  /// The first rules first, none of them too often: a lesson is no drill.
  private static func chosen(_ found: [Candidate], _ room: Int) -> [QuestionSection] {
    var times: [String: Int] = [:]
    let most = 2 + room / 5
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.filter { candidate in
      times[candidate.rule, default: 0] += 1
      return times[candidate.rule, default: 0] <= most
    }.prefix(room).map(\.section)
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
      if (3...SentenceRule.longest).contains(words.count), !isCutOff(words), !pointsBack(words) {
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

  /// Whether a question ends in what was told before it, `find that solution`, or speaks of something by itself alone.
  private static func pointsBack(_ words: [String]) -> Bool {
    // `…, so that term is multiplied` goes on to what follows from it.
    let goesOn = zip(words, words.dropFirst()).contains { $0.hasSuffix(",") && $1 == "so" }
    let words = words.map(Said.bare)
    return goesOn || words.dropLast().last == "that"
      || words.contains(where: ["itself", "themselves", "oneself"].contains)
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
