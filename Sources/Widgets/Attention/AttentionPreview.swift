import TextUI

extension AttentionWidget {
  /// The table of the step that it stands at: what the steps after it come to is still to be found
  /// out.
  package func preview(_ view: View) -> [WidgetBlock] {
    let grids = stepGrids.map { table in
      var grid = Grid(
        step.formula + table.title, table.values, rowNames: table.rowNames,
        columnNames: table.columnNames, numbers: view.numbers)
      grid.heats = table.heats
      return grid
    }
    return [WidgetBlock(.grids(grids), rank: 0)]
  }
}
