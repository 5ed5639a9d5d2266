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
  /// The step around which the loss falls the most; nil where it never falls.
  ///
  /// What is compared are means of a few steps before and after, for each step has other rows, easier
  /// or harder ones; of a longer run they are of more.
  package func steepestFall() -> Int? {
    let width = Swift.max(3, count / 30)
    guard count > 2 * width else { return nil }
    func mean(_ range: Range<Int>) -> Double {
      self[range].reduce(0) { $0 + $1.loss } / Double(range.count)
    }
    let falls = (width...count - width).map { mean($0 - width..<$0) - mean($0..<$0 + width) }
    guard let best = falls.indices.max(by: { falls[$0] < falls[$1] }), falls[best] > 0 else {
      return nil
    }
    return self[best + width].step
  }
}
