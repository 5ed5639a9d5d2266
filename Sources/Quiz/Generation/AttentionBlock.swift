import Formulas
import Notes
import Numerics

/// An `attention` block as the stepper reads it, its mask, scale and heads with it.
struct AttentionBlock {
  /// What a block may say. One that says anything else opens no widget, and makes no question.
  private static let keys = [
    "words", "Q", "K", "V", "mask", "scale", "heads", "dO", "step", "transpose",
  ]

  let query, key, value: Matrix
  private let mask: AttentionMask
  private let scale: AttentionScale
  private let heads: Int

  /// The attention of matrices alone, with nothing set.
  init(query: Matrix, key: Matrix, value: Matrix) {
    (self.query, self.key, self.value) = (query, key, value)
    mask = .none
    scale = .auto
    heads = 1
  }

  init?(_ inputs: Inputs) {
    guard inputs.entries.allSatisfy({ Self.keys.contains($0.key) }), let q = inputs["Q"],
      let k = inputs["K"], let v = inputs["V"],
      let query = try? NumberReader.matrix(q), let key = try? NumberReader.matrix(k),
      let value = try? NumberReader.matrix(v),
      let mask = try? AttentionMask(reading: inputs["mask"] ?? "none"),
      let scale = try? AttentionScale(reading: inputs["scale"] ?? "auto"),
      let heads = Int(inputs["heads"] ?? "1")
    else { return nil }
    self.query = query
    self.key = key
    self.value = value
    self.mask = mask
    self.scale = scale
    self.heads = heads
  }

  /// Every number of it; nil where its parts do not fit each other.
  var trace: MultiHeadAttention? {
    try? MultiHeadAttention(
      query: query, key: key, value: value, heads: heads, mask: mask, scale: scale)
  }

  /// Whether it sets nothing of its own.
  var isPlain: Bool { mask == .none && scale == .auto && heads == 1 }

  /// What a question says of mask, scale and heads.
  var settings: [String] {
    var words: [String]
    switch mask {
    case .none: words = ["no mask"]
    case .causal: words = ["a causal mask"]
    case .padding(let keys):
      let hidden = keys.indices.filter { !keys[$0] }.map { "\($0 + 1)" }
      words = [
        hidden.isEmpty
          ? "no key hidden" : "hidden as padding: key \(hidden.joined(separator: ", "))"
      ]
    case .free(let rows): words = ["the mask \(Self.text(rows)) (1 may look, 0 is hidden)"]
    case .hiding(let rows): words = ["the mask \(Self.text(rows)) (1 is hidden, 0 may look)"]
    case .additive(let matrix):
      words = ["the mask \(Value.matrix(matrix).text) added to the scaled scores"]
    }
    switch scale {
    case .auto: break
    case .none: words.append("the scores not scaled")
    case .value(let factor): words.append("the scores times \(NumberText().text(factor))")
    }
    if heads > 1 { words.append("\(heads) heads") }
    return words
  }

  private static func text(_ rows: [[Bool]]) -> String {
    let rows = rows.map { "[" + $0.map { $0 ? "1" : "0" }.joined(separator: ", ") + "]" }
    return rows.count == 1 ? rows[0] : "[" + rows.joined(separator: ", ") + "]"
  }
}
