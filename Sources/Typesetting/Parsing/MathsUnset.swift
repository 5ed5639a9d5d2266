extension MathsNode {
  /// Commands in it that were kept as they were written, in order, their backslashes with them.
  var unsetCommands: [String] {
    switch self {
    case .symbol(let symbol), .divider(let symbol): Self.commands(in: symbol.glyph)
    case .word(let text): Self.commands(in: text)
    case .space: []
    case .row(let nodes): nodes.flatMap(\.unsetCommands)
    case .role(_, let node), .accent(_, let node), .brace(let node, _): node.unsetCommands
    case .scripts(let base, let pair):
      base.unsetCommands + (pair.lower?.unsetCommands ?? []) + (pair.upper?.unsetCommands ?? [])
    case .fraction(let upper, let lower, _): upper.unsetCommands + lower.unsetCommands
    case .root(let body, let index): (index?.unsetCommands ?? []) + body.unsetCommands
    case .fenced(let left, let body, let right):
      Self.commands(in: left.glyph) + body.flatMap(\.unsetCommands)
        + Self.commands(in: right.glyph)
    case .grid(let grid): grid.rows.flatMap { $0.flatMap(\.unsetCommands) }
    }
  }

  private static func commands(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return [] }
    var found: [String] = []
    var name: String?
    for scalar in text.unicodeScalars {
      if name != nil, MathsScanner.isLetter(scalar) {
        name?.unicodeScalars.append(scalar)
        continue
      }
      if let name, name.utf8.count > 1 { found.append(name) }
      name = scalar == "\\" ? "\\" : nil
    }
    if let name, name.utf8.count > 1 { found.append(name) }
    return found
  }
}
