/// A part of a model that can be switched off, by the name that the field gives it: `L0H1` is the
/// second head of the first layer, `L1MLP` an MLP, and `L2` a whole layer.
package enum Component: Hashable, Sendable {
  case layer(Int)
  case head(layer: Int, head: Int)
  case mlp(layer: Int)

  /// Nil where the text is no such name.
  package init?(_ name: String) {
    var rest = Substring(name)
    func number() -> Int? {
      let digits = rest.utf8.prefix { (48...57).contains($0) }
      rest = rest.dropFirst(digits.count)
      return Int(String(Substring(digits)))
    }
    guard rest.popFirst() == "L", let layer = number() else { return nil }
    switch rest {
    case "": self = .layer(layer)
    case "MLP": self = .mlp(layer: layer)
    default:
      guard rest.popFirst() == "H", let head = number(), rest.isEmpty else { return nil }
      self = .head(layer: layer, head: head)
    }
  }

  package var name: String {
    switch self {
    case .layer(let layer): "L\(layer)"
    case .head(let layer, let head): "L\(layer)H\(head)"
    case .mlp(let layer): "L\(layer)MLP"
    }
  }

  /// The layer that it is, or is in.
  package var layer: Int {
    switch self {
    case .layer(let layer), .mlp(let layer), .head(let layer, _): layer
    }
  }

  /// Whether a model of that shape has it.
  package func exists(in shape: DecoderShape) -> Bool {
    switch self {
    case .layer(let layer): layer < shape.layers
    case .head(let layer, let head): layer < shape.layers && head < shape.heads
    case .mlp(let layer): layer < shape.layers && shape.mlp != nil
    }
  }

  /// What switches it off: nothing of it reaches the residual stream.
  package func silenced<T>() -> [Hook<T>] {
    switch self {
    case .layer(let layer): [Hook(.attention(layer: layer)), Hook(.mlp(layer: layer))]
    case .head(let layer, let head): [Hook(.output(layer: layer, head: head))]
    case .mlp(let layer): [Hook(.mlp(layer: layer))]
    }
  }
}

extension [Component] {
  /// Whether a part is off with these: by itself, or with its whole layer.
  package func covers(_ part: Component) -> Bool {
    contains(part) || contains(.layer(part.layer))
  }

  /// What switches all of them off.
  package var hooks: [Hook<Float>] { flatMap { $0.silenced() } }
}
