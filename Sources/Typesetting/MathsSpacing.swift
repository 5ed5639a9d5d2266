/// An atom of a row with the columns kept free before it.
struct MathsItem {
  let node: MathsNode
  let leading: MathsKind
  let trailing: MathsKind
  var gap: Int
}

/// The spaces between atoms, after The TeXbook, chapter 18, a thin space being one column.
enum MathsSpacing {
  /// The atoms of a row. `tight` is for scripts; `linear` for fractions written with a slash;
  /// `continues` when an operand stands before the row, as in the second column of `aligned`.
  static func items(
    _ nodes: [MathsNode], tight: Bool = false, linear: Bool, continues: Bool = false
  ) -> [MathsItem] {
    var items: [MathsItem] = []
    items.reserveCapacity(nodes.count)
    var previous: MathsKind? = continues ? .ordinary : nil
    var explicit = 0
    for (index, node) in nodes.enumerated() {
      if case .space(let units) = node {
        explicit += columns(units, tight: tight)
        continue
      }
      var (leading, trailing) = node.kinds(linear: linear)
      if leading == .binary {
        let next = nextKind(in: nodes, after: index, linear: linear)
        leading = resolved(node, previous: previous, next: next)
        trailing = leading
      }
      var gap = previous.map { Self.gap($0, leading, tight: tight) } ?? 0
      if !items.isEmpty { gap = max(gap, explicit) }
      items.append(MathsItem(node: node, leading: leading, trailing: trailing, gap: gap))
      previous = trailing
      explicit = 0
    }
    return items
  }

  private static func columns(_ units: Int, tight: Bool) -> Int {
    switch units {
    case 36...: 4
    case 18...: tight ? 1 : 2
    case 6...: 1
    default: tight ? 0 : 1
    }
  }

  private static func nextKind(
    in nodes: [MathsNode], after index: Int, linear: Bool
  ) -> MathsKind? {
    for node in nodes[(index + 1)...] {
      if case .space = node { continue }
      return node.kinds(linear: linear).leading
    }
    return nil
  }

  /// A binary operator without an operand on one side is a sign, or a mere letter.
  private static func resolved(
    _ node: MathsNode, previous: MathsKind?, next: MathsKind?
  ) -> MathsKind {
    switch next {
    case nil, .relation, .close, .punctuation: return .ordinary
    default: break
    }
    switch previous {
    case nil, .prefix, .function, .limit, .big, .binary, .relation, .open, .punctuation:
      guard case .symbol(let symbol) = node else { return .ordinary }
      return ["-", "+", "+-", "-+"].contains(symbol.plain) ? .prefix : .ordinary
    case .ordinary, .close, .inner:
      return .binary
    }
  }

  private static func gap(_ left: MathsKind, _ right: MathsKind, tight: Bool) -> Int {
    switch (left, right) {
    case (.prefix, .inner): tight ? 0 : 1
    case (.prefix, _), (.open, _), (_, .close), (_, .punctuation), (.relation, .relation): 0
    case (.function, .open), (.limit, .open): 0
    case (.function, .relation), (.limit, .relation), (.big, .relation): tight ? 0 : 1
    case (.function, .binary), (.limit, .binary), (.big, .binary): tight ? 0 : 1
    case (.relation, _), (_, .relation), (.binary, _), (_, .binary): tight ? 0 : 1
    case (.punctuation, _), (.inner, _), (_, .inner): tight ? 0 : 1
    case (.function, _), (.limit, _), (.big, _): 1
    case (_, .function), (_, .limit), (_, .big): 1
    default: 0
    }
  }
}

extension MathsNode {
  /// The role of the node towards its left and right neighbour.
  func kinds(linear: Bool) -> (leading: MathsKind, trailing: MathsKind) {
    switch self {
    case .symbol(let symbol): (symbol.kind, symbol.kind)
    case .role(let kind, _): (kind, kind)
    case .scripts(let base, _): base.kinds(linear: linear)
    case .fraction: linear ? (.ordinary, .ordinary) : (.inner, .inner)
    case .fenced: (.open, .close)
    case .grid(let grid):
      if linear { grid.isBare ? (.ordinary, .ordinary) : (.open, .close) } else { (.inner, .inner) }
    case .word, .space, .row, .root, .accent, .divider, .brace: (.ordinary, .ordinary)
    }
  }
}
