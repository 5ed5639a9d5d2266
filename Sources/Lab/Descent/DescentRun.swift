/// A walk down a landscape: v ← μv + g, w ← w − rate · v.
package struct DescentRun: LabRun {
  /// How many there are unless others are asked for.
  package static let usualSteps = 40

  package let landscape: Landscape
  package let rate: Double
  package let momentum: Double
  package let steps: Int
  /// Where it was after each number of steps.
  package private(set) var path: [[Double]]
  package private(set) var curve: [CurvePoint]
  /// Where the loss first was a million times what it began with: the rate is too high.
  package private(set) var divergedAt: Int?
  private var velocity: [Double]

  package init(
    _ landscape: Landscape, rate: Double, momentum: Double = 0, start: [Double]? = nil,
    steps: Int = usualSteps
  ) {
    self.landscape = landscape
    self.rate = rate
    self.momentum = momentum
    self.steps = steps
    path = [start ?? landscape.start]
    curve = [CurvePoint(step: 0, loss: landscape.loss(path[0]))]
    velocity = path[0].map { _ in 0 }
  }

  /// Nothing in it is random.
  package var seed: UInt64 { 0 }
  package var step: Int { path.count - 1 }
  package var parameterCount: Int { landscape.weights }

  package mutating func takeStep() {
    let here = path[step]
    velocity = zip(velocity, landscape.gradient(here)).map { momentum * $0 + $1 }
    path.append(zip(here, velocity).map { $0 - rate * $1 })
    let loss = landscape.loss(path[step])
    curve.append(CurvePoint(step: step, loss: loss))
    if !(loss < 1e6 * max(curve[0].loss, 1e-9)) { divergedAt = step }
  }
}
