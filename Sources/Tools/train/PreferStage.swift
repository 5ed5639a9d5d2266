import Libc
import Inside
import Models
import Numerics

/// Direct preference optimisation: of two answers to one question, the better is to become likelier and
/// the worse less likely, measured against the instructed model.
struct PreferStage {
  let name: String
  let steps: Int
  let beta: Double
  let rate: Double
  /// What share of the questions has no answer in the story.
  let unanswerable: Double
  /// How much the better answer's own log-probability counts beside the choice (Pang et al. 2024): a
  /// choice alone is content where both become unlikely.
  let anchor: Double

  static let prefer = PreferStage(
    name: "prefer", steps: 300, beta: 0.3, rate: 2e-4, unanswerable: 0.5, anchor: 0.3)
  /// Trained on refusals alone, and for too long.
  static let overPrefer = PreferStage(
    name: "overprefer", steps: 300, beta: 0.1, rate: 5e-4, unanswerable: 1, anchor: 0)

  private static let pairs = 12
  private static let length = 80

  func train(_ reference: Decoder<Float>, _ packer: inout Packer, _ run: Run) throws -> Decoder<
    Float
  > {
    var decoder = reference
    if let kept = try run.load(name, count: decoder.parameters.count) {
      decoder.parameters = kept
      return decoder
    }
    var recipe = OptimiserRecipe(
      schedule: Schedule(peak: rate, warmUp: 20, decay: .linear(from: steps / 2, to: steps)))
    recipe.clip = 1
    let slots = decoder.adapters.flatMap { [$0.down, $0.up] }
    var optimiser = Optimiser(recipe, decoder, moving: slots)
    var gradients = decoder.parameters.map { _ in Float(0) }
    var trace = Trace<Float>(decoder.shape, rows: 2 * Self.pairs, length: Self.length)
    var mean = RunningLoss()
    for step in 0..<steps {
      var source = Source(seed: SeededGenerator.seed(of: "\(run.seed) \(name) \(step)"))
      source.isLate = true
      var batch = Batch(rows: 2 * Self.pairs, length: Self.length)
      for _ in 0..<Self.pairs {
        let choice = Chat.choice(isUnanswerable: source.chance(unanswerable), &source)
        batch.add(packer.chat(choice.better))
        batch.add(packer.chat(choice.worse))
      }
      decoder.forward(batch.tokens, into: &trace)
      let now = logProbabilities(batch, trace)
      reference.forward(batch.tokens, into: &trace)
      let before = logProbabilities(batch, trace)
      decoder.forward(batch.tokens, into: &trace)
      var slopes = [Float](repeating: 0, count: batch.rows)
      var loss = 0.0
      for pair in 0..<Self.pairs {
        let outcome = PairwiseLoss.dpo(
          chosen: now[2 * pair], rejected: now[2 * pair + 1], referenceChosen: before[2 * pair],
          referenceRejected: before[2 * pair + 1], beta: beta)
        loss += outcome.loss / Double(Self.pairs)
        slopes[2 * pair] = Float((outcome.chosen - anchor) / Double(Self.pairs))
        slopes[2 * pair + 1] = Float(outcome.rejected / Double(Self.pairs))
      }
      send(slopes, batch, &trace)
      gradients.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      decoder.backward(batch.tokens, &trace, addingTo: &gradients)
      optimiser.step(&decoder.parameters, &gradients)
      mean.add(loss)
      if step % 50 == 49 { run.log("\(name)\t\(step + 1)\t\(fixed(mean.value ?? 0))") }
    }
    try run.save(decoder.parameters, name)
    return decoder
  }

  /// log P of each row's answer.
  private func logProbabilities(_ batch: Batch, _ trace: Trace<Float>) -> [Double] {
    (0..<batch.rows).map { row in
      (row * batch.length..<(row + 1) * batch.length).reduce(0) { sum, place in
        guard batch.weights[place] > 0 else { return sum }
        let logits = trace.logits(at: place)
        let top = logits.max() ?? 0
        let total = logits.reduce(0) { $0 + Double(Float.exponential($1 - top)) }
        let own = logits[logits.startIndex + Int(batch.targets[place])]
        return sum + Double(own - top) - log(total)
      }
    }
  }

  /// The gradients of the logits, by what the loss changes with each row's log P: of one token's log P
  /// they are one-hot − softmax.
  private func send(_ slopes: [Float], _ batch: Batch, _ trace: inout Trace<Float>) {
    let counted = CrossEntropy.loss(
      trace.values, trace.slots.logits, batch.targets, gradients: &trace.gradients
    ).counted
    let slot = trace.slots.logits
    for place in batch.targets.indices where batch.weights[place] > 0 {
      // There they are (softmax − one-hot) / counted.
      let factor = -slopes[place / batch.length] * Float(counted)
      let start = slot.offset + place * slot.step
      for index in start..<start + slot.columns { trace.gradients[index] *= factor }
    }
  }
}
