import Models

extension ModelFile {
  /// The file. Matrices are rounded to eight bits; gains and biases, of which there are few, are kept.
  package var bytes: [UInt8] {
    var out = ByteWriter()
    out.raw(Self.magic)
    out.size(Self.version)
    let shape = base.shape
    for size in [
      shape.vocabulary, shape.context, shape.width, shape.layers, shape.heads,
      shape.mlp?.units ?? 0,
    ] { out.size(size) }
    out.double(shape.positions.rotaryBase ?? 0)
    out.size(vocabulary.encoding.merges.count)
    for pair in vocabulary.encoding.merges {
      out.integer(UInt16(pair.left))
      out.integer(UInt16(pair.right))
    }
    for named in base.named {
      let values = Array(base.parameters[named.slot.range])
      if named.slot.rows > 1 {
        out.raw(Quantised.bytes(values))
      } else {
        for value in values { out.integer(value.bitPattern) }
      }
    }
    out.size(adaptations.count)
    for adaptation in adaptations {
      out.text(adaptation.name)
      out.size(adaptation.rank)
      out.double(adaptation.alpha)
      out.raw(Quantised.bytes(adaptation.parameters))
      out.raw(Quantised.bytes(adaptation.roles))
    }
    out.size(gate.count)
    for table in gate {
      out.text(table.model)
      out.double(table.storyLoss)
      out.size(table.scores.count)
      for score in table.scores {
        out.text(score.task)
        out.size(score.right)
        out.size(score.count)
      }
    }
    return out.bytes
  }
}
