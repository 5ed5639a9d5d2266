import Models

extension QuestionMaker {
  /// Which token comes next: its rivals are words of its kind, and none is nearly as likely.
  mutating func next(_ subject: Evidence.Subject) -> ModelQuestion? {
    guard let (prompt, _) = trial(subject) else { return nil }
    let tokens = tokens(prompt)
    guard tokens.count <= decoder.shape.context else { return nil }
    let ranked = look(tokens).next(after: tokens.count - 1, top: vocabulary.count)
    let (best, second) = (ranked[0], ranked[1])
    guard isWord(best.token), best.probability >= 0.5,
      best.probability - second.probability >= 0.3
    else { return nil }
    let rivals = rivals(of: best.token, in: tokens, ranked).prefix(3)
    guard rivals.count == 3 else { return nil }
    let share = Self.percent(best.probability)
    let shares = ([best.token] + rivals).map { token in
      (token, ranked.first { $0.token == token }?.probability ?? 0)
    }
    return ModelQuestion(
      ask: .next,
      parts: [
        .sentence("The model has read this, and says which token comes next."), .read(prompt),
      ],
      choices: shares.map { token, own in
        .init(
          label: named(token),
          reason:
            "It gives \(named(token)) \(Self.percent(own)), and \(named(best.token)) \(share).",
          isRight: token == best.token)
      },
      explanation: "Its shares: "
        + ranked.prefix(4).map { "\(named($0.token)) \(Self.percent($0.probability))" }
        .joined(separator: ", ") + ".", text: prompt, part: nil)
  }
}
