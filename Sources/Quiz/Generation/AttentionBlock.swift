import Formulas
import Notes
import Numerics

/// An `attention` block as the stepper reads it, its mask, scale and heads with it.
struct AttentionBlock {
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
    func text(_ key: AttentionKey) -> String? { inputs[key.rawValue] }
    guard inputs.entries.allSatisfy({ AttentionKey(rawValue: $0.key) != nil }),
      let q = text(.query), let k = text(.key), let v = text(.value),
      let query = try? NumberReader.matrix(q), let key = try? NumberReader.matrix(k),
      let value = try? NumberReader.matrix(v),
      let mask = try? AttentionMask(reading: text(.mask) ?? "none"),
      let scale = try? AttentionScale(reading: text(.scale) ?? "auto"),
      let heads = Int(text(.heads) ?? "1")
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
    case .causalBottomRight, .window, .alibi, .all: words = ["the mask \(mask.name)"]
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
