/// The undo history of a widget.
struct History<Parameters: Sendable>: Sendable {
  /// What a change is taken back to.
  struct Past {
    var parameters: Parameters
    /// What was typed by then and did not fit.
    var waiting: Waiting?
  }

  private static var deepest: Int { 200 }
  private var past: [Past] = []
  var isEmpty: Bool { past.isEmpty }

  mutating func add(_ parameters: Parameters, _ waiting: Waiting?) {
    past.append(Past(parameters: parameters, waiting: waiting))
    if past.count > Self.deepest { past.removeFirst() }
  }

  mutating func takeBack() -> Past? { past.popLast() }
}
