/// A formula as a tree.
indirect enum MathsNode: Equatable, Sendable {
  case symbol(MathsSymbol)
  /// Upright text: `\text{…}`, `\mathrm{…}`, and whatever is shown as it was written.
  case word(String)
  /// An explicit space in TeX's mathematical units, 18 to the em.
  case space(Int)
  case row([MathsNode])
  /// A part whose role was given, as by `\operatorname` and `\mathrel`.
  case role(MathsKind, MathsNode)
  case scripts(MathsNode, MathsScriptPair)
  case fraction(MathsNode, MathsNode, bar: Bool)
  case root(MathsNode, index: MathsNode?)
  case accent(MathsAccent, MathsNode)
  /// Delimiters and what they hold; `divider` nodes inside grow with them.
  case fenced(MathsSymbol, [MathsNode], MathsSymbol)
  case divider(MathsSymbol)
  /// A horizontal brace over or under its content.
  case brace(MathsNode, over: Bool)
  case grid(MathsGrid)

  static let empty = MathsNode.row([])

  /// The node itself, out of the braces around it alone.
  var bare: MathsNode {
    if case .row(let nodes) = self, nodes.count == 1 { nodes[0].bare } else { self }
  }

  /// The nodes of a row, or the node alone.
  var elements: [MathsNode] {
    if case .row(let nodes) = self { nodes } else { [self] }
  }
}

/// The scripts of a base, and where they may stand.
struct MathsScriptPair: Equatable, Sendable {
  enum Limits: Equatable, Sendable { case automatic, always, never }

  var lower: MathsNode?
  var upper: MathsNode?
  var limits = Limits.automatic
}

/// Rows of cells: matrices, cases and aligned equations.
struct MathsGrid: Equatable, Sendable {
  enum Form: Equatable, Sendable { case matrix, cases, aligned, gathered }
  enum Column: Equatable, Sendable { case left, centre, right, rule }

  var form: Form
  var rows: [[MathsNode]]
  var left = MathsSymbol.none
  var right = MathsSymbol.none
  /// As given to `array`; empty for the form's own alignment.
  var columns: [Column] = []

  var isBare: Bool { left == .none && right == .none }
}

/// A mark above or below its content.
struct MathsAccent: Equatable, Sendable {
  /// hat, bar and so on: what the plain form writes, as in hat(x).
  let name: String
  let combining: Unicode.Scalar
  /// Drawn across the whole content, one mark a character.
  var spans = false
  var isBelow = false

  static func named(_ name: String) -> MathsAccent? {
    switch name {
    case "hat", "widehat": MathsAccent(name: "hat", combining: "\u{302}")
    case "tilde", "widetilde": MathsAccent(name: "tilde", combining: "\u{303}")
    case "bar": MathsAccent(name: "bar", combining: "\u{304}", spans: true)
    case "overline", "overlinesegment": MathsAccent(name: "bar", combining: "\u{305}", spans: true)
    case "vec", "overrightarrow": MathsAccent(name: "vec", combining: "\u{20D7}")
    case "overleftarrow": MathsAccent(name: "vec", combining: "\u{20D6}")
    case "dot": MathsAccent(name: "dot", combining: "\u{307}")
    case "ddot": MathsAccent(name: "ddot", combining: "\u{308}")
    case "dddot": MathsAccent(name: "dddot", combining: "\u{20DB}")
    case "ddddot": MathsAccent(name: "ddddot", combining: "\u{20DC}")
    case "Overrightarrow": MathsAccent(name: "vec", combining: "\u{20D7}")
    case "overleftrightarrow": MathsAccent(name: "vec", combining: "\u{20E1}")
    case "overleftharpoon": MathsAccent(name: "vec", combining: "\u{20D0}")
    case "overrightharpoon": MathsAccent(name: "vec", combining: "\u{20D1}")
    case "underleftarrow": MathsAccent(name: "undervec", combining: "\u{20EE}", isBelow: true)
    case "underrightarrow": MathsAccent(name: "undervec", combining: "\u{20EF}", isBelow: true)
    case "underleftrightarrow":
      MathsAccent(name: "undervec", combining: "\u{34D}", isBelow: true)
    case "utilde": MathsAccent(name: "undertilde", combining: "\u{330}", isBelow: true)
    case "check", "widecheck": MathsAccent(name: "check", combining: "\u{30C}")
    case "breve": MathsAccent(name: "breve", combining: "\u{306}")
    case "acute": MathsAccent(name: "acute", combining: "\u{301}")
    case "grave": MathsAccent(name: "grave", combining: "\u{300}")
    case "mathring": MathsAccent(name: "ring", combining: "\u{30A}")
    case "cancel", "bcancel", "xcancel", "sout":
      MathsAccent(name: "cancel", combining: "\u{338}", spans: true)
    case "underline", "underbar", "underlinesegment":
      MathsAccent(name: "underline", combining: "\u{332}", spans: true, isBelow: true)
    default: nil
    }
  }
}
