/// States of a run, as many as the memory set aside for them holds, evenly over its steps.
package struct Recording<State: Sendable>: Sendable {
  /// What lies between two of them is run again.
  package private(set) var interval = 1
  private var states: [State] = []
  private let most: Int

  /// For states of that many bytes.
  init(bytesEach: Int, budget: Int = 64 << 20) {
    most = max(budget / max(bytesEach, 1), 2)
  }

  /// Keeps the state of a step, which follows the one kept before, if it is one of those to keep.
  mutating func keep(_ state: @autoclosure () -> State, step: Int) {
    guard step % interval == 0, step / interval == states.count else { return }
    if states.count == most {
      interval *= 2
      states = states.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      guard step % interval == 0 else { return }
    }
    states.append(state())
  }

  /// The last state kept at or before a step, and its step.
  func before(_ step: Int) -> (step: Int, state: State)? {
    guard !states.isEmpty else { return nil }
    let index = min(max(step, 0) / interval, states.count - 1)
    return (index * interval, states[index])
  }
}
