import Inside
import Lab
import Models
import Numerics
import TextUI

/// Where the head under the cursor looks, from every place.
extension InsideWidget {
  func mapPage(_ view: View) -> [WidgetBlock] {
    guard case .head(let layer, let head) = parameters.component else {
      return [
        .text(
          [
            "\(parameters.component.name) looks at no other place: \(key(.nextPart, view)) leads to a head."
          ], rank: 0)
      ]
    }
    let count = tokens.count
    let rows = (0..<count).map { place -> [Double] in
      let weights = look.weights(layer: layer, head: head, from: place)
      return weights + Array(repeating: 0, count: count - weights.count)
    }
    let key = rows[place].max().flatMap(rows[place].firstIndex) ?? 0
    var grid = Grid(
      map: "\(parameters.component.name): from each row's token, at each column's",
      Matrix(rows) ?? .row([0]), numbers: NumberText(significant: 3, ascii: view.ascii).ofShares)
    grid.rowNames = tokens.enumerated().map { "\($0) \(visible($1, ascii: view.ascii))" }
    grid.heats = rows.enumerated().map { row, weights in
      weights.enumerated().map { $0 > row ? nil : $1 }
    }
    grid.selected = Point(column: key, row: place)
    grid.isFocused = true
    grid.cut = GridCut(
      rows: Array(0..<count), columns: Array(0..<count), size: GridSize(rows: count, columns: count)
    )
    let legend = HeatLegend.block(from: 0, to: 1, view.numbers)
    return [.grids(grid, rank: 0)] + (view.isWide ? [] : [headLook(view, rows: 3...5)]) + [legend]
  }
}
