import Numerics
import TextUI

/// What stands below the steps of a block: the stream so far, the unit that is looked at, the next word.
extension BlockWidget {
  package func extras(_ view: View) -> [WidgetBlock] {
    guard !view.isGuessing else { return [] }
    return neuron(view) + next(view) + stream(view)
  }

  /// The stream below an addition shows what was added.
  package func drawsParts(_ view: View) -> Bool {
    let isAddition = ["X_mid", "X_out"].contains(shown.table.symbol)
    return !isAddition || view.isGuessing || view.room == nil || view.cursor.area != .result
  }

  /// What each part added to the stream of the word under the cursor, from its own vector on.
  private func stream(_ view: View) -> [WidgetBlock] {
    let done = chain.tables[..<step].map(\.table)
    var parts = [
      ("attn", "+ attention"), ("X_mid", "= X_mid"), ("mlp", "+ MLP"), ("X_out", "= X_out"),
    ]
    if model.place == .post { parts.insert(("N_1", "normalised"), at: 2) }
    let known = parts.compactMap { symbol, name in
      done.first { $0.symbol == symbol }.map { (name, $0.values) }
    }
    guard !known.isEmpty else { return [] }
    let isOfWords = view.cursor.area == .result && shown.table.values.rows == model.x.rows
    let word = isOfWords ? view.cursor.row : model.x.rows - 1
    let rows = [("X", model.x)] + known
    let width = model.x.columns
    let isOfWidth = view.cursor.area == .result && shown.table.values.columns == width
    let columns = AxisWindow.drawn(
      width, .columns, at: isOfWidth ? view.cursor.column : nil, in: view)
    let values = rows.map { _, matrix in
      columns.map { $0.map { matrix[word, $0] } ?? 0 } + [Array(matrix.row(word)).norm]
    }
    var grid = Grid(
      "the residual stream of \"\(model.names[word])\": what each part added", values,
      rowNames: rows.map(\.0),
      columnNames: columns.map { $0.map { "\($0 + 1)" } ?? "…" } + ["length"],
      numbers: view.numbers)
    grid.totals = 1
    // How far a number lies from 0, to either side.
    grid.heats = Grid.heats(
      values.map { $0.map(\.magnitude) }, from: 0,
      to: values.map { $0.dropLast().map(\.magnitude) }.joined().max())
    grid.cover = { columns.indices.contains($1) && columns[$1] == nil ? .cut : nil }
    if isOfWidth, let column = columns.firstIndex(of: view.cursor.column) {
      grid.lit = [LitCells(place: .column(column), role: .query)]
    }
    return [.grids(grid, rank: drawsParts(view) ? 2 : 0)]
  }

  /// What a unit of the MLP reads and writes.
  private func neuron(_ view: View) -> [WidgetBlock] {
    guard view.cursor.area == .result, ["up", "act"].contains(shown.table.symbol) else { return [] }
    let unit = view.cursor.column
    guard unit < model.up.columns else { return [] }
    let numbers = view.numbers
    func short(_ row: Vector) -> String {
      row.count <= 8
        ? numbers.vector(row)
        : "\(row.count) numbers, of length \(numbers.text(row.norm))"
    }
    let gate =
      model.activation == .swiglu && unit < model.gate.columns
      ? ", times the gate that reads \(short(model.gate.column(unit)))," : ""
    return [
      .text(
        [
          "unit \(unit + 1) reads \(short(model.up.column(unit)))\(gate) "
            + "and adds \(short(Array(model.down.row(unit)))) as often as it says"
        ], rank: 2)
    ]
  }

  /// The likeliest word after the one under the cursor.
  private func next(_ view: View) -> [WidgetBlock] {
    guard shown.table.symbol == "p", let table = chain.tables.last?.table else { return [] }
    let word = view.cursor.area == .result ? view.cursor.row : model.x.rows - 1
    let row = Array(table.values.row(word))
    guard let largest = row.largest, let at = row.firstIndex(of: largest) else { return [] }
    return [
      .text(
        [
          "After \"\(model.names[word])\" the likeliest is \"\(table.columnNames[at])\": "
            + view.numbers.text(largest)
        ], Style(.accent), rank: 1)
    ]
  }
}
