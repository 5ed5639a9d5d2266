import Glibc
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Sinusoidal positions as a heat map, and their dot products against distance.
package struct PositionsWidget: Widget {
  package static let name = "positions"
  package static let title = "Sinusoidal positions"
  package static let topics = [
    "positional encoding", "positional encodings", "position encoding", "positional embeddings",
    "sinusoidal positions", "positions",
  ]
  package static let example = Inputs(["n": "16", "d": "16"])
  package static let inputKeys = ["n", "d"]
  private static let most = 64

  private let trace: SinusoidalPositions
  private let dots: Matrix

  package init(_ inputs: Inputs) throws(Diagnostic) {
    try inputs.check(Self.name, keys: Self.inputKeys)
    let count = try inputs.whole("n", default: 16, in: 1...Self.most)
    let width = try inputs.whole("d", default: 16, in: 2...Self.most)
    guard width.isMultiple(of: 2) else {
      throw inputs.problem("d", "\(width) is odd: sines and cosines come in pairs")
    }
    let trace = SinusoidalPositions(count: count, width: width)
    dots = Matrix(rows: count, columns: count) { trace.dot($0, $1) }
    self.trace = trace
  }

  private var count: Int { trace.matrix.rows }
  private var width: Int { trace.matrix.columns }
  package var inputs: Inputs { Inputs(["n": String(count), "d": String(width)]) }
  package var tables: [InputTable] {
    [
      InputTable(key: "n", values: .row([Double(count)])),
      InputTable(key: "d", values: .row([Double(width)])),
    ]
  }
  package var results: [GridSize] {
    [GridSize(rows: count, columns: width), GridSize(rows: count, columns: count)]
  }
  package var firstCursor: WidgetCursor { WidgetCursor(area: 3) }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    Inputs(["n": String(generator.int(in: 4...32)), "d": String(2 * generator.int(in: 2...16))])
  }

  package func blocks(_ view: WidgetView) -> [WidgetBlock] {
    let numbers = view.numbers
    let settings = tables.enumerated().map { index, table in
      Grid(table.key, table.values.rowArrays, numbers: numbers).looking(view.cursor, area: index)
    }
    let maps = [
      Grid(map: "positions \(count)×\(width)", trace.matrix, numbers: numbers)
        .looking(view.cursor, area: 2),
      Grid(map: "dot products \(count)×\(count)", dots, numbers: numbers)
        .looking(view.cursor, area: 3),
    ]
    // On a narrow screen the map that is looked at comes first.
    let shown = view.cursor.area == 3 ? [maps[1], maps[0]] : maps
    return [
      WidgetBlock(.grids(settings), rank: view.cursor.area < 2 ? 0 : 2),
      derivation(view),
      WidgetBlock(.grids(shown), rank: 0),
      curve(view),
    ]
  }

  /// The row whose distances are shown.
  private func row(_ view: WidgetView) -> Int {
    view.cursor.area >= 2 ? min(max(view.cursor.row, 0), count - 1) : 0
  }

  private func derivation(_ view: WidgetView) -> WidgetBlock {
    let numbers = view.numbers
    let row = row(view)
    if view.cursor.area == 2 {
      let column = min(max(view.cursor.column, 0), width - 1)
      let function = column.isMultiple(of: 2) ? "sin" : "cos"
      let exponent = "\(column - column % 2)/\(width)"
      let frequency = SinusoidalPositions.frequency(column: column, width: width)
      return .derivation(
        "position \(row), column \(column)",
        [
          Equation("frequency", [], frequency, numbers: numbers) { _ in
            "1 \(numbers.over) 10000^(\(exponent))"
          } compute: { _ in
            frequency
          },
          Equation(function, [frequency], trace.matrix[row, column], numbers: numbers) {
            "\(function)(\(row)\(numbers.times)\($0[0]))"
          } compute: {
            column.isMultiple(of: 2) ? sin(Double(row) * $0[0]) : cos(Double(row) * $0[0])
          },
        ], rank: 0)
    }
    let other = view.cursor.area == 3 ? min(max(view.cursor.column, 0), count - 1) : 0
    let away = abs(row - other)
    let pairs = Array(zip(trace.matrix.row(row), trace.matrix.row(other)))
    let dot = Equation.sum("dot product", of: pairs, dots[row, other], numbers: numbers)
    return .derivation("position \(row) · position \(other), \(away) apart", [dot], rank: 0)
  }

  private func curve(_ view: WidgetView) -> WidgetBlock {
    let row = row(view)
    let ascii = view.ascii
    let points = (0..<count).map { PlotPoint(x: Double($0 - row), y: dots[row, $0]) }
    let plot = CurvePlot(
      [.init(name: "", points: points)], xName: "distance from position \(row)",
      yName: "dot product")
    return WidgetBlock(
      .picture(rows: 6...16) { columns, rows in
        plot.picture(columns: min(columns, 76), rows: rows, ascii: ascii)
      }, rank: 3)
  }

  package var summary: [String] {
    let numbers = NumberText()
    let near = trace.dotsByDistance.prefix(4).enumerated()
      .map { "\($0) apart \(numbers.text($1))" }
    return [
      "\(count) positions of width \(width)", "dot products: " + near.joined(separator: "   "),
    ]
  }

  package var resultsJSON: JSON {
    ["positions": .matrix(trace.matrix), "dotProducts": .matrix(dots)]
  }

  package var script: String {
    """
    import numpy as np

    n, d = \(count), \(width)
    columns = np.arange(d)
    frequencies = 1 / 10000 ** ((columns - columns % 2) / d)
    angles = np.arange(n)[:, None] * frequencies
    positions = np.where(columns % 2 == 0, np.sin(angles), np.cos(angles))
    np.set_printoptions(linewidth=200, suppress=True)
    print("positions")
    print(positions)
    print("dot products")
    print(positions @ positions.T)

    """
  }
}
