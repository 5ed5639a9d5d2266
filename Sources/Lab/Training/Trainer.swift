import Models

/// A decoder, its optimiser and the memory that a step needs: what moves while a run trains.
struct Trainer: Sendable {
  let recipe: Recipe
  let seed: UInt64
  private(set) var decoder: Decoder<Float>
  private(set) var optimiser: Optimiser<Float>
  private var gradients: [Float]
  private var trace: Trace<Float>

  /// What a snapshot keeps.
  struct State: Sendable {
    let parameters: [Float]
    let optimiser: Optimiser<Float>
  }

  init(_ recipe: Recipe, seed: UInt64, from decoder: Decoder<Float>, moving: Moving) {
    self.recipe = recipe
    self.seed = seed
    self.decoder = decoder
    optimiser = Optimiser(recipe.optimiser, decoder, moving: moving.slots(of: decoder))
    gradients = decoder.parameters.map { _ in 0 }
    trace = Trace(decoder.shape, rows: recipe.batch, length: recipe.source.task.length)
  }

  var state: State {
    get { State(parameters: decoder.parameters, optimiser: optimiser) }
    set {
      decoder.parameters = newValue.parameters
      optimiser = newValue.optimiser
    }
  }

  /// Steps taken.
  var steps: Int { optimiser.steps }

  /// Takes one step and returns the loss before it.
  mutating func step() -> Double {
    let (tokens, loss) = forward()
    gradients.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    decoder.backward(tokens, &trace, addingTo: &gradients)
    optimiser.step(&decoder.parameters, &gradients)
    return loss
  }

  /// The loss of the next step, which is not taken.
  mutating func loss() -> Double { forward().loss }

  private mutating func forward() -> (tokens: [Int32], loss: Double) {
    let rows = recipe.source.batch(recipe.batch, step: steps, seed: seed)
    let tokens = rows.flatMap(\.tokens)
    decoder.forward(tokens, into: &trace)
    let outcome = CrossEntropy.loss(
      trace.values, trace.slots.logits, rows.flatMap(\.knowableTargets), gradients: &trace.gradients
    )
    return (tokens, outcome.loss)
  }
}
