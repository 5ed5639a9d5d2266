/// Boxes that MkDocs, Docusaurus, MyST and Quarto write in their own ways, as the callouts that they are:
/// `!!! warning "Title"` with an indented text, `:::tip Title` up to `:::`, and a fence named `{note}`.
///
/// Lines are rewritten before Markdown is read, one for one, so that line numbers hold: the first one
/// becomes `> [!warning] Title`, and each one under it goes into the same quote. What only says how its
/// content stands beside other things (columns, tabs, cards, figures) is its title or picture and that content.
struct Admonitions {
  /// What a box begins with.
  private static let starts = [
    ":::", "!!! ", "???", "```{", "~~~{", "=== \"", "```adm", "/// ", ")=\n", "}`",
    "class=\"warning\"", "$$ (",
  ].compactMap {
    ByteSearch($0)
  }

  /// What only MyST writes: where it stands, `%` begins a comment, and `+++` parts cells.
  private static let mystSigns = ["```{", ":::{", ")=\n", "}`"].compactMap { ByteSearch($0) }

  /// A text with its boxes rewritten.
  static func rewrite(_ bytes: inout [UInt8]) {
    let isThere = starts.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
    guard isThere else { return }
    var reader = Admonitions()
    reader.isMyST = mystSigns.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    // Whether the text that comes after each line is indented, found from the end: a run of blank lines
    // is looked through once.
    var goesOn = [Bool](repeating: false, count: lines.count)
    for index in lines.indices.dropLast().reversed() {
      let next = lines[index + 1]
      goesOn[index] = next.isBlank ? goesOn[index + 1] : next.isIndented
    }
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      let start = result.count
      let wasHidden = reader.isHiding
      reader.add(line, goesOn: goesOn[index], to: &result)
      if wasHidden || reader.isHiding {
        result.removeSubrange(start...)
        reader.head = Head()
      }
      if !reader.isHiding { reader.hiddenFrom = nil }
    }
    bytes = result
  }

  fileprivate enum Box: Equatable {
    /// Ends at a line of as many colons.
    case colons(Int)
    /// The same without a quote around it.
    case division(Int)
    /// A table that is read as a fence of code is: so it ends as one.
    case table(Int)
    /// Of `///`, as many; some have no quote around them.
    case slashes(Int, isQuote: Bool)
    /// Ends where a line is no longer indented; a tab is one that no quote stands around.
    case indented(isQuote: Bool)
    /// Ends at a fence of as many of this sign.
    case fence(UInt8, Int, isQuote: Bool)
    /// mdBook's `<div class="warning">`, with so many others open in it.
    case markup(Int)

    var isQuote: Bool {
      switch self {
      case .colons, .markup: true
      case .division, .table: false
      case .indented(let isQuote), .fence(_, _, let isQuote), .slashes(_, let isQuote): isQuote
      }
    }
  }

  private static let deepest = 20

  /// How many boxes are open from one on that is not for who reads here, as Quarto's for PDF alone.
  private var hiddenFrom: Int?
  private var isHiding: Bool { hiddenFrom.map { open.count >= $0 } ?? false }
  /// Whether what a reference of mkdocstrings is made with comes next, indented.
  private var isInReference = false
  private var open: [Box] = []
  /// The sign and length of a fence of code that is open.
  private var code: (sign: UInt8, count: Int)?
  private var head = Head()
  private var isMyST = false
  /// Whether the code that is open stands in a box of its own.
  private var isInCell = false
  /// Whether a formula is open, and what formulas are called.
  private var formulas = FormulaNames()

  /// What is known of the directive that was opened last, from its head; nothing of it outlives its end.
  private struct Head {
    /// Whether the lines at the head of a directive, `:class: x`, are still to come.
    var takesOptions = false
    /// Whether they are those of a table, which says in them where its head is.
    var isTable = false
    /// Whether they are those of a formula, or of a figure, which say in them what it is named.
    var isMaths = false
    var isFigure = false
    /// Where the number and the caption of a figure go: behind its picture.
    var figureSlot: Int?
    /// The number that a figure's name gives it, until it was put there.
    var figureNumber: [UInt8] = []
    /// How many lines of its caption came.
    var captionLines = 0
    /// Whether they stand between two lines of `---`.
    var isInYAML = false
    /// Where the fence of a cell begins, which its options may take away or fold.
    var cell: Int?
    /// Whether the tags of a cell come next, each on a line of its own.
    var takesTags = false
    /// Whether a cell is folded.
    var foldsCode = false
    /// Whether it is indented, as in an item of a list, where no box stands around it.
    var isInItem = false
    /// Whether the lines of a cell are not shown.
    var hidesCode = false
    /// Where the text of a picture goes that stands in its options.
    var alternativeSlot: Int?
    /// Where the name of code goes that its options may say.
    var captionSlot: Int?
    /// Where the kind of a box stands that its options may say.
    var kindSlot: Range<Int>?
    /// Where the title goes that a box may have as its first heading.
    var titleSlot: Int?
  }

  private var quotes: [UInt8] {
    Array(repeatElement(Array("> ".utf8), count: open.count { $0.isQuote }).joined())
  }

  private mutating func add(
    _ written: ArraySlice<UInt8>, goesOn: Bool, to result: inout [UInt8]
  ) {
    var line = written
    let isBlank = line.isBlank
    if isInReference {
      if isBlank || line.isIndented {
        result += quotes
        return
      }
      isInReference = false
    }
    if isBlank, code == nil, !goesOn, case .indented? = open.last { closeIndented() }
    for (index, box) in open.enumerated() {
      guard case .indented = box else { continue }
      if line.isIndented {
        line = line.dropFirst(line.first == 0x09 ? 1 : 4)
      } else if !isBlank {
        // It ends with what stands in it; what it stands in goes on.
        open.removeSubrange(index...)
        if code == nil { head = Head() }
        break
      }
    }
    let text = line.drop { $0 == 0x20 }
    let indent = line.count - text.count
    if indent < 4, let fence = Fence(text) {
      if let code {
        if fence.sign == code.sign, fence.count >= code.count, fence.info.isEmpty {
          self.code = nil
          let isHidden = head.hidesCode
          head = Head()
          if isInCell {
            isInCell = false
            result += quotes + text
            open.removeLast()
            return
          }
          if isHidden {
            result += quotes
            return
          }
        }
      } else if let box = open.lastIndex(where: { $0.ends(at: fence) }) {
        close(box, &result)
        return
      } else if let heading = fence.admonish, open.count < Self.deepest {
        begin(.fence(fence.sign, fence.count, isQuote: true), heading, &result)
        return
      } else if let name = fence.directive, open.count < Self.deepest {
        if let heading = Self.callout(name.name, name.rest) {
          begin(.fence(fence.sign, fence.count, isQuote: true), heading, &result)
          return
        }
        if let heading = Self.divisionHead(name.name, name.rest) {
          begin(.fence(fence.sign, fence.count, isQuote: false), heading, &result)
          return
        }
        putFigureNumber(&result)
        head = Head()
        code = (fence.sign, fence.count)
        head.takesOptions = true
        head.isTable = Self.isTable(name.name)
        head.isMaths = name.name.elementsEqual("math".utf8)
        head.cell = name.name.elementsEqual("code-cell".utf8) ? result.count : nil
        head.isInItem = indent > 0
        // In an item it stays there.
        result += quotes + line.prefix(indent) + text.prefix(fence.count) + Self.language(name)
        if Self.isCode(name.name) { head.captionSlot = result.count }
        return
      } else {
        putFigureNumber(&result)
        code = (fence.sign, fence.count)
      }
    } else if code == nil, indent < 4, let name = Self.reference(text, isOptioned: goesOn) {
      result +=
        quotes + Array("*\\[The reference of `\(name)`, which is made from its code.\\]*".utf8)
      isInReference = true
      return
    } else if code == nil, indent < 4, let (box, heading) = opening(text) {
      if !isHiding, Self.isForOthers(text) { hiddenFrom = open.count + 1 }
      begin(box, heading, &result)
      return
    } else if code == nil, indent < 4, let count = text.colons {
      if open.last == .table(count) {
        close(open.count - 1, &result)
        result += Self.tableFence
        return
      }
      if let box = open.lastIndex(where: { $0 == .colons(count) || $0 == .division(count) })
        // Pandoc's ends of as many colons as one likes.
        ?? open.lastIndex(where: { if case .division = $0 { true } else { false } })
      {
        close(box, &result)
        return
      }
    }
    if code == nil, indent < 4, let box = endOfMarkup(text) {
      close(box, &result)
      return
    }
    if code == nil, indent < 4, let count = text.slashes,
      let box = open.lastIndex(where: { $0.isSlashes(count) })
    {
      close(box, &result)
      return
    }
    if head.hidesCode {
      result += quotes
      return
    }
    if head.takesOptions, readOption(text, indent, &result) { return }
    if head.foldsCode { foldCell(&result) }
    head.takesOptions = false
    if readCaption(line, &result) { return }
    if case .table? = open.last {
      result += quotes + line
      return
    }
    if code == nil, isMyST, indent == 0, !formulas.isOpen, text.isSeenByNobody {
      result += quotes
      return
    }
    if code == nil, let (sign, name) = formulas.next(line) {
      // The name stands in the formula until its number is known.
      line = (line[..<sign] + Array("\\tag{@".utf8) + name + Array("}$$".utf8))[...]
    }
    if !isBlank, code == nil {
      if let slot = head.titleSlot, let title = text.headingText {
        // Quarto's boxes have their title as their first heading.
        result.insert(contentsOf: [0x20] + title, at: slot)
        result += quotes
        head.titleSlot = nil
        return
      }
      head.titleSlot = nil
      // A part of a division is no lesson and no part of one.
      if !open.isEmpty, indent < 4, let title = text.headingText, text.hashes < Self.headingLevel {
        result += quotes + [UInt8](repeating: UInt8(ascii: "#"), count: Self.headingLevel)
        result += [0x20] + title
        return
      }
    }
    result += quotes
    result += line
  }

  /// More lines are not moved up to their picture, each of which moves what stands behind it.
  private static let longestCaption = 50

  /// Takes in a line of a figure's caption, which is its first paragraph and stands beside its number; whether it
  /// was one.
  private mutating func readCaption(_ line: ArraySlice<UInt8>, _ result: inout [UInt8]) -> Bool {
    guard code == nil, let slot = head.figureSlot else { return false }
    let text = line.trimmedBytes
    if text.isEmpty, head.captionLines == 0 { return false }
    // What is no line of a paragraph is no caption either.
    guard let first = text.first, !"#>|+-<:=".utf8.contains(first), !text.starts(with: "* ".utf8),
      head.captionLines < Self.longestCaption
    else {
      putFigureNumber(&result)
      return false
    }
    let before = head.figureNumber
    let written = (before.isEmpty ? [] : [0x20] + before) + [0x20] + text
    result.insert(contentsOf: written, at: slot)
    head.figureSlot = slot + written.count
    head.figureNumber = []
    head.captionLines += 1
    result += quotes
    return true
  }

  /// Puts a figure's number behind its picture where no caption comes that it stands before.
  private mutating func putFigureNumber(_ result: inout [UInt8]) {
    if let slot = head.figureSlot, !head.figureNumber.isEmpty {
      result.insert(contentsOf: [0x20] + head.figureNumber, at: slot)
    }
    head.figureSlot = nil
  }

  /// Takes in a line at the head of a directive; whether it was one.
  private mutating func readOption(
    _ text: ArraySlice<UInt8>, _ indent: Int, _ result: inout [UInt8]
  ) -> Bool {
    if head.cell != nil, text.trimmedBytes.elementsEqual("---".utf8) {
      head.isInYAML.toggle()
      if !head.isInYAML { head.takesOptions = false }
    } else if case .slashes? = open.last, indent >= 4, let colon = text.firstIndex(of: 0x3A) {
      // `type: warning` of a box that is called otherwise.
      if text[..<colon].elementsEqual("type".utf8), let slot = head.kindSlot {
        let kind = String(decoding: text[(colon + 1)...], as: UTF8.self).trimmed.lowercased()
        if !kind.isEmpty, kind.allSatisfy(\.isLetter) {
          result.replaceSubrange(slot, with: Array(kind.utf8))
        }
        head.kindSlot = nil
      }
    } else if !head.isInYAML, !text.isOption {
      return false
    }
    let words = String(decoding: text, as: UTF8.self)
    let isTags = words.firstRange(of: "tags:") != nil
    let takesTags = isTags || head.takesTags && text.first == UInt8(ascii: "-")
    head.takesTags = takesTags
    if takesTags, words.contains("hide-input") || words.contains("hide-cell") {
      head.foldsCode = true
    }
    if let cell = head.cell, takesTags,
      words.contains("remove-cell") || words.contains("remove-input")
    {
      // Of the fence only its line is left.
      let start = result[cell...].firstIndex(of: 0x0A) ?? result.count
      result.removeSubrange(cell..<start)
      result.insert(contentsOf: quotes, at: cell)
      head.cell = nil
      head.hidesCode = true
    }
    if let slot = head.alternativeSlot, words.hasPrefix(":alt:") {
      let alternative = words.dropFirst(":alt:".count).filter { !"[]\r".contains($0) }
      let written = Array(String(alternative).trimmed.utf8)
      result.insert(contentsOf: written, at: slot)
      head.alternativeSlot = nil
      head.figureSlot? += written.count
    }
    if let slot = head.captionSlot, words.hasPrefix(":caption:") {
      let caption = words.dropFirst(":caption:".count).filter { !"\"`{}<>\r".contains($0) }.trimmed
      if !caption.isEmpty {
        result.insert(contentsOf: Array(" title=\"\(caption)\"".utf8), at: slot)
      }
      head.captionSlot = nil
    }
    result += quotes
    // The number of what has a name is known when all of the note is.
    for option in [":label:", ":name:"] where words.hasPrefix(option) {
      let name = words.dropFirst(option.count).filter { !"{}\\$\r*`".contains($0) }.trimmed
      if name.isEmpty { continue }
      if head.isMaths { result += Array("\\tag{@\(name)}".utf8) }
      if head.isFigure { head.figureNumber = Array("**Figure {@\(name)}:**".utf8) }
    }
    // What a table's options say of its head stays for whoever reads it.
    if head.isTable, words.hasPrefix(":header") { result += text }
    return true
  }

  /// Puts the fence of a cell, whose options end here, into a box that folds: its first line becomes the
  /// head of the box, and the last of its options the fence.
  private mutating func foldCell(_ result: inout [UInt8]) {
    guard head.foldsCode, !head.isInItem, let cell = head.cell, let code, open.count < Self.deepest,
      result.last == 0x0A
    else { return }
    let lines = result[cell...].split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    guard lines.count > 1, let fence = lines.first?.dropFirst(quotes.count) else { return }
    result.removeSubrange(cell...)
    result += quotes + Array("> [!details]- The code".utf8)
    open.append(.fence(code.sign, code.count, isQuote: true))
    for index in 1..<lines.count {
      result += [0x0A] + quotes
      if index == lines.count - 1 { result += fence }
    }
    result.append(0x0A)
    isInCell = true
    head.cell = nil
  }

  /// More than anybody has in a table.
  private static let tableFence = [UInt8](repeating: UInt8(ascii: "`"), count: 9)

  private static func isCode(_ name: ArraySlice<UInt8>) -> Bool {
    ["code-block", "code", "sourcecode"].contains { name.elementsEqual($0.utf8) }
  }

  private static func isTable(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("csv-table".utf8) || name.elementsEqual("list-table".utf8)
  }

  /// The level of headings in a division: a bold line.
  private static let headingLevel = 4

  private mutating func begin(_ box: Box, _ heading: [UInt8], _ result: inout [UInt8]) {
    putFigureNumber(&result)
    open.append(box)
    result += quotes
    result += heading
    head = Head()
    if case .colons = box, heading.first == UInt8(ascii: "["), !heading.contains(0x20) {
      head.titleSlot = result.count
    }
    if heading.starts(with: "![](".utf8) {
      head.alternativeSlot = result.count - heading.count + 2
      head.isFigure = true
      head.figureSlot = result.count
    }
    if case .slashes(_, isQuote: true) = box, let end = heading.firstIndex(of: UInt8(ascii: "]")) {
      let start = result.count - heading.count
      head.kindSlot = start + 2..<start + end
    }
    if case .table = box { head.isTable = true }
    if case .indented = box { return }
    head.takesOptions = true
  }

  /// Ends a box and what stands in it.
  private mutating func close(_ box: Int, _ result: inout [UInt8]) {
    open.removeSubrange(box...)
    putFigureNumber(&result)
    head = Head()
    result += quotes
  }

  private mutating func closeIndented() {
    while case .indented? = open.last { open.removeLast() }
  }

  /// The box of mdBook's that ends on a line, with those that stand in it counted.
  private mutating func endOfMarkup(_ text: ArraySlice<UInt8>) -> Int? {
    guard let box = open.lastIndex(where: { if case .markup = $0 { true } else { false } }),
      case .markup(let depth) = open[box]
    else { return nil }
    let line = text.trimmedBytes
    if line.starts(with: "<div".utf8) {
      // One that ends on its line opens nothing.
      if !line.suffix(6).elementsEqual("</div>".utf8) { open[box] = .markup(depth + 1) }
    } else if line.elementsEqual("</div>".utf8) {
      if depth == 0 { return box }
      open[box] = .markup(depth - 1)
    }
    return nil
  }

  // MARK: What opens one

  private func opening(_ text: ArraySlice<UInt8>) -> (Box, [UInt8])? {
    guard open.count < Self.deepest else { return nil }
    if text.starts(with: "!!! ".utf8) || text.starts(with: "??? ".utf8)
      || text.starts(with: "???+ ".utf8)
    {
      let words = text.drop { $0 != 0x20 }.drop { $0 == 0x20 }
      let name = words.prefix { $0 != 0x20 && $0 != 0x22 }
      let rest = Self.withoutPlacing(words.dropFirst(name.count))
      // `???` folds, `???+` stands open at first.
      let fold =
        text.first == UInt8(ascii: "?") ? (text.dropFirst(3).first == 0x2B ? "+" : "-") : ""
      let heading = Self.callout(
        name, rest, takesAnyName: true, fold: fold)
      return heading.map { (.indented(isQuote: true), $0) }
    }
    if text.trimmedBytes.elementsEqual("<div class=\"warning\">".utf8) {
      return (.markup(0), Array("[!warning]".utf8))
    }
    if text.starts(with: "=== \"".utf8) {
      let title = text.dropFirst(5).prefix { $0 != 0x22 }
      return (.indented(isQuote: false), Array("**".utf8) + title + Array("**".utf8))
    }
    if text.starts(with: "/// ".utf8) || text.starts(with: "//// ".utf8) { return slashes(text) }
    let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    var fold = ""
    var words = text.dropFirst(colons).drop { $0 == 0x20 }
    let name: ArraySlice<UInt8>
    if words.first == UInt8(ascii: "{") {
      let inside = words.dropFirst().prefix { $0 != UInt8(ascii: "}") }
      words = words.dropFirst(inside.count + 2)
      // `{note}` of MyST, `{.callout-note}` of Quarto.
      name = inside.drop { $0 == UInt8(ascii: ".") }.prefix { $0 != 0x20 }
      let attributes = "<x " + String(decoding: inside, as: UTF8.self) + ">"
      if words.isBlank, let title = HTMLTag.value(of: "title", in: attributes) {
        words = Array(title.utf8)[...]
      }
      switch HTMLTag.value(of: "collapse", in: attributes) {
      case "true": fold = "-"
      case "false": fold = "+"
      default: break
      }
    } else {
      name = words.prefix { $0 != 0x20 && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "{") }
      words = words.dropFirst(name.count)
    }
    let prefix = Array("callout-".utf8)
    let heading = Self.callout(
      name.starts(with: prefix) ? name.dropFirst(prefix.count) : name, words, fold: fold)
    if let heading { return (.colons(colons), heading) }
    if Self.isTable(name) {
      let title = String(decoding: words, as: UTF8.self).trimmed
      let info = String(decoding: name, as: UTF8.self) + (title.isEmpty ? "" : " \(title)")
      return (.table(colons), Self.tableFence + Array(info.utf8))
    }
    let behind = text.dropFirst(colons)
    // Pandoc's `::: name` needs no braces; one word alone is no text.
    let isBare = behind.first == 0x20 && name.contains { $0 > 0x40 } && words.isBlank
    let isDivision = behind.drop { $0 == 0x20 }.first == UInt8(ascii: "{") || isBare
    return isDivision ? (.division(colons), Self.divisionHead(name, words) ?? []) : nil
  }

  /// `/// kind | Title` of PyMdown's blocks.
  private func slashes(_ text: ArraySlice<UInt8>) -> (Box, [UInt8])? {
    let count = text.prefix { $0 == UInt8(ascii: "/") }.count
    let parts = String(decoding: text.dropFirst(count), as: UTF8.self)
      .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed.lowercased()
    let title = parts.count > 1 ? parts[1].trimmed : ""
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
    switch name {
    case "tab": return (.slashes(count, isQuote: false), Array("**\(title)**".utf8))
    case "caption", "figure-caption", "table-caption", "html", "define":
      return (.slashes(count, isQuote: false), [])
    default:
      let heading = Self.callout(
        Array(name.utf8)[...], Array(title.utf8)[...], fold: name == "details" ? "-" : "")
      return heading.map { (.slashes(count, isQuote: true), $0) }
    }
  }

  /// What stands behind the kind of MkDocs' boxes without what says where they stand: `inline end "Title"`.
  private static func withoutPlacing(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = rest.drop { $0 == 0x20 }
    for word in ["inline", "annotate", "end", "annotate"] {
      guard rest.starts(with: word.utf8), rest.dropFirst(word.utf8.count).first ?? 0x20 <= 0x22
      else { continue }
      rest = rest.dropFirst(word.utf8.count).drop { $0 == 0x20 }
    }
    return rest
  }

  /// What is shown of the first line of a directive that only says how its content stands: the title of a
  /// tab or card, a figure's picture. Nil for directives that are none.
  private static func divisionHead(
    _ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>
  ) -> [UInt8]? {
    let title = Array(rest.filter { $0 != 0x0D }.drop { $0 == 0x20 })
    switch String(decoding: name, as: UTF8.self) {
    case "tab-set", "grid", "card-carousel", "div": return []
    case "tab-item", "card", "grid-item-card", "tab":
      return title.isEmpty ? [] : Array("**".utf8) + title + Array("**  ".utf8)
    case "table":
      return title.isEmpty ? [] : Array("**".utf8) + title + Array("**  ".utf8)
    // Contents and the outline are at hand always.
    case "contents", "tableofcontents": return []
    case "bibliography", "footbibliography":
      return Array("*\\[The references, which `{".utf8) + name
        + Array("}` lists where the book is built.\\]*".utf8)
    case "include", "literalinclude", "printindex", "glue",
      "glue:figure", "glue:text", "embed":
      // What another program puts there is not known here; its name is told.
      let shown = title.filter { $0 != UInt8(ascii: "`") }
      return Array("`{".utf8) + name + [UInt8(ascii: "}")] + (shown.isEmpty ? [] : [0x20] + shown)
        + [UInt8(ascii: "`")]
    case "figure", "image": return Array("![](<".utf8) + title + Array(">)".utf8)
    default: return nil
    }
  }

  /// `[!note] Title` for a name that a callout has.
  private static func callout(
    _ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, takesAnyName: Bool = false,
    fold: String = ""
  ) -> [UInt8]? {
    let word = String(decoding: name, as: UTF8.self).lowercased()
    if let heading = ownHeading(word, rest) { return heading }
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
      takesAnyName || Callout.isKnown(word)
    else { return nil }
    // Titles stand in quotes, in brackets or bare; behind them attributes may stand.
    var title = rest.prefix { $0 != UInt8(ascii: "{") }.filter { $0 != 0x0D }
    while let last = title.last, last == 0x20 { title.removeLast() }
    title = Array(title.drop { $0 == 0x20 })
    let isPaired =
      title.count >= 2
      && (title.first == 0x22 && title.last == 0x22
        || title.first == UInt8(ascii: "[") && title.last == UInt8(ascii: "]"))
    if isPaired { title = Array(title.dropFirst().dropLast()) }
    if isPaired, title.isEmpty, fold.isEmpty { title = Array(Callout.noTitle.utf8) }
    let shown = word == "admonition" ? "note" : word
    return Array("[!\(shown)]\(fold)".utf8) + (title.isEmpty ? [] : [0x20] + title)
  }

  /// The same for MyST's directives that are no callouts elsewhere: their kind stands before their title.
  private static func ownHeading(_ word: String, _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    var title = Array(rest.filter { $0 != 0x0D }.drop { $0 == 0x20 })
    while title.last == 0x20 { title.removeLast() }
    let behind = title.isEmpty ? [] : [0x20] + title
    switch word {
    case "dropdown": return Array("[!details]-".utf8) + behind
    case "margin", "sidebar", "topic": return Array("[!\(word)]".utf8) + behind
    // What stands behind it is the label of its exercise.
    case "solution": return Array("[!solution]-".utf8)
    case "exercise": return labelled("Exercise", title)
    case "proof", "remark": return title.isEmpty ? Array("[!\(word)]".utf8) : nil
    default:
      guard word.hasPrefix("prf:"), word.utf8.count > 4,
        word.dropFirst(4).allSatisfy({ $0.isASCII && $0.isLetter })
      else { return nil }
      return labelled(word.dropFirst(4).prefix(1).uppercased() + word.dropFirst(5), title)
    }
  }

  private static func labelled(_ kind: String, _ title: [UInt8]) -> [UInt8] {
    let head = Array("[!\(kind.lowercased())]".utf8)
    return title.isEmpty ? head : head + Array(" \(kind): ".utf8) + title
  }

  /// The language of a fence that runs code or sets maths, `{code-cell} python`, `{math}`, `{python}`.
  private static func language(_ directive: Fence.Directive) -> [UInt8] {
    let name = String(decoding: directive.name, as: UTF8.self)
    let rest = directive.rest.drop { $0 == 0x20 }
    switch name {
    case "code-cell", "code-block", "code", "sourcecode", "ipython":
      let language = String(decoding: rest.prefix { $0 > 0x20 }, as: UTF8.self)
      return Array((language.hasPrefix("ipython") ? "python" : language).utf8)
    default: return Array(name.utf8) + (rest.isEmpty ? [] : [0x20] + rest)
    }
  }

  /// The beginning of a fence: its sign, how many of it, and what stands behind them.
  fileprivate struct Fence {
    struct Directive {
      let name: ArraySlice<UInt8>
      let rest: ArraySlice<UInt8>
    }

    let sign: UInt8
    let count: Int
    let info: ArraySlice<UInt8>

    init?(_ text: ArraySlice<UInt8>) {
      guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else {
        return nil
      }
      self.sign = sign
      count = text.prefix { $0 == sign }.count
      var info = text.dropFirst(count).drop { $0 == 0x20 }
      while let last = info.last, last <= 0x20 { info.removeLast() }
      self.info = info
      if count < 3 || sign == UInt8(ascii: "`") && info.contains(sign) { return nil }
    }

    /// `[!kind] Title` of mdbook-admonish's `admonish kind title="Title" collapsible=true`.
    var admonish: [UInt8]? {
      let words = String(decoding: info, as: UTF8.self)
      guard words.hasPrefix("admonish") else { return nil }
      let rest = words.dropFirst("admonish".count)
      guard rest.first ?? " " == " " else { return nil }
      let kind = rest.drop { $0 == " " }.prefix { $0.isLetter }
      let named = rest.dropFirst(kind.count + 1).first == "=" ? "" : kind
      let title = HTMLTag.value(of: "title", in: "<x \(rest)>") ?? ""
      let fold = rest.contains("collapsible=true") ? "-" : ""
      return Array(
        ("[!\(named.isEmpty ? "note" : named.lowercased())]\(fold)"
          + (title.isEmpty ? "" : " \(title)")).utf8)
    }

    /// `{name} rest`.
    var directive: Directive? {
      guard info.first == UInt8(ascii: "{"), let close = info.firstIndex(of: UInt8(ascii: "}"))
      else { return nil }
      let name = info[info.startIndex + 1..<close].prefix { $0 > 0x20 && $0 != UInt8(ascii: ",") }
      return name.isEmpty ? nil : Directive(name: name, rest: info[(close + 1)...])
    }
  }
}

extension Admonitions.Box {
  fileprivate func ends(at fence: Admonitions.Fence) -> Bool {
    guard case .fence(let sign, let count, _) = self else { return false }
    return fence.sign == sign && fence.count >= count && fence.info.isEmpty
  }
}

extension Admonitions {
  /// How many colons open a directive on a line; nil for another line.
  static func colons(opening text: ArraySlice<UInt8>) -> Int? {
    switch Admonitions().opening(text)?.0 {
    case .colons(let count), .division(let count): count
    default: nil
    }
  }
}

extension Admonitions.Box {
  fileprivate func isSlashes(_ number: Int) -> Bool {
    if case .slashes(number, _) = self { true } else { false }
  }
}

extension ArraySlice<UInt8> {
  /// How many slashes a line is made of, three or more; nil for another line.
  fileprivate var slashes: Int? {
    let count = prefix { $0 == UInt8(ascii: "/") }.count
    return count >= 3 && dropFirst(count).isBlank ? count : nil
  }

  /// How often `$$` stands in it.
  var dollars: Int {
    guard contains(UInt8(ascii: "$")) else { return 0 }
    return indices.dropLast().count { self[$0] == 0x24 && self[$0 + 1] == 0x24 }
  }

  /// MyST's comments, and its marks between cells.
  fileprivate var isSeenByNobody: Bool {
    if first == UInt8(ascii: "%") { return dropFirst().first.map { $0 <= 0x20 } ?? true }
    let behind = dropFirst(3).drop { $0 == 0x20 }.first ?? 0x0D
    return starts(with: "+++".utf8) && (behind == 0x0D || behind == UInt8(ascii: "{"))
  }

  fileprivate var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
  fileprivate var isIndented: Bool { first == 0x09 || starts(with: "    ".utf8) }

  /// How many colons a line is made of, three or more; nil for another line.
  var colons: Int? {
    let count = prefix { $0 == UInt8(ascii: ":") }.count
    return count >= 3 && dropFirst(count).isBlank ? count : nil
  }

  /// How many hashes it begins with.
  fileprivate var hashes: Int { prefix { $0 == UInt8(ascii: "#") }.count }

  /// The text of a heading, without what Pandoc has behind it; nil for another line.
  fileprivate var headingText: [UInt8]? {
    guard (1...6).contains(hashes), dropFirst(hashes).first == 0x20 else { return nil }
    var text = Array(dropFirst(hashes).drop { $0 == 0x20 })
    while let last = text.last, last <= 0x20 || last == UInt8(ascii: "#") { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  /// `:name: value`, as directives have at their head.
  fileprivate var isOption: Bool {
    guard first == UInt8(ascii: ":"), let close = dropFirst().firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    return self[(startIndex + 1)..<close].allSatisfy {
      $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0)
    } && close > startIndex + 1
  }
}
