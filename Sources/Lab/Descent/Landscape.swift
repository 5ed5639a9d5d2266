import Libc

/// A loss over one or two weights, small enough to be drawn.
package enum Landscape: Equatable, Sendable {
  /// ½ · (w − 2)²: one weight.
  case bowl
  /// ½ · (x² + 10 · y²): two weights, ten times as steep one way as the other.
  case valley
  /// ½ · (w₂ · w₁ · x − y)²: two layers, so that each weight's slope has the other in it.
  case chain(input: Double, target: Double)

  package var weights: Int { self == .bowl ? 1 : 2 }

  package func loss(_ w: [Double]) -> Double {
    switch self {
    case .bowl: (w[0] - 2) * (w[0] - 2) / 2
    case .valley: (w[0] * w[0] + 10 * w[1] * w[1]) / 2
    case .chain(let input, let target):
      (w[1] * w[0] * input - target) * (w[1] * w[0] * input - target) / 2
    }
  }

  package func gradient(_ w: [Double]) -> [Double] {
    switch self {
    case .bowl: [w[0] - 2]
    case .valley: [w[0], 10 * w[1]]
    case .chain(let input, let target):
      // dL/dŷ first, then what each weight did to ŷ.
      [
        (w[1] * w[0] * input - target) * w[1] * input,
        (w[1] * w[0] * input - target) * w[0] * input,
      ]
    }
  }

  /// Where a ball is put down.
  package var start: [Double] {
    switch self {
    case .bowl: [-3]
    case .valley: [-8, 2]
    case .chain: [0.3, 0.5]
    }
  }
}
