import Basics
import Notes
import Numerics

/// What an `attention` block says. It is read here alone, so that the widget that opens and the question
/// that is made of it have the same numbers, or neither comes about.
package struct AttentionParameters: Equatable, Sendable {
  /// Names of queries and, unless these have names of their own, of keys.
  package var words: [String] = []
  /// Names of keys where they are other words; none in self-attention.
  package var keyWords: [String] = []
  package var query, key, value: Matrix
  package var mask = AttentionMask.none
  /// The mask that was typed or made cell by cell, which stays within reach while others are looked at.
  package var ownMask: AttentionMask?
  package var scale = AttentionScale.auto
  /// The c of c·tanh(x / c), which bends large scores; nil for none.
  package var softcap: Double?
  package var heads = 1
  /// Heads of K and V, where several heads share one; as many as heads where not given.
  package var keyValueHeads: Int?
  /// The format of numbers that all is computed in.
  package var precision = Precision.double
  /// The gradient of the output; all ones where none is given.
  package var gradient: Matrix?
  /// Where Q, K and V come from, in words; nil where nothing is said.
  package var source: String?
  /// Whether the pictures of the steps have rows and columns exchanged; the arithmetic never has.
  package var isTransposed = false
  private var chosenStep = StepperStep.forward(.scores)

  /// The step that is looked at: without a softcap, the scale where that was.
  package var step: StepperStep {
    get { steps.contains(chosenStep) ? chosenStep : .forward(.scale) }
    set { chosenStep = newValue }
  }

  /// The steps that this attention has, there and back.
  package var steps: [StepperStep] { StepperStep.steps(options) }

  /// What kind of attention it is.
  package var options: AttentionOptions {
    AttentionOptions(mask: mask, scale: scale, softcap: softcap, precision: precision)
  }

  /// The gradient of the output as it counts.
  package var gradientShown: Matrix { gradient ?? ones }
  private var ones: Matrix { Matrix(rows: query.rows, columns: outputColumns, repeating: 1) }
  /// Columns of the output: each head has those of its head of V.
  private var outputColumns: Int { value.columns / max(1, keyValueHeads ?? heads) * heads }

  /// Its place among the steps, from 1 on.
  package var stepNumber: Int {
    get { number(of: step) }
    set { step = steps[min(max(newValue, 1), steps.count) - 1] }
  }

  /// The place of a step among those there are, from 1 on.
  package func number(of step: StepperStep) -> Int { (steps.firstIndex(of: step) ?? 0) + 1 }

  package init(words: [String] = [], query: Matrix, key: Matrix, value: Matrix) {
    self.words = words
    (self.query, self.key, self.value) = (query, key, value)
  }

  /// What a block says; throws with the input that is to blame.
  package init(reading inputs: Inputs) throws(InputProblem) {
    self = try Self.fields.parameters(of: inputs, in: Self.name, from: Self.initial)
  }

  /// The name of the block.
  package static let name = "attention"

  /// What is looked at and typed over.
  package enum Area: Hashable, Sendable {
    case query, key, value, gradient
    /// What the step makes of a head.
    case head(Int)
  }

  package static let initial = AttentionParameters(
    words: ["the", "cat", "sat"], query: Matrix([[1, 0], [0, 1]]) ?? .row([1]),
    key: Matrix([[1, 0], [0, 1], [1, 1]]) ?? .row([1]),
    value: Matrix([[1, 2], [3, 4], [5, 6]]) ?? .row([1]))

  /// Rows and columns that Q, K and V have at most.
  package static let most = 128
  /// Heads at most.
  package static let mostHeads = 64

  package typealias Field = InputField<AttentionParameters, Area>

  package static let fields: [Field] = AttentionKey.allCases.map { key in
    let name = key.rawValue
    return switch key {
    case .words:
      .words(name, \.words) {
        $0.keyWords.isEmpty ? max($0.query.rows, $0.key.rows) : $0.query.rows
      }
    case .keyWords: .words(name, \.keyWords) { $0.key.rows }
    case .query: .table(name, \.query, most: most, in: .query)
    case .key: .table(name, \.key, most: most, in: .key)
    case .value: .table(name, \.value, most: most, in: .value)
    case .mask: mask(name)
    case .scale: scale(name)
    case .softcap: softcap(name)
    case .heads: .whole(name, \.heads, from: 1...mostHeads, isSilent: true, default: 1)
    case .keyValueHeads: keyValueHeads(name)
    case .precision: precision(name)
    case .gradient: .table(name, \.gradient, most: most, in: .gradient) { $0.ones }
    case .source: source(name)
    case .transpose: .choice(name, \.isTransposed, ["no": false, "yes": true])
    case .step: step(name)
    }
  }

  private static func mask(_ name: String) -> Field {
    Field(
      name, hint: MaskProblem.grammar,
      read: { (text, parameters) throws(InputProblem) in
        do throws(MaskProblem) {
          parameters.mask = try AttentionMask(reading: text ?? "none")
          if ![.none, .causal].contains(parameters.mask) { parameters.ownMask = parameters.mask }
        } catch { throw InputProblem(name, error.advice) }
      }, write: { MaskText.text($0.mask) })
  }

  private static func precision(_ name: String) -> Field {
    let names = Precision.allCases.map(\.rawValue).joined(separator: " or ")
    return Field(name, hint: names) { (text, parameters) throws(InputProblem) in
      guard let precision = Precision(named: text ?? Precision.double.rawValue) else {
        throw InputProblem(unread: name, remedy: "write \(names)")
      }
      parameters.precision = precision
    } write: {
      $0.precision == .double ? nil : $0.precision.rawValue
    }
  }

  private static func softcap(_ name: String) -> Field {
    Field(name, hint: "softcap = 50 keeps scores between −50 and 50; softcap = none") {
      (text, parameters) throws(InputProblem) in
      parameters.softcap = nil
      guard let text, text.lowercased() != "none" else { return }
      let softcap = try Field.value(text, name) { (text) throws(NumberProblem) in
        try NumberReader.number(text)
      }
      guard softcap > 0 else {
        throw InputProblem(
          name, "\(Plain.text(softcap)) is not above 0",
          remedy: "write a number such as 50, or none")
      }
      parameters.softcap = softcap
    } write: {
      $0.softcap.map { Plain.text($0) }
    }
  }

  private static func keyValueHeads(_ name: String) -> Field {
    let shown = Field.whole(
      name, \.keyValueHeadsShown, from: 1...mostHeads, default: 1)
    return Field(
      name, hint: "kv-heads = 1: all heads share one head of K and V; heads / kv-heads share each"
    ) { (text, parameters) throws(InputProblem) in
      parameters.keyValueHeads = nil
      if let text { try shown.read(text, &parameters) }
    } write: {
      $0.keyValueHeads.map { "\($0)" }
    }
  }

  private var keyValueHeadsShown: Int {
    get { keyValueHeads ?? heads }
    set { keyValueHeads = newValue }
  }

  /// Which numbers there are depends on the softcap, which is read before.
  private static func step(_ name: String) -> Field {
    Field(name) { (text, parameters) throws(InputProblem) in
      let number = Field.whole(
        name, \.stepNumber, from: 1...parameters.steps.count, default: 1)
      try number.read(text, &parameters)
    } write: {
      "\($0.stepNumber)"
    }
  }

  private static func source(_ name: String) -> Field {
    let longest = 100
    return Field(name, hint: "where the numbers come from, such as L0H1 of induction, step 250") {
      (text, parameters) throws(InputProblem) in
      let words = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
      parameters.source = words.isEmpty ? nil : words
    } write: {
      $0.source
    } check: { (parameters) throws(InputProblem) in
      guard let source = parameters.source, source.count > longest else { return }
      throw InputProblem(
        name, "\(source.count) characters, at most \(longest)", remedy: "shorten it")
    }
  }

  private static func scale(_ name: String) -> Field {
    Field(name) { (text, parameters) throws(InputProblem) in
      do throws(NumberProblem) {
        parameters.scale = try AttentionScale(reading: text ?? "auto")
      } catch {
        throw InputProblem(name, error.advice.adding("; or write auto or none"))
      }
    } write: {
      switch $0.scale {
      case .auto: "auto"
      case .none: "none"
      case .value(let factor): Plain.text(factor)
      }
    }
  }
}

extension AttentionParameters {
  /// The same, and where numbers were changed that came from somewhere, that is said of them.
  package func owningUp(to old: AttentionParameters) -> AttentionParameters {
    let mark = ", changed"
    guard let source, source == old.source, !source.hasSuffix(mark),
      (query, key, value) != (old.query, old.key, old.value)
    else { return self }
    var marked = self
    marked.source = source + mark
    return marked
  }

  /// Every number, head by head; throws where the inputs do not fit each other.
  package func trace() throws(InputProblem) -> MultiHeadAttention {
    do {
      return try MultiHeadAttention(
        query: query, key: key, value: value, heads: heads, keyValueHeads: keyValueHeads, options)
    } catch {
      guard case .heads = error else { throw Self.problem(error) }
      let problem = Self.problem(error)
      throw InputProblem(problem.advice.adding("; \(headsThatFit) would do"), at: problem.key)
    }
  }

  /// The numbers of heads that divide the widths: `heads = 1 or 5`.
  private var headsThatFit: String { HeadCounts.fitting(query.columns, value.columns) }

  /// The backward pass through all heads.
  package func gradients(of trace: MultiHeadAttention) throws(InputProblem) -> MultiHeadGradients {
    do { return try MultiHeadGradients(of: trace, output: gradient) } catch {
      throw Self.problem(error)
    }
  }

  /// Checks that the gradient of the output fits it.
  package func checkGradient(of trace: MultiHeadAttention) throws(InputProblem) {
    guard let gradient else { return }
    do { try MultiHeadGradients.check(gradient, of: trace) } catch { throw Self.problem(error) }
  }

  private static func problem(_ problem: ShapeProblem) -> InputProblem {
    InputProblem(problem.advice, at: key(of: problem).rawValue)
  }

  /// The input that a problem of shapes is best fixed in.
  private static func key(of problem: ShapeProblem) -> AttentionKey {
    switch problem {
    case .queryAndKeyWidths, .groupedWidths: .key
    case .keyAndValueCounts: .value
    case .mask, .raggedMask, .padding, .window: .mask
    case .heads: .heads
    case .keyValueHeads, .keyValueWidths: .keyValueHeads
    case .softcap: .softcap
    case .gradient: .gradient
    case .vectorLengths, .product, .noEntries, .oddRotation, .rotationBase, .places:
      .query
    }
  }
}
