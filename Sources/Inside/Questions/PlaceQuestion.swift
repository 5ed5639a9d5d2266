import Models

extension QuestionMaker {
  /// Where a head looks from the last token, after another text has shown what it does.
  mutating func place(_ subject: Evidence.Subject) -> ModelQuestion? {
    guard let (first, _) = trial(subject), let (second, _) = trial(subject) else { return nil }
    let (before, now) = (tokens(first), tokens(second))
    guard max(before.count, now.count) <= decoder.shape.context, now.count > 8 else { return nil }
    let (example, look) = (look(before), look(now))
    let heads = Component.all(of: decoder.shape).filter { part in
      guard case .head(let layer, let head) = part else { return false }
      return Self.isClear(example, layer, head) && Self.isClear(look, layer, head)
    }
    guard !heads.isEmpty, case let part = source.pick(heads), case .head(let layer, let head) = part
    else { return nil }
    func most(_ look: Look) -> (place: Int, weight: Double) {
      look.strongestPlaces(layer: layer, head: head, from: look.tokens.count - 1, top: 1)[0]
    }
    let (shown, best) = (most(example), most(look))
    let last = now.count - 1
    let weights = look.weights(layer: layer, head: head, from: last)
    // Itself, the token before, and where other heads look most.
    let tempting =
      [last, last - 1]
      + Component.all(of: decoder.shape).compactMap { part -> Int? in
        guard case .head(let layer, let head) = part else { return nil }
        return look.strongestPlaces(layer: layer, head: head, from: last, top: 1).first?.place
      }
    var places = [best.place]
    for place in tempting + (1..<now.count).reversed().filter({ isWord(now[$0]) })
    where place > 0 && places.count < 4 && !places.contains(place) { places.append(place) }
    guard places.count == 4 else { return nil }
    let name = part.name
    return ModelQuestion(
      ask: .place,
      parts: [
        .sentence(
          "From the last token of this text, \(named(in: before, at: before.count - 1)), "
            + "head \(name) looks most at \(named(in: before, at: shown.place)): "
            + "\(Self.percent(shown.weight)) of its weight."), .read(numbered(before)),
        .sentence(
          "Where does it look most from the last token of this one, \(named(in: now, at: last))?"),
        .read(numbered(now)),
      ],
      choices: places.map { place in
        .init(
          label: named(in: now, at: place),
          reason: "Of its weight \(Self.percent(weights[place])) is there, and "
            + "\(Self.percent(best.weight)) on \(named(in: now, at: best.place)).",
          isRight: place == best.place)
      },
      explanation: "\(name) from \(named(in: now, at: last)): "
        + look.strongestPlaces(layer: layer, head: head, from: last, top: 3)
        .map { "\(named(in: now, at: $0.place)) \(Self.percent($0.weight))" }
        .joined(separator: ", ") + ".", text: second, part: part.name)
  }

  /// Whether it looks at one place, which is not the beginning, and hardly at any other.
  private static func isClear(_ look: Look, _ layer: Int, _ head: Int) -> Bool {
    let places = look.strongestPlaces(
      layer: layer, head: head, from: look.tokens.count - 1, top: 2)
    return places.count == 2 && places[0].place > 0 && places[0].weight >= 0.6
      && places[1].weight <= 0.25
  }

  /// The tokens with their numbers: `1:When 2:Mia`.
  private func numbered(_ tokens: [Int]) -> String {
    tokens.indices.dropFirst().map { "\($0):\(word(tokens, at: $0).filter { $0 != "\"" })" }
      .joined(separator: " ")
  }
}
