/// Where one number of the trace comes from, line by line.
package struct AttentionDerivation: Equatable, Sendable {
  /// One step of the calculation, such as `scaled  1 ÷ √2  = 0.7071`.
  package struct Line: Equatable, Sendable {
    /// What is computed: `score`, `scaled`, `mask`, `− max`, `exp`, `sum`, `weight`, `term`, `output`.
    package let label: String
    /// The calculation in numbers.
    package let expression: String
    /// Its result as text.
    package let result: String
    package let value: Double
    /// The numbers that add up to the result, from left to right.
    package let terms: Vector
  }

  package let cell: AttentionCell
  /// The calculation, from the inputs to the cell.
  package let lines: [Line]
  /// The number in the cell.
  package let value: Double
  /// The numbers that add up to the cell, from left to right.
  package let terms: Vector
}

extension Attention {
  /// How a cell came about; nil where the trace has no such cell.
  package func derivation(
    of cell: AttentionCell, numbers: NumberText = NumberText()
  ) -> AttentionDerivation? {
    guard contains(cell), let value = value(at: cell) else { return nil }
    let writer = DerivationWriter(attention: self, cell: cell, numbers: numbers)
    let lines = writer.lines
    return AttentionDerivation(
      cell: cell, lines: lines, value: value, terms: lines.last?.terms ?? [value])
  }
}
