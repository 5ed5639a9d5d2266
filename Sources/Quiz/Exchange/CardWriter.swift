import Notes

/// Writes what a foreign card says, sign by sign and tag by tag, as Markdown.
struct CardWriter {
  /// How much of the form is kept.
  enum Form { case plain, withoutTables, whole }

  let form: Form
  /// Of the code that is open.
  var language: String?
  private var blocks: [CardBlock] = []
  /// The line that is being written.
  private var line = CardLine()
  private var lists = CardLists()
  private var table = CardTableRows()
  /// The text of `<pre>`, and that of `<code>` within a line.
  private var code: String?
  private var inlineCode: String?

  init(_ form: Form) { self.form = form }

  /// Whether signs are taken as they are.
  var isCode: Bool { code != nil || inlineCode != nil }

  /// All that was written, with what is still open closed.
  var finished: [CardBlock] {
    var writer = self
    writer.closeCode()
    writer.endLine()
    while writer.table.isOpen { writer.closeTable() }
    return writer.blocks
  }

  // MARK: Signs

  mutating func add(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator:
      guard code != nil else { return put(" ") }
      for sign in scalar == "\t" ? "    " : scalar == "\n" ? "\n" : " " { put(sign) }
    case .format, .surrogate, .privateUse: break
    default: put(Character(scalar))
    }
  }

  private mutating func put(_ character: Character) {
    if code != nil {
      code?.unicodeScalars.append(contentsOf: character.unicodeScalars)
    } else if inlineCode != nil {
      inlineCode?.unicodeScalars.append(contentsOf: character.unicodeScalars)
    } else {
      line.text += Self.escaped(character)
    }
  }

  mutating func add(formula: String) { line.text += "$\(cell(formula))$" }

  /// What ends no cell of a table.
  private func cell(_ text: String) -> String {
    table.isOpen ? text.replacing("\\|", with: "|").replacing("|", with: "\\|") : text
  }

  private static func escaped(_ character: Character) -> String {
    "\\`*_{}[]<>#|~=$^!&".contains(character) ? "\\\(character)" : String(character)
  }

  /// What begins a block at the beginning of a line begins none.
  static func harmlessStart(_ line: String) -> String {
    guard let first = line.first else { return line }
    if "-+:".contains(first) { return "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
      return digits + "\\" + line.dropFirst(digits.count)
    }
    return line
  }

  // MARK: Tags

  private static let codes: Set<String> = ["code", "tt", "samp", "kbd"]
  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  private static let breaks = headings.union([
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "pre", "blockquote", "hr", "dt", "dd", "td",
    "th",
  ])

  private static func style(of name: String) -> String? {
    switch name {
    case "b", "strong": CardLine.strong
    case "i", "em": CardLine.emphasis
    default: headings.contains(name) ? CardLine.strong : nil
    }
  }

  /// What a tag means.
  mutating func tag(_ name: String, isClosing: Bool) {
    if code != nil {
      if name == "pre" { return closeCode() }
      // Each end of a line in it is one of the code.
      if name == "br" || ["div", "p", "li"].contains(name) && !isClosing { put("\n") }
      return
    }
    let isCell = name == "td" || name == "th"
    if isCell, !table.isOpen {
      if !isClosing, !line.text.trimmed.isEmpty { for sign in " | " { put(sign) } }
      return
    }
    if Self.codes.contains(name) {
      if isClosing { closeCode() } else if form != .plain, inlineCode == nil { inlineCode = "" }
    } else if let style = Self.style(of: name), inlineCode == nil, form != .plain {
      // A heading is a line of its own.
      let isHeading = Self.headings.contains(name)
      if isHeading, !isClosing { endLine() }
      if isClosing { line.close(style) } else { line.open(style) }
      if isHeading, isClosing { endLine() }
    } else if name == "sup" || name == "sub", inlineCode == nil {
      script(name, isClosing: isClosing)
    } else if Self.breaks.contains(name) {
      endLine()
      structure(name, isClosing: isClosing)
    }
  }

  private mutating func script(_ name: String, isClosing: Bool) {
    guard form == .plain else {
      if isClosing { line.closeScript(name) } else { line.openScript(name) }
      return
    }
    // 10² is not 102.
    if name == "sup", !isClosing { put("^") }
  }

  /// What a tag begins or ends besides the line.
  private mutating func structure(_ name: String, isClosing: Bool) {
    switch name {
    case "pre" where !isClosing:
      language = nil
      code = ""
    case "ul" where form != .plain && !table.isOpen, "ol" where form != .plain && !table.isOpen:
      if isClosing { lists.close() } else { lists.open(isNumbered: name == "ol") }
    case "li" where !isClosing: lists.beginItem()
    case "table" where form == .whole && lists.isEmpty:
      if isClosing { closeTable() } else { table.open() }
    case "tr" where !isClosing: table.beginRow()
    case "td" where !isClosing, "th" where !isClosing: table.beginCell()
    default: break
    }
  }

  // MARK: Lines and blocks

  mutating func endLine() {
    if inlineCode != nil {
      closeCode()
      inlineCode = ""
    }
    let text = line.end()
    guard !text.isEmpty else { return }
    if table.isOpen {
      table.add(text)
    } else if lists.isEmpty {
      add([Self.harmlessStart(text)], as: .text)
    } else {
      add(lists.lines(of: Self.harmlessStart(text)), as: .list)
    }
  }

  private mutating func add(_ lines: [String], as kind: CardBlock.Kind) {
    guard case .list = kind, case .list? = blocks.last?.kind, lists.goesOn else {
      if kind == .text, blocks.last?.kind == .text {
        blocks[blocks.count - 1].lines += lines
      } else {
        blocks.append(CardBlock(kind: kind, lines: lines))
      }
      lists.goesOn = true
      return
    }
    if lists.isContinued, let last = blocks[blocks.count - 1].lines.last, !last.isEmpty {
      blocks[blocks.count - 1].lines[blocks[blocks.count - 1].lines.count - 1] += "  "
    }
    blocks[blocks.count - 1].lines += lines
  }

  private mutating func closeTable() {
    for block in table.close() { add(block.lines, as: block.kind) }
  }

  // MARK: Code

  /// Signs that stand for a gap of a card: in code they would be no mark.
  static let gapSign: Character = "⟦"

  private mutating func closeCode() {
    if let text = inlineCode {
      inlineCode = nil
      guard !text.allSatisfy({ $0 == " " }) else { return line.text += text }
      line.text += text.contains(Self.gapSign) ? text.map(Self.escaped).joined() : span(text)
    }
    guard let text = code else { return }
    code = nil
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0.isWhitespace }.reversed())
    }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard !lines.isEmpty else { return }
    guard form != .plain, !table.isOpen, !text.contains(Self.gapSign) else {
      return addAsText(lines)
    }
    let fence = String(repeating: "`", count: max(3, text.longestTicks + 1))
    let block = [fence + (language ?? "")] + lines + [fence]
    if lists.isEmpty {
      blocks.append(CardBlock(kind: .code, lines: block))
    } else {
      add(lists.lines(ofBlock: block), as: .list)
    }
  }

  /// Lines of code where no fence may stand: their indentation is kept.
  private mutating func addAsText(_ lines: [String]) {
    for text in lines {
      let indent = text.prefix { $0 == " " }
      let rest = text.dropFirst(indent.count).map(Self.escaped).joined()
      line.text = String(repeating: "\u{A0}", count: indent.count) + Self.harmlessStart(rest)
      endLine()
    }
  }

  private func span(_ text: String) -> String {
    let sign = String(repeating: "`", count: text.longestTicks + 1)
    let apart = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return sign + apart + cell(text) + apart + sign
  }
}
