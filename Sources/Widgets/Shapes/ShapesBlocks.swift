import Formulas
import Notes
import Numerics
import TextUI

extension ShapesWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let rows = rows
    func padded(_ texts: [String]) -> [String] {
      let width = texts.map(\.count).max() ?? 0
      return texts.map { String(repeating: " ", count: width - $0.count) + $0 }
    }
    let columns = [
      padded(rows.map(\.shape)),
      padded(rows.map { Self.text($0.parameters) }),
      padded(rows.map { Self.text($0.work) }),
    ]
    var grid = Grid(
      "One block, from top to bottom", texts: rows.indices.map { row in columns.map { $0[row] } },
      rowNames: rows.map(\.name), columnNames: Column.allCases.map(\.title))
    grid.strongRow = parts.count
    grid.nameLimit = 22
    let isResult = view.cursor.area == .parts
    let shown: [WidgetBlock] = [
      settings(areas.filter { $0 != .parts }, view, rank: isResult ? 1 : 0),
      .grids(grid.looking(view.cursor, at: .parts).guessing(view, at: .parts, column: 1), rank: 0),
    ]
    return shown + (view.isHidden ? [] : [derivation(view, rows)])
      + (view.isGuessing ? [] : [attention])
  }

  private var attention: WidgetBlock {
    let d = shape.width
    return .text(
      [
        "attention learns 4·\(d)·\(d) + 4·\(d) = \(shape.attentionWeights), with any number of heads",
        (shape.heads == 1 ? "the one head" : "each of \(shape.heads) heads")
          + " has width \(d) ÷ \(shape.heads) = \(shape.headWidth)",
      ], .muted, rank: 2)
  }

  private func derivation(_ view: View, _ rows: [Row]) -> WidgetBlock {
    let row = rows[view.cursor.row(in: .parts) ?? 0]
    let lines = [
      (Column.parameters, row.formula.parameters, row.parameters),
      (Column.multiplyAdds, row.formula.work, row.work),
    ].filter { column, text, _ in
      !text.isEmpty && (!view.isGuessing || column.rawValue == view.cursor.column)
    }.map { column, text, count in
      let result = count == .max ? ": \(Self.text(count))" : " = \(count)"
      return Equation(column.title, text + result, value: Double(count))
    }
    return .derivation(row.name, lines, rank: 2, ascii: view.ascii)
  }
}
