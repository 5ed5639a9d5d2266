import JSONText
import Testing

@testable import Numerics

/// One row of `attention.json`: how its inputs are made, and what NumPy and torch computed.
struct AttentionCase {
  let json: JSON
  let seed: UInt64
  /// Queries, keys, width, and width of the values.
  let n, m, d, w: Int

  static func all() throws -> [AttentionCase] {
    try Fixture.load("attention.json").map(AttentionCase.init)
  }

  private init(_ json: JSON) throws {
    self.json = json
    seed = try json.seed
    (n, m, d, w) = (try json.int("n"), try json.int("m"), try json.int("d"), try json.int("w"))
  }

  /// The expected numbers of that name; null stands for −∞.
  func numbers(_ name: String) throws -> [Double] {
    try json.numbers(name)
  }

  /// Whether every intermediate is stored, and the gradients.
  var isComplete: Bool { json["scores"] != nil }

  /// Whether the gradient of the output is 1 everywhere.
  var isGradientOnes: Bool { json["ones"]?.bool == true }

  struct Inputs {
    let query, key, value, gradient: Matrix
  }

  var inputs: Inputs {
    var generator = SeededGenerator(seed: seed)
    return Inputs(
      query: generator.matrix(n, d), key: generator.matrix(m, d), value: generator.matrix(m, w),
      gradient: isGradientOnes ? Matrix(rows: n, columns: w, repeating: 1) : generator.matrix(n, w))
  }

  var mask: AttentionMask {
    get throws {
      let rows = (json["allowed"]?.array ?? []).map { ($0.string ?? "").map { $0 == "1" } }
      switch json["mask"]?.string {
      case "none": return .none
      case "causal": return .causal
      case "padding": return .padding(try #require(rows.first))
      case "free": return .free(rows)
      default:
        return .additive(
          try #require(Matrix(rows: n, columns: m, elements: numbers("addend"))))
      }
    }
  }

  var scale: AttentionScale {
    switch json["scale"] {
    case .string?: .none
    case let factor?: factor.double.map { .value($0) } ?? .auto
    case nil: .auto
    }
  }

  func attention() throws -> Attention {
    let inputs = inputs
    return try Attention(
      query: inputs.query, key: inputs.key, value: inputs.value, mask: mask, scale: scale)
  }
}
