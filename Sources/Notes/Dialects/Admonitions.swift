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
        reader.head = DirectiveHead()
      }
      if !reader.isHiding { reader.hiddenFrom = nil }
    }
    bytes = result
  }

  private static let deepest = 20

  /// How many boxes are open from one on that is not for who reads here, as Quarto's for PDF alone.
  private var hiddenFrom: Int?
  private var isHiding: Bool { hiddenFrom.map { open.count >= $0 } ?? false }
  /// Whether what a reference of mkdocstrings is made with comes next, indented.
  private var isInReference = false
  private var open: [AdmonitionBox] = []
  /// The sign and length of a fence of code that is open.
  private var code: (sign: UInt8, count: Int)?
  private var head = DirectiveHead()
  private var isMyST = false
  /// Whether the code that is open stands in a box of its own.
  private var isInCell = false
  /// Whether a formula is open, and what formulas are called.
  private var formulas = FormulaNames()

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
        if code == nil { head = DirectiveHead() }
        break
      }
    }
    let text = line.drop { $0 == 0x20 }
    let indent = line.count - text.count
    if indent < 4, let fence = DirectiveFence(text) {
      if let code {
        if fence.sign == code.sign, fence.count >= code.count, fence.info.isEmpty {
          self.code = nil
          let isHidden = head.hidesCode
          head = DirectiveHead()
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
        if let heading = AdmonitionOpening.callout(name.name, name.rest) {
          begin(.fence(fence.sign, fence.count, isQuote: true), heading, &result)
          return
        }
        if let heading = AdmonitionOpening.divisionHead(name.name, name.rest) {
          begin(.fence(fence.sign, fence.count, isQuote: false), heading, &result)
          if name.name.elementsEqual("table".utf8) { countTable(heading, result.count) }
          return
        }
        putFigureNumber(&result)
        head = DirectiveHead()
        code = (fence.sign, fence.count)
        // Of attributes, `{.yaml #id}`, all below is the code.
        let hasOptions = name.name.first.map { !".#=".utf8.contains($0) } ?? false
        (head.takesOptions, head.mayBeYAML) = (hasOptions, hasOptions)
        head.isTable = AdmonitionOpening.isTable(name.name)
        head.isMaths = name.name.elementsEqual("math".utf8)
        head.cell = name.name.elementsEqual("code-cell".utf8) ? result.count : nil
        head.isInItem = indent > 0
        // In an item it stays there.
        result +=
          quotes + line.prefix(indent) + text.prefix(fence.count) + AdmonitionOpening.language(name)
        if AdmonitionOpening.isCode(name.name) || head.cell != nil {
          head.captionSlot = result.count
        }
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
    } else if code == nil, indent < 4, open.count < Self.deepest,
      let (box, heading) = AdmonitionOpening.find(in: text)
    {
      if !isHiding, Self.isForOthers(text) { hiddenFrom = open.count + 1 }
      begin(box, heading, &result)
      if text.drop(while: { $0 == UInt8(ascii: ":") }).starts(with: "{table}".utf8) {
        countTable(heading, result.count)
      }
      return
    } else if code == nil, indent < 4, let count = text.colons {
      if open.last == .table(count) {
        close(open.count - 1, &result)
        result += AdmonitionOpening.tableFence
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
    if head.isInYAML || head.mayBeYAML, text.trimmedBytes.elementsEqual("---".utf8) {
      head.isInYAML.toggle()
      if !head.isInYAML { head.takesOptions = false }
      head.mayBeYAML = false
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
    head.mayBeYAML = false
    // Between two lines of `---` options have no colon before their name.
    let words = (head.isInYAML ? ":" : "") + String(decoding: text, as: UTF8.self)
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
      head.captionSlot = nil
      head.hidesCode = true
    }
    if let slot = head.alternativeSlot, words.hasPrefix(":alt:") {
      let alternative = words.dropFirst(":alt:".count).filter { !"[]\r".contains($0) }
      let written = Array(String(alternative).trimmed.utf8)
      result.insert(contentsOf: written, at: slot)
      head.alternativeSlot = nil
      head.figureSlot? += written.count
    }
    if let slot = head.captionSlot,
      let option = [":caption:", ":filename:"].first(where: words.hasPrefix)
    {
      let caption = words.dropFirst(option.count).filter { !"\"`{}<>\r".contains($0) }.trimmed
      if !caption.isEmpty {
        let before = Array(" title=\"".utf8)
        result.insert(
          contentsOf: before + head.listingNumber + Array("\(caption)\"".utf8), at: slot)
        if head.listingNumber.isEmpty { head.listingSlot = slot + before.count }
      }
      head.captionSlot = nil
    }
    result += quotes
    // The number of what has a name is known when all of the note is.
    for option in [":label:", ":name:"] where words.hasPrefix(option) {
      let name = words.dropFirst(option.count).filter { !"{}\\$\r*`".contains($0) }.trimmed
      if name.isEmpty { continue }
      if head.isMaths { result += Array("\\tag{@\(name)}".utf8) }
      if head.isFigure {
        head.figureNumber = Array("**\(NumberSign.written("Figure", name)):**".utf8)
      }
      putNumber(named: name, &result)
    }
    if let slot = head.foldSlot, words.hasPrefix(":class:"),
      words.dropFirst(":class:".count).split(whereSeparator: { " ,\r".contains($0) })
        .contains("dropdown")
    {
      // Its text is there for whoever unfolds it.
      result.insert(UInt8(ascii: "-"), at: slot)
      head.titleSlot? += 1
      head.foldSlot = nil
    }
    // What a table's options say of its head stays for whoever reads it.
    if head.isTable, [":header", ":name:", ":label:"].contains(where: words.hasPrefix) {
      result += words.utf8
    }
    return true
  }

  /// Puts the number of a table before what it is called, and that of code where its name stands or will.
  private mutating func putNumber(named name: String, _ result: inout [UInt8]) {
    if let slot = head.tableSlot {
      let number = NumberSign.written("Table", name)
      result.insert(
        contentsOf: (head.isTitledTable ? "**\(number):** " : "**\(number)**").utf8, at: slot)
      head.tableSlot = nil
    }
    let listing = Array((NumberSign.written("Listing", name) + ": ").utf8)
    if let slot = head.listingSlot {
      result.insert(contentsOf: listing, at: slot)
      head.listingSlot = nil
    } else if head.captionSlot != nil {
      head.listingNumber = listing
    }
  }

  /// Takes a table whose head was shown last for one whose name gives it a number.
  private mutating func countTable(_ heading: [UInt8], _ end: Int) {
    head.tableSlot = end - heading.count
    head.isTitledTable = !heading.isEmpty
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

  /// The level of headings in a division: a bold line.
  private static let headingLevel = 4

  private mutating func begin(_ box: AdmonitionBox, _ heading: [UInt8], _ result: inout [UInt8]) {
    putFigureNumber(&result)
    open.append(box)
    result += quotes
    result += heading
    head = DirectiveHead()
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
    (head.takesOptions, head.mayBeYAML) = (true, isMyST)
    if isMyST, heading.starts(with: "[!".utf8), let end = heading.firstIndex(of: UInt8(ascii: "]")),
      end + 1 == heading.count || heading[end + 1] == 0x20
    {
      head.foldSlot = result.count - heading.count + end + 1
    }
  }

  /// Ends a box and what stands in it.
  private mutating func close(_ box: Int, _ result: inout [UInt8]) {
    open.removeSubrange(box...)
    putFigureNumber(&result)
    head = DirectiveHead()
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
}
