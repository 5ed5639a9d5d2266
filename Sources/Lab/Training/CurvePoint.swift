/// What a run was like after a number of steps.
package struct CurvePoint: Equatable, Sendable {
  package let step: Int
  /// Of the rows of the next step.
  package let loss: Double
  /// The share of knowable places right, for each test: held-out rows of the task, then the recipe's
  /// other tests, then rows that were trained on where these are few. Empty between tests.
  package var accuracies: [Double] = []
  /// How far off the exact optimum, where that is known.
  package var error: Double?

  package init(step: Int, loss: Double, accuracies: [Double] = [], error: Double? = nil) {
    self.step = step
    self.loss = loss
    self.accuracies = accuracies
    self.error = error
  }

  /// Of the task that is trained.
  package var accuracy: Double? { accuracies.first }
}

extension Array<CurvePoint> {
  /// The step in the middle of the few over which the loss falls the most; nil where it never falls.
  package func steepestFall(over steps: Int = 6) -> Int? {
    guard steps > 0, count > steps else { return nil }
    let falls = (0..<count - steps).map { self[$0].loss - self[$0 + steps].loss }
    guard let best = falls.indices.max(by: { falls[$0] < falls[$1] }), falls[best] > 0 else {
      return nil
    }
    return self[best + steps / 2].step
  }
}
