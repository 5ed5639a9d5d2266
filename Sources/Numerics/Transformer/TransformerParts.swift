extension TransformerShape {
  /// Every part from the tokens to the scores, those of a block once with their number of copies.
  package var parts: [TransformerPart] {
    var parts = [
      part(
        "token embedding", "\(length)×\(width)",
        parameters: SizeFormula((1, [.vocabulary, .d]))),
      part(
        "positions", "\(length)×\(width)",
        parameters: positions == .learnt ? SizeFormula((1, [.n, .d])) : SizeFormula()),
    ]
    parts += block(.block)
    if decoderLayers > 0 { parts += block(.decoderBlock) }
    if normFirst {
      parts += norm(decoderLayers > 0 ? "final norm, encoder" : "final norm", .once)
      if decoderLayers > 0 { parts += norm("final norm, decoder", .once) }
    }
    parts.append(
      part(
        "scores for each token", "\(length)×\(vocabulary)",
        parameters: tiedOutput ? SizeFormula() : SizeFormula((1, [.vocabulary, .d])),
        multiplyAdds: SizeFormula((1, [.n, .d, .vocabulary]))))
    return parts
  }

  /// The parts of one block, from its input to its output.
  private func block(_ place: TransformerPart.Place) -> [TransformerPart] {
    let isDecoder = place == .decoderBlock
    return sublayer("attention", place, attention("", place))
      + (isDecoder ? sublayer("cross-attention", place, attention("cross, ", place)) : [])
      + sublayer("MLP", place, mlp(place))
  }

  /// Parts with their norm, before or after.
  private func sublayer(
    _ name: String, _ place: TransformerPart.Place, _ parts: [TransformerPart]
  ) -> [TransformerPart] {
    normFirst
      ? norm("norm before \(name)", place) + parts : parts + norm("norm after \(name)", place)
  }

  private func norm(_ name: String, _ place: TransformerPart.Place) -> [TransformerPart] {
    guard let norm else { return [] }
    let parameters = SizeFormula((norm == .layer ? 2 : 1, [.d]))
    return [part(name, "\(length)×\(width)", place, parameters: parameters)]
  }

  private func attention(_ prefix: String, _ place: TransformerPart.Place) -> [TransformerPart] {
    let wide = "\(length)×\(width)"
    let bias = biases ? 1 : 0
    let isGrouped = keyValueHeads != heads
    return [
      part(
        prefix + "query, key, value",
        isGrouped ? "\(wide), 2 of \(length)×\(keyValueWidth)" : "3 of \(wide)", place,
        parameters: isGrouped
          ? SizeFormula((1, [.d, .d]), (2, [.d, .k]), (bias, [.d]), (2 * bias, [.k]))
          : SizeFormula((3, [.d, .d]), (3 * bias, [.d])),
        multiplyAdds: isGrouped
          ? SizeFormula((1, [.n, .d, .d]), (2, [.n, .d, .k])) : SizeFormula((3, [.n, .d, .d]))),
      part(
        prefix + "scores", "\(heads) of \(length)×\(length)", place,
        multiplyAdds: SizeFormula((1, [.n, .n, .d]))),
      part(
        prefix + "weighted values", wide, place, multiplyAdds: SizeFormula((1, [.n, .n, .d]))),
      part(
        prefix + "output projection", wide, place,
        parameters: SizeFormula((1, [.d, .d]), (bias, [.d])),
        multiplyAdds: SizeFormula((1, [.n, .d, .d]))),
    ]
  }

  private func mlp(_ place: TransformerPart.Place) -> [TransformerPart] {
    let bias = biases ? 1 : 0
    let hidden = "\(length)×\(self.hidden)"
    let up = isGated ? 2 : 1
    return [
      part(
        isGated ? "MLP, gate and up" : "MLP, up", isGated ? "2 of \(hidden)" : hidden, place,
        parameters: SizeFormula((up, [.d, .m]), (up * bias, [.m])),
        multiplyAdds: SizeFormula((up, [.n, .d, .m]))),
      part(
        "MLP, down", "\(length)×\(width)", place,
        parameters: SizeFormula((1, [.m, .d]), (bias, [.d])),
        multiplyAdds: SizeFormula((1, [.n, .m, .d]))),
    ]
  }

  private func part(
    _ name: String, _ shape: String, _ place: TransformerPart.Place = .once,
    parameters: SizeFormula = SizeFormula(), multiplyAdds: SizeFormula = SizeFormula()
  ) -> TransformerPart {
    let copies =
      switch place {
      case .once: 1
      case .block: layers
      case .decoderBlock: decoderLayers
      }
    return TransformerPart(
      name: (place == .decoderBlock ? "decoder: " : "") + name, shape: shape, place: place,
      copies: copies, parameters: parameters.value(self), parametersFormula: parameters,
      multiplyAdds: multiplyAdds.value(self), multiplyAddsFormula: multiplyAdds)
  }
}
