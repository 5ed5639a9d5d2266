/// The bend between the two halves of an MLP, and its slope.
enum Activation {
  /// Near x · Φ(x): ½x(1 + tanh u), u = √(2/π)(x + 0.044715x³), as GPT-2 has it (Hendrycks and
  /// Gimpel 2016). ½(1 + tanh u) = s = 1 / (1 + e^(−2u)) is kept for the backward pass.
  static func gelu<T: Real>(_ x: Matrix<T>, into y: Matrix<T>, keeping s: Matrix<T>) {
    for row in 0..<x.rows {
      let from = x.row(row)
      let to = y.row(row)
      let kept = s.row(row)
      for i in 0..<x.columns {
        kept[i] = from[i] * (from[i] * from[i] * T(geluCube) + T(geluLine))
      }
      T.exponentials(of: kept, count: x.columns)
      for i in 0..<x.columns {
        kept[i] = 1 / (1 + kept[i])
        to[i] = from[i] * kept[i]
      }
    }
  }

  /// dx = dy ⊙ (s + x · s(1 − s) · 2u′)
  static func geluBack<T: Real>(
    _ dy: Matrix<T>, x: Matrix<T>, kept s: Matrix<T>, into dx: Matrix<T>
  ) {
    for row in 0..<x.rows {
      let from = x.row(row)
      let back = dy.row(row)
      let kept = s.row(row)
      let to = dx.row(row)
      for i in 0..<x.columns {
        let slope = from[i] * from[i] * T(-3 * geluCube) - T(geluLine)
        to[i] = back[i] * (kept[i] + from[i] * (kept[i] * (1 - kept[i])) * slope)
      }
    }
  }

  private static let geluLine = -2 * 0.797_884_560_802_865_4
  private static let geluCube = geluLine * 0.044715

  /// y = silu(gate) ⊙ x, silu(g) = g / (1 + e^(−g)): the middle of SwiGLU (Shazeer 2020).
  static func gated<T: Real>(_ gate: Matrix<T>, _ x: Matrix<T>, into y: Matrix<T>) {
    for row in 0..<x.rows {
      let g = gate.row(row)
      let from = x.row(row)
      let to = y.row(row)
      for i in 0..<x.columns { to[i] = -g[i] }
      T.exponentials(of: to, count: x.columns)
      for i in 0..<x.columns { to[i] = g[i] / (1 + to[i]) * from[i] }
    }
  }

  /// dx = dy ⊙ silu(g), dg = dy ⊙ x ⊙ s(1 + g(1 − s)), s = 1 / (1 + e^(−g))
  static func gatedBack<T: Real>(
    _ dy: Matrix<T>, gate: Matrix<T>, x: Matrix<T>, dGate: Matrix<T>, into dx: Matrix<T>
  ) {
    for row in 0..<x.rows {
      let g = gate.row(row)
      let from = x.row(row)
      let back = dy.row(row)
      let toGate = dGate.row(row)
      let to = dx.row(row)
      for i in 0..<x.columns { to[i] = -g[i] }
      T.exponentials(of: to, count: x.columns)
      for i in 0..<x.columns {
        let s = 1 / (1 + to[i])
        toGate[i] = back[i] * from[i] * (s * (1 + g[i] * (1 - s)))
        to[i] = back[i] * (g[i] * s)
      }
    }
  }
}
