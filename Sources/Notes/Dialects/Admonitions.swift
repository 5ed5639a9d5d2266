/// Boxes that MkDocs, Docusaurus, MyST and Quarto write in their own ways, as the callouts that they are:
/// `!!! warning "Title"` with an indented text, `:::tip Title` up to `:::`, and a fence named `{note}`.
///
/// Lines are rewritten before Markdown is read, one for one, so that line numbers hold: the first one
/// becomes `> [!warning] Title`, and each one under it goes into the same quote. What only says how its
/// content stands beside other things (columns, tabs, cards, figures) is its title or picture and that content.
struct Admonitions {
  /// What a box begins with.
  private static let starts = [
    ":::", "!!! ", "???", "```{", "~~~{", "=== \"", "===! \"", "===+ \"", "```adm", "/// ", ")=\n",
    "}`",
    "class=\"warning\"", "$$ (",
  ].compactMap {
    ByteSearch($0)
  }

  /// What only MyST writes: where it stands, `%` begins a comment, and `+++` parts cells.
  private static let mystSigns = ["```{", ":::{", ")=\n", "}`"].compactMap { ByteSearch($0) }

  /// Whether a text has what only MyST writes.
  static func isMyST(_ bytes: [UInt8]) -> Bool {
    mystSigns.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
  }

  /// A text with its boxes rewritten.
  static func rewrite(_ bytes: inout [UInt8]) {
    let isThere = starts.contains { $0.first(in: bytes, from: 0, to: bytes.count) != nil }
    guard isThere else { return }
    var reader = Admonitions()
    reader.isMyST = isMyST(bytes)
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
      let next = index + 1 < lines.count ? lines[index + 1] : []
      reader.isNextBlank = next.isBlank
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
  var open: [OpenBox] = []
  /// The items of lists that are open outside of boxes.
  private var outerItems = ListItems()
  /// What the line before and the next one are.
  private var (isBehindBlank, isBehindField, isNextBlank) = (true, false, true)
  /// Whether the line before ends a comment, behind which a paragraph begins.
  private var isBehindComment = false
  /// The sign and length of a fence of code that is open.
  var code: (sign: UInt8, count: Int, margin: Int)?
  var head = DirectiveHead()
  var isMyST = false
  /// Whether the code that is open stands in a box of its own.
  private var isInCell = false
  /// Whether a formula is open, and what formulas are called.
  private var formulas = FormulaNames()

  var quotes: [UInt8] { Array(open.map(\.head).joined()) }

  /// The items of lists that are open where the next line stands.
  private var items: ListItems {
    get { open.last?.items ?? outerItems }
    set {
      if open.isEmpty { outerItems = newValue } else { open[open.count - 1].items = newValue }
    }
  }

  /// The innermost box of some kind.
  private func innermost(_ isOne: (AdmonitionBox) -> Bool) -> Int? {
    open.lastIndex { isOne($0.box) }
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
    defer {
      isBehindBlank = isBlank
      isBehindComment =
        written.last { $0 > 0x20 } == UInt8(ascii: ">")
        && written.trimmedBytes.suffix(3).elementsEqual("-->".utf8)
    }
    if isBlank, code == nil, !goesOn, case .indented? = open.last?.box { closeIndented() }
    for (index, box) in open.enumerated() {
      if let inside = box.inside(line) {
        line = inside
      } else if isBlank {
        line = []
      } else {
        // It ends with what stands in it; what it stands in goes on.
        open.removeSubrange(index...)
        if code == nil { head = DirectiveHead() }
        break
      }
    }
    let text = line.drop { $0 == 0x20 }
    let indent = line.count - text.count
    if code == nil { items.read(text.trimmedBytes, indent: indent) }
    let margin = items.margin(at: indent)
    // What is indented further is code, but in an item.
    let isText = indent < 4 || margin > 0
    if case .table(let count)? = open.last?.box, text.colons != count {
      if head.takesOptions, readOption(text, indent, &result) { return }
      head.takesOptions = false
      result += quotes + line
      return
    }
    let directive = code == nil ? AdmonitionOpening.directiveName(text) : nil
    if isText || code.map({ indent < $0.margin + 4 }) == true, let fence = DirectiveFence(text) {
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
      } else if let box = innermost({ $0.ends(at: fence) }) {
        close(box, &result)
        return
      } else if let heading = fence.admonish, open.count < Self.deepest {
        begin(.fence(fence.sign, fence.count, isQuote: true), heading, margin, &result)
        return
      } else if let name = fence.directive, open.count < Self.deepest {
        let words = String(decoding: name.rest, as: UTF8.self)
        if let heading = AdmonitionOpening.callout(name.name, name.rest) {
          begin(.fence(fence.sign, fence.count, isQuote: true), heading, margin, &result)
          readName(directive, words, heading, &result)
          return
        }
        if let heading = AdmonitionOpening.divisionHead(name.name, name.rest) {
          if !isHiding, DirectiveWords.isForOthers(directive ?? "", words) {
            hiddenFrom = open.count + 1
          }
          begin(.fence(fence.sign, fence.count, isQuote: false), heading, margin, &result)
          readName(directive, words, heading, &result)
          return
        }
        putFigureNumber(&result)
        head = DirectiveHead()
        code = (fence.sign, fence.count, margin)
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
        code = (fence.sign, fence.count, margin)
      }
    } else if code == nil, indent < 4, let name = Self.reference(text, isOptioned: goesOn) {
      result +=
        quotes + Array("*\\[The reference of `\(name)`, which is made from its code.\\]*".utf8)
      isInReference = true
      return
    } else if code == nil, isText, open.count < Self.deepest,
      let (box, found) = AdmonitionOpening.find(in: text)
    {
      let words = directive.map { _ in
        String(decoding: text.drop { $0 != UInt8(ascii: "}") }.dropFirst(), as: UTF8.self)
      }
      if !isHiding,
        Self.isForOthers(text) || DirectiveWords.isForOthers(directive ?? "", words ?? "")
      {
        hiddenFrom = open.count + 1
      }
      var heading = found
      // What is written right above or below it would be of its paragraph.
      if let title = AdmonitionOpening.tab(text),
        !isBehindBlank && !isBehindComment || !isNextBlank
      {
        heading = [UInt8](repeating: UInt8(ascii: "#"), count: Self.headingLevel) + [0x20] + title
      }
      begin(box, heading, margin, &result)
      readName(directive, words ?? "", heading, &result)
      return
    } else if code == nil, isText, let count = text.colons {
      if open.last?.box == .table(count) {
        close(open.count - 1, &result)
        result += AdmonitionOpening.tableFence
        return
      }
      if let box = innermost({ $0 == .colons(count) || $0 == .division(count) })
        // Pandoc's ends of as many colons as one likes.
        ?? innermost({ if case .division = $0 { true } else { false } })
      {
        close(box, &result)
        return
      }
    }
    if code == nil, isText, let box = endOfMarkup(text) {
      close(box, &result)
      return
    }
    if code == nil, isText, let count = text.slashes,
      let box = innermost({ $0.isSlashes(count) })
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
    if code == nil, isMyST, indent == 0, !formulas.isOpen,
      text.isSeenByNobody || !open.isEmpty && text.partsCard
    {
      result += quotes
      return
    }
    let field = code == nil && isMyST && indent == 0 && !formulas.isOpen ? text.field : nil
    if let field, isBehindBlank || isBehindField {
      // Each stands on a line of its own.
      result += quotes + Array("**".utf8) + field.name + Array(":**".utf8)
      if !field.value.isEmpty { result += [0x20] + field.value }
      if !isNextBlank { result += "  ".utf8 }
      isBehindField = true
      return
    }
    isBehindField = false
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
    if code == nil, !isBlank, let number = numberOfFigure(before: text) {
      result += number + [0x20] + text
      return
    }
    result += line
  }

  /// The number of a figure that holds others, where what comes next is what they show together; nil for pictures
  /// and names of places, and where no such figure is open.
  private mutating func numberOfFigure(before text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let number = open.last?.number, !number.isEmpty, let first = text.first,
      !"!<|(".utf8.contains(first)
    else { return nil }
    open[open.count - 1].number = []
    return number
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
    open.append(OpenBox(box: .fence(code.sign, code.count, isQuote: true)))
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

  private mutating func begin(
    _ box: AdmonitionBox, _ heading: [UInt8], _ margin: Int, _ result: inout [UInt8]
  ) {
    putFigureNumber(&result)
    if !isBehindBlank, !box.isQuote, heading.starts(with: "![](".utf8) || heading.first == 0x2A {
      // It is no part of the paragraph above: a line that counts as none parts them.
      result += quotes + [0x0D]
    }
    open.append(OpenBox(box: box, margin: margin))
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
    let last = open[box].below.isEmpty ? open[box].number : open[box].below
    let isQuote = open[box].box.isQuote
    open.removeSubrange(box...)
    putFigureNumber(&result)
    head = DirectiveHead()
    // What nothing came for that it stands before, and the last words of a card.
    if !isQuote, !last.isEmpty, !isBehindBlank { breakLine(&result) }
    result += quotes
    if !isQuote { result += last }
  }

  /// Ends the line of a paragraph above, so that what comes next stands on its own.
  private func breakLine(_ result: inout [UInt8]) {
    if result.last == 0x0A { result.insert(contentsOf: "  ".utf8, at: result.count - 1) }
  }

  private mutating func closeIndented() {
    while case .indented? = open.last?.box { open.removeLast() }
  }

  /// The box of mdBook's that ends on a line, with those that stand in it counted.
  private mutating func endOfMarkup(_ text: ArraySlice<UInt8>) -> Int? {
    guard let box = innermost({ if case .markup = $0 { true } else { false } }),
      case .markup(let depth) = open[box].box
    else { return nil }
    let line = text.trimmedBytes
    if line.starts(with: "<div".utf8) {
      // One that ends on its line opens nothing.
      if !line.suffix(6).elementsEqual("</div>".utf8) { open[box].box = .markup(depth + 1) }
    } else if line.elementsEqual("</div>".utf8) {
      if depth == 0 { return box }
      open[box].box = .markup(depth - 1)
    }
    return nil
  }
}
