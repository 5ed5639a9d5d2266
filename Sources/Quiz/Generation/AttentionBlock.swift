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

  /// Rows and columns up to which a question shows its matrices.
  private static let most = 8

  /// Whether matrices are small enough to be shown in a question.
  static func canBeAsked(_ matrices: [Matrix]) -> Bool {
    matrices.allSatisfy { $0.rows <= most && $0.columns <= most }
  }

  private init?(_ parameters: AttentionParameters) {
    guard Self.canBeAsked([parameters.query, parameters.key, parameters.value]) else { return nil }
    do throws(InputProblem) {
      try AttentionParameters.fields.check(parameters)
      trace = try parameters.trace()
      try parameters.checkGradient(of: trace)
      self.parameters = parameters
    } catch { return nil }
  }

  /// Whether it sets nothing of its own.
  var isPlain: Bool {
    parameters.mask == .none && parameters.scale == .auto && parameters.heads == 1
      && parameters.softcap == nil && parameters.precision == .double
  }

  /// What a question says of mask, scale and heads.
  var settings: [String] { settings("attend", "masked") }

  /// The same in the words that questions have their identities from.
  var formerSettings: [String] { settings("look", "hidden") }

  private func settings(_ attends: String, _ masked: String) -> [String] {
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
    case .free(let rows):
      words = ["the mask \(Self.text(rows)) (1 may \(attends), 0 is \(masked))"]
    case .hiding(let rows):
      words = ["the mask \(Self.text(rows)) (1 is \(masked), 0 may \(attends))"]
    case .additive(let matrix):
      words = ["the mask \(Value.matrix(matrix).text) added to the scaled scores"]
    }
    switch parameters.scale {
    case .auto: break
    case .none: words.append("the scores not scaled")
    case .value(let factor): words.append("the scores times \(NumberText().text(factor))")
    }
    if let softcap = parameters.softcap {
      words.append("a softcap of \(NumberText().text(softcap))")
    }
    if parameters.heads > 1 { words.append("\(parameters.heads) heads") }
    if let groups = parameters.keyValueHeads { words.append("\(groups) of keys and values") }
    if parameters.precision != .double { words.append("in \(parameters.precision.rawValue)") }
    return words
  }

  private static func text(_ rows: [[Bool]]) -> String {
    let rows = rows.map { "[" + $0.map { $0 ? "1" : "0" }.joined(separator: ", ") + "]" }
    return rows.count == 1 ? rows[0] : "[" + rows.joined(separator: ", ") + "]"
  }
}
