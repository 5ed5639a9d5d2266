/// A cell that remembers (Hochreiter and Schmidhuber 1997), run along a row:
///
///     i, f, o = σ(·), g = tanh(·)       of x·W + h·U + b, a quarter of the columns each
///     c = f ⊙ c + i ⊙ g                 what it keeps
///     h = o ⊙ tanh(c)                   what it shows
package struct LSTM: Equatable, Sendable {
  package let input: Linear  // W, b: (inputs, 4 · width), in the order i, f, g, o
  package let recurrent: Linear  // U: (width, 4 · width)
  package let width: Int

  package init(inputs: Int, width: Int, in layout: inout Layout) {
    self.width = width
    input = Linear(inputs: inputs, outputs: 4 * width, hasBias: true, in: &layout)
    recurrent = Linear(inputs: width, outputs: 4 * width, in: &layout)
  }

  /// What the pass leaves in a trace, or its gradients; n is rows · length.
  struct Activations<T: Real> {
    let gates: Matrix<T>  // (n, 4 · width)
    let cells: Matrix<T>  // (n, width)
    let bent: Matrix<T>  // (n, width), tanh(c)
    let states: Matrix<T>  // (n, width)
  }

  func forward<T: Real>(
    _ x: Matrix<T>, _ weights: Weights<T>, into a: Activations<T>, length: Int
  ) {
    input.forward(x, weights, into: a.gates)
    for time in 0..<length {
      let gates = a.gates.every(length, from: time)  // (rows, 4 · width)
      if time > 0 {
        multiply(
          a.states.every(length, from: time - 1), weights[recurrent.weight], into: gates,
          adding: true)
      }
      for row in 0..<gates.rows {
        let at = row * length + time
        step(
          gates: gates.row(row), before: time == 0 ? nil : a.cells.row(at - 1),
          cell: a.cells.row(at), bent: a.bent.row(at), state: a.states.row(at))
      }
    }
  }

  /// One row at one time, its gates made from sums into what they are.
  private func step<T: Real>(
    gates: UnsafeMutablePointer<T>, before: UnsafeMutablePointer<T>?,
    cell: UnsafeMutablePointer<T>, bent: UnsafeMutablePointer<T>, state: UnsafeMutablePointer<T>
  ) {
    let (i, f, g, o) = (gates, gates + width, gates + 2 * width, gates + 3 * width)
    // σ(x) = 1 / (1 + e^(−x)), and tanh(x) = 2σ(2x) − 1.
    for k in 0..<4 * width { gates[k] = -gates[k] }
    for k in 0..<width { g[k] *= 2 }
    T.exponentials(of: gates, count: 4 * width)
    for k in 0..<4 * width { gates[k] = 1 / (1 + gates[k]) }
    for k in 0..<width { g[k] = 2 * g[k] - 1 }
    for k in 0..<width { cell[k] = i[k] * g[k] + (before.map { f[k] * $0[k] } ?? 0) }
    for k in 0..<width { bent[k] = -2 * cell[k] }
    T.exponentials(of: bent, count: width)
    for k in 0..<width { bent[k] = 2 / (1 + bent[k]) - 1 }
    for k in 0..<width { state[k] = o[k] * bent[k] }
  }

  /// From the gradients of the states, which `d.states` holds, back through time.
  func backward<T: Real>(
    _ a: Activations<T>, _ d: Activations<T>, x: Matrix<T>, _ weights: Weights<T>,
    into dx: Matrix<T>, length: Int
  ) {
    for time in (0..<length).reversed() {
      for row in 0..<d.states.rows / length { stepBack(a, d, row * length + time, time, length) }
      guard time > 0 else { continue }
      let gates = d.gates.every(length, from: time)
      let before = a.states.every(length, from: time - 1)
      multiply(
        before.transposed, gates, into: weights.gradient(recurrent.weight), adding: true)
      multiply(
        gates, weights[recurrent.weight].transposed, into: d.states.every(length, from: time - 1),
        adding: true)
    }
    input.backward(d.gates, x: x, weights, into: dx)
  }

  /// `d.cells` at a time holds what came back from the time after it.
  private func stepBack<T: Real>(
    _ a: Activations<T>, _ d: Activations<T>, _ at: Int, _ time: Int, _ length: Int
  ) {
    let (gates, back) = (a.gates.row(at), d.gates.row(at))
    let (dh, dc, bent) = (d.states.row(at), d.cells.row(at), a.bent.row(at))
    let before = time == 0 ? nil : a.cells.row(at - 1)
    let isLast = time == length - 1
    for k in 0..<width {
      let (i, f) = (gates[k], gates[width + k])
      let (g, o) = (gates[2 * width + k], gates[3 * width + k])
      let cell = dh[k] * o * (1 - bent[k] * bent[k]) + (isLast ? 0 : dc[k])
      back[k] = cell * g * i * (1 - i)
      back[width + k] = cell * (before.map { $0[k] } ?? 0) * f * (1 - f)
      back[2 * width + k] = cell * i * (1 - g * g)
      back[3 * width + k] = dh[k] * bent[k] * o * (1 - o)
      if time > 0 { d.cells.row(at - 1)[k] = cell * f }
    }
  }
}

extension Matrix {
  /// One row of each run of that many: the same time in every row of a batch.
  fileprivate func every(_ length: Int, from first: Int) -> Matrix {
    Matrix(row(first), rows: rows / length, columns: columns, rowStep: rowStep * length)
  }
}
