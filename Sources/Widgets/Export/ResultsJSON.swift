import JSONText
import Numerics

extension JSON {
  /// A matrix as rows.
  package static func matrix(_ matrix: Matrix) -> JSON {
    .array((0..<matrix.rows).map { .numbers(matrix.row($0)) })
  }

  /// A number, or null.
  static func optional(_ number: Double?) -> JSON { number.map { .number($0) } ?? .null }

  /// A dot product with every number on the way.
  package static func dotProduct(_ trace: DotProduct) -> JSON {
    let members: JSON = [
      "u": .numbers(trace.u), "v": .numbers(trace.v), "products": .numbers(trace.products),
      "partialSums": .numbers(trace.partialSums), "dot": .number(trace.dot),
      "norms": .numbers(trace.norms), "cosine": .optional(trace.cosine),
      "angleDegrees": .optional(trace.angleDegrees),
      "projection": trace.projection.map { .numbers($0) } ?? .null,
    ]
    let entries = trace.u.indices
    return members.naming(
      underflows: places("products", entries, trace.productVanishes)
        + places("partialSums", entries, trace.partialSumVanishes)
        + (trace.dotVanishes ? ["dot"] : []) + (trace.cosineVanishes ? ["cosine"] : [])
        + places("projection", entries, trace.projectionVanishes))
  }

  /// Softmax with every number on the way.
  static func softmax(_ trace: Softmax) -> JSON {
    let members: JSON = [
      "scaled": .numbers(trace.scaled), "rowMaximum": .optional(trace.rowMaximum),
      "shifted": .numbers(trace.shifted), "exponentials": .numbers(trace.exponentials),
      "sum": .number(trace.sum), "weights": .numbers(trace.weights),
    ]
    let entries = trace.scores.indices
    return members.naming(
      underflows: places("scaled", entries, trace.scaledVanishes)
        + places("exponentials", entries, trace.exponentialVanishes)
        + places("weights", entries, trace.weightVanishes))
  }

  /// A normalised row with every number on the way; RMSNorm has no mean.
  package static func layerNorm(_ trace: LayerNorm) -> JSON {
    let members: JSON = [
      "method": .string(trace.method.rawValue), "x": .numbers(trace.x),
      "gamma": .numbers(trace.gamma), "beta": .numbers(trace.beta),
      "epsilon": .number(trace.epsilon), "mean": .optional(trace.mean),
      "centred": .numbers(trace.centred), "squares": .numbers(trace.squares),
      "meanSquare": .number(trace.meanSquare), "divisor": .number(trace.divisor),
      "normalised": .numbers(trace.normalised), "output": .numbers(trace.output),
    ]
    let entries = trace.x.indices
    return members.naming(
      underflows: (trace.meanVanishes ? ["mean"] : [])
        + places("centred", entries, trace.centredVanishes)
        + places("squares", entries, trace.squareVanishes)
        + (trace.meanSquareVanishes ? ["meanSquare"] : [])
        + (trace.divisorVanishes ? ["divisor"] : [])
        + places("normalised", entries, trace.normalisedVanishes)
        + places("output", entries, trace.outputVanishes))
  }

  /// The places of an array that vanished.
  static func places(
    _ name: String, _ entries: Range<Int>, _ vanishes: (Int) -> Bool
  ) -> [String] {
    entries.filter(vanishes).map { "\(name)[\($0)]" }
  }

  /// The object with the places of numbers that are written as 0 and are not, where there are any.
  func naming(underflows places: [String]) -> JSON {
    guard case .object(let members) = self, !places.isEmpty else { return self }
    return .object(members + [Member("underflows", .array(places.map { .string($0) }))])
  }

  /// Attention head by head where there are several, and their output; with the backward pass, where there
  /// is one: that of Q, K and V altogether too.
  package static func attention(_ trace: MultiHeadAttention, _ back: MultiHeadGradients?) -> JSON {
    let heads = trace.heads.indices.map { index in
      let head = JSON.attention(trace.heads[index])
      return back.map { head.with(after: ["gradients": .gradients($0.heads[index])]) } ?? head
    }
    guard heads.count > 1 else { return heads[0] }
    let members: JSON = [
      "keyValueHeads": .integer(trace.keyValueHeads), "heads": .array(heads),
      "output": .matrix(trace.output),
    ]
    guard let back else { return members }
    return members.with(
      after: [
        "gradients": ["dQ": .matrix(back.dQ), "dK": .matrix(back.dK), "dV": .matrix(back.dV)]
      ]
    )
  }

  /// How a loss changes with every number of a head, given how it changes with the output.
  private static func gradients(_ back: AttentionGradients) -> JSON {
    [
      "dO": .matrix(back.dO), "dV": .matrix(back.dV), "dA": .matrix(back.dA),
      "dS": .matrix(back.dS), "dScaled": .matrix(back.dScaled), "dQ": .matrix(back.dQ),
      "dK": .matrix(back.dK),
    ]
  }

  /// Numbers of all terms together up to which they are written: more are a product that is soon
  /// computed, weight by value, and as much text as all else.
  private static let mostTerms = 65_536

  /// Attention with every intermediate; a blocked entry of `masked` is −∞, and `terms` holds a matrix
  /// for each query, a row for each key.
  package static func attention(_ trace: Attention) -> JSON {
    var members: JSON = [
      "precision": .string(trace.options.precision.rawValue),
      "scores": .matrix(trace.scores), "scale": .number(trace.scale),
      "scaled": .matrix(trace.scaled), "softcap": .optional(trace.options.softcap),
      "capped": .matrix(trace.capped), "masked": .matrix(trace.masked),
      "rowMaxima": .array(trace.rowMaxima.map { .optional($0) }),
      "shifted": .matrix(trace.shifted), "exponentials": .matrix(trace.exponentials),
      "rowSums": .numbers(trace.rowSums),
      "weights": .matrix(trace.weights), "output": .matrix(trace.output),
      "mask": .array(trace.mask.descriptions.map { .string($0) }),
    ]
    if trace.query.rows * trace.value.elements.count <= mostTerms {
      let terms = (0..<trace.query.rows).map { JSON.matrix(trace.terms(query: $0)) }
      members = members.with(after: ["terms": .array(terms)])
    }
    let names: [(String, AttentionStep)] = [
      ("scores", .scores), ("scaled", .scale), ("masked", .mask), ("exponentials", .exponentials),
      ("weights", .weights), ("output", .output),
    ]
    return members.naming(
      underflows: names.flatMap { name, step in
        (0..<trace.query.rows).flatMap { row in
          let columns = step == .output ? trace.output.columns : trace.key.rows
          return places("\(name)[\(row)]", 0..<columns) {
            trace.vanishes(AttentionCell(step, query: row, key: $0, column: $0))
          }
        }
      })
  }
}
