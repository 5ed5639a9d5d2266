/// −log of the probability that a model gives the right token, averaged over the places that count.
package enum CrossEntropy {
  /// A target that does not count.
  package static let ignored: Int32 = -1

  package struct Outcome: Equatable, Sendable {
    package var loss = 0.0
    /// How many places counted, and how many had the right token first.
    package var counted = 0
    package var right = 0

    package var accuracy: Double { counted == 0 ? 0 : Double(right) / Double(counted) }
  }

  /// The loss of the logits that lie in that slot; their gradient, (softmax − one-hot) / counted,
  /// goes into the same slot of the gradients. With weights, a place counts as much as its own says:
  /// the loss is their weighted mean.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package static func loss<T: Real>(
    _ values: [T], _ slot: Slot, _ targets: [Int32], weights: [T]? = nil, gradients: inout [T]
  ) -> Outcome {
    precondition(targets.count == slot.rows && gradients.count == values.count)
    precondition(weights == nil || weights?.count == targets.count)
    return Weights<T>.reading(values, adding: &gradients) { memory in
      loss(memory[slot], targets, weights: weights, gradient: memory.gradient(slot))
    }
  }

  static func loss<T: Real>(
    _ logits: Matrix<T>, _ targets: [Int32], weights: [T]?, gradient: Matrix<T>
  ) -> Outcome {
    var outcome = Outcome()
    var sum: T = 0
    for (row, target) in targets.enumerated() where target >= 0 {
      outcome.counted += 1
      sum += weights?[row] ?? 1
    }
    let share = sum > 0 ? 1 / sum : 0
    let columns = logits.columns
    var tops = targets.map { _ in 0 }
    for row in 0..<logits.rows {  // (n, vocabulary)
      let from = logits.row(row)
      let to = gradient.row(row)
      var top = 0
      for i in 1..<max(columns, 1) where from[i] > from[top] { top = i }
      tops[row] = top
      let highest = from[top]
      for i in 0..<columns { to[i] = from[i] - highest }
      if Int(targets[row]) == top { outcome.right += 1 }
    }
    T.exponentials(of: gradient.start, count: gradient.rows * columns)
    for row in 0..<logits.rows {
      let to = gradient.row(row)
      let target = Int(targets[row])
      guard target >= 0 else {
        for i in 0..<columns { to[i] = 0 }
        continue
      }
      var total: T = 0
      for i in 0..<columns { total += to[i] }
      // From the logits: a probability may be too small to be told from zero.
      let highest = logits.row(row)[tops[row]]
      let weight = weights?[row] ?? 1
      let loss = Double(T.logarithm(total)) + Double(highest - logits[row, target])
      outcome.loss += Double(weight) * loss
      let factor = share * weight / total
      for i in 0..<columns { to[i] *= factor }
      to[target] -= share * weight
    }
    outcome.loss /= sum > 0 ? Double(sum) : 1
    return outcome
  }
}

extension CrossEntropy {
  /// The share of the places that count whose highest logit is the target's.
  @_specialize(where T == Float)
  @_specialize(where T == Double)
  package static func accuracy<T: Real>(
    _ values: [T], _ slot: Slot, _ targets: [Int32]
  ) -> Double {
    var outcome = Outcome()
    for (row, target) in targets.enumerated() where target >= 0 {
      outcome.counted += 1
      let first = slot.offset + row * slot.step
      var top = 0
      for i in 1..<max(slot.columns, 1) where values[first + i] > values[first + top] { top = i }
      if Int(target) == top { outcome.right += 1 }
    }
    return outcome.accuracy
  }
}
