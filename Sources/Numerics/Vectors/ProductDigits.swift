/// How the numbers of a product are written: those of each factor, and all that is added up, with as
/// many decimals wherever they stand.
package struct ProductDigits: Sendable {
  package private(set) var left, right, products, sums: NumberText

  /// Each number with as many digits as it takes.
  package init(_ numbers: NumberText) {
    (left, right, products, sums) = (numbers, numbers, numbers, numbers)
  }

  /// Cells, each the dot product of a row and a column, with so many decimals at most.
  package init(_ cells: [DotProduct], most: Int, _ numbers: NumberText) {
    let results = cells.flatMap { $0.products + $0.partialSums }
    let sums = Decimals.needed(results, most: most)
    func raised(_ factor: Vector) -> Int {
      let own = Decimals.needed(factor, most: most)
      return Decimals.areTold(factor, by: own) ? own : max(own, sums)
    }
    let left = numbers.with(decimals: raised(cells.flatMap(\.u)))
    let right = numbers.with(decimals: raised(cells.flatMap(\.v)))
    let style = numbers.with(decimals: sums)
    func product(_ cell: DotProduct, _ at: Int) -> Double {
      left.seen(cell.u[at]) * right.seen(cell.v[at])
    }
    let products =
      style.carried { result in
        cells.allSatisfy { cell in
          cell.u.indices.allSatisfy { result.holds(cell.products[$0], from: product(cell, $0)) }
        }
      } ?? style
    (self.left, self.right, self.products) = (left, right, products)
    // The rounding of products adds up in their sums.
    self.sums =
      style.carried { result in
        cells.allSatisfy { cell in
          var (sum, terms) = (0.0, 0.0)
          return cell.u.indices.allSatisfy { at in
            sum += product(cell, at)
            terms += products.seen(cell.products[at])
            return [sum, terms].allSatisfy { result.holds(cell.partialSums[at], from: $0) }
          }
        }
      } ?? style
  }
}
