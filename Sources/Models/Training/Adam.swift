import Libc

/// Adam (Kingma and Ba 2014), and AdamW where weights decay (Loshchilov and Hutter 2017).
package struct Adam<T: Real>: Equatable, Sendable {
  package let first: Double
  package let second: Double
  package let epsilon: Double
  package private(set) var steps = 0
  /// Running means of the gradients and of their squares.
  private var means: [T]
  private var squares: [T]

  package init(count: Int, first: Double = 0.9, second: Double = 0.98, epsilon: Double = 1e-8) {
    self.first = first
    self.second = second
    self.epsilon = epsilon
    means = Array(repeating: 0, count: count)
    squares = Array(repeating: 0, count: count)
  }

  /// Begins a step, of which each range of parameters then takes its part.
  package mutating func begin() { steps += 1 }

  /// m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², p ← p(1 − rate·decay) − rate · m̂ / (√v̂ + ε)
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package mutating func update(
    _ parameters: inout [T], _ gradients: [T], _ range: Range<Int>, rate: Double,
    decay: Double = 0
  ) {
    let (b1, b2) = (T(first), T(second))
    let (c1, c2) = (T(1 - first), T(1 - second))
    // m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ) undo that both began at zero.
    let step = T(rate / (1 - pow(first, Double(steps))))
    let spread = T(1 / (1 - pow(second, Double(steps))).squareRoot())
    let (kept, epsilon) = (T(1 - rate * decay), T(epsilon))
    parameters.withUnsafeMutableBufferPointer { p in
      gradients.withUnsafeBufferPointer { g in
        means.withUnsafeMutableBufferPointer { m in
          squares.withUnsafeMutableBufferPointer { v in
            guard let p = p.baseAddress, let g = g.baseAddress, let m = m.baseAddress,
              let v = v.baseAddress
            else { return }
            for i in range {
              m[i] = b1 * m[i] + c1 * g[i]
              v[i] = b2 * v[i] + c2 * (g[i] * g[i])
              p[i] = kept * p[i] - step * m[i] / (v[i].squareRoot() * spread + epsilon)
            }
          }
        }
      }
    }
  }
}
