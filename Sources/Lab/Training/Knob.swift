import Models

/// One thing taken away or changed; the rest of a recipe, and the seed, stay.
package enum Knob: String, CaseIterable, Equatable, Sendable {
  case oneLayer, twoLayers, noPositions, noScale, twoHeads
  /// Of several orders, the others are never given.
  case onlyReverse
  /// A learning rate at which the loss grows without bound.
  case tooFast

  package var title: String {
    switch self {
    case .oneLayer: "one layer"
    case .twoLayers: "two layers"
    case .noPositions: "no positions"
    case .noScale: "no √dₖ"
    case .twoHeads: "two heads"
    case .onlyReverse: "only reverse"
    case .tooFast: "a learning rate 10,000 times as high"
    }
  }

  /// As fences and command lines write it.
  package var word: String {
    switch self {
    case .oneLayer, .twoLayers, .noPositions, .twoHeads, .onlyReverse: title
    case .noScale: "no scale"
    case .tooFast: "too fast"
    }
  }
  /// The same as one word, for shells.
  package var hyphenated: String { word.split(separator: " ").joined(separator: "-") }

  func turn(_ recipe: inout Recipe) {
    switch self {
    case .oneLayer: recipe.shape.layers = 1
    case .twoLayers: recipe.shape.layers = 2
    case .noPositions: recipe.shape.positions = .none
    case .noScale: recipe.shape.isScaled = false
    case .twoHeads:
      recipe.shape.heads = 2
      recipe.shape.keyHeads = 2
      recipe.shape.headWidth = recipe.shape.width / 2
    case .onlyReverse:
      guard case .orders(_, let known, let symbols, let length) = recipe.source.task else { return }
      recipe.source.task = .orders([.reverse], known: known, symbols: symbols, length: length)
    case .tooFast: recipe.optimiser.schedule.peak *= 10_000
    }
  }
}
