import Formulas
import Libc
import JSONText
import Notes
import Numerics
import Plots
import TextUI

/// Sinusoidal positions as a heat map, and their dot products against distance.
package struct PositionsWidget: Widget {
  package struct Parameters: Equatable, Sendable {
    var n = 16
    var d = 16
  }
  package enum Area: CaseIterable, Sendable { case n, d, positions, dots }

  package static let name = "positions"
  package static let title = "Sinusoidal positions"
  package static let topics = [
    "positional encoding", "positional encodings", "position encoding", "positional embeddings",
    "sinusoidal positions", "positions",
  ]
  package static let initial = Parameters()
  package static let fields: [Field] = [
    .whole("n", \.n, from: 1...most, in: .n, default: 16),
    .whole("d", \.d, from: 2...most, in: .d, default: 16),
  ]
  private static let most = 64

  package let parameters: Parameters
  private let trace: SinusoidalPositions
  private let dots: Matrix
  private var count: Int { parameters.n }
  private var width: Int { parameters.d }

  package init(_ parameters: Parameters) throws(InputProblem) {
    self.parameters = parameters
    let (count, width) = (parameters.n, parameters.d)
    guard width.isMultiple(of: 2) else {
      throw InputProblem(
        "d", "\(width) is odd, and sines and cosines come in pairs",
        remedy: "write d = \(width + 1)")
    }
    let trace = SinusoidalPositions(count: count, width: width)
    dots = Matrix(rows: count, columns: count) { trace.dot($0, $1) }
    self.trace = trace
  }

  package func results(in area: Area) -> GridSize {
    GridSize(rows: count, columns: area == .dots ? count : width)
  }
  package var firstCursor: Cursor { Cursor(.dots) }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    Parameters(n: generator.int(in: 4...32), d: 2 * generator.int(in: 2...16))
  }

  package func blocks(_ view: View) -> [WidgetBlock] {
    let maps = [
      Grid(map: "positions \(count)×\(width)", trace.matrix, numbers: view.numbers)
        .looking(view.cursor, at: .positions).guessing(view, at: .positions),
      Grid(map: "dot products \(count)×\(count)", dots, numbers: view.numbers)
        .looking(view.cursor, at: .dots).guessing(view, at: .dots),
    ]
    let isResult = [.positions, .dots].contains(view.cursor.area)
    let inputs = settings([.n, .d], view, rank: isResult ? 2 : 0)
    // A dot product is made of positions, which are guessed too.
    let isTold = !view.isHidden && !(view.isGuessing && view.cursor.area == .dots)
    let explained = isTold ? [derivation(view)] : []
    let isOfPositions = view.cursor.area == .positions
    let shown = isOfPositions ? trace.matrix.elements : dots.elements
    var legend = HeatLegend.block(
      from: shown.min() ?? 0, to: shown.max() ?? 0, view.numbers,
      of: isOfPositions ? "positions" : "dot products")
    // A map without it tells nothing.
    legend.rank = 1
    return [inputs] + explained + [WidgetBlock(.grids(maps), rank: 0)]
      + (view.isGuessing ? [] : [legend]) + [curve(view)]
  }

  /// The row whose distances are shown.
  private func row(_ view: View) -> Int {
    view.cursor.row(in: .positions) ?? view.cursor.row(in: .dots) ?? 0
  }

  private func derivation(_ view: View) -> WidgetBlock {
    let numbers = view.numbers
    let row = row(view)
    guard view.cursor.area == .positions else {
      let other = view.cursor.area == .dots ? view.cursor.column : 0
      // A sine times a sine and a cosine times a cosine are the cosine of the difference.
      let distance = abs(row - other)
      let terms = stride(from: 0, to: width, by: 2).map {
        cos(Double(distance) * SinusoidalPositions.frequency(column: $0, width: width))
      }
      let dot = Equation.sum("dot product", of: terms, dots[row, other], numbers: numbers)
      return .derivation(
        "position \(row) · position \(other): each pair of columns gives "
          + "cos(\(distance)\(numbers.times)frequency)", [dot], rank: 0, ascii: view.ascii)
    }
    let column = view.cursor.column
    let isSine = column.isMultiple(of: 2)
    let function = isSine ? "sin" : "cos"
    let frequency = SinusoidalPositions.frequency(column: column, width: width)
    return .derivation(
      "position \(row), column \(column)",
      [
        Equation("frequency", [], frequency, numbers: numbers) { _ in
          "1 \(numbers.over) 10000^(\(column - column % 2)/\(width))"
        } compute: { _ in
          frequency
        },
        Equation(function, [frequency], trace.matrix[row, column], numbers: numbers) {
          "\(function)(\(row)\(numbers.times)\($0[0]))"
        } compute: {
          isSine ? sin(Double(row) * $0[0]) : cos(Double(row) * $0[0])
        },
      ], rank: 0, ascii: view.ascii)
  }

  private func curve(_ view: View) -> WidgetBlock {
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

  package func judge(_ guess: Quantity, at cursor: Cursor) -> Judgement? {
    let matrix = cursor.area == .positions ? trace.matrix : dots
    return Judgement(guess, truth: Quantity(matrix[cursor.row, cursor.column]))
  }

  package func preview(_ view: View) -> [WidgetBlock] {
    [
      WidgetBlock(
        .grids([Grid(map: "positions \(count)×\(width)", trace.matrix, numbers: view.numbers)]),
        rank: 0)
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
    np.set_printoptions(linewidth=200, threshold=300_000, suppress=True)
    print("positions")
    print(positions)
    print("dot products")
    print(positions @ positions.T)

    """
  }
}
