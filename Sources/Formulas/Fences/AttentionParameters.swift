import Notes
import Numerics

/// What an `attention` block says. It is read here alone, so that the widget that opens and the question
/// that is made of it have the same numbers, or neither comes about.
package struct AttentionParameters: Equatable, Sendable {
  /// Names of keys and, as far as they go, of queries.
  package var words: [String] = []
  package var query, key, value: Matrix
  package var mask = AttentionMask.none
  package var scale = AttentionScale.auto
  package var heads = 1
  /// The gradient of the output; all ones where none is given.
  package var gradient: Matrix?
  /// Whether the pictures of the steps have rows and columns exchanged; the arithmetic never has.
  package var isTransposed = false
  package var step = StepperStep.forward(.scores)

  /// The gradient of the output as it counts.
  package var gradientShown: Matrix { gradient ?? ones }
  private var ones: Matrix { Matrix(rows: query.rows, columns: value.columns, repeating: 1) }

  /// 1 to 9; 10 to 14 go back.
  private var stepNumber: Int {
    get { step.number }
    set { step = StepperStep.allCases[newValue - 1] }
  }

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

  /// Rows and columns at most: what a screen has no room for is seen through a window, and small
  /// models' own heads are no larger.
  package static let most = 32
  private static let mostHeads = 8

  package typealias Field = InputField<AttentionParameters, Area>

  package static let fields: [Field] = AttentionKey.allCases.map { key in
    let name = key.rawValue
    return switch key {
    case .words: .words(\.words) { max($0.query.rows, $0.key.rows) }
    case .query: .table(name, \.query, most: most, in: .query)
    case .key: .table(name, \.key, most: most, in: .key)
    case .value: .table(name, \.value, most: most, in: .value)
    case .mask: mask(name)
    case .scale: scale(name)
    case .heads: .whole(name, \.heads, from: 1...mostHeads, isSilent: true, default: 1)
    case .gradient: .table(name, \.gradient, most: most, in: .gradient) { $0.ones }
    case .transpose: .choice(name, \.isTransposed, ["no": false, "yes": true])
    case .step:
      .whole(name, \.stepNumber, from: 1...StepperStep.allCases.count, default: 1)
    }
  }

  private static func mask(_ name: String) -> Field {
    Field(
      name, hint: MaskProblem.grammar,
      read: { (text, parameters) throws(InputProblem) in
        do throws(MaskProblem) {
          parameters.mask = try AttentionMask(reading: text ?? "none")
        } catch { throw InputProblem(name, error.message) }
      }, write: { MaskText.text($0.mask) })
  }

  private static func scale(_ name: String) -> Field {
    Field(name) { (text, parameters) throws(InputProblem) in
      do throws(NumberProblem) {
        parameters.scale = try AttentionScale(reading: text ?? "auto")
      } catch {
        throw InputProblem(name, "\(error.message); or write auto or none")
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
  /// Every number, head by head; throws where the inputs do not fit each other.
  package func trace() throws(InputProblem) -> MultiHeadAttention {
    do {
      return try MultiHeadAttention(
        query: query, key: key, value: value, heads: heads, mask: mask, scale: scale)
    } catch { throw Self.problem(error) }
  }

  /// The way back through each head.
  package func gradients(of trace: MultiHeadAttention) throws(InputProblem) -> [AttentionGradients]
  {
    do { return try MultiHeadGradients(of: trace, output: gradient).heads } catch {
      throw Self.problem(error)
    }
  }

  private static func problem(_ problem: ShapeProblem) -> InputProblem {
    InputProblem(problem.message, at: key(of: problem).rawValue)
  }

  /// The input that a problem of shapes is best mended in.
  private static func key(of problem: ShapeProblem) -> AttentionKey {
    switch problem {
    case .queryAndKeyWidths, .groupedWidths, .keyValueWidths: .key
    case .keyAndValueCounts: .value
    case .mask, .raggedMask, .padding, .window: .mask
    case .heads, .keyValueHeads: .heads
    case .gradient: .gradient
    case .vectorLengths, .product, .noEntries, .softcap, .oddRotation, .rotationBase, .places:
      .query
    }
  }
}
