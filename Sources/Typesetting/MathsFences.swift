/// Finds the delimiters of a row that belong together, so that they can grow around what they hold.
enum MathsFences {
  /// The row with each matched pair made one node, at most `nesting` deep.
  static func paired(_ nodes: [MathsNode], nesting: Int) -> [MathsNode] {
    var result: [MathsNode] = []
    result.reserveCapacity(nodes.count)
    var open: [(index: Int, symbol: MathsSymbol, height: Int)] = []
    for node in nodes {
      if case .symbol(let symbol) = node, symbol.kind == .open {
        open.append((result.count, symbol, 1))
      } else if let (right, scripts) = closing(node), let left = open.popLast() {
        if let outer = open.indices.last {
          open[outer].height = max(open[outer].height, left.height + 1)
        }
        if left.height <= nesting {
          let body = Array(result[(left.index + 1)...])
          result.removeSubrange(left.index...)
          let fenced = MathsNode.fenced(left.symbol, body, right)
          result.append(scripts.map { .scripts(fenced, $0) } ?? fenced)
          continue
        }
      }
      result.append(node)
    }
    return result
  }

  /// The closing delimiter a node is, with the scripts it carries; `!` and `?` close nothing.
  private static func closing(_ node: MathsNode) -> (MathsSymbol, MathsScriptPair?)? {
    switch node {
    case .symbol(let symbol) where isDelimiter(symbol): (symbol, nil)
    case .scripts(.symbol(let symbol), let pair) where isDelimiter(symbol): (symbol, pair)
    default: nil
    }
  }

  private static func isDelimiter(_ symbol: MathsSymbol) -> Bool {
    symbol.kind == .close && symbol.glyph != "!" && symbol.glyph != "?"
  }
}
