import Formulas
import Glibc
import Numerics
import TextUI

/// The steps of a block, from the words' vectors to the next word's probabilities.
struct BlockChain {
  private(set) var chain = Chain()
  private let parameters: BlockWidget.Parameters

  init(_ parameters: BlockWidget.Parameters) throws(InputProblem) {
    self.parameters = parameters
    let (keys, values) = (parameters.wq.columns, parameters.wv.columns)
    guard keys.isMultiple(of: parameters.heads), values.isMultiple(of: parameters.heads) else {
      throw InputProblem(
        "heads",
        "\(parameters.heads) heads do not divide \(keys) columns of W_Q and \(values) of W_V")
    }
    let isPre = parameters.place == .pre
    var stream = addInputs()
    let read = isPre ? norm("N_1", "norm", stream) : stream
    stream = try add(attention(read), "attention", "X_1", to: stream)
    if !isPre { stream = norm("N_1", "norm", stream) }
    let again = isPre ? norm("N_2", "second norm", stream) : stream
    stream = try add(mlp(again), "MLP", "X_2", to: stream)
    let last = norm(isPre ? "N_3" : "N_2", isPre ? "last norm" : "second norm", stream)
    let logits = try chain.product(
      "logits", "logits", ChainPart(last), ChainPart(.input("W_U")),
      columnNames: parameters.nextNames)
    _ = chain.softmax("p", "probabilities", logits, columnNames: parameters.nextNames)
  }

  private mutating func addInputs() -> ChainRef {
    let roles: [String: Role] = ["W_Q": .query, "W_K": .key, "W_V": .value]
    func numbers(_ count: Int) -> [String] { (0..<count).map { "\($0 + 1)" } }
    for shape in BlockWidget.shapes where shape.key != "W_gate" || parameters.bend == .swiglu {
      let matrix = parameters[keyPath: shape.path]
      let columns = shape.key == "W_U" ? parameters.nextNames : numbers(matrix.columns)
      _ = chain.add(
        shape.key,
        NamedTable(
          symbol: shape.key, values: matrix,
          rowNames: shape.key == "X" ? parameters.names : numbers(matrix.rows),
          columnNames: columns, role: roles[shape.key]))
    }
    return .input("X")
  }

  /// What a part found, added to the stream.
  private mutating func add(
    _ part: ChainRef, _ name: String, _ symbol: String, to stream: ChainRef
  ) throws(InputProblem) -> ChainRef {
    chain.sum(symbol, "+ \(name)", [ChainPart(stream), ChainPart(part)])
  }

  private mutating func norm(_ symbol: String, _ name: String, _ stream: ChainRef) -> ChainRef {
    let source = chain.code(ChainPart(stream))
    let method = parameters.method
    @Sendable func trace(_ row: Vector) -> LayerNorm? {
      row.isFinite
        ? LayerNorm(row, gamma: row.map { _ in 1 }, beta: row.map { _ in 0 }, method: method) : nil
    }
    let what = method == .layer ? "(x − mean) ÷ √(variance + ε)" : "x ÷ √(mean square + ε)"
    return chain.rows(
      symbol, name, formula: "\(symbol): \(what), row by row of \(source)",
      code: "norm(\(source))", ChainPart(stream),
      notes: ["ε is 0.00001; the learnt γ and β are left out: they are 1 and 0."]
    ) {
      trace($0)?.normalised ?? $0.map { _ in .nan }
    } equations: { row, _, column, numbers in
      guard let trace = trace(row) else {
        return [
          Equation(symbol, "a number of the row is beyond all that can be counted", value: .nan)
        ]
      }
      let mean = trace.mean.map { mean -> [Equation] in
        [
          .mean("mean", of: row, mean, numbers: numbers, underflows: trace.meanVanishes),
          .difference(
            "less it", row[column], mean, trace.centred[column], numbers: numbers,
            underflows: trace.centredVanishes(column)),
        ]
      }
      let square = trace.method == .layer ? "variance" : "mean square"
      return (mean ?? []) + [
        trace.meanSquareEquation(square, numbers: numbers),
        trace.divisorEquation("divisor", numbers: numbers),
        .quotient(
          symbol, trace.unit == 1 ? trace.centred[column] : trace.counted.centred[column],
          trace.unit == 1 ? trace.divisor : trace.counted.divisor, trace.normalised[column],
          numbers: numbers),
      ]
    }
  }

  private mutating func attention(_ read: ChainRef) throws(InputProblem) -> ChainRef {
    func projected(
      _ symbol: String, _ name: String, _ weights: String, _ role: Role
    ) throws(InputProblem) -> ChainRef {
      try chain.product(
        symbol, name, ChainPart(read), ChainPart(.input(weights)), role: role)
    }
    let q = try projected("Q", "queries", "W_Q", .query)
    let k = try projected("K", "keys", "W_K", .key)
    let v = try projected("V", "values", "W_V", .value)
    let joined = try chain.attention(
      q, ChainPart(k), ChainPart(v), heads: parameters.heads, isCausal: true)
    return try chain.product(
      "attn", "attention adds", ChainPart(joined), ChainPart(.input("W_O")))
  }

  // MARK: The MLP

  private mutating func mlp(_ read: ChainRef) throws(InputProblem) -> ChainRef {
    let up = try chain.product("U", "units", ChainPart(read), ChainPart(.input("W_up")))
    let units: ChainRef
    switch parameters.bend {
    case .relu: units = relu(up)
    case .gelu: units = gelu(up)
    case .swiglu:
      let gate = try chain.product("G", "gate", ChainPart(read), ChainPart(.input("W_gate")))
      units = swiglu(gate, up)
    }
    return try chain.product(
      "mlp", "MLP adds", ChainPart(units), ChainPart(.input("W_down")))
  }

  private mutating func relu(_ up: ChainRef) -> ChainRef {
    chain.cells(
      "H", "ReLU", formula: "H = max(0, U)", code: "np.maximum(0, U)", [ChainPart(up)]
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
  private mutating func gelu(_ up: ChainRef) -> ChainRef {
    let (line, cube) = (2 * (2 / Double.pi).squareRoot(), 0.044715)
    @Sendable func inner(_ x: Double) -> Double { line * (x + cube * x * x * x) }
    return chain.cells(
      "H", "GELU", formula: "H = U ÷ (1 + e^−g), g = 1.5958·(U + 0.044715·U³)",
      code: "0.5 * U * (1 + np.tanh(np.sqrt(2 / np.pi) * (U + 0.044715 * U**3)))",
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

  private mutating func swiglu(_ gate: ChainRef, _ up: ChainRef) -> ChainRef {
    chain.cells(
      "H", "SwiGLU", formula: "H = G ÷ (1 + e^−G) · U", code: "G / (1 + np.exp(-G)) * U",
      [ChainPart(gate), ChainPart(up)]
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
