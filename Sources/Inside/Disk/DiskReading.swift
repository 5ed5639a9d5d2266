import Models

/// What a model on disk makes of a text, computed in slices: the text with everything on, the same with parts
/// off, a second text, and the answers at the place that is looked from.
package struct DiskReading: Sendable {
  package struct Recipe: Equatable, Sendable {
    package var tokens: [Int]
    /// A second text; nothing where none is asked for.
    package var others: [Int] = []
    package var off: [Component] = []
    package var place: Int
    /// Whether each layer's own answer is asked for.
    package var wantsLens = false

    package init(_ tokens: [Int], place: Int) { (self.tokens, self.place) = (tokens, place) }
  }

  package let recipe: Recipe
  private let decoder: Decoder<Float>
  /// With everything on.
  private var all: Look?
  /// With parts off; the same as `all` where none are.
  private var some: Look?
  private var second: Look?
  /// What is computed now, and for which of them.
  private var slices: (stage: Stage, pass: ForwardSlices)?
  private enum Stage { case all, some, second }

  package init(_ recipe: Recipe, in decoder: Decoder<Float>) {
    (self.recipe, self.decoder) = (recipe, decoder)
  }

  /// Takes over what another reading of the same text has computed, and what it was about to.
  package mutating func adopt(_ other: DiskReading) {
    let isSameText = other.recipe.tokens == recipe.tokens
    let isSameOff = other.recipe.off == recipe.off
    let isSameSecond = other.recipe.others == recipe.others && isSameOff
    if isSameText {
      all = other.all ?? all
      if isSameOff { some = other.some ?? some }
    }
    if isSameSecond { second = other.second ?? second }
    guard let (stage, pass) = other.slices else { return }
    let (isSame, known) =
      switch stage {
      case .all: (isSameText, all)
      case .some: (isSameText && isSameOff, some)
      case .second: (isSameSecond, second)
      }
    // Where the text was read already, other scores may be asked for now.
    if isSame, known == nil || pass.wanted == next?.wanted { slices = (stage, pass) }
  }

  private var last: LensPlace {
    LensPlace(layer: decoder.shape.layers, place: recipe.tokens.count - 1)
  }
  private var answer: LensPlace { LensPlace(layer: decoder.shape.layers, place: recipe.place) }
  private var lens: [LensPlace] {
    recipe.wantsLens
      ? (0..<decoder.shape.layers).map { LensPlace(layer: $0, place: recipe.place) } : []
  }

  /// The text with what is off, once its answer at the place is known.
  package var look: Look? {
    let look = recipe.off.isEmpty ? all : some
    return look.flatMap { $0.known[answer] == nil || $0.known[last] == nil ? nil : $0 }
  }
  /// The same with everything on; nil where nothing is off.
  package var whole: Look? { recipe.off.isEmpty ? nil : all }
  package var other: Look? { second }
  package var hasLens: Bool {
    guard recipe.wantsLens, let look else { return false }
    return lens.allSatisfy { look.known[$0] != nil }
  }

  package var isComplete: Bool { slices == nil && next == nil }
  /// How far what is computed now has come, from 0 to 1.
  package var progress: Double { slices?.pass.progress ?? (isComplete ? 1 : 0) }

  /// What is missing next, and the scores that are; nil where nothing is.
  private var next: (stage: Stage, wanted: [LensPlace])? {
    let ends = Array(Set([answer, last]))
    let shown: (Stage, Look?) = recipe.off.isEmpty ? (.all, all) : (.some, some)
    for ((stage, look), places) in [((.all, all), ends), (shown, ends), (shown, lens)] {
      let missing = places.filter { look?.known[$0] == nil }
      if !missing.isEmpty { return (stage, missing) }
    }
    guard !recipe.others.isEmpty, second == nil else { return nil }
    return (
      .second, [LensPlace(layer: decoder.shape.layers, place: recipe.others.count - 1)]
    )
  }

  /// The pass that computes it; what is known already is taken over.
  private func pass(_ stage: Stage, _ wanted: [LensPlace]) -> ForwardSlices {
    func fresh(_ tokens: [Int], off: [Component]) -> ForwardSlices {
      ForwardSlices(
        tokens.map { Int32($0) }, in: decoder, hooks: off.hooks,
        scoring: wanted)
    }
    switch stage {
    case .all: return all?.again(scoring: wanted) ?? fresh(recipe.tokens, off: [])
    case .some:
      return some?.again(scoring: wanted) ?? all?.again(off: recipe.off, scoring: wanted)
        ?? fresh(recipe.tokens, off: recipe.off)
    case .second: return fresh(recipe.others, off: recipe.off)
    }
  }

  package mutating func advance() {
    if slices == nil, let (stage, wanted) = next { slices = (stage, pass(stage, wanted)) }
    slices?.pass.advance()
    guard let (stage, pass) = slices, pass.isComplete else { return }
    slices = nil
    switch stage {
    case .all: all = Look(pass, known: all?.known ?? [:])
    case .some: some = Look(pass, known: some?.known ?? [:])
    case .second: second = Look(pass)
    }
  }
}
