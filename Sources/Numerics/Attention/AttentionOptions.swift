/// What varies from one kind of attention to another.
package struct AttentionOptions: Equatable, Sendable {
  /// Who may look at whom.
  package var mask: AttentionMask
  /// What the scores are multiplied by.
  package var scale: AttentionScale
  /// The c of c·tanh(S·s / c), which keeps scores between −c and c (Gemma 2, 2024, section 2); nil
  /// for none.
  package var softcap: Double?
  /// How queries and keys are turned by their positions; nil for not at all.
  package var rotation: RotaryPositions?
  /// The format that everything is computed in.
  package var precision: Precision

  /// Plain attention in double precision, but for what is given.
  package init(
    mask: AttentionMask = .none, scale: AttentionScale = .auto, softcap: Double? = nil,
    rotation: RotaryPositions? = nil, precision: Precision = .double
  ) {
    self.mask = mask
    self.scale = scale
    self.softcap = softcap
    self.rotation = rotation
    self.precision = precision
  }
}
