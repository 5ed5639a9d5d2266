/// The name of an activation: what can be read, replaced or silenced.
package enum Site: Hashable, Sendable {
  /// The residual stream before that block; after the last for the number of blocks.
  case stream(Int)
  case queries(layer: Int, head: Int)
  case keys(layer: Int, head: Int)
  case values(layer: Int, head: Int)
  /// Scaled, before the mask.
  case scores(layer: Int, head: Int)
  case weights(layer: Int, head: Int)
  /// What a head mixed from the values, before it is written back.
  case output(layer: Int, head: Int)
  /// What all heads of a block write to the residual stream.
  case attention(layer: Int)
  /// One unit of the MLP after its bend.
  case unit(layer: Int, unit: Int)
  /// What the MLP of a block writes to the residual stream.
  case mlp(layer: Int)
}

extension TraceSlots {
  /// Where that activation lies; nil where the model has none of that name. `headWidth` tells the
  /// heads apart.
  package func slot(_ site: Site, _ shape: DecoderShape) -> Slot? {
    func block(_ layer: Int) -> BlockSlots? {
      blocks.indices.contains(layer) ? blocks[layer] : nil
    }
    func columns(_ slot: Slot?, _ head: Int, of heads: Int) -> Slot? {
      guard let slot, (0..<heads).contains(head) else { return nil }
      return slot.part(columns: head * shape.headWidth..<(head + 1) * shape.headWidth)
    }
    func square(_ slot: Slot?, _ head: Int) -> Slot? {
      guard let slot, (0..<shape.heads).contains(head) else { return nil }
      let each = slot.rows / shape.heads
      return slot.part(rows: head * each..<(head + 1) * each)
    }
    switch site {
    case .stream(let layer): return stream.indices.contains(layer) ? stream[layer] : nil
    case .queries(let layer, let head):
      return columns(block(layer)?.queries, head, of: shape.heads)
    case .keys(let layer, let head):
      return columns(block(layer)?.keys, head, of: shape.keyHeads)
    case .values(let layer, let head):
      return columns(block(layer)?.values, head, of: shape.keyHeads)
    case .scores(let layer, let head): return square(block(layer)?.scores, head)
    case .weights(let layer, let head): return square(block(layer)?.weights, head)
    case .output(let layer, let head):
      return columns(block(layer)?.mixed, head, of: shape.heads)
    case .attention(let layer): return block(layer)?.attended
    case .unit(let layer, let unit):
      guard let units = block(layer)?.units, (0..<units.columns).contains(unit) else { return nil }
      return units.part(columns: unit..<unit + 1)
    case .mlp(let layer): return shape.mlp == nil ? nil : block(layer)?.written
    }
  }
}
