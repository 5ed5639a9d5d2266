import Libc
import Inside
import Models

/// A model with its optimiser and the memory that a step needs.
struct Learner {
  private(set) var decoder: Decoder<Float>
  private(set) var optimiser: Optimiser<Float>
  private var gradients: [Float]
  private var trace: Trace<Float>?

  /// All of the model moves, or only these slots.
  init(_ decoder: Decoder<Float>, _ recipe: OptimiserRecipe, moving slots: [Slot]? = nil) {
    self.decoder = decoder
    optimiser = Optimiser(recipe, decoder, moving: slots)
    gradients = decoder.parameters.map { _ in 0 }
  }

  /// Takes one step and returns the loss before it: of all that counts, and of what counts fully.
  mutating func step(_ batch: Batch) -> (loss: Double, answers: Double) {
    var trace = ready(batch)
    self.trace = nil
    decoder.forward(batch.tokens, into: &trace)
    let outcome = CrossEntropy.loss(
      trace.values, trace.slots.logits, batch.targets, weights: batch.weights,
      gradients: &trace.gradients)
    let answers = answerLoss(batch, trace)
    gradients.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    decoder.backward(batch.tokens, &trace, addingTo: &gradients)
    optimiser.step(&decoder.parameters, &gradients)
    self.trace = trace
    return (outcome.loss, answers)
  }

  /// Read off the gradients, which are the weight's share times p − 1 at each target.
  private func answerLoss(_ batch: Batch, _ trace: Trace<Float>) -> Double {
    let sum = batch.weights.reduce(0, +)
    let slot = trace.slots.logits
    var (loss, count) = (0.0, 0)
    for (row, weight) in batch.weights.enumerated() where weight >= 1 {
      let gradient = trace.gradients[slot.offset + row * slot.step + Int(batch.targets[row])]
      loss -= log(max(Double(1 + gradient * sum / weight), 1e-6))
      count += 1
    }
    return loss / Double(max(count, 1))
  }

  /// A trace of the batch's shape, the last one where it fits.
  private func ready(_ batch: Batch) -> Trace<Float> {
    if let trace, trace.rows == batch.rows, trace.length == batch.length { return trace }
    return Trace(decoder.shape, rows: batch.rows, length: batch.length)
  }
}
