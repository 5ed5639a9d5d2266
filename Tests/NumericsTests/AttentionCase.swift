@testable import Numerics

/// One row of `attention.json`: how its inputs are made, and what NumPy and torch computed.
struct AttentionCase: Decodable {
  let seed: UInt64
  /// Queries, keys, width, and width of the values.
  let n, m, d, w: Int
  let mask: String
  let allowed: [String]?
  let addend: [Double?]?
  let scale: Scale
  let weights, output: [Double]
  let scores, scaled, exponentials, rowSums: [Double]?
  let masked, shifted, rowMaxima: [Double?]?
  let ones: Bool?
  let dV, dA, dS, dQ, dK: [Double]?

  enum Scale: Decodable {
    case auto, none
    case value(Double)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .auto
      } else if let factor = try? container.decode(Double.self) {
        self = .value(factor)
      } else {
        self = .none
      }
    }
  }

  struct Inputs {
    let query, key, value, gradient: Matrix
  }

  var inputs: Inputs {
    var generator = SeededGenerator(seed: seed)
    return Inputs(
      query: generator.matrix(n, d), key: generator.matrix(m, d), value: generator.matrix(m, w),
      gradient: ones == false ? generator.matrix(n, w) : Matrix(rows: n, columns: w, repeating: 1))
  }

  var attentionMask: AttentionMask {
    let rows = (allowed ?? []).map { $0.map { $0 == "1" } }
    switch mask {
    case "causal": return .causal
    case "padding": return .padding(rows[0])
    case "free": return .free(rows)
    case "additive":
      return .additive(Matrix(rows: n, columns: m) { addend?[$0 * m + $1] ?? -.infinity })
    default: return .none
    }
  }

  var attentionScale: AttentionScale {
    switch scale {
    case .auto: .auto
    case .none: .none
    case .value(let factor): .value(factor)
    }
  }

  func attention() throws -> Attention {
    let inputs = inputs
    return try Attention(
      query: inputs.query, key: inputs.key, value: inputs.value, mask: attentionMask,
      scale: attentionScale)
  }
}
