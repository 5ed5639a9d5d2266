import Formulas
import Libc
import Numerics

extension Chain {
  /// What an MLP adds: units read, an activation, and what they write.
  mutating func mlp(
    _ read: ChainPart, _ activation: BlockModel.Activation, end: String, prefix: String
  ) throws(InputProblem) -> ChainRef {
    let up = try product("up" + end, prefix + "units", read, ChainPart(.input("W_up")))
    because("Each unit asks one thing of a word's vector.")
    let units: ChainRef
    switch activation {
    case .relu: units = relu(up, end, prefix)
    case .gelu: units = gelu(up, end, prefix)
    case .swiglu:
      let gate = try product("gate" + end, prefix + "gate", read, ChainPart(.input("W_gate")))
      because("How far each unit is open.")
      units = swiglu(gate, up, end, prefix)
    }
    because("Bends what the units say: without it both products together would be a single one.")
    let added = try product(
      "mlp" + end, prefix + "MLP adds", ChainPart(units), ChainPart(.input("W_down")))
    because("What each unit says is written as often as it says it.")
    return added
  }

  private mutating func relu(_ up: ChainRef, _ end: String, _ prefix: String) -> ChainRef {
    cells(
      "act" + end, prefix + "ReLU", formula: "act\(end) = max(0, up\(end))",
      code: "np.maximum(0, up\(end))", [ChainPart(up)]
    ) { _, _, x in
      x[0].isNaN ? x[0] : max(0, x[0])
    } equations: { _, _, x, value, numbers in
      [
        Equation("unit", x, value, numbers: numbers) {
          "max(0, \($0[0]))"
        } compute: {
          $0[0].isNaN ? $0[0] : max(0, $0[0])
        }
      ]
    }
  }

  /// GPT-2's form, with tanh: the same as x ÷ (1 + e^(−2u)).
  private mutating func gelu(_ up: ChainRef, _ end: String, _ prefix: String) -> ChainRef {
    let (line, cube) = (2 * (2 / Double.pi).squareRoot(), 0.044715)
    @Sendable func inner(_ x: Double) -> Double { line * (x + cube * x * x * x) }
    let u = "up\(end)"
    return cells(
      "act" + end, prefix + "GELU",
      formula: "act\(end) = u ÷ (1 + e^−g), g = 1.5958·(u + 0.044715·u³), u of \(u)",
      code: "0.5 * \(u) * (1 + np.tanh(np.sqrt(2 / np.pi) * (\(u) + 0.044715 * \(u)**3)))",
      [ChainPart(up)]
    ) { _, _, x in
      x[0] / (1 + exp(-inner(x[0])))
    } equations: { _, _, x, value, numbers in
      let g = inner(x[0])
      return [
        Equation("g", [line, x[0], cube], g, numbers: numbers) { texts in
          let x = numbers.factor(texts[1])
          let cube = [texts[2], x, x, x].joined(separator: numbers.times)
          return "\(texts[0])\(numbers.times)(\(texts[1]) + \(cube))"
        } compute: {
          $0[0] * ($0[1] + $0[2] * $0[1] * $0[1] * $0[1])
        }, Self.share("unit", x[0], g, value, numbers),
      ]
    }
  }

  private mutating func swiglu(
    _ gate: ChainRef, _ up: ChainRef, _ end: String, _ prefix: String
  ) -> ChainRef {
    cells(
      "act" + end, prefix + "SwiGLU",
      formula: "act\(end) = gate\(end) ÷ (1 + e^−gate\(end)) · up\(end)",
      code: "gate\(end) / (1 + np.exp(-gate\(end))) * up\(end)", [ChainPart(gate), ChainPart(up)]
    ) { _, _, x in
      x[0] / (1 + exp(-x[0])) * x[1]
    } equations: { _, _, x, value, numbers in
      let open = x[0] / (1 + exp(-x[0]))
      return [
        Self.share("gate", x[0], x[0], open, numbers),
        .sum("unit", of: [(open, x[1])], value, numbers: numbers),
      ]
    }
  }

  /// `x ÷ (1 + e^(−g))`
  private static func share(
    _ label: String, _ x: Double, _ g: Double, _ value: Double, _ numbers: NumberText
  ) -> Equation {
    Equation(label, [x, -g], value, numbers: numbers) {
      "\($0[0]) \(numbers.over) (1 + e^\($0[1]))"
    } compute: {
      $0[0] / (1 + exp($0[1]))
    }
  }
}
