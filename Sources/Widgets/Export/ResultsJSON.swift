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
    [
      "u": .numbers(trace.u), "v": .numbers(trace.v), "products": .numbers(trace.products),
      "partialSums": .numbers(trace.partialSums), "dot": .number(trace.dot),
      "norms": .numbers(trace.norms), "cosine": .optional(trace.cosine),
      "angleDegrees": .optional(trace.angleDegrees),
      "projection": trace.projection.map { .numbers($0) } ?? .null,
    ]
  }

  /// A normalised row with every number on the way; RMSNorm has no mean.
  package static func layerNorm(_ trace: LayerNorm) -> JSON {
    [
      "method": .string(trace.method.rawValue), "x": .numbers(trace.x),
      "gamma": .numbers(trace.gamma), "beta": .numbers(trace.beta),
      "epsilon": .number(trace.epsilon), "mean": .optional(trace.mean),
      "centred": .numbers(trace.centred), "squares": .numbers(trace.squares),
      "meanSquare": .number(trace.meanSquare), "divisor": .number(trace.divisor),
      "normalised": .numbers(trace.normalised), "output": .numbers(trace.output),
    ]
  }

  /// Attention with every intermediate; a blocked entry of `masked` is null.
  package static func attention(_ trace: Attention) -> JSON {
    let masked = trace.maskedEntries.map { row in JSON.array(row.map { .optional($0) }) }
    return [
      "scores": .matrix(trace.scores), "scale": .number(trace.scale),
      "scaled": .matrix(trace.scaled), "masked": .array(masked),
      "rowMaxima": .array(trace.rowMaxima.map { .optional($0) }),
      "exponentials": .matrix(trace.exponentials), "rowSums": .numbers(trace.rowSums),
      "weights": .matrix(trace.weights), "output": .matrix(trace.output),
    ]
  }
}
