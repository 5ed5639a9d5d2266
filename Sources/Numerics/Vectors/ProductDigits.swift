/// How the numbers of a product are written: those of each factor, and all that is added up, with as
/// many decimals wherever they stand.
package struct ProductDigits: Sendable {
  package private(set) var left, right, sums: NumberText

  /// Each number with as many digits as it takes.
  package init(_ numbers: NumberText) { (left, right, sums) = (numbers, numbers, numbers) }

  /// Cells, each the dot product of a row and a column, with so many decimals at most.
  package init(_ cells: [DotProduct], most: Int, _ numbers: NumberText) {
    let results = cells.flatMap { $0.products + $0.partialSums }
    let sums = Decimals.needed(results, most: most)
    func raised(_ factor: Vector) -> Int {
      let own = Decimals.needed(factor, most: most)
      return Decimals.areTold(factor, by: own) ? own : max(own, sums)
    }
    let (left, right) = (raised(cells.flatMap(\.u)), raised(cells.flatMap(\.v)))
    self.left = numbers.with(decimals: left)
    self.right = numbers.with(decimals: right)
    self.sums = numbers.with(
      decimals: Decimals.most(sums) { decimals in
        cells.allSatisfy { Self.carries(decimals, $0, left, right) }
      })
  }

  /// Whether the shown factors lead to each product and running sum, and the products to these too.
  private static func carries(
    _ decimals: Int, _ cell: DotProduct, _ left: Int, _ right: Int
  ) -> Bool {
    var (sum, terms) = (0.0, 0.0)
    return cell.u.indices.allSatisfy { at in
      let product = Decimals.shown(cell.u[at], left) * Decimals.shown(cell.v[at], right)
      sum += product
      terms += Decimals.shown(cell.products[at], decimals)
      return Decimals.reach(product, cell.products[at], decimals)
        && [sum, terms].allSatisfy { Decimals.reach($0, cell.partialSums[at], decimals) }
    }
  }
}
