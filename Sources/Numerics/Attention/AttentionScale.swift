/// What the scores are multiplied by before the softmax.
package enum AttentionScale: Equatable, Sendable {
  /// 1/√d for keys of width d (Vaswani et al. 2017, section 3.2.1).
  case auto
  /// Nothing: the scores stay as they are.
  case none
  /// A factor of one's own.
  case value(Double)

  /// The factor for keys of the given width.
  package func factor(width: Int) -> Double {
    switch self {
    case .auto: 1 / Double(width).squareRoot()
    case .none: 1
    case .value(let factor): factor
    }
  }
}
