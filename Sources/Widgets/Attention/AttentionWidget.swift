import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// Scaled dot-product attention in nine steps on the reader's own Q, K and V, and the backward pass.
package struct AttentionWidget: Widget {
  package typealias Parameters = AttentionParameters
  package typealias Area = AttentionParameters.Area

  package static let name = AttentionParameters.name
  package static let title = "Scaled dot-product attention"
  package var stepTopic: String? { step.lesson }
  package static let topics = [
    "scaled dot-product attention", "dot-product attention", "self-attention",
    "attention mechanism",
    "attention weights", "multi-head attention", "attention",
  ]
  package static let initial = AttentionParameters.initial
  package static let fields = AttentionParameters.fields
  package static let nextStep: Action? = .next
  /// Rows and columns at most.
  static let most = AttentionParameters.most

  package let parameters: Parameters
  /// Every number, head by head.
  let trace: MultiHeadAttention
  /// The backward pass through each head; computed while it is looked at.
  private let gradients: MultiHeadGradients?
  /// The heads in double precision; nil where they are.
  let exact: [Attention]?

  var words: [String] { parameters.words }
  var query: Matrix { parameters.query }
  var key: Matrix { parameters.key }
  var value: Matrix { parameters.value }
  var mask: AttentionMask { parameters.mask }
  var scale: AttentionScale { parameters.scale }
  var step: StepperStep { parameters.step }

  package init(_ parameters: Parameters) throws(InputProblem) {
    try self.init(parameters, trace: parameters.trace())
  }

  private init(
    _ parameters: Parameters, trace: MultiHeadAttention, after old: AttentionWidget? = nil
  ) throws(InputProblem) {
    try parameters.checkGradient(of: trace)
    self.parameters = parameters
    self.trace = trace
    exact = old.map(\.exact) ?? trace.exact
    if parameters.step.isBackward {
      if let old, let known = old.gradients {
        gradients = known
      } else {
        gradients = try parameters.gradients(of: trace)
      }
    } else {
      gradients = nil
    }
  }

  /// Another step, or another look at the same, computes nothing again.
  package static func next(
    _ parameters: Parameters, after old: AttentionWidget
  ) throws(InputProblem) -> AttentionWidget {
    var same = old.parameters
    (same.step, same.isTransposed) = (parameters.step, parameters.isTransposed)
    (same.words, same.keyWords) = (parameters.words, parameters.keyWords)
    guard same == parameters else {
      return try AttentionWidget(parameters.owningUp(to: old.parameters))
    }
    return try AttentionWidget(parameters, trace: old.trace, after: old)
  }

  /// The backward pass through a head; nil in the forward pass.
  func back(_ head: Int) -> AttentionGradients? { gradients?.heads[head] }

  /// The backward pass through all heads.
  func wayBack() -> MultiHeadGradients? {
    gradients ?? (try? parameters.gradients(of: trace))
  }

  /// A query's name: its word, or its number where it has none.
  func queryName(_ row: Int) -> String { words.indices.contains(row) ? words[row] : "\(row + 1)" }

  /// A key's name: in self-attention keys are the same words as queries.
  func keyName(_ row: Int) -> String {
    let own = parameters.keyWords
    return own.isEmpty ? queryName(row) : own.indices.contains(row) ? own[row] : "\(row + 1)"
  }

  package var areas: [Area] {
    [.query, .key, .value] + (step.isBackward ? [.gradient] : [])
      + trace.heads.indices.map { .head($0) }
  }
  package func names(in area: Area) -> (rows: [String], columns: [String]) {
    // The entries of keys stand one below the other in the picture, those of queries side by side.
    let entries = (0..<max(query.columns, key.columns)).map { "entry \($0 + 1)" }
    return switch area {
    case .query: ((0..<query.rows).map(queryName), entries)
    case .key: ((0..<key.rows).map(keyName), entries)
    case .gradient: ((0..<query.rows).map(queryName), [])
    case .value: ((0..<key.rows).map(keyName), [])
    case .head: ([], [])
    }
  }
  package static var pastedNames: String { "Q = …, K = …, V = … or mask = …" }
  /// What is no matrix of finite numbers, for it holds truth values or −∞, can only be a mask.
  package static let synonyms = [
    "query": "Q", "queries": "Q", "key": "K", "keys": "K", "value": "V", "values": "V",
    "attn_mask": "mask", "attention_mask": "mask", "num_heads": "heads", "n_heads": "heads",
    "num_kv_heads": "kv-heads", "dtype": "precision",
  ]
  package static let arrayKeys = ["Q", "K", "V"]
  package func inputOfUnnamed(_ text: String) -> String? {
    guard (try? NumberReader.matrix(text)) == nil, let mask = try? AttentionMask(reading: text),
      mask.reading != nil
    else { return nil }
    return AttentionKey.mask.rawValue
  }
  package var firstCursor: Cursor { Cursor(.head(0)) }
  package var stage: Int { parameters.stepNumber }
  package func atStage(_ number: Int) -> Parameters? {
    guard !step.isBackward, parameters.steps.indices.contains(number - 1),
      !parameters.steps[number - 1].isBackward
    else { return nil }
    var there = parameters
    there.step = parameters.steps[number - 1]
    return there
  }
  package var status: String {
    step.isBackward
      ? "backward \(backwardSteps.firstIndex(of: step).map { $0 + 1 } ?? 0) of "
        + "\(backwardSteps.count): \(step.title)"
      : "step \(parameters.stepNumber) of \(forwardSteps)"
  }

  package var progress: Double? {
    step.isBackward
      ? Double((backwardSteps.firstIndex(of: step) ?? 0) + 1) / Double(backwardSteps.count)
      : Double(parameters.stepNumber) / Double(forwardSteps)
  }

  private var backwardSteps: [StepperStep] { parameters.steps.filter(\.isBackward) }

  private var forwardSteps: Int { parameters.steps.count { !$0.isBackward } }

  package func seen(_ old: Parameters) -> Parameters {
    var old = old
    (old.step, old.isTransposed) = (step, parameters.isTransposed)
    return old
  }

  package func isLook(from old: Parameters) -> Bool { seen(old) == parameters }

  /// A mask says how it was read.
  package func note(after old: Parameters) -> String? {
    if let note = sheddingNote(after: old) { return note }
    let heads = trace.heads.count
    if heads != old.heads, parameters.query == old.query {
      return heads == 1
        ? "One head of width \(query.columns)"
        : "\(heads) heads, each of width \(query.columns / heads); Tab goes to the next"
    }
    guard mask != old.mask else { return nil }
    if case .padding(let keys) = mask, case .padding(let before) = old.mask,
      let key = keys.indices.first(where: { before.indices.contains($0) && before[$0] != keys[$0] })
    {
      let verb = keys[key] ? "shown to" : "hidden from"
      return "Key \"\(keyName(key))\" is \(verb) every query: the mask is padding"
    }
    return MaskNote.text(mask, hasOtherWay: readsMaskAnotherWay)
  }
}

extension AttentionWidget {
  /// How far the output is off that in double precision at most; nil in double precision.
  var deviation: Double? {
    exact.flatMap { exact in
      let differences = zip(trace.heads, exact).map { head, exact in
        zip(head.output.elements, exact.output.elements).map { ($0 - $1).magnitude }
      }
      return Array(differences.joined()).largest
    }
  }

  /// A number in the precision that was chosen, and in double; nil in double.
  func beside(_ cell: AttentionCell, _ head: Int, _ numbers: NumberText) -> String? {
    guard let exact, exact.indices.contains(head) else { return nil }
    var digits = numbers
    digits.significant = 7
    let name = parameters.precision.rawValue
    return "in \(name) \(digits.text(trace.heads[head].value(at: cell) ?? .nan)), "
      + "in double \(digits.text(exact[head].value(at: cell) ?? .nan))"
  }
}

extension MultiHeadAttention {
  /// The heads in double precision; nil where they are.
  fileprivate var exact: [Attention]? {
    guard heads[0].options.precision != .double else { return nil }
    let exact = heads.compactMap(\.exact)
    return exact.count == heads.count ? exact : nil
  }
}
