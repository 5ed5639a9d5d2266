/// Which parts keep together on one line without parentheses.
enum MathsPrecedence {
  /// Whether no operator, relation, comma, slash or text in several words stands at the top.
  static func isJoined(_ node: MathsNode) -> Bool {
    MathsSpacing.items(node.elements, linear: true).allSatisfy { isJoined($0) }
  }

  private static func isJoined(_ item: MathsItem) -> Bool {
    switch item.leading {
    case .binary, .relation, .punctuation: return false
    default: break
    }
    switch item.node {
    case .fraction: return false
    case .word(let text): return !text.contains(" ")
    case .symbol(let symbol): return symbol.glyph != "/"
    case .row: return isJoined(item.node)
    case .role(_, let node): return isJoined(node)
    case .grid(let grid): return !grid.isBare || grid.form == .matrix
    default: return true
    }
  }

  /// Whether a part can stand before a slash: a product, a sign before it, functions only of
  /// arguments in parentheses.
  static func isNumerator(_ node: MathsNode) -> Bool {
    let items = MathsSpacing.items(node.bare.elements, linear: true)
    if items.isEmpty { return false }
    for (index, item) in items.enumerated() {
      guard isJoined(item) else { return false }
      switch item.trailing {
      case .function, .limit:
        guard index + 1 < items.count, items[index + 1].leading == .open else { return false }
      case .big: return false
      default: break
      }
    }
    return true
  }

  /// Whether a part can stand after a slash: a single factor.
  static func isFactor(_ node: MathsNode) -> Bool {
    isFactor(MathsSpacing.items(node.bare.elements, linear: true)[...])
  }

  private static func isFactor(_ items: ArraySlice<MathsItem>) -> Bool {
    guard let first = items.first, isJoined(first) else { return false }
    let rest = items.dropFirst()
    switch first.trailing {
    case .prefix: return false
    case .function, .limit, .big: return isFactor(rest)
    default: break
    }
    guard let second = rest.first else { return true }
    // ∂w and dx are one variable, f(x) one value; n(n + 1) is not.
    if case .symbol(let symbol) = first.node, symbol.glyph == "∂" || symbol.glyph == "d" {
      return isFactor(rest)
    }
    return rest.count == 1 && isName(first.node) && isArgument(second.node)
  }

  private static func isName(_ node: MathsNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.glyph.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
    case .word: true
    case .scripts(let base, _): isName(base)
    case .accent(_, let body): isName(body)
    default: false
    }
  }

  private static func isArgument(_ node: MathsNode) -> Bool {
    guard case .fenced(_, let body, _) = node else { return false }
    return MathsSpacing.items(body, linear: true).allSatisfy { $0.leading != .binary }
  }

  /// Whether a part is one pair of parentheses and what they hold.
  static func isParenthesised(_ node: MathsNode) -> Bool {
    guard case .fenced(let left, _, let right) = node.bare else { return false }
    return left.glyph == "(" && right.glyph == ")"
  }

  /// Whether a part can follow a root sign without parentheses: a letter, with a lower script at
  /// most, or a number.
  static func isRadicand(_ node: MathsNode) -> Bool {
    switch node.bare {
    case .symbol: true
    case .scripts(let base, let pair): pair.upper == nil && isRadicand(base)
    case .accent(_, let body): isRadicand(body)
    default: false
    }
  }

  /// Whether these scripts can follow a part without parentheses.
  static func isBase(_ node: MathsNode, of pair: MathsScriptPair) -> Bool {
    switch node.bare {
    case .fraction, .root: false
    case .row(let nodes): isJoined(.row(nodes))
    case .scripts(_, let inner):
      (inner.upper == nil || pair.upper == nil) && (inner.lower == nil || pair.lower == nil)
    default: true
    }
  }
}
