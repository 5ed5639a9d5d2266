import Numerics
import TextUI

/// Where the parts of a product stand.
struct ProductLayout: FigureLayout {
  /// Columns left of all names, for the sign that points at a row.
  static let margin = 2
  /// Columns between the left factor and what stands at its right, at least: a line runs there.
  private static let (gap, smallGap) = (3, 2)

  private let block: ProductBlock
  private let width: Int
  private let ascii: Bool
  private let left: GridLayout
  private let right: GridLayout
  private let product: GridLayout
  /// Columns of the left factor's names, and from there to the product.
  private let names: Int
  private let between: Int
  private var alone: [GridLayout] = []
  /// All three one after another, where they find no room at their crossing, and more than `alone`.
  private var flow: [GridLayout] = []
  /// The columns of the right factor and the product that are seen.
  private let seen: [Int]
  /// Whether the three fit beside and above each other.
  private let isWhole: Bool
  /// Columns for tables one after another: these keep out of the margin.
  private var inner: Int { width - block.hang }

  init(_ whole: ProductBlock, width: Int, ascii: Bool) {
    // In a narrow pane short names and no shades leave room for the crossing.
    let isNarrow = !whole.isCut && Self.columns(Self.parts(whole, .full), whole) > width
    let compact = isNarrow ? whole.compact : whole
    let fits = isNarrow && Self.columns(Self.parts(compact, .full), compact) <= width
    let block = fits ? compact : whole
    self.block = block
    self.width = width
    self.ascii = ascii
    var parts = Self.parts(block, .full)
    for detail in NumberText.Detail.allCases.dropFirst() where Self.columns(parts, block) > width {
      parts = Self.parts(block, detail)
    }
    (left, right, product) = (parts.left, parts.right, parts.product)
    names = Self.names(parts.left)
    between = Self.between(parts.right, block)
    let all = product.widths.total
    let room = width - (Self.columns(parts, block) - all)
    // Of a larger table a window stands at the crossing, if it holds more than a column or two.
    seen = block.isCut ? product.focused(on: right).window(room) : Array(product.widths.indices)
    let wide = seen.map { [product] in product.widths[$0] }.total
    let isWindow = block.isCut && seen.count > min(2, product.widths.count - 1) && wide <= room
    isWhole = all <= room || isWindow
    if !isWhole || !block.isCut { alone = aloneLayouts }
    if !isWhole, !block.isCut, block.small == .product, alone.count < block.all.count {
      flow = flowLayouts
    }
  }

  /// With the digits with which each of them fits.
  private var flowLayouts: [GridLayout] {
    NumberText.Detail.allCases.lazy.map { [block] detail in
      block.all.map { GridLayout($0, detail) }
    }.first { $0.allSatisfy { $0.width <= inner } }
      ?? block.all.map { GridLayout($0, room: inner) }
  }

  /// With as many digits as lets them stand side by side, where any do.
  private var aloneLayouts: [GridLayout] {
    let narrow = NumberText.Detail.allCases.lazy.map { [block] detail in
      block.alone.map { GridLayout($0, detail) }
    }.first { GridFlow.width($0) <= inner }
    let alone = (block.isCut ? nil : narrow) ?? block.alone.map { GridLayout($0, room: inner) }
    return allBeside(alone) ?? alone
  }

  /// All three side by side, if they take hardly more rows than what is drawn otherwise.
  private func allBeside(_ alone: [GridLayout]) -> [GridLayout]? {
    guard block.small == .product, !block.isCut else { return nil }
    let all = block.all.map { GridLayout($0, .full) }
    guard GridFlow.width(all) <= inner,
      GridFlow.height(all, width: inner) <= GridFlow.height(alone, width: inner) + 1
    else { return nil }
    return all
  }

  private typealias Parts = (left: GridLayout, right: GridLayout, product: GridLayout)

  private static func parts(_ block: ProductBlock, _ detail: NumberText.Detail) -> Parts {
    var right = GridLayout(block.right, detail)
    var product = GridLayout(block.product, detail)
    right.align(with: &product)
    return (GridLayout(block.left, detail), right, product)
  }

  private static func names(_ left: GridLayout) -> Int {
    margin + max(left.nameWidth, left.grid.title.displayWidth + 1)
  }

  private static func between(_ right: GridLayout, _ block: ProductBlock) -> Int {
    (block.isCompact ? smallGap : gap) + max(right.nameWidth + 1, right.grid.title.displayWidth + 1)
  }

  private static func columns(_ parts: Parts, _ block: ProductBlock) -> Int {
    names(parts.left) + parts.left.widths.total + between(parts.right, block)
      + parts.product.widths.total + 1 + block.product.title.displayWidth
  }

  var tight: ProductLayout {
    var layout = self
    layout.alone = alone.tight
    return layout
  }

  var leavesOut: Bool {
    isWhole ? block.isCut || seen.count < product.widths.count : (alone + flow).leavesOut(inner)
  }

  var unrolled: ProductLayout {
    var layout = self
    layout.alone = alone.unrolled(inner)
    layout.flow = flow.unrolled(inner)
    return layout
  }

  var height: Int {
    isWhole
      ? right.grid.size.rows + left.rows + 2
      : flow.isEmpty ? aloneHeight : GridFlow.height(flow, width: inner)
  }
  var most: Int {
    isWhole
      ? right.grid.size.rows + left.grid.size.rows + 2 : alone.map(\.most).max() ?? aloneHeight
  }
  var small: Int { block.isCut ? height : aloneHeight }
  /// Where there is no more room, the factor that keys go to stays, or the product.
  var least: Int { block.isCut ? 5 : min(aloneHeight, 4) }

  /// Side by side where they fit, else one above the other.
  private var aloneHeight: Int { GridFlow.height(alone, width: inner) }

  var written: [(value: Double, text: String)] {
    isWhole
      ? left.written + right.written + product.written : (alone + flow).flatMap(\.written)
  }

  func hang(height: Int) -> Int { crosses(height) ? block.hang : 0 }

  /// Whether so many rows are enough for the crossing: a window of fewer rows than two shows no table.
  private func crosses(_ height: Int) -> Bool {
    isWhole && height - block.right.size.rows - 2 >= min(2, block.left.size.rows)
  }

  func lines(height: Int) -> [[Cell]] {
    guard crosses(height) else {
      if !flow.isEmpty, GridFlow.height(flow, width: inner) <= height {
        return GridFlow.lines(flow, width: inner, height: height, ascii: ascii)
      }
      let alone = alone.isEmpty ? aloneLayouts : alone
      return GridFlow.lines(alone, width: inner, height: height, ascii: ascii)
    }
    let rows = height - block.right.size.rows - 2
    return crossing(left.focused(on: product).rowWindow(rows))
  }

  private func crossing(_ rows: Range<Int>) -> [[Cell]] {
    let start = names + left.widths.total + between
    let all = seen
    let entries = Array(left.widths.indices)
    let title = [Cell](right.grid.title, right.titleStyle)
    // Names stand under their title.
    let indent = start - max(right.nameWidth + 1, title.count + 1)
    var lines = [([Cell]().padded(to: indent) + title).padded(to: start) + right.names(all)]
    for row in 0..<right.grid.size.rows {
      let name = [Cell]().padded(to: start - right.nameWidth - 1) + right.name(row)
      lines.append(name.padded(to: start) + right.numbers(row, all, ascii: ascii))
    }
    let rule = rule(entries, all, start)
    // Beside the product, or else at the left of the factor above it, it is said which part is seen.
    let beside = product.place(all, rows, room: width - rule.count)
    let above = product.place(all, rows, room: indent - Self.margin)
    if beside.count < above.count {
      lines[0].replaceSubrange(0..<above.count, with: above)
      lines.append(rule)
    } else {
      lines.append(rule + beside)
    }
    for row in rows {
      let isPointedAt = row == pointedRow
      let sign = ascii ? "> " : "▸ "
      var line = [Cell](isPointedAt ? sign : "  ", Style(.accent, .bold))
      line = (line + left.name(row)).padded(to: names) + left.numbers(row, entries, ascii: ascii)
      if isPointedAt, !left.grid.lit.isEmpty {
        line.append(" " + self.rule(max(0, start - line.count - 2)), .muted)
      }
      lines.append(line.padded(to: start) + product.numbers(row, all, ascii: ascii))
    }
    return lines
  }

  /// What the left factor is, its columns, and the line that parts the right factor from the product.
  private func rule(_ entries: [Int], _ all: [Int], _ start: Int) -> [Cell] {
    let title = [Cell]().padded(to: Self.margin) + [Cell](left.grid.title, left.titleStyle)
    var line = (title.padded(to: names) + left.names(entries)).padded(to: start)
    let wide = all.map { product.widths[$0] }.total
    line.append(rule(wide) + " ", .muted)
    line.append(product.grid.title, product.titleStyle)
    return line
  }

  private func rule(_ count: Int) -> String { String(repeating: ascii ? "-" : "─", count: count) }

  /// The row of the cursor, in the left factor or the product.
  private var pointedRow: Int? {
    if product.isFocused { return product.grid.selected?.row }
    return left.isFocused ? left.grid.selected?.row : nil
  }

}

extension [Int] {
  /// All of them together.
  var total: Int { reduce(0, +) }
}
