/// Sets a formula in two dimensions.
struct MathsDisplay {
  let ascii: Bool
  /// Whether limits stand beside their sign where they can, as inside fractions.
  var isCompact = false
  /// Whether upper scripts take a row of their own, because one of the line has no small form.
  var raises = false
  /// The same for lower scripts.
  var lowers = false

  var inline: MathsInline { MathsInline(ascii: ascii) }
  var delimiters: MathsDelimiters { MathsDelimiters(ascii: ascii) }

  /// The display for a line of its own, such as a numerator or a cell.
  func starting(_ line: MathsNode, isCompact: Bool) -> MathsDisplay {
    let scripts = MathsScriptRows(line, inline: inline)
    return MathsDisplay(
      ascii: ascii, isCompact: isCompact, raises: scripts.raises, lowers: scripts.lowers)
  }

  /// The nodes side by side.
  func row(_ nodes: [MathsNode], continues: Bool = false) -> MathsLayout {
    line(MathsSpacing.items(nodes, linear: false, continues: continues))
  }

  /// A part that starts its own line: a numerator, a cell.
  func part(_ node: MathsNode, isCompact: Bool = true, continues: Bool = false) -> MathsLayout {
    starting(node, isCompact: isCompact).row(node.elements, continues: continues)
  }

  /// Spaced atoms side by side; signs such as ∑ grow with what follows them.
  func line(_ items: [MathsItem]) -> MathsLayout {
    var layouts: [MathsLayout] = []
    layouts.reserveCapacity(items.count)
    var scopeIsHigh = false
    for item in items.reversed() {
      switch item.leading {
      case .big:
        layouts.append(bigOperator(item.node, isHigh: scopeIsHigh && !isCompact))
      case .relation, .binary:
        scopeIsHigh = false
        fallthrough
      default:
        let layout = self.layout(item.node)
        scopeIsHigh = scopeIsHigh || (layout.isTall && layout.height > 2)
        layouts.append(layout)
      }
    }
    layouts.reverse()
    growDividers(items, &layouts)
    return joined(items, layouts)
  }

  /// The atoms next to each other, neighbours of one row first made one text.
  private func joined(_ items: [MathsItem], _ layouts: [MathsLayout]) -> MathsLayout {
    var parts: [MathsLayout] = []
    var run = ""
    var previous: MathsLayout?
    for (item, layout) in zip(items, layouts) {
      var gap = item.gap
      if gap == 0, let previous, Self.touch(previous, layout) { gap = 1 }
      run += MathsLayout.spaces(gap)
      previous = layout
      if layout.height == 1 {
        run += layout.rows[0]
      } else {
        if !run.isEmpty { parts.append(MathsLayout(run)) }
        run = ""
        parts.append(layout)
      }
    }
    if !run.isEmpty || parts.isEmpty { parts.append(MathsLayout(run)) }
    return .beside(parts)
  }

  /// Whether two neighbours would read as one: words, or a script and a high delimiter.
  private static func touch(_ left: MathsLayout, _ right: MathsLayout) -> Bool {
    if left.height == 1, right.height == 1 {
      return MathsInline.runTogether(left.rows[0], right.rows[0])
    }
    return left.height > 1 && right.height > 1 && right.isTall
  }

  /// `\middle` delimiters reach as high as the rest of their row.
  private func growDividers(_ items: [MathsItem], _ layouts: inout [MathsLayout]) {
    guard layouts.contains(where: { $0.isTall }) else { return }
    let above = layouts.reduce(0) { max($0, $1.baseline) }
    let below = layouts.reduce(0) { max($0, $1.below) }
    for (index, item) in items.enumerated() {
      if case .divider(let symbol) = item.node {
        layouts[index] = delimiters.grown(symbol, above: above, below: below)
      }
    }
  }

  func layout(_ node: MathsNode) -> MathsLayout {
    switch node {
    case .symbol(let symbol) where symbol.kind == .big: bigOperator(node, isHigh: false)
    case .symbol, .word, .space, .divider: MathsLayout(inline.text(node))
    case .row(let nodes): row(nodes)
    case .role(_, let node): layout(node)
    case .scripts(let base, let pair): scripts(base, pair)
    case .fraction(let upper, let lower, let bar): fraction(upper, lower, bar: bar)
    case .root(let body, let index): root(body, index: index)
    case .accent(let accent, let body): accented(accent, body)
    case .fenced(let left, let body, let right): fenced(left, body, right)
    case .brace(let body, let over): braced(body, over: over)
    case .grid(let grid): self.grid(grid)
    }
  }

  private func fraction(_ upper: MathsNode, _ lower: MathsNode, bar: Bool) -> MathsLayout {
    let (over, under) = (part(upper), part(lower))
    let width = max(over.width, under.width)
    guard bar else {
      let gap = MathsLayout(repeating: " ", columns: width)
      return .stacked([over, gap, under], main: 1, isTall: true)
    }
    let line = MathsLayout(repeating: ascii ? "-" : "─", columns: width + 2)
    return .stacked([over, line, under], main: 1, isTall: true)
  }

  private func root(_ body: MathsNode, index: MathsNode?) -> MathsLayout {
    let content = part(body)
    let order = index.map { inline.text($0, tight: true) } ?? ""
    if content.height == 1, ascii || MathsPrecedence.isRadicand(body) {
      return MathsLayout(inline.text(.root(body, index: index)))
    }
    if ascii {
      let sign = MathsLayout("sqrt" + (order.isEmpty ? "" : "[" + order + "]"))
      let (open, close) = (MathsSymbols.typed("("), MathsSymbols.typed(")"))
      return .beside([sign, delimiters.enclosed(content, open, close)])
    }
    return MathsRadical.drawn(over: content, order: order)
  }
  private func fenced(
    _ left: MathsSymbol, _ body: [MathsNode], _ right: MathsSymbol
  ) -> MathsLayout {
    let content = row(body)
    guard content.isTall, content.height > 1 else {
      return .beside([
        MathsLayout(left.text(ascii: ascii)), content, MathsLayout(right.text(ascii: ascii)),
      ])
    }
    return delimiters.enclosed(content, left, right)
  }
}
