import Numerics
import TextUI

/// How its numbers are written.
extension MatrixProductWidget: DecidedDigits {
  func digits(_ view: View) -> ProductDigits {
    if let known = view.digits { return known }
    if view.isExact { return ProductDigits(view.numbers) }
    let (rows, columns) = (0..<trace.cells.rows, 0..<trace.cells.columns)
    let cells = rows.flatMap { row in columns.compactMap { trace.cell(row: row, column: $0) } }
    func digits(_ most: Int) -> ProductDigits {
      ProductDigits(
        cells, most: most, NumberText(significant: min(view.significant, most), ascii: view.ascii))
    }
    guard let room = view.room else { return digits(5) }
    /// Columns that a table takes with brackets around each number.
    func width(_ matrix: Matrix, _ numbers: NumberText) -> Int {
      matrix.columns * (2 + (matrix.elements.map { numbers.text($0).count }.max() ?? 0))
    }
    let most = [5, 4, 3].first { most in
      let digits = digits(most)
      let right = max(width(trace.right, digits.right), width(trace.cells, digits.sums))
      // Titles, the gap between them, and the product's own at the right.
      return width(trace.left, digits.left) + right + 32 <= room.columns
    }
    let alone = [4, 3].first { most in
      width(trace.cells, digits(most).sums) <= room.columns
    }
    return digits(most ?? alone ?? 2)
  }

  package func numbers(at cell: Cursor, _ view: View) -> NumberText { digits(view).sums }
}
