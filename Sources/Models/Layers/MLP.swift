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

  package init(_ kind: Kind, width: Int, in layout: inout Layout) {
    up = Linear(inputs: width, outputs: kind.units, in: &layout)
    if case .swiglu = kind { gate = Linear(inputs: width, outputs: kind.units, in: &layout) }
    down = Linear(inputs: kind.units, outputs: width, in: &layout)
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
    if let gate {
      gate.forward(x, weights, into: a.gate)
      Activation.gated(a.gate, a.up, into: a.units)
    } else {
      Activation.gelu(a.up, into: a.units, keeping: a.gate)
    }
    changed()
    down.forward(a.units, weights, into: a.output)
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
