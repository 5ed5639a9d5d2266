import Models

extension QuestionMaker {
  /// Which head the answer needs most: each is switched off by itself, and one of them takes away far more
  /// than any other.
  mutating func part(_ subject: Evidence.Subject) -> ModelQuestion? {
    guard let (prompt, _) = trial(subject) else { return nil }
    let tokens = tokens(prompt)
    guard tokens.count <= decoder.shape.context else { return nil }
    let whole = look(tokens)
    let last = tokens.count - 1
    let best = whole.next(after: last, top: 1)[0]
    guard isWord(best.token), best.probability >= 0.6 else { return nil }
    let heads = Component.all(of: decoder.shape).compactMap { part -> Head? in
      guard case .head(let layer, let head) = part,
        let looks = whole.strongestPlaces(layer: layer, head: head, from: last, top: 1).first
      else { return nil }
      let without = look(tokens, off: [part])
      return Head(
        part: part, left: without.probability(of: best.token, after: last),
        then: without.next(after: last, top: 1)[0].token, place: looks.place, weight: looks.weight)
    }.sorted { $0.left < $1.left }
    guard heads.count > 3, best.probability - heads[0].left >= 0.25,
      heads[1].left - heads[0].left >= 0.2
    else { return nil }
    // Those that look at the answer are the likely mistakes.
    let others = heads.dropFirst().sorted {
      (tokens[$0.place] == best.token ? $0.weight : 0)
        > (tokens[$1.place] == best.token ? $1.weight : 0)
    }.prefix(3)
    let answer = named(best.token)
    func left(_ head: Head) -> String {
      "without \(head.part.name) \(answer) keeps \(Self.percent(head.left))"
        + (head.then == best.token ? "" : ", and \(named(head.then)) is likelier")
    }
    let shown = [heads[0]] + others
    return ModelQuestion(
      ask: .part,
      parts: [
        .sentence(
          "After this text \(answer) is likeliest, with \(Self.percent(best.probability)). One of these "
            + "heads is switched off. At which one does \(answer) lose most?"), .read(prompt),
      ],
      choices: shown.map { head in
        .init(
          label: "\(head.part.name), which looks most at \(named(in: tokens, at: head.place)) "
            + "(\(Self.percent(head.weight)))",
          reason: "The model was run without each of them: \(left(head)), \(left(heads[0])).",
          isRight: head.part == heads[0].part)
      },
      explanation: "Run without each: " + shown.map(left).joined(separator: "; ")
        + ". Where a head looks does not yet say what the answer needs.", text: prompt,
      part: heads[0].part.name)
  }

  private struct Head {
    let part: Component
    /// What the answer keeps without it, and what is likeliest then.
    let left: Double
    let then: Int
    /// Where it looks from the last place.
    let place: Int
    let weight: Double
  }
}
