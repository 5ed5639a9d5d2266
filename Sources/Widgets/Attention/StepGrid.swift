import Formulas
import Numerics

/// What the rows or columns of a table are.
enum Axis: Equatable, Sendable {
  case query, key
  /// Entries of a head's queries and keys.
  case entry
  /// Columns of a head's values.
  case column
  /// A query with each of its keys, one after another.
  case pair
}

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
  /// What its rows and columns are; a total may follow the columns.
  var rowAxis, columnAxis: Axis
  var size: GridSize
  /// What the column at the end is called that is not part of its axis.
  var total: String?
  /// Bounds of the glow; the values' own where nil.
  var low: Double?
  var high: Double?
  var head: Int
  let source: @Sendable (_ row: Int, _ column: Int) -> Source

  var rows: Int { size.rows }
  var columns: Int { size.columns }

  /// The same numbers with rows and columns exchanged.
  var transposed: StepGrid {
    let source = source
    return StepGrid(
      title: title, rowAxis: columnAxis, columnAxis: rowAxis,
      size: GridSize(rows: columns, columns: rows), total: total, low: low, high: high, head: head,
      source: { source($1, $0) })
  }
}

extension AttentionWidget {
  package func results(in area: Area) -> GridSize {
    stepGrid(in: area)?.size ?? GridSize(rows: 0, columns: 0)
  }

  /// What the cursor stands on in the grids of the step.
  func cellSource(_ cursor: Cursor) -> (source: StepGrid.Source, head: Int)? {
    stepGrid(in: cursor.area).map { ($0.source(cursor.row, cursor.column), $0.head) }
  }

  func stepGrid(in area: Area) -> StepGrid? {
    guard case .head(let index) = area, trace.heads.indices.contains(index) else { return nil }
    return shown(step, head: index)
  }

  func shown(_ step: StepperStep, head index: Int) -> StepGrid {
    let grid = stepGrid(step, head: index)
    return parameters.isTransposed ? grid.transposed : grid
  }

  /// One step's grid for a head.
  func stepGrid(_ step: StepperStep, head index: Int) -> StepGrid {
    func grid(
      _ rows: Axis, _ columns: Axis, total: String? = nil, from low: Double? = nil,
      to high: Double? = nil, source: @escaping @Sendable (Int, Int) -> StepGrid.Source
    ) -> StepGrid {
      StepGrid(
        title: trace.heads.count > 1 ? "   head \(index + 1)" : "", rowAxis: rows,
        columnAxis: columns,
        size: GridSize(rows: extent(rows), columns: extent(columns) + (total == nil ? 0 : 1)),
        total: total, low: low, high: high, head: index, source: source)
    }
    func cells(_ step: AttentionStep) -> @Sendable (Int, Int) -> StepGrid.Source {
      { .trace(AttentionCell(step, query: $0, key: $1)) }
    }
    let m = key.rows

    switch step {
    case .forward(.rotateQuery):
      return grid(.query, .entry) { .trace(AttentionCell(.rotateQuery, query: $0, column: $1)) }
    case .forward(.rotateKey):
      return grid(.key, .entry) { .trace(AttentionCell(.rotateKey, key: $0, column: $1)) }
    case .forward(.scores): return grid(.query, .key, source: cells(.scores))
    case .forward(.scale): return grid(.query, .key, source: cells(.scale))
    case .forward(.softcap): return grid(.query, .key, source: cells(.softcap))
    case .forward(.mask): return grid(.query, .key, source: cells(.mask))
    case .forward(.maximum):
      return grid(.query, .key, total: "row max") { i, j in
        j == m ? .maximum(query: i) : .trace(AttentionCell(.maximum, query: i, key: j))
      }
    case .forward(.exponentials): return grid(.query, .key, source: cells(.exponentials))
    case .forward(.sum):
      return grid(.query, .key, total: "sum") { i, j in
        .trace(
          j == m ? AttentionCell(.sum, query: i) : AttentionCell(.exponentials, query: i, key: j))
      }
    case .forward(.weights):
      return grid(.query, .key, from: 0, to: 1, source: cells(.weights))
    case .forward(.terms):
      return grid(.pair, .column) { row, c in
        .trace(AttentionCell(.terms, query: row / m, key: row % m, column: c))
      }
    case .forward(.output):
      return grid(.query, .column) { .trace(AttentionCell(.output, query: $0, column: $1)) }
    case .dV: return grid(.key, .column) { .gradient(.dV, row: $0, column: $1) }
    case .dA, .dS: return grid(.query, .key) { .gradient(step, row: $0, column: $1) }
    case .dQ: return grid(.query, .entry) { .gradient(.dQ, row: $0, column: $1) }
    case .dK: return grid(.key, .entry) { .gradient(.dK, row: $0, column: $1) }
    }
  }

  /// What a row or column of a step's table is called.
  func axisName(_ axis: Axis, _ index: Int, _ step: StepperStep, head: Int) -> String {
    switch axis {
    case .query: queryName(index)
    case .key: keyName(index)
    case .entry: "\(firstColumn(of: step == .dK ? .key : .query, head: head) + index + 1)"
    case .column:
      "\(firstColumn(of: step == .dV ? .value : .gradient, head: head) + index + 1)"
    case .pair: "\(queryName(index / key.rows)) ← \(keyName(index % key.rows))"
    }
  }

  /// Whether it is 0 only because it is smaller than any double.
  func vanishes(_ source: StepGrid.Source, head index: Int) -> Bool {
    switch source {
    case .trace(let cell): return trace.heads[index].vanishes(cell)
    case .maximum: return false
    case .gradient(let step, let row, let column):
      guard let back = back(index) else { return false }
      let head = trace.heads[index]
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
  func cellNumber(of source: StepGrid.Source, head: Int) -> Double {
    switch source {
    case .trace(let cell): return trace.heads[head].value(at: cell) ?? .nan
    case .maximum(let query): return trace.heads[head].rowMaxima[query] ?? -.infinity
    case .gradient(let step, let row, let column):
      return gradientMatrix(step, head: head)?[row, column] ?? .nan
    }
  }

  /// What a step of the backward pass comes to.
  func gradientMatrix(_ step: StepperStep, head: Int) -> Matrix? {
    guard let gradients = back(head) else { return nil }
    return switch step {
    case .dV: gradients.dV
    case .dA: gradients.dA
    case .dQ: gradients.dQ
    case .dK: gradients.dK
    case .dS, .forward: gradients.dS
    }
  }
}
