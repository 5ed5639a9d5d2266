extension Decoder {
  /// One whose weights stay in a file; each is still to be put in its place, and norms and biases, which are
  /// few, are numbers of its own.
  package init(storing shape: DecoderShape) {
    self.init(shape, Layout(isStored: true))
  }

  /// The weight of the next slot that has none.
  package mutating func store(_ matrix: StoredMatrix, for slot: Slot) -> Bool {
    let isTable = slot == embedding.table
    let fits =
      isTable
      ? matrix.rows == slot.rows && matrix.columns == slot.columns && !matrix.isByInput
        && matrix.used.count == matrix.columns
      : matrix.inputs == slot.rows && matrix.outputs == slot.columns
    guard fits, slot.stored == stored.count else { return false }
    stored.append(matrix)
    return true
  }

  /// Whether its weights stay in a file.
  package var isStored: Bool { !stored.isEmpty }

  /// Numbers in it, those that stay in a file too.
  package var parameterCount: Int {
    parameters.count + stored.reduce(0) { $0 + $1.inputs * $1.outputs }
  }
}
