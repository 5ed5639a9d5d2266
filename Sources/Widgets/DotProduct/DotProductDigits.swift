import Formulas
import Numerics
import TextUI

/// How its numbers are written.
extension DotProductWidget: DecidedDigits {
  func digits(_ view: View) -> ProductDigits {
    if let known = view.digits { return known }
    if view.isExact { return ProductDigits(view.numbers) }
    func digits(_ most: Int) -> ProductDigits {
      ProductDigits(
        [trace], most: most,
        NumberText(significant: min(view.significant, most), ascii: view.ascii))
    }
    guard let room = view.room else { return digits(5) }
    let columns =
      view.isWide
      ? BlockLayout.mainPane(room.columns)
      // The vectors' picture stands beside the table.
      : trace.u.count == 2 && room.columns >= 74 ? room.columns * 3 / 5 : room.columns
    let most = [5, 4, 3].first { most in
      let digits = digits(most)
      let widths = trace.u.indices.map { at in
        [
          digits.left.text(trace.u[at]), digits.right.text(trace.v[at]),
          digits.products.text(trace.products[at]), digits.sums.text(trace.partialSums[at]),
        ].map(\.count).max() ?? 0
      }
      return "running sum ".count + widths.map { $0 + 2 }.total <= columns
    }
    return digits(most ?? 2)
  }

  package func numbers(at cell: Cursor, _ view: View) -> NumberText {
    cell.area == .sums && cell.row == 0 ? digits(view).products : digits(view).sums
  }
}
