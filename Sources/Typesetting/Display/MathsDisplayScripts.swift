import TextUI

extension MathsDisplay {
  /// A base with its scripts, above and below it or beside it.
  func scripts(_ base: MathsNode, _ pair: MathsScriptPair) -> MathsLayout {
    if base.kinds(linear: false).leading == .big {
      return bigOperator(.scripts(base, pair), isHigh: false)
    }
    let layout = self.layout(base)
    return placesLimits(base, pair) ? limits(layout, pair) : beside(layout, pair)
  }

  /// Whether the scripts of this base go above and below it here.
  func placesLimits(_ base: MathsNode, _ pair: MathsScriptPair) -> Bool {
    switch pair.limits {
    case .always: return true
    case .never: return false
    case .automatic: break
    }
    switch base.kinds(linear: false).leading {
    case .big, .limit:
      guard isCompact else { return true }
      let lower = pair.lower.map { inline.script($0, raised: false).isSimple } ?? true
      let upper = pair.upper.map { inline.script($0, raised: true).isSimple } ?? true
      return !(lower && upper)
    default:
      return false
    }
  }

  /// A sum, product or integral with its limits, three rows high around high content.
  func bigOperator(_ node: MathsNode, isHigh: Bool) -> MathsLayout {
    var (base, pair) = (node, MathsScriptPair())
    if case .scripts(let inner, let scripts) = node { (base, pair) = (inner, scripts) }
    let text = inline.text(base)
    let rows = isHigh && !ascii ? Self.highSign(text) : nil
    let sign =
      rows.map { MathsLayout(rows: $0, width: $0[0].displayWidth, baseline: 1, isTall: true) }
      ?? MathsLayout(text)
    if placesLimits(base, pair) { return limits(sign, pair) }
    var small = self
    (small.raises, small.lowers) = (false, false)
    return small.beside(sign, pair)
  }

  private static func highSign(_ glyph: String) -> [String]? {
    switch glyph {
    case "∑": ["╲‾‾", " > ", "╱__"]
    case "∏": ["┬─┬", "│ │", "┴ ┴"]
    case "∐": ["┬ ┬", "│ │", "┴─┴"]
    case "∫": ["⌠", "⎮", "⌡"]
    case "∬": ["⌠⌠", "⎮⎮", "⌡⌡"]
    case "∭": ["⌠⌠⌠", "⎮⎮⎮", "⌡⌡⌡"]
    default: nil
    }
  }

  private func limits(_ base: MathsLayout, _ pair: MathsScriptPair) -> MathsLayout {
    var parts = [base]
    if let upper = pair.upper.map(script), upper.width > 0 { parts.insert(upper, at: 0) }
    let main = parts.count - 1
    if let lower = pair.lower.map(script), lower.width > 0 { parts.append(lower) }
    return .stacked(parts, main: main, isTall: base.isTall || parts.count > 2)
  }

  /// A script on one line, or on several where it has several.
  private func script(_ node: MathsNode) -> MathsLayout {
    if case .grid(let grid) = node.bare {
      let rows = grid.rows.map { cells in
        MathsLayout(inline.row(cells.flatMap(\.elements), tight: true))
      }
      return .stacked(rows, main: 0, isTall: true)
    }
    return MathsLayout(inline.text(node, tight: true))
  }

  /// Scripts to the right of the base: small characters, or in the rows above and below; a high
  /// base has them at its corners.
  private func beside(_ base: MathsLayout, _ pair: MathsScriptPair) -> MathsLayout {
    let hasCorners = base.isTall && base.height > 1
    var column: [Int: String] = [:]
    for (node, isUpper) in [(pair.lower, false), (pair.upper, true)] {
      guard let node else { continue }
      let script = inline.script(node, raised: isUpper)
      let isBeside = script.isSimple && !(isUpper ? raises : lowers)
      let edge = hasCorners ? (isUpper ? 0 : base.height - 1) : base.baseline
      let isMarked = hasCorners ? script.isSimple : isBeside
      let row = isMarked ? edge : edge + (isUpper ? -1 : 1)
      column[row, default: ""] += isMarked ? script.text : inline.text(node, tight: true)
    }
    let top = min(0, column.keys.min() ?? 0)
    let bottom = max(base.height - 1, column.keys.max() ?? 0)
    var result = base.extended(above: base.baseline - top, below: bottom - base.baseline)
    let width = column.values.reduce(0) { max($0, $1.displayWidth) }
    for row in result.rows.indices {
      let text = column[row + top] ?? ""
      result.rows[row] += text + MathsLayout.spaces(width - text.displayWidth)
    }
    result.width += width
    return result
  }
}
