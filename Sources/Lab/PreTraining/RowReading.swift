import Models

/// One row through a pre-trained model: what it says at each place, and what can be read from its state
/// there.
package struct RowReading: Equatable, Sendable {
  package let topic: Int
  /// What was read, what was asked after each token of it, and what the model says: what comes next, or
  /// the row once more.
  package let row: Row
  package let said: [Int32]
  /// The topic that a probe reads from the state after each token.
  package let topics: [Int]
}

extension PreTrainingRun {
  /// A row that it never learns from, through the model as it is; the probe is fitted to so many labels.
  package func reading(labels: Int) -> RowReading {
    let one = heldOut[0]
    let lesson = plan.lesson(one.tokens)
    var trace = RecurrentTrace(model, rows: 1, length: plan.lessonLength)
    model.forward(lesson.tokens, into: &trace)
    let all = (0..<plan.lessonLength).map { place in
      Int32(trace.scores(place: place).strongest)
    }
    let probe = Probe(
      states(Array(labelled.prefix(labels))), labelled.prefix(labels).map(\.topic),
      classes: topics.transitions.count)
    return RowReading(
      topic: one.topic,
      row: Row(tokens: one.tokens, targets: Array(lesson.targets.suffix(plan.length))),
      said: all.suffix(plan.length),
      topics: (0..<plan.length).map { place in
        probe.read(trace.state(row: 0, place: place).map(Double.init))
      })
  }
}

extension RecurrentTrace<Float> {
  /// The scores at a place of the first row.
  fileprivate func scores(place: Int) -> [Float] {
    logits.part(rows: place..<place + 1).values(in: values)
  }
}

extension [Float] {
  /// The first of the largest.
  fileprivate var strongest: Int {
    indices.reduce(0) { self[$1] > self[$0] ? $1 : $0 }
  }
}
