extension MathsParser {
  /// What a command stands for, its arguments read; nil when it draws nothing.
  mutating func command(_ name: String) -> MathsNode? {
    if let symbol = MathsSymbols.named(name) { return .symbol(symbol) }
    if let accent = MathsAccent.named(name) { return .accent(accent, argument()) }
    if let width = Self.space(name) { return width > 0 ? .space(width) : nil }
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac":
      let upper = argument()
      return .fraction(upper, argument(), bar: true)
    case "binom", "dbinom", "tbinom":
      let upper = argument()
      return .binomial(upper, argument())
    case "sqrt":
      let index = optionalArgument()
      return .root(argument(), index: index)
    case "left":
      return fence()
    case "right", "middle":
      return .symbol(delimiter().with(kind: name == "right" ? .close : .ordinary))
    case "begin":
      return environment()
    case "not":
      let next = argument()
      if case .symbol(let symbol)? = next.elements.first { return .symbol(symbol.negated) }
      return next
    case "overbrace", "underbrace", "overbracket", "underbracket", "overgroup", "undergroup",
      "overparen", "underparen":
      let body = argument()
      return .scripts(
        .brace(body, over: name.hasPrefix("over")), MathsScriptPair(limits: .always))
    case "stackrel", "overset":
      let upper = argument()
      let base = name == "overset" ? argument().bare : .role(.relation, argument())
      return .scripts(base, MathsScriptPair(upper: upper, limits: .always))
    case "underset":
      let lower = argument()
      return .scripts(argument().bare, MathsScriptPair(lower: lower, limits: .always))
    case "substack":
      return substack()
    case "pmod":
      let body: [MathsNode] = [.role(.function, .word("mod")), argument()]
      let fenced = MathsNode.fenced(MathsSymbols.typed("("), body, MathsSymbols.typed(")"))
      return .role(.inner, fenced)
    case "mod":
      return .role(.binary, .word("mod"))
    case "tag":
      let isBare = scanner.take("*")
      let text = textGroup()
      return isBare ? text : .fenced(MathsSymbols.typed("("), [text], MathsSymbols.typed(")"))
    case "boxed":
      return .fenced(MathsSymbols.typed("["), [argument()], MathsSymbols.typed("]"))
    case "fbox", "framebox":
      return .fenced(MathsSymbols.typed("["), [textGroup()], MathsSymbols.typed("]"))
    case "label", "color", "vspace", "vphantom":
      _ = scanner.take("*")
      _ = argument()
      return nil
    case "textcolor", "colorbox", "raisebox":
      _ = argument()
      return argument()
    case "hspace", "phantom", "hphantom":
      _ = scanner.take("*")
      _ = argument()
      return .space(6)
    case "ensuremath", "smash", "vcenter", "mathllap", "mathrlap", "mathclap":
      return argument()
    default:
      return sized(name) ?? styled(name) ?? rarity(name)
        ?? (Self.isSilent(name) ? nil : asWritten(name))
    }
  }

  /// Units of space a command asks for; nil when it is not a space.
  private static func space(_ name: String) -> Int? {
    switch name {
    case "!", "negthinspace", "negmedspace", "negthickspace": 0
    case ",", "thinspace": 3
    case ":", ">", "medspace": 4
    case ";", "thickspace": 5
    case " ", "~", "nobreakspace", "enspace", "space": 6
    case "\\", "cr", "newline": 6
    case "quad": 18
    case "qquad": 36
    default: nil
    }
  }

  /// Commands that only set the look or number of what follows.
  private static func isSilent(_ name: String) -> Bool {
    switch name {
    case "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits",
      "nonumber", "notag", "hline", "hfill", "strut", "mathstrut", "allowbreak", "nobreak", "relax",
      "rm", "tiny", "scriptsize", "footnotesize", "small", "normalsize", "large", "Large", "LARGE",
      "huge", "Huge", "bf", "it", "cal", "sf", "tt", "noindent", "centering", "(", ")", "[", "]",
      "/",
      "-", "@", "":
      true
    default: false
    }
  }

  /// An unknown command with its groups, kept as they are.
  private mutating func asWritten(_ name: String) -> MathsNode {
    .word("\\" + name + scanner.groupsAsWritten())
  }

  /// A delimiter of a given size, from `\bigl` to `\Bigg`.
  private mutating func sized(_ name: String) -> MathsNode? {
    var size = name[...]
    let side = size.last.flatMap { "lrm".contains($0) ? $0 : nil }
    if side != nil { size.removeLast() }
    guard ["big", "Big", "bigg", "Bigg"].contains(size) else { return nil }
    let symbol = delimiter()
    switch side {
    case "l": return .symbol(symbol.with(kind: .open))
    case "r": return .symbol(symbol.with(kind: .close))
    case "m": return .symbol(symbol.with(kind: .relation))
    default: return .symbol(symbol)
    }
  }

  /// The delimiter that follows `\left` and its kin; `.` is none.
  mutating func delimiter() -> MathsSymbol {
    scanner.skipSpaces()
    guard let scalar = scanner.next else { return .none }
    scanner.skip()
    switch scalar {
    case ".": return .none
    case "<": return MathsSymbol("⟨", "<", .open)
    case ">": return MathsSymbol("⟩", ">", .close)
    case "\\":
      let name = scanner.commandName()
      return MathsSymbols.named(name) ?? MathsSymbol("\\" + name, "\\" + name)
    default: return MathsSymbols.typed(scalar)
    }
  }

  /// What stands between `\left` and `\right`, with both.
  private mutating func fence() -> MathsNode {
    let left = delimiter()
    return nested { parser in
      parser.openFences += 1
      var body = parser.row(until: .right)
      while parser.take(command: "middle") {
        body.append(.divider(parser.delimiter()))
        body += parser.row(until: .right)
      }
      parser.openFences -= 1
      let right = parser.take(command: "right") ? parser.delimiter() : .none
      return .fenced(left, body, right)
    }
  }
}
