import TextUI

/// Delimiters as high as what stands between them.
struct MathsDelimiters {
  let ascii: Bool

  /// The content between delimiters of its own height.
  func enclosed(
    _ content: MathsLayout, _ left: MathsSymbol, _ right: MathsSymbol
  ) -> MathsLayout {
    var parts = [content]
    if left != .none {
      parts.insert(grown(left, above: content.baseline, below: content.below), at: 0)
    }
    if right != .none {
      parts.append(grown(right, above: content.baseline, below: content.below))
    }
    return .beside(parts)
  }

  /// One delimiter with the given rows above and below its baseline.
  func grown(_ symbol: MathsSymbol, above: Int, below: Int) -> MathsLayout {
    let height = above + below + 1
    let shape = MathsDelimiter(symbol, ascii: ascii)
    let rows = height == 1 ? [symbol.text(ascii: ascii)] : shape.rows(height, middle: above)
    let width = rows.reduce(0) { max($0, $1.displayWidth) }
    return MathsLayout(rows: rows, width: width, baseline: above, isTall: height > 1)
  }
}
