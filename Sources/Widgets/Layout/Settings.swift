import Formulas
import Numerics

extension Widget {
  /// Inputs of a number each, side by side; whole numbers with all their digits.
  func settings(_ areas: [Area], _ view: View, rank: Int) -> WidgetBlock {
    let grids = areas.compactMap { area in
      table(in: area).map { table in
        let number = table.values.elements[0]
        let text = number == number.rounded() ? Plain.text(number) : view.numbers.text(number)
        return Grid(table.key(row: 0), texts: [[text]]).looking(view.cursor, at: area)
      }
    }
    return WidgetBlock(.grids(grids), rank: rank)
  }
}
