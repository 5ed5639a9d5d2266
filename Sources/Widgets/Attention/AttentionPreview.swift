import TextUI

extension AttentionWidget {
  /// The table of the step that it stands at: what the steps after it come to is still to be found
  /// out.
  package func preview(_ view: View) -> [WidgetBlock] {
    let grids = stepGrids.map { table in
      var grid = Grid(
        step.formula + table.title, table.values, rowNames: table.rowNames,
        columnNames: table.columnNames, numbers: view.numbers)
      grid.heats = Grid.heats(table.values, from: table.low, to: table.high).enumerated().map {
        row, heats in heats.enumerated().map { table.glows[row][$0] ? $1 : nil }
      }
      return grid
    }
    return [WidgetBlock(.grids(grids), rank: 0)]
  }
}
