import Basics

/// Sets a formula on one line.
struct MathsInline {
  let ascii: Bool

  /// The nodes side by side; `tight` leaves out the spaces, as in scripts.
  func row(_ nodes: [MathsNode], tight: Bool = false, continues: Bool = false) -> String {
    let items = MathsSpacing.items(nodes, tight: tight, linear: true, continues: continues)
    var line = ""
    var previous = ""
    for (index, item) in items.enumerated() {
      var text = text(item.node, tight: tight)
      var gap = item.gap
      if case .fraction = item.node {
        let left = index > 0 ? items[index - 1] : nil
        let right = index + 1 < items.count ? items[index + 1] : nil
        if Self.binds(left: left, gap: gap) || Self.binds(right: right) {
          text = "(" + text + ")"
          if left?.trailing == .function { gap = 0 }
        }
      }
      let isWordy = isWord(item) || (index > 0 && isWord(items[index - 1]))
      if gap == 0, index > 0, isWordy || Self.runTogether(previous, text) { gap = 1 }
      for _ in 0..<gap { line += " " }
      line += text
      previous = text
    }
    return line
  }

  /// Whether an operator is spelt with letters, as × is `x`.
  private func isWord(_ item: MathsItem) -> Bool {
    guard ascii, item.leading == .binary || item.leading == .relation,
      case .symbol(let symbol) = item.node
    else { return false }
    return symbol.plain.unicodeScalars.allSatisfy { MathsScanner.isLetter($0) || $0 == " " }
  }

  private static func binds(left: MathsItem?, gap: Int) -> Bool {
    switch left?.trailing {
    case .ordinary, .close, .function, .inner: gap < 2
    case nil, .limit, .big, .prefix, .binary, .relation, .open, .punctuation: false
    }
  }

  private static func binds(right: MathsItem?) -> Bool {
    guard let right, right.gap < 2 else { return false }
    return switch right.leading {
    case .ordinary, .open, .function, .limit, .big, .inner: true
    case .prefix, .binary, .relation, .close, .punctuation: false
    }
  }

  /// Whether two atoms would read as one word: `d_model` and `x`, `2` and `pi`.
  static func runTogether(_ left: String, _ right: String) -> Bool {
    guard let last = left.unicodeScalars.last, isWordly(last),
      let first = right.unicodeScalars.first, isWordly(first)
    else { return false }
    let next = right.unicodeScalars.dropFirst().first
    if let next, isWordly(next), !first.isDigit { return true }
    guard left.unicodeScalars.count > 1 else { return false }
    return !left.unicodeScalars.allSatisfy { $0.isDigit || $0 == "." }
  }

  /// A digit or a letter of full size.
  static func isWordly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x370...0x52F:
      true
    default: false
    }
  }

  func text(_ node: MathsNode, tight: Bool = false) -> String {
    switch node {
    case .symbol(let symbol), .divider(let symbol): return symbol.text(ascii: ascii)
    case .word(let text): return text
    case .space: return " "
    case .row(let nodes): return row(nodes, tight: tight)
    case .role(_, let node): return text(node, tight: tight)
    case .scripts(let base, let pair): return scripts(base, pair, tight: tight)
    case .fraction(let upper, let lower, let bar):
      return fraction(upper, lower, bar: bar, tight: tight)
    case .root(let body, let index): return root(body, index: index, tight: tight)
    case .accent(let accent, let body): return accented(accent, body, tight: tight)
    case .fenced(let left, let body, let right):
      if body.count == 1, case .grid(let grid) = body[0], grid.isBare {
        return left.text(ascii: ascii) + cells(grid, tight: tight) + right.text(ascii: ascii)
      }
      return left.text(ascii: ascii) + row(body, tight: tight) + right.text(ascii: ascii)
    case .brace(let body, let over):
      // A sign of its own, so that the label does not read as a power.
      let content = text(body, tight: tight)
      if ascii { return (over ? "overbrace(" : "underbrace(") + content + ")" }
      let isSymbol = if case .symbol = body.bare { true } else { false }
      return (isSymbol ? content : "(" + content + ")") + (over ? "⏞" : "⏟")
    case .grid(let grid): return self.grid(grid, tight: tight)
    }
  }

  private func fraction(
    _ upper: MathsNode, _ lower: MathsNode, bar: Bool, tight: Bool
  ) -> String {
    guard bar else {
      return text(upper, tight: tight) + " choose " + text(lower, tight: tight)
    }
    let over = text(upper, tight: tight)
    let under = text(lower, tight: tight)
    return (MathsPrecedence.isNumerator(upper) ? over : "(" + over + ")") + "/"
      + (MathsPrecedence.isFactor(lower) ? under : "(" + under + ")")
  }

  private func root(_ body: MathsNode, index: MathsNode?, tight: Bool) -> String {
    let content = text(body, tight: tight)
    let order = index.map { text($0, tight: true) } ?? ""
    let isFenced = MathsPrecedence.isParenthesised(body)
    if ascii {
      return "sqrt" + (order.isEmpty ? "" : "[" + order + "]")
        + (isFenced ? content : "(" + content + ")")
    }
    let argument = isFenced || MathsPrecedence.isRadicand(body) ? content : "(" + content + ")"
    return Self.radical(order) + argument
  }

  /// The root sign with its order, which is empty for a square root.
  static func radical(_ order: String) -> String {
    switch order {
    case "", "2": "√"
    case "3": "∛"
    case "4": "∜"
    default: MathsScripts.raised(order).map { $0 + "√" } ?? "√[" + order + "]"
    }
  }

  private func accented(_ accent: MathsAccent, _ body: MathsNode, tight: Bool) -> String {
    if !ascii, case .scripts(let base, let pair) = body.bare {
      return scripts(.accent(accent, base), pair, tight: tight)
    }
    let content = text(body, tight: tight || accent.spans)
    if !ascii, content.count == 1 || accent.spans {
      return content.reduce(into: "") { result, character in
        result.append(character)
        result.unicodeScalars.append(accent.combining)
      }
    }
    let isFenced = MathsPrecedence.isParenthesised(body)
    return accent.name + (isFenced ? content : "(" + content + ")")
  }
}
