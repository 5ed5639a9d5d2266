import Models

/// What a model is held to before anything is claimed of it.
package enum Gate {
  /// The cases are the same for ever: those of this seed.
  package static let seed: UInt64 = 1

  /// How a model does at all tasks that are for it: the base continues text, the others answer.
  package static func table(
    _ name: String, _ decoder: Decoder<Float>, _ vocabulary: Vocabulary, cases: Int
  ) -> ModelFile.GateTable {
    var runner = GateRunner(decoder, vocabulary)
    let tasks = name == "base" ? GateTask.base : GateTask.instructions
    return ModelFile.GateTable(
      model: name, storyLoss: runner.loss(on: .story, passages: 300, seed: seed),
      scores: tasks.map { runner.score($0, cases: cases, seed: seed) })
  }
}
