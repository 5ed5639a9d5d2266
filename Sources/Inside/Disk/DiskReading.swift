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

  /// Takes over what another reading of the same text has computed.
  package mutating func adopt(_ other: DiskReading) {
    if other.recipe.tokens == recipe.tokens {
      all = other.all
      if other.recipe.off == recipe.off { some = other.some }
    }
    if other.recipe.others == recipe.others, other.recipe.off == recipe.off {
      second = other.second
    }
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

  /// What is to be computed next; nil where all is.
  private var next: (stage: Stage, pass: ForwardSlices)? {
    let ends = Array(Set([answer, last]))
    func missing(_ look: Look, _ wanted: [LensPlace]) -> [LensPlace] {
      wanted.filter { look.known[$0] == nil }
    }
    guard let all else {
      return (.all, ForwardSlices(recipe.tokens.map { Int32($0) }, in: decoder, scoring: ends))
    }
    if !missing(all, ends).isEmpty { return (.all, all.again(scoring: missing(all, ends))) }
    if !recipe.off.isEmpty {
      guard let some else { return (.some, all.again(off: recipe.off, scoring: ends)) }
      if !missing(some, ends).isEmpty { return (.some, some.again(scoring: missing(some, ends))) }
      if !missing(some, lens).isEmpty { return (.some, some.again(scoring: missing(some, lens))) }
    } else if !missing(all, lens).isEmpty {
      return (.all, all.again(scoring: missing(all, lens)))
    }
    guard !recipe.others.isEmpty, second == nil else { return nil }
    let end = LensPlace(layer: decoder.shape.layers, place: recipe.others.count - 1)
    return (
      .second,
      ForwardSlices(
        recipe.others.map { Int32($0) }, in: decoder,
        hooks: recipe.off.flatMap { $0.silenced() }, scoring: [end])
    )
  }

  package mutating func advance() {
    if slices == nil { slices = next }
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
