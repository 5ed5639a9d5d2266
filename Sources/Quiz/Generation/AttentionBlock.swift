import Formulas
import Notes
import Numerics

/// An attention that a block of the notes binds, read and computed as the widget does that opens there.
struct AttentionBlock {
  let parameters: AttentionParameters
  let trace: MultiHeadAttention

  /// The attention of what a block says; nil where no widget opens.
  init?(_ inputs: Inputs) {
    guard let parameters = try? AttentionParameters(reading: inputs) else { return nil }
    self.init(parameters)
  }

  /// The attention of matrices alone, with nothing set; nil where no widget opens.
  init?(query: Matrix, key: Matrix, value: Matrix) {
    self.init(AttentionParameters(query: query, key: key, value: value))
  }

  private init?(_ parameters: AttentionParameters) {
    do throws(InputProblem) {
      try AttentionParameters.fields.check(parameters)
      trace = try parameters.trace()
      _ = try parameters.gradients(of: trace)
      self.parameters = parameters
    } catch { return nil }
  }

  /// Whether it sets nothing of its own.
  var isPlain: Bool {
    parameters.mask == .none && parameters.scale == .auto && parameters.heads == 1
  }

  /// What a question says of mask, scale and heads.
  var settings: [String] {
    var words: [String]
    switch parameters.mask {
    case .none: words = ["no mask"]
    case .causal: words = ["a causal mask"]
    case .causalBottomRight, .window, .alibi, .all: words = ["the mask \(parameters.mask.name)"]
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
    switch parameters.scale {
    case .auto: break
    case .none: words.append("the scores not scaled")
    case .value(let factor): words.append("the scores times \(NumberText().text(factor))")
    }
    if parameters.heads > 1 { words.append("\(parameters.heads) heads") }
    return words
  }

  private static func text(_ rows: [[Bool]]) -> String {
    let rows = rows.map { "[" + $0.map { $0 ? "1" : "0" }.joined(separator: ", ") + "]" }
    return rows.count == 1 ? rows[0] : "[" + rows.joined(separator: ", ") + "]"
  }
}
