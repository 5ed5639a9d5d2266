/// The norm before a part of the model: none, or one of the two that are in use.
package enum Norm: Equatable, Sendable {
  case none
  case rms(RMSNorm)
  case layer(LayerNorm)

  /// Which of them.
  package enum Kind: String, Equatable, Sendable { case none, rms, layer }

  package init(_ kind: Kind, width: Int, epsilon: Double = 1e-5, in layout: inout Layout) {
    switch kind {
    case .none: self = .none
    case .rms: self = .rms(RMSNorm(width: width, epsilon: epsilon, in: &layout))
    case .layer: self = .layer(LayerNorm(width: width, epsilon: epsilon, in: &layout))
    }
  }

  /// The parameters that begin at one.
  package var gain: Slot? {
    switch self {
    case .none: nil
    case .rms(let norm): norm.gain
    case .layer(let norm): norm.gain
    }
  }

  /// y = x where there is none.
  func forward<T: Real>(
    _ x: Matrix<T>, _ weights: Weights<T>, into y: Matrix<T>, spread: Matrix<T>
  ) {
    switch self {
    case .none: break
    case .rms(let norm): norm.forward(x, weights, into: y, spread: spread)
    case .layer(let norm): norm.forward(x, weights, into: y, spread: spread)
    }
  }

  /// What comes out of it: y, or x where there is none.
  func result<T: Real>(_ x: Matrix<T>, _ y: Matrix<T>) -> Matrix<T> { self == .none ? x : y }

  func backward<T: Real>(
    _ dy: Matrix<T>, x: Matrix<T>, spread: Matrix<T>, _ weights: Weights<T>,
    addingTo dx: Matrix<T>
  ) {
    switch self {
    case .none: dx.add(dy)
    case .rms(let norm): norm.backward(dy, x: x, spread: spread, weights, addingTo: dx)
    case .layer(let norm): norm.backward(dy, x: x, spread: spread, weights, addingTo: dx)
    }
  }
}
