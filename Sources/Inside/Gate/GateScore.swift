/// How a model did at a task.
package struct GateScore: Equatable, Sendable {
  package let task: String
  package let right: Int
  package let count: Int

  package init(task: String, right: Int, count: Int) {
    self.task = task
    self.right = right
    self.count = count
  }

  package var share: Double { count == 0 ? 0 : Double(right) / Double(count) }
  /// What may be claimed.
  package var lowerBound: Double { Wilson.lowerBound(right: right, of: count) }
}
