import Basics
import Inside
import Models
import Notes

/// What is asked on a page, and what is right.
struct InsideQuestion {
  let asked: LabQuestion
  /// The number of the right answer; nil as long as it is computed.
  let right: Int?
}

extension InsideWidget {
  /// The pages that ask something of this model.
  private var asking: [InsidePage] {
    [.next, .map, .without, .patch, .sample] + (isOwn && variants.count > 1 ? [.answers] : [])
      + (isOwn ? [.evidence] : [])
  }

  /// Why nothing is asked, and what to do.
  var whyNothingIsAsked: String {
    if isReading { return "The model still reads the text" }
    switch parameters.page {
    case .map:
      guard isHead else {
        return
          "\(parameters.component.name) looks at no other place: \(Self.mention(.nextPart)) leads to a head"
      }
      return whyNothingIsAsked(Self.mention(.later))
    case .without:
      return whyLittleIsAsked(Self.mention(.allOn))
    case .patch where parameters.second.isEmpty && swapped == nil:
      return "There is no second text of as many tokens yet: = second = … takes one"
    case .patch where parameters.second.isEmpty:
      return "There is no second text of as many tokens yet: \(Self.mention(.swap)) makes one"
    case .patch where hasSameAnswer && askedPlaces.count > 1:
      return "\(Self.sameAnswer): = second = … takes another"
    case .patch: return anotherSecond
    case .sample where !parameters.said.isEmpty:
      return "What follows a token that was drawn is shown: \(Self.mention(.back)) takes it back"
    default:
      let numbers = asking.map { "\($0.number)" }
      let all = numbers.dropLast().joined(separator: ", ") + " and \(numbers.last ?? "")"
      return "Nothing is asked on this page: \(all) ask"
    }
  }

  /// Why nothing is asked of the first token, with the key that leads on from it.
  func whyNothingIsAsked(_ later: String) -> String {
    "From the first token a head looks at itself alone: \(later) leads to one with a choice"
  }

  /// Why nothing is asked of a layer that is off, with the key that leads on from it.
  func whyLittleIsAsked(_ allOn: String) -> String {
    "Of \(layerName) too little is on to ask about: \(allOn) switches everything on"
  }

  /// What a second text has to be, where the one that is there is not.
  var anotherSecond: String {
    "The second text takes \(counted(tokens.count, "token")), and another word: = second = …"
  }

  /// How many answers the question of the page has; nil where there is nothing to ask.
  var answerCount: Int? { isReading ? nil : questionSize }
  /// Whether the page asks something, of a text that was read or is still to be.
  var hasQuestion: Bool { questionSize != nil }

  private var questionSize: Int? {
    guard asking.contains(parameters.page) else { return nil }
    let count: Int
    switch parameters.page {
    case .next, .sample:
      // What is drawn after the first token is no longer what was asked.
      let isAsked = parameters.page == .next || parameters.said.isEmpty
      count = isAsked ? min(Self.mostAnswers, decoder.shape.vocabulary) : 0
    case .map:
      guard isHead else { return nil }
      count = min(Self.mostAnswers, place + 1)
    case .without, .evidence: count = askedParts.count
    // Where both say the same, there is nothing to bring back.
    case .patch: count = hasSameAnswer ? 0 : askedPlaces.count
    case .answers: count = variants.count
    case .units: return nil
    }
    return count > 1 ? count : nil
  }

  private static let mostAnswers = 4

  /// The question of the page; nil where there is nothing to ask.
  var question: InsideQuestion? { question(ascii: false) }

  func question(ascii: Bool) -> InsideQuestion? {
    guard answerCount != nil else { return nil }
    return switch parameters.page {
    case .next, .sample: nextQuestion(after: nextPlace, ascii)
    case .map: mapQuestion(ascii)
    case .without:
      partQuestion(withoutWords(ascii)) { self.study(Ablation.self)?[$0]?.probability }
    case .patch: patchQuestion(ascii)
    case .answers: answersQuestion
    case .evidence:
      partQuestion(evidenceWords) { component in
        let row = self.study(Evidence.self)?.rows.first { $0.component == component }
        return row?.loss.map { -$0 }
      }
    case .units: nil
    }
  }

  private var layerName: String { Component.layer(layer).name }

  private func named(_ token: Int, _ ascii: Bool) -> String {
    "\"\(visible(token, ascii: ascii))\""
  }
  private func named(at place: Int, _ ascii: Bool) -> String {
    "\(named(tokens[place], ascii)) @\(place)"
  }
  /// The place that is looked from, with its number where that tells it from another.
  private func from(_ place: Int, _ ascii: Bool) -> String {
    isOften(tokens[place]) ? named(at: place, ascii) : named(tokens[place], ascii)
  }

  private func nextQuestion(after place: Int, _ ascii: Bool) -> InsideQuestion? {
    let best = look.next(after: place, top: Self.mostAnswers).map(\.token)
    let choices = best.sorted()
    return InsideQuestion(
      asked: LabQuestion(
        "Which token is likeliest after \(from(place, ascii))"
          + (leftOut.isEmpty ? "?" : " \(leftOut)?"),
        choices: choices.map { named($0, ascii) }),
      right: best.first.flatMap(choices.firstIndex).map { $0 + 1 })
  }

  private func mapQuestion(_ ascii: Bool) -> InsideQuestion? {
    guard case .head(let layer, let head) = parameters.component else { return nil }
    let weights = look.weights(layer: layer, head: head, from: place)
    let best = weights.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }
      .prefix(Self.mostAnswers)
    let choices = best.sorted()
    return InsideQuestion(
      asked: LabQuestion(
        "From \(from(place, ascii)), where does \(parameters.component.name) look most?",
        choices: choices.map { named(at: $0, ascii) }),
      right: best.first.flatMap(choices.firstIndex).map { $0 + 1 })
  }

  private func withoutWords(_ ascii: Bool) -> String {
    let isHidden = isHidden(.next(place: place))
    let best = isHidden ? nil : look.next(after: place, top: 1).first
    let top = best.map { named($0.token, ascii) } ?? "the likeliest token"
    return "Which part of \(layerName), switched off, costs \(top) most?"
  }

  private var evidenceWords: String {
    "Without which part of \(layerName) of \(shownName) is most lost over \(Evidence.cases) cases of "
      + "\(parameters.subject.rawValue)?"
  }

  /// The parts of the layer that are asked about: those that are off already leave nothing to be lost.
  private var askedParts: [Component] {
    Array(
      Component.all(of: decoder.shape).filter { part in
        part.layer == layer && (parameters.page == .evidence || !isOff(part))
      }.prefix(5))
  }

  /// The places that a patch is asked about: where both texts differ, and the last.
  var askedPlaces: [Int] {
    let others = others
    guard !parameters.second.isEmpty, others.count == tokens.count else { return [] }
    return Set(tokens.indices.filter { tokens[$0] != others[$0] }.prefix(4) + [tokens.count - 1])
      .sorted()
  }

  /// Whether both texts were read, and the same comes next.
  var hasSameAnswer: Bool {
    parameters.page == .patch && !askedPlaces.isEmpty && isDone && study(Patching.self) == nil
  }
  static let sameAnswer = "Both texts have the same answer, and nothing is to be brought back"

  /// Which part of the layer leaves least.
  private func partQuestion(
    _ words: String, _ left: (Component) -> Double?
  ) -> InsideQuestion? {
    let parts = askedParts
    let shares = isDone ? parts.compactMap(left) : []
    let least = shares.count == parts.count ? shares.min().flatMap(shares.firstIndex) : nil
    return InsideQuestion(
      asked: LabQuestion(words, choices: parts.map(\.name)), right: least.map { $0 + 1 })
  }

  private func patchQuestion(_ ascii: Bool) -> InsideQuestion? {
    let places = askedPlaces
    let patching = isDone ? study(Patching.self) : nil
    let shares = patching.map { patching in places.map { patching.restored[layer][$0] } }
    let best = shares.flatMap { shares in shares.max().flatMap(shares.firstIndex) }
    return InsideQuestion(
      asked: LabQuestion(
        "Which place, put in before \(layerName), brings back most of the second text's answer?",
        choices: places.map { place in
          named(at: place, ascii)
            + (others[place] == tokens[place] ? "" : ", there \(named(others[place], ascii))")
        }),
      right: best.map { $0 + 1 })
  }

  private var answersQuestion: InsideQuestion? {
    let odds = isDone ? study(AnswerOdds.self) : nil
    let at = odds.map(\.askedAbout)
    let shares = odds.flatMap { odds in
      at.map { at in odds.cells.map { $0[at]?.probability ?? 0 } }
    }
    let answer = odds.flatMap { odds in at.map { odds.answers[$0] } } ?? Chat.refusal
    return InsideQuestion(
      asked: LabQuestion(
        "Which model is likeliest to say \"\(answer.trimmed)\"?",
        choices: variants.map { model.name(with: $0.rawValue) }),
      right: shares.flatMap { shares in shares.max().flatMap(shares.firstIndex) }.map { $0 + 1 })
  }

  /// What a guess was worth; nil before it can be said.
  func verdict(of question: InsideQuestion) -> LabVerdict? {
    guard let guess = parameters.guess.made, let right = question.right else { return nil }
    let choices = question.asked.choices
    guard choices.indices.contains(guess - 1), choices.indices.contains(right - 1) else {
      return nil
    }
    let said = "You said \(choices[guess - 1])"
    return LabVerdict(
      isRight: guess == right,
      words: guess == right ? "\(said), and so it is." : "\(said); it is \(choices[right - 1]).")
  }
}

extension AnswerOdds {
  /// The answer that is asked about: a refusal, where there is one.
  var askedAbout: Int { answers.firstIndex(of: Chat.refusal) ?? answers.count - 1 }
}
