import TextUI

/// A product of matrices as it is drawn by hand: the left factor at the left, the right one above,
/// and the product where they cross, so that a number of the product stands in line with the row and
/// the column that made it.
struct ProductBlock: Figure {
  /// Its rows are the product's.
  var left: Grid
  /// Its columns are the product's.
  var right: Grid
  /// Its rows have no names of their own here.
  var product: Grid

  /// The factor that keys go to as it stands where it is drawn alone, with more of what is summed over.
  var factor: Grid?

  /// What is drawn of it where there is no room for all three.
  enum Small {
    /// The product, below the factor that keys go to.
    case product
    /// That factor alone, beside another table.
    case factor
    case nothing
  }

  var small = Small.product
  /// Whether it does with little room.
  private(set) var isCompact = false
  private(set) var hang = 0

  func hanging(by margin: Int) -> ProductBlock {
    var block = self
    block.hang = min(margin, ProductLayout.margin)
    return block
  }

  /// The same with short names of its factors, and without shades.
  var compact: ProductBlock {
    var block = changed { grid in
      var grid = grid
      let words = grid.title.split(separator: " ")
      // Which matrix it is says more than its size.
      grid.title = (words.last { !$0.contains("×") } ?? words.last).map(String.init) ?? ""
      (grid.heats, grid.isGuessed) = ([], false)
      return grid
    }
    block.product.title = product.title
    block.isCompact = true
    return block
  }

  /// Whether one of the three is part of a larger table.
  var isCut: Bool { [left, right, product].contains { $0.cut != nil } }

  /// Lights the row and the column of the number under the cursor, in the colours of their matrices.
  func lit(_ leftRole: Role, _ rightRole: Role) -> ProductBlock {
    guard let cell = product.selected else { return self }
    var block = self
    block.left.lit = [LitCells(place: .row(cell.row), role: leftRole)]
    block.right.lit = [LitCells(place: .column(cell.column), role: rightRole)]
    return block
  }

  /// (AB)ᵀ = BᵀAᵀ.
  var transposed: ProductBlock {
    changed { $0.transposed }.flipped
  }

  private func changed(_ change: (Grid) -> Grid) -> ProductBlock {
    var block = self
    (block.left, block.right, block.product) = (change(left), change(right), change(product))
    block.factor = factor.map(change)
    return block
  }

  private var flipped: ProductBlock {
    var block = self
    (block.left, block.right) = (right, left)
    return block
  }

  /// The same as a part of another step.
  var dimmed: ProductBlock {
    changed(\.dimmed)
  }

  /// The grid that keys go to.
  private var focus: Grid? { [left, right].first(where: \.isFocused).map { factor ?? $0 } }

  /// The three, each with its names.
  var all: [Grid] { [left, right, named] }

  /// What is drawn one above the other where there is no room for all three.
  var alone: [Grid] {
    switch small {
    case .product: (focus.map { [$0] } ?? []) + [named]
    case .factor: focus.map { [$0] } ?? []
    case .nothing: []
    }
  }

  /// The product with names at its rows.
  private var named: Grid {
    var grid = product
    grid.rowNames = left.rowNames
    return grid
  }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    ProductLayout(self, width: width, ascii: ascii)
  }

  var transcript: [String] {
    Array(all.map(\.transcript).joined(separator: [""]))
  }

  var spelledInASCII: ProductBlock {
    changed(\.spelledInASCII)
  }

  var withoutGlow: ProductBlock { changed(\.withoutGlow) }
}
