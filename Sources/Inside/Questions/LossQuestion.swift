import Models

extension QuestionMaker {
  /// Which of two texts costs less: they differ in one word, and in what the model pays for it.
  mutating func loss(_ subject: Evidence.Subject) -> ModelQuestion? {
    guard let (prompt, answer) = trial(subject), let other = changed(prompt, answer, subject) else {
      return nil
    }
    let texts = [prompt + answer, other]
    let all = texts.map(tokens)
    guard all.allSatisfy({ (2...decoder.shape.context).contains($0.count) }) else { return nil }
    let costs = all.map { tokens -> (mean: Double, worst: (place: Int, loss: Double)) in
      let look = look(tokens)
      let each = tokens.indices.dropFirst().map {
        ($0, -look.logProbability(of: tokens[$0], after: $0 - 1))
      }
      let worst = each.max { $0.1 < $1.1 } ?? (0, 0)
      return (each.reduce(0) { $0 + $1.1 } / Double(each.count), worst)
    }
    let best = costs[0].mean < costs[1].mean ? 0 : 1
    let (low, high) = (costs[best].mean, costs[1 - best].mean)
    guard high - low >= 0.15, high >= 1.15 * low else { return nil }
    // Two are shown as they come: which is first is drawn.
    let order = source.chance(0.5) ? [0, 1] : [1, 0]
    func told(_ index: Int) -> String {
      let worst = costs[index].worst
      return
        "\(Self.loss(costs[index].mean)) a token, most of it for \(word(all[index], at: worst.place)): "
        + Self.loss(worst.loss)
    }
    return ModelQuestion(
      ask: .loss,
      parts: [
        .sentence(
          "The model reads two texts. At which is its loss, the mean of minus ln p of each token, lower?"
        )
      ],
      choices: order.map { index in
        .init(
          label: texts[index],
          reason: "This one costs it \(told(index)). The other costs \(told(1 - index)).",
          isRight: index == best)
      },
      explanation: "The one costs \(told(best)). The other costs \(told(1 - best)).",
      text: texts[1 - best], part: nil)
  }

  /// The same with another word where it answers, one that stands in the text; of what is repeated, in
  /// another order.
  private mutating func changed(
    _ prompt: String, _ answer: String, _ subject: Evidence.Subject
  ) -> String? {
    if subject == .repeats {
      let words = answer.split(separator: " ").map(String.init)
      guard words.count > 2 else { return nil }
      let turned = words.indices.map { words[words.count - 1 - $0] }
      return prompt + turned.map { " " + $0 }.joined()
    }
    let kinds = [Lexicon.names, Lexicon.colours, Lexicon.places]
    let start = answer.prefix { !$0.isLetter }
    let word = String(answer.dropFirst(start.count).prefix { $0.isLetter })
    let words = prompt.split { !$0.isLetter }.map(String.init)
    let others = (kinds.first { $0.contains(word) } ?? []).filter {
      $0 != word && words.contains($0)
    }
    guard !others.isEmpty else { return nil }
    return prompt + start + source.pick(others) + answer.dropFirst(start.count + word.count)
  }
}
