extension Decoder {
  /// All parameters, in the order in which they lie.
  package var named: [NamedSlot] {
    var all = [NamedSlot(name: "embedding", slot: embedding.table)]
    func add(_ name: String, _ slot: Slot?) {
      if let slot { all.append(NamedSlot(name: name, slot: slot)) }
    }
    func add(_ name: String, _ norm: Norm) {
      add(name + ".gain", norm.gain)
      if case .layer(let norm) = norm { add(name + ".bias", norm.bias) }
    }
    add("places", places)
    for (layer, block) in blocks.enumerated() {
      add("L\(layer).attentionNorm", block.attentionNorm)
      add("L\(layer).mlpNorm", block.mlpNorm)
      add("L\(layer).queryNorm", block.attention.queryNorm?.gain)
      add("L\(layer).keyNorm", block.attention.keyNorm?.gain)
      for part in Block.Part.allCases {
        let name = "L\(layer).\(part.rawValue)"
        add(name, block[part]?.weight)
        add(name + ".bias", block[part]?.bias)
        add(name + ".adapter.down", block[part]?.adapter?.down)
        add(name + ".adapter.up", block[part]?.adapter?.up)
      }
    }
    add("norm", finalNorm)
    add("head", head?.weight)
    return all.sorted { $0.slot.offset < $1.slot.offset }
  }

  /// The matrices of the blocks: what Muon turns and what decays.
  package var matrices: [Slot] {
    blocks.flatMap { block in Block.Part.allCases.compactMap { block[$0]?.weight } }
  }
}
