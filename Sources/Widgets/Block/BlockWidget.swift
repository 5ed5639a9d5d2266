import Basics
import Formulas
import JSONText
import Notes
import Numerics
import TextUI

/// One whole block of a Transformer and what follows it, from the words' vectors to the next word: norm,
/// attention, addition, norm, MLP, addition, logits, probabilities.
package struct BlockWidget: ChainFigure {
  package struct Parameters: ModelParameters {
    var model: BlockModel
    package var step = 1
  }
  package typealias Area = ChainArea
  package enum Action: CaseIterable, Sendable {
    case next, previous, place, method, activation, decode, stepper
  }

  package static let name = "block"
  package static let title = "A block, and the next word"
  package static let topics = [
    "transformer block", "a transformer block", "the transformer block", "decoder block",
    "residual stream", "feed-forward network",
  ]
  package static let initial = Parameters(model: .example)
  package static let fields: [Field] =
    Field.model(most: most) + [.whole("step", \.step, from: 1...1000, isSilent: true, default: 1)]
  package static let shapes = InputShape<Parameters>.model
  package static let named: [String: InputPath<Parameters, [String]>] = [
    "words": \.model.words, "vocabulary": \.model.vocabulary,
  ]
  package static let nextStep: Action? = .next
  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding(
        [.character("O")], "decode",
        "on: one word after another is decoded, with a cache", footer: .at(3, "decode"),
        .decode),
      KeyBinding(
        [.character("i")], "stepper", "into attention: the stepper on the same Q, K and V",
        footer: .at(7, "attention"), .stepper),
      KeyBinding(
        [.character("m")], "place", "normalise before each part, or after each addition",
        footer: .at(8, "pre, post"), .place),
      KeyBinding(
        [.character("l")], "norm", "layer normalisation, or RMSNorm", footer: 9, .method),
      KeyBinding(
        [.character("c")], "activation", "ReLU, GELU or SwiGLU", footer: 10, .activation),
    ]

  package var parameters: Parameters
  package let chain: Chain

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    chain = try Self.chain(parameters)
  }

  private static func chain(_ parameters: Parameters) throws(InputProblem) -> Chain {
    try shapes.checkSizes(parameters)
    var block = try BlockChain(parameters.model)
    block.add(inputsOf: parameters)
    _ = try block.pass(ChainPart(.input("X")))
    return block.chain
  }

  var model: BlockModel { parameters.model }

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: return try stepped(1)
    case .previous: return try stepped(-1)
    case .place: changed.model.place = model.place == .pre ? .post : .pre
    case .method: changed.model.method = model.method == .layer ? .rms : .layer
    case .activation: changed.model.activation = model.activation.following
    case .decode, .stepper: return parameters
    }
    // The step of the same name stays in view, where there is one.
    let other = try Self.chain(changed)
    changed.step =
      other.tables.firstIndex { $0.name == shown.name }.map { $0 + 1 }
      ?? min(step, other.tables.count)
    return changed
  }

  package func note(after old: Parameters) -> String? {
    if model.place != old.model.place {
      return model.place == .pre
        ? "Each part reads a normalised copy; the stream itself is only added to"
        : "The stream is normalised after each addition, as in the first Transformer"
    }
    guard model.activation != old.model.activation else { return nil }
    switch model.activation {
    case .relu: return "ReLU: what is below 0 becomes 0"
    case .gelu: return "GELU: a soft bend, x times a share that grows from 0 to 1"
    case .swiglu: return "SwiGLU: a second product, the gate, says how much of the first passes"
    }
  }

  package var preamble: String { model.preamble }
}

extension BlockModel {
  /// The functions that a script of its steps calls.
  var preamble: String {
    let mean = method == .layer ? "x - x.mean(axis=1, keepdims=True)" : "x"
    return ChainPython.softmax + ChainPython.causal + """

      def norm(x, scale):
          centred = \(mean)
          return centred / np.sqrt((centred**2).mean(axis=1, keepdims=True) + 1e-5) * scale[0]\(method == .layer ? " + scale[1]" : "")

      """
  }
}
