import Inside
import Lab
import Models
import TextUI

/// What each part does over many cases.
extension InsideWidget {
  func evidencePage(_ view: View) -> [WidgetBlock] {
    guard isOwn else { return [lacking("Evidence is of cases in the words of the model inside")] }
    guard let evidence = study(Evidence.self) else {
      return [
        .text(
          ["\(Evidence.cases) cases of \(parameters.subject.rawValue): it begins."], .muted, rank: 0
        )
      ]
    }
    let table = EvidenceTable(evidence)
    var grid = Grid(
      table.title, texts: table.rows, rowNames: evidence.rows.map(\.component.name),
      columnNames: EvidenceTable.columns)
    grid.cover = { [rows = table.rows] row, column in rows[row][column] == "?" ? .later : nil }
    grid.selected = evidence.rows.firstIndex { $0.component == parameters.component }.map {
      Point(column: 0, row: $0)
    }
    grid.isFocused = true
    grid.cut = GridCut(
      rows: Array(table.rows.indices), columns: Array(EvidenceTable.columns.indices),
      size: GridSize(rows: table.rows.count, columns: EvidenceTable.columns.count))
    return [.grids(grid, rank: 0), .text([table.whole + " " + EvidenceTable.legend], rank: 2)]
      + working("trying")
  }
}
