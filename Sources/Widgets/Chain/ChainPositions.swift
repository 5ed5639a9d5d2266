import Libc
import Numerics

extension Chain {
  /// Sinusoidal positions, and the words' vectors with them added.
  mutating func positions(added stream: ChainRef) -> ChainRef {
    let x = part(ChainPart(stream))
    let (count, width) = (x.values.rows, x.values.columns)
    let positions = SinusoidalPositions(count: count, width: width)
    let table = NamedTable(
      symbol: "P", values: positions.matrix, rowNames: x.rowNames, columnNames: x.columnNames)
    let p = add(
      ChainTable(
        table: table, name: "positions", formula: "P: sines and cosines of each place",
        code: "np.array([[(np.cos if j % 2 else np.sin)(i / 10000 ** ((j - j % 2) / \(width))) "
          + "for j in range(\(width))] for i in range(\(count))])",
        parts: []
      ) { row, column, numbers in
        let isSine = column.isMultiple(of: 2)
        let function = isSine ? "sin" : "cos"
        let frequency = SinusoidalPositions.frequency(column: column, width: width)
        return [
          Equation(
            function, [frequency], positions.matrix[row, column], numbers: numbers
          ) {
            "\(function)(\(row)\(numbers.times)\($0[0]))"
          } compute: {
            isSine ? sin(Double(row) * $0[0]) : cos(Double(row) * $0[0])
          }
        ]
      } sources: { _, _ in
        []
      })
    return sum("X_P", "with positions", [ChainPart(stream), ChainPart(p)])
  }
}
