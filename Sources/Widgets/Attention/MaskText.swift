import Numerics

/// Masks as inputs write them.
enum MaskText {
  /// `none`, `causal`, `padding 1 1 0`, or a matrix of 0 and 1, or of numbers to add.
  static func read(_ text: String) throws(NumberProblem) -> AttentionMask {
    if text.lowercased().hasPrefix("padding") {
      return .padding(try NumberReader.vector(text.dropFirst("padding".count)).map { $0 != 0 })
    }
    return try AttentionMask(reading: text)
  }

  static func text(_ mask: AttentionMask) -> String {
    switch mask {
    case .none: "none"
    case .causal: "causal"
    case .padding(let keys): "padding " + keys.map { $0 ? "1" : "0" }.joined(separator: " ")
    case .free(let rows):
      rows.map { $0.map { $0 ? "1" : "0" }.joined(separator: " ") }.joined(separator: "; ")
    case .additive(let matrix): Plain.text(matrix)
    }
  }

  static func name(_ mask: AttentionMask) -> String {
    switch mask {
    case .none: "none"
    case .causal: "causal"
    case .padding: "padding"
    case .free: "free"
    case .additive: "added"
    }
  }
}
