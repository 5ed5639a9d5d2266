import Formulas
import Numerics

/// The numbers of one step of one head, and what each of them is.
struct StepGrid {
  /// What a number is, so that it can be asked where it came from.
  enum Source: Equatable {
    case trace(AttentionCell)
    case maximum(query: Int)
    case gradient(StepperStep, row: Int, column: Int)
  }

  /// What stands behind the step's formula: which head it is.
  var title: String
  var rowNames: [String]
  var columnNames: [String]
  var values: [[Double]]
  /// Bounds of the glow; the values' own where nil.
  var low: Double?
  var high: Double?
  /// Whether each number glows.
  var glows: [[Bool]]
  var head: Int
  let source: (_ row: Int, _ column: Int) -> Source

  var rows: Int { values.count }
  var columns: Int { values.first?.count ?? 0 }

  init(
    _ title: String, head: Int, rowNames: [String], columnNames: [String], low: Double? = nil,
    high: Double? = nil, lastGlows: Bool = true, source: @escaping (Int, Int) -> Source,
    value: (Int, Int) -> Double
  ) {
    self.title = title
    self.head = head
    self.rowNames = rowNames
    self.columnNames = columnNames
    self.low = low
    self.high = high
    self.source = source
    let count = columnNames.count
    values = rowNames.indices.map { row in (0..<count).map { value(row, $0) } }
    glows = rowNames.indices.map { _ in (0..<count).map { lastGlows || $0 < count - 1 } }
  }
}

extension StepGrid {
  /// Values of cells that do not glow count for nothing in the scale.
  var glowing: [[Double]] {
    values.enumerated().map { row, values in
      values.enumerated().map { glows[row][$0] ? $1 : -.infinity }
    }
  }

  /// How strong each cell glows; nil where it does not.
  var heats: [[Double?]] {
    Grid.heats(glowing, from: low, to: high).enumerated().map { row, heats in
      heats.enumerated().map { glows[row][$0] ? $1 : nil }
    }
  }

  /// The same numbers with rows and columns exchanged.
  var transposed: StepGrid {
    let source = source
    var grid = StepGrid(
      title + "   (transposed)", head: head, rowNames: columnNames, columnNames: rowNames,
      low: low, high: high, source: { source($1, $0) }, value: { self.values[$1][$0] })
    grid.glows = (0..<columns).map { column in (0..<rows).map { glows[$0][column] } }
    return grid
  }
}

extension AttentionWidget {
  /// The grids of the current step, one a head.
  var stepGrids: [StepGrid] { trace.heads.indices.map { shown(step, head: $0) } }

  func grid(in area: Area) -> StepGrid? {
    guard case .head(let index) = area, trace.heads.indices.contains(index) else { return nil }
    return shown(step, head: index)
  }

  func shown(_ step: StepperStep, head index: Int) -> StepGrid {
    let grid = stepGrid(step, head: index)
    return parameters.isTransposed ? grid.transposed : grid
  }

  /// One step's grid for a head.
  func stepGrid(_ step: StepperStep, head index: Int) -> StepGrid {
    let head = trace.heads[index]
    let queries = (0..<query.rows).map(name)
    let keys = (0..<key.rows).map(name)
    let valueWidth = head.value.columns
    let widths = (0..<head.query.columns).map { "\(index * head.query.columns + $0 + 1)" }
    let columns = (0..<valueWidth).map { "\(index * valueWidth + $0 + 1)" }
    let title = trace.heads.count > 1 ? "   head \(index + 1)" : ""

    func grid(
      _ rows: [String], _ columns: [String], from low: Double? = nil, to high: Double? = nil,
      lastGlows: Bool = true, source: @escaping (Int, Int) -> StepGrid.Source
    ) -> StepGrid {
      StepGrid(
        title, head: index, rowNames: rows, columnNames: columns, low: low, high: high,
        lastGlows: lastGlows, source: source,
        value: { self.value(of: source($0, $1), head: index) })
    }
    func cells(_ step: AttentionStep) -> (Int, Int) -> StepGrid.Source {
      { .trace(AttentionCell(step, query: $0, key: $1)) }
    }
    let m = key.rows

    switch step {
    case .forward(.rotateQuery):
      return grid(queries, widths) { .trace(AttentionCell(.rotateQuery, query: $0, column: $1)) }
    case .forward(.rotateKey):
      return grid(keys, widths) { .trace(AttentionCell(.rotateKey, key: $0, column: $1)) }
    case .forward(.scores), .forward(.scale), .forward(.softcap), .forward(.mask):
      guard case .forward(let forward) = step else { break }
      return grid(queries, keys, source: cells(forward))
    case .forward(.maximum):
      return grid(queries, keys + ["row max"], lastGlows: false) { i, j in
        j == m ? .maximum(query: i) : .trace(AttentionCell(.maximum, query: i, key: j))
      }
    case .forward(.exponentials): return grid(queries, keys, source: cells(.exponentials))
    case .forward(.sum):
      return grid(queries, keys + ["sum"], lastGlows: false) { i, j in
        .trace(
          j == m ? AttentionCell(.sum, query: i) : AttentionCell(.exponentials, query: i, key: j))
      }
    case .forward(.weights): return grid(queries, keys, from: 0, to: 1, source: cells(.weights))
    case .forward(.terms):
      let pairs = (0..<query.rows).flatMap { i in (0..<m).map { "\(name(i)) ← \(name($0))" } }
      return grid(pairs, columns) { row, c in
        .trace(AttentionCell(.terms, query: row / m, key: row % m, column: c))
      }
    case .forward(.output):
      return grid(queries, columns) { .trace(AttentionCell(.output, query: $0, column: $1)) }
    case .dV: return grid(keys, columns) { .gradient(.dV, row: $0, column: $1) }
    case .dA, .dS: return grid(queries, keys) { .gradient(step, row: $0, column: $1) }
    case .dQ: return grid(queries, widths) { .gradient(.dQ, row: $0, column: $1) }
    case .dK: return grid(keys, widths) { .gradient(.dK, row: $0, column: $1) }
    }
    return grid(queries, keys, source: cells(.scores))
  }

  /// Whether it is 0 only because it is smaller than any double.
  func vanishes(_ source: StepGrid.Source, head index: Int) -> Bool {
    let (head, back) = (trace.heads[index], gradients[index])
    switch source {
    case .trace(let cell): return head.vanishes(cell)
    case .maximum: return false
    case .gradient(let step, let row, let column):
      return switch step {
      case .dV: back.valueVanishes(row, column, of: head)
      case .dA: back.weightVanishes(row, column, of: head)
      case .dQ: back.queryVanishes(row, column, of: head)
      case .dK: back.keyVanishes(row, column, of: head)
      case .dS, .forward: back.scoreVanishes(row, column, of: head)
      }
    }
  }

  /// The number that a source names.
  func value(of source: StepGrid.Source, head: Int) -> Double {
    switch source {
    case .trace(let cell): return trace.heads[head].value(at: cell) ?? .nan
    case .maximum(let query): return trace.heads[head].rowMaxima[query] ?? -.infinity
    case .gradient(let step, let row, let column):
      return gradient(step, head: head)[row, column]
    }
  }

  /// What a step of the way back comes to.
  func gradient(_ step: StepperStep, head: Int) -> Matrix {
    let gradients = gradients[head]
    return switch step {
    case .dV: gradients.dV
    case .dA: gradients.dA
    case .dQ: gradients.dQ
    case .dK: gradients.dK
    case .dS, .forward: gradients.dS
    }
  }
}
