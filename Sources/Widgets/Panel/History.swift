/// The undo history of a widget.
struct History<Parameters: Sendable>: Sendable {
  private static var deepest: Int { 200 }
  private var past: [Parameters] = []
  var isEmpty: Bool { past.isEmpty }

  mutating func add(_ parameters: Parameters) {
    past.append(parameters)
    if past.count > Self.deepest { past.removeFirst() }
  }

  mutating func takeBack() -> Parameters? { past.popLast() }
}
