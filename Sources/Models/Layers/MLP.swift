/// The part of a block that works on each place alone: wider, bent, narrow again.
package struct MLP: Equatable, Sendable {
  /// With how many units, and which bend.
  package enum Kind: Equatable, Sendable {
    case gelu(Int)
    case swiglu(Int)

    package var units: Int {
      switch self {
      case .gelu(let units), .swiglu(let units): units
      }
    }
  }

  package var up: Linear  // (width, units)
  /// Only SwiGLU has a gate.
  package var gate: Linear?  // (width, units)
  package var down: Linear  // (units, width)

  package init(
    _ kind: Kind, width: Int, hasBiases: Bool = false, in layout: inout Layout
  ) {
    func linear(_ inputs: Int, _ outputs: Int) -> Linear {
      Linear(inputs: inputs, outputs: outputs, hasBias: hasBiases, in: &layout)
    }
    up = linear(width, kind.units)
    if case .swiglu = kind { gate = linear(width, kind.units) }
    down = linear(kind.units, width)
  }

  /// What the pass leaves in a trace, or its gradients.
  struct Activations<T: Real> {
    let up: Matrix<T>  // (n, units)
    /// The gate's sums, or what GELU keeps.
    let gate: Matrix<T>  // (n, units)
    let units: Matrix<T>  // (n, units)
    let output: Matrix<T>  // (n, width)
  }

  func forward<T: Real>(
    _ x: Matrix<T>, _ weights: Weights<T>, into a: Activations<T>, changed: () -> Void
  ) {
    up.forward(x, weights, into: a.up)
    gate?.forward(x, weights, into: a.gate)
    bend(a)
    changed()
    down.forward(a.units, weights, into: a.output)
  }

  /// The units from the sums.
  func bend<T: Real>(_ a: Activations<T>) {
    if gate == nil {
      Activation.gelu(a.up, into: a.units, keeping: a.gate)
    } else {
      Activation.gated(a.gate, a.up, into: a.units)
    }
  }

  /// From the gradient of the output, which `d` holds.
  func backward<T: Real>(
    _ a: Activations<T>, _ d: Activations<T>, x: Matrix<T>, _ weights: Weights<T>,
    into dx: Matrix<T>
  ) {
    down.backward(d.output, x: a.units, weights, into: d.units)
    if let gate {
      Activation.gatedBack(d.units, gate: a.gate, x: a.up, dGate: d.gate, into: d.up)
      up.backward(d.up, x: x, weights, into: dx)
      gate.backward(d.gate, x: x, weights, into: dx, adding: true)
    } else {
      Activation.geluBack(d.units, x: a.up, kept: a.gate, into: d.up)
      up.backward(d.up, x: x, weights, into: dx)
    }
  }
}
