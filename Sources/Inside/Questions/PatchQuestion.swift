import Models

extension QuestionMaker {
  /// Where the answer is on its way: at which place the residual stream of another text, put in before a layer,
  /// brings that text's answer back, and at which it does not.
  mutating func patch(_ subject: Evidence.Subject) -> ModelQuestion? {
    guard let (first, _) = trial(subject), let second = SwappedText.of(first) else { return nil }
    let (here, there) = (tokens(first), tokens(second))
    guard here.count == there.count, here.count <= decoder.shape.context,
      // A stream between two layers, and a place that is not the last.
      here.count > 1, decoder.shape.layers > 1
    else { return nil }
    let last = here.count - 1
    let other = look(there)
    let own = look(here).next(after: last, top: 1)[0]
    let wanted = other.next(after: last, top: 1)[0]
    guard own.token != wanted.token, isWord(own.token), isWord(wanted.token),
      min(own.probability, wanted.probability) >= 0.6
    else { return nil }
    let level = source.pick(Array(1..<decoder.shape.layers))
    // Where the texts differ, where the answer is given, and what stands beside those.
    let differing: [Int] = here.indices.filter { here[$0] != there[$0] }
    var places: [Int] = []
    let beside = [last] + differing.map { $0 + 1 } + [last - 1]
    for place in Array(differing.prefix(3)) + beside
    where (1...last).contains(place) && places.count < 4 && !places.contains(place) {
      places.append(place)
    }
    let patched = places.map { place -> Patched in
      let hook = Hook<Float>(
        .stream(level), .replace(other.stream(level, at: place)), rows: place..<place + 1)
      let look = Look(here, in: decoder, hooks: [hook])
      return Patched(place: place, share: look.probability(of: wanted.token, after: last))
    }.sorted { $0.share > $1.share }
    guard patched.count == 4, patched[0].share >= 0.6, patched[1].share <= 0.25 else { return nil }
    let answer = named(wanted.token)
    func told(_ patched: Patched) -> String {
      "put in at \(named(in: here, at: patched.place)), it gives \(answer) \(Self.percent(patched.share))"
    }
    let layer = Component.layer(level).name
    return ModelQuestion(
      ask: .patch,
      parts: [
        .sentence("After this text the model says \(named(own.token)):"), .read(first),
        .sentence("After this one it says \(answer):"), .read(second),
        .sentence(
          "It reads the first text again, and at one place the residual stream before \(layer) is that of "
            + "the second. At which place does that turn the answer into \(answer)?"),
      ],
      choices: patched.map { one in
        .init(
          label: named(in: here, at: one.place),
          reason: "The stream was patched at each of them: \(told(one)); \(told(patched[0])).",
          isRight: one.place == patched[0].place)
      },
      explanation: "The stream of the second text before \(layer): "
        + patched.map(told).joined(separator: "; ") + ".", text: first, part: nil, second: second)
  }

  private struct Patched {
    let place: Int
    /// What the second text's answer has then.
    let share: Double
  }
}
