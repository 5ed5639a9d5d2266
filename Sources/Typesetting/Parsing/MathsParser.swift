import Basics

/// Turns TeX into a tree; whatever it does not understand it keeps as it was written.
struct MathsParser {
  /// What the innermost open group waits for.
  enum Closer { case brace, bracket, right, cell }

  /// Groups nested deeper are shown as they were written, so that no input exhausts the stack.
  static let depthLimit = 60

  var scanner: MathsScanner
  var depth = 0
  var openBraces = 0
  var openFences = 0
  var openEnvironments = 0

  /// The tree of a whole formula; several lines make a grid.
  static func parse(_ tex: Substring, depth: Int = 0) -> MathsNode {
    var parser = MathsParser(scanner: MathsScanner(tex), depth: depth)
    let rows = parser.cells()
    if rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    let isAligned = rows.contains { $0.count > 1 }
    return .grid(MathsGrid(form: isAligned ? .aligned : .gathered, rows: rows))
  }

  /// Runs a nested part, or gives up on the rest of the input when it is nested too deep.
  mutating func nested(_ part: (inout MathsParser) -> MathsNode) -> MathsNode {
    guard depth < Self.depthLimit else { return .word(scanner.rest()) }
    depth += 1
    defer { depth -= 1 }
    return part(&self)
  }

  /// The nodes up to what closes this group or one around it; the closer stays unread.
  mutating func row(until closer: Closer) -> [MathsNode] {
    var nodes: [MathsNode] = []
    var numerator: [MathsNode]?
    var division = MathsDivision.over
    reading: while let scalar = scanner.next {
      switch scalar {
      case " ":
        scanner.skip()
      case "}" where openBraces > 0, "]" where closer == .bracket, "&" where closer == .cell:
        break reading
      case "^", "_", "'":
        attachScripts(to: &nodes)
      case "\\":
        let start = scanner.position
        scanner.skip()
        let name = scanner.commandName()
        if closes(name, closer) {
          scanner.position = start
          break reading
        }
        if numerator == nil, let found = MathsDivision(rawValue: name) {
          (numerator, division) = (nodes, found)
          nodes = []
        } else if name == "limits" || name == "nolimits" {
          place(name == "limits" ? .always : .never, on: &nodes)
        } else if let node = command(name) {
          // The number of an equation stands apart from it.
          if name == "tag" { nodes.append(.space(36)) }
          nodes.append(node)
        }
      default:
        nodes.append(plainAtom())
      }
    }
    let nesting = depth < 20 ? 8 : 0
    let paired = MathsFences.paired(nodes, nesting: nesting)
    guard let numerator else { return paired }
    let over = MathsFences.paired(numerator, nesting: nesting)
    return [division.node(.row(over), .row(paired))]
  }

  private func closes(_ name: String, _ closer: Closer) -> Bool {
    switch name {
    case "\\", "cr": closer == .cell
    case "end": openEnvironments > 0
    case "right": openFences > 0
    case "middle": closer == .right
    default: false
    }
  }

  /// Whether the given command is next; steps over it if so.
  mutating func take(command name: String) -> Bool {
    let start = scanner.position
    if scanner.take("\\"), scanner.commandName() == name { return true }
    scanner.position = start
    return false
  }

  /// One atom without its scripts; the scanner stands on something other than a command.
  private mutating func plainAtom() -> MathsNode {
    guard let scalar = scanner.next else { return .empty }
    if scalar == "{" { return group() }
    if scalar.isDigit {
      let number = scanner.number()
      return .symbol(MathsSymbol(number, number))
    }
    scanner.skip()
    if scalar == ":", scanner.take("=") { return .symbol(MathsSymbol("≔", ":=", .relation)) }
    return scalar == "~" ? .space(6) : .symbol(MathsSymbols.typed(scalar))
  }

  /// A group in braces; the scanner stands on the brace.
  private mutating func group() -> MathsNode {
    nested { parser in
      parser.scanner.skip()
      parser.openBraces += 1
      let nodes = parser.row(until: .brace)
      parser.openBraces -= 1
      _ = parser.scanner.take("}")
      return .row(nodes)
    }
  }

  /// The next argument: a group, one digit, or one atom; empty where the enclosing group ends.
  mutating func argument() -> MathsNode {
    scanner.skipSpaces()
    guard let scalar = scanner.next else { return .empty }
    switch scalar {
    case "{":
      return group()
    case "^", "_", "&":
      return .empty
    case "}" where openBraces > 0:
      return .empty
    case "\\":
      let start = scanner.position
      scanner.skip()
      let name = scanner.commandName()
      if closes(name, .cell) || closes(name, .right) {
        scanner.position = start
        return .empty
      }
      return nested { $0.command(name) ?? .empty }
    default:
      if scalar.isDigit {
        scanner.skip()
        return .symbol(MathsSymbols.typed(scalar))
      }
      return plainAtom()
    }
  }

  /// An argument in square brackets, if one is next.
  mutating func optionalArgument() -> MathsNode? {
    scanner.skipSpaces()
    guard scanner.next == "[" else { return nil }
    return nested { parser in
      parser.scanner.skip()
      let nodes = parser.row(until: .bracket)
      _ = parser.scanner.take("]")
      return .row(nodes)
    }
  }

  /// Reads all scripts that follow one another: joined one by one they would be copied as often as
  /// there are any. A second script on the same side, an error in TeX, continues the first.
  private mutating func attachScripts(to nodes: inout [MathsNode]) {
    var base = MathsNode.empty
    var pair = MathsScriptPair()
    switch nodes.popLast() {
    case .scripts(let inner, let scripts)?: (base, pair) = (inner, scripts)
    case .space(let width)?: nodes.append(.space(width))
    case let node?: base = node
    case nil: break
    }
    var upper = pair.upper.map { [$0] } ?? []
    var lower = pair.lower.map { [$0] } ?? []
    reading: while let scalar = scanner.next {
      switch scalar {
      case "'":
        scanner.skip()
        upper.append(.symbol(.prime))
      case "^":
        scanner.skip()
        upper.append(argument())
      case "_":
        scanner.skip()
        lower.append(argument())
      case " ": scanner.skip()
      default: break reading
      }
    }
    func joined(_ scripts: [MathsNode]) -> MathsNode? {
      scripts.count > 1 ? .row(scripts.flatMap(\.elements)) : scripts.first
    }
    (pair.upper, pair.lower) = (joined(upper), joined(lower))
    nodes.append(.scripts(base, pair))
  }

  private func place(_ limits: MathsScriptPair.Limits, on nodes: inout [MathsNode]) {
    guard let last = nodes.popLast() else { return }
    var (base, pair) = (last, MathsScriptPair())
    if case .scripts(let inner, let scripts) = last { (base, pair) = (inner, scripts) }
    pair.limits = limits
    nodes.append(.scripts(base, pair))
  }
}

/// TeX's own fraction commands, which stand between numerator and denominator.
enum MathsDivision: String {
  case over, atop, choose

  func node(_ upper: MathsNode, _ lower: MathsNode) -> MathsNode {
    switch self {
    case .over: .fraction(upper, lower, bar: true)
    case .atop: .fraction(upper, lower, bar: false)
    case .choose: .binomial(upper, lower)
    }
  }
}

extension MathsNode {
  /// n over k in parentheses.
  static func binomial(_ upper: MathsNode, _ lower: MathsNode) -> MathsNode {
    let body = MathsNode.fraction(upper, lower, bar: false)
    return .fenced(MathsSymbols.typed("("), [body], MathsSymbols.typed(")"))
  }
}
