/// Something that takes many passes of a model: it is done in slices, so that keys are answered meanwhile.
package protocol Study: Sendable {
  var isComplete: Bool { get }
  /// How much of it is done, from 0 to 1.
  var progress: Double { get }
  /// Does the next slice, a pass or a few.
  mutating func advance()
}

extension Study {
  /// All of it.
  package var completed: Self {
    var study = self
    while !study.isComplete { study.advance() }
    return study
  }
}
