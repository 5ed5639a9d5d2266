import Basics
import Models

/// One thing taken away or changed; the rest of a recipe, and the seed, stay.
package enum Knob: String, CaseIterable, Equatable, Sendable {
  case oneLayer, twoLayers, noPositions, noScale, twoHeads
  /// Of several orders, the others are never given.
  case onlyReverse
  /// One of several orders is never given.
  case withoutShift
  /// Rows that a pre-training can repeat word for word.
  case shortRows
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
    case .withoutShift: "shift left out"
    case .shortRows: "rows of 8"
    case .tooFast: "a learning rate 10,000 times as high"
    }
  }

  /// As fences and command lines write it.
  package var word: String {
    switch self {
    case .oneLayer, .twoLayers, .noPositions, .twoHeads, .onlyReverse, .shortRows: title
    case .withoutShift: "without shift"
    case .noScale: "no scale"
    case .tooFast: "too fast"
    }
  }
  /// What it makes of a model or of its training, to stand in a sentence: `a model with two heads`.
  package var phrase: String {
    switch self {
    case .oneLayer, .twoLayers, .twoHeads, .shortRows: "with \(title)"
    case .noPositions: "without positions"
    case .noScale: "without √dₖ"
    case .onlyReverse: "with reverse alone"
    case .withoutShift: "without shift"
    case .tooFast: "at \(title)"
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
    case .onlyReverse: Self.keep([.reverse], of: &recipe)
    case .withoutShift: Self.keep(Order.allCases.filter { $0 != .shift }, of: &recipe)
    // Of what is pre-trained: see `LabRecipe`.
    case .shortRows: break
    case .tooFast: recipe.optimiser.schedule.peak *= 10_000
    }
  }

  /// Only these of its orders are given; the model still has a token for each.
  private static func keep(_ orders: [Order], of recipe: inout Recipe) {
    guard case .orders(_, let known, let symbols, let length) = recipe.source.task else { return }
    recipe.source.task = .orders(orders, known: known, symbols: symbols, length: length)
  }
}

extension [Knob] {
  /// One of them, by its number from 1 or its name, whose words may be joined by hyphens.
  package func named(_ text: String) -> Knob? {
    if let place = Int(ordinal: text) { return indices.contains(place) ? self[place] : nil }
    let name = text.lowercased()
    return first { [$0.word, $0.hyphenated, $0.title].contains(name) }
  }

  /// As one chooses from them: `1 no positions, 2 no scale`.
  package var list: String {
    enumerated().map { "\($0 + 1) \($1.word)" }.joined(separator: ", ")
  }
}
