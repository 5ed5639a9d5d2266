import Libc

/// A linear reader of states: softmax(x·W + b), fitted to a few labels. What it gets right was there
/// to be read.
package struct Probe: Equatable, Sendable {
  private let classes: Int
  private var weights: [Double]  // (width + 1, classes); the last row is b

  /// Fitted by plain gradient descent on the cross-entropy, with a small pull towards zero.
  package init(
    _ states: [[Double]], _ labels: [Int], classes: Int, steps: Int = 300, rate: Double = 1,
    pull: Double = 1e-2
  ) {
    let width = states.first?.count ?? 0
    self.classes = classes
    weights = Array(repeating: 0, count: (width + 1) * classes)
    for _ in 0..<steps {
      var gradient = weights.map { $0 * pull }
      for (state, label) in zip(states, labels) {
        var shares = shares(state)
        shares[label] -= 1
        for i in 0...width {
          let x = i < width ? state[i] : 1
          for k in 0..<classes {
            gradient[i * classes + k] += x * shares[k] / Double(states.count)
          }
        }
      }
      for index in weights.indices { weights[index] -= rate * gradient[index] }
    }
  }

  private func shares(_ state: [Double]) -> [Double] {
    var scores = (0..<classes).map { weights[state.count * classes + $0] }
    for (i, x) in state.enumerated() {
      for k in 0..<classes { scores[k] += x * weights[i * classes + k] }
    }
    let top = scores.max() ?? 0
    let exponentials = scores.map { exp($0 - top) }
    let total = exponentials.reduce(0, +)
    return exponentials.map { $0 / total }
  }

  package func read(_ state: [Double]) -> Int {
    let shares = shares(state)
    return shares.indices.max { shares[$0] < shares[$1] } ?? 0
  }

  /// The share of states that it reads right.
  package func accuracy(_ states: [[Double]], _ labels: [Int]) -> Double {
    let right = zip(states, labels).count { read($0) == $1 }
    return states.isEmpty ? 0 : Double(right) / Double(states.count)
  }
}
