import CMarkdown

/// Builds the tree from md4c's callbacks: a stack of open blocks, and one of open spans.
final class MarkdownBuilder {
  private static let eventLimit = 4_000_000

  private enum Open {
    case document, quote, listItem(task: Bool?)
    case list(start: Int?, isTight: Bool)
    case heading(Int), paragraph
    case code(info: String)
    case html
    case table(columns: Int), head, row, cell(Block.Table.Alignment)
    case other
  }

  private struct Frame {
    var open: Open
    var line: Int
    /// The columns before the first text of code.
    var indent = 0
    var blocks: [Block] = []
    var items: [Block.List.Item] = []
    var literal: [UInt8] = []
    var cells: [[Inline]] = []
    var alignments: [Block.Table.Alignment] = []
    var rows: [[[Inline]]] = []
  }

  private let text: UnsafeRawBufferPointer
  private let masked: MaskedText
  private var stack = [Frame(open: .document, line: 1)]
  private var inlines: [[Inline]] = [[]]
  private var spans: [Inline] = []
  private var events = 0
  /// What was handed over of a tag or comment among words whose end is still to come.
  private var openHTML: [UInt8] = []
  // The line of a position is counted from the last one asked for, since they mostly grow.
  private var countedTo = 0
  /// Where the last fence without a text begins, and its line: each of them has its own.
  private var fencesTo = (at: 0, line: 0)
  /// The same of rules.
  private var rulesTo = (at: 0, line: 0)
  private var line = 1

  init(text: UnsafeRawBufferPointer, masked: MaskedText) {
    self.text = text
    self.masked = masked
  }

  var blocks: [Block] { stack[0].blocks }

  // MARK: Blocks

  func enter(block type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    events += 1
    if events > Self.eventLimit { return 1 }
    inlines[inlines.count - 1].isEmpty ? () : flushLoose()
    let open: Open
    switch type {
    case MD_BLOCK_QUOTE: open = .quote
    case MD_BLOCK_UL:
      let list = detail?.load(as: MD_BLOCK_UL_DETAIL.self)
      open = .list(start: nil, isTight: list?.is_tight != 0)
    case MD_BLOCK_OL:
      let list = detail?.load(as: MD_BLOCK_OL_DETAIL.self)
      open = .list(start: Int(list?.start ?? 1), isTight: list?.is_tight != 0)
    case MD_BLOCK_LI:
      let item = detail?.load(as: MD_BLOCK_LI_DETAIL.self)
      let isTask = (item?.is_task ?? 0) != 0
      open = .listItem(task: isTask ? item?.task_mark != CChar(UInt8(ascii: " ")) : nil)
    case MD_BLOCK_H:
      open = .heading(Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1))
    case MD_BLOCK_P: open = .paragraph
    case MD_BLOCK_CODE:
      let info = detail.map { attribute($0.load(as: MD_BLOCK_CODE_DETAIL.self).info) } ?? ""
      open = .code(info: info)
    case MD_BLOCK_HTML: open = .html
    case MD_BLOCK_TABLE:
      open = .table(columns: Int(detail?.load(as: MD_BLOCK_TABLE_DETAIL.self).col_count ?? 0))
    case MD_BLOCK_THEAD: open = .head
    case MD_BLOCK_TR: open = .row
    case MD_BLOCK_TH, MD_BLOCK_TD:
      let align = detail?.load(as: MD_BLOCK_TD_DETAIL.self).align ?? MD_ALIGN_DEFAULT
      open = .cell(
        align == MD_ALIGN_LEFT
          ? .left
          : align == MD_ALIGN_CENTER ? .center : align == MD_ALIGN_RIGHT ? .right : .standard)
    default: open = .other
    }
    if type != MD_BLOCK_DOC { stack.append(Frame(open: open, line: 0)) }
    return 0
  }

  func leave(block type: MD_BLOCKTYPE) -> Int32 {
    events += 1
    if events > Self.eventLimit { return 1 }
    if type == MD_BLOCK_DOC || stack.count < 2 { return 0 }
    if case .listItem = stack[stack.count - 1].open { flushLoose() }
    let frame = stack.removeLast()
    let line = frame.line == 0 ? self.line : frame.line
    let parent = stack.count - 1
    if stack[parent].line == 0 { stack[parent].line = line }
    switch frame.open {
    case .document: break
    case .quote: add(.quote(frame.blocks), line)
    case .list(let start, let isTight):
      add(.list(.init(start: start, isTight: isTight, items: frame.items)), line)
    case .listItem(let task):
      stack[parent].items.append(.init(task: task, blocks: frame.blocks))
    case .heading(let level): add(.heading(level: level, takeInlines()), line)
    case .paragraph: add(.paragraph(takeInlines()), line)
    case .code(let info):
      var literal = String(decoding: frame.literal, as: UTF8.self)
      if literal.hasSuffix("\n") { literal.removeLast() }
      add(
        .code(info: info, text: literal), frame.line == 0 ? lineBelow(fence: info) : line,
        indent: frame.indent)
    case .html:
      let html = String(decoding: frame.literal, as: UTF8.self)
      // An empty comment parts a table from the text above it; see `MaskedText`.
      for (offset, html) in Self.comments(html) where html.trimmed != "<!---->" {
        add(.html(html), line + offset)
      }
    case .table:
      add(
        .table(.init(alignments: frame.alignments, head: frame.cells, rows: frame.rows)), line)
    case .head:
      stack[parent].cells = frame.rows.first ?? []
      stack[parent].alignments = frame.alignments
    case .row:
      stack[parent].rows.append(frame.cells)
      if stack[parent].alignments.isEmpty { stack[parent].alignments = frame.alignments }
    case .cell(let alignment):
      stack[parent].cells.append(takeInlines())
      stack[parent].alignments.append(alignment)
    case .other:
      if type == MD_BLOCK_HR {
        add(.rule, lineOfRule())
      } else {
        stack[parent].rows += frame.rows
      }
    }
    return 0
  }

  /// Comments on neighbouring lines, each by itself, with the line that it begins on; what stands below them, and
  /// other HTML, whole.
  private static func comments(_ html: String) -> [(line: Int, html: String)] {
    guard html.hasPrefix("<!--"), html.utf8.contains(0x0A) else { return [(0, html)] }
    var parts: [(line: Int, html: String)] = []
    var isClosed = true
    for (number, line) in html.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      // What stands below a comment is a block of its own.
      if isClosed, line.trimmed.hasPrefix("<!--") || !parts.isEmpty && !line.trimmed.isEmpty {
        parts.append((number, String(line)))
      } else {
        parts[parts.count - 1].html += "\n" + line
      }
      isClosed = line.trimmed.hasSuffix("-->")
    }
    // Which of two is the question's is for its author to say.
    let asking = parts.count { QuizComment.mayStand(in: Array($0.html.utf8)) }
    return asking > 1 ? [(0, html)] : parts
  }

  private func add(_ kind: Block.Kind, _ line: Int, indent: Int = 0) {
    var block = Block(kind, line: line)
    block.indent = indent
    stack[stack.count - 1].blocks.append(block)
  }

  /// The text of a tight list's item comes without a paragraph around it.
  private func flushLoose() {
    let loose = takeInlines()
    guard !loose.isEmpty else { return }
    let frame = stack.count - 1
    add(.paragraph(loose), stack[frame].line == 0 ? line : stack[frame].line)
  }

  private func takeInlines() -> [Inline] {
    let taken = inlines[0].joinedTexts
    inlines = [[]]
    spans = []
    return taken
  }

  // MARK: Spans

  func enter(span type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) -> Int32 {
    events += 1
    if events > Self.eventLimit { return 1 }
    let span: Inline
    switch type {
    case MD_SPAN_EM: span = .emphasis([])
    case MD_SPAN_STRONG: span = .strong([])
    case MD_SPAN_DEL: span = .struck([])
    case MD_SPAN_A:
      let link = detail?.load(as: MD_SPAN_A_DETAIL.self)
      span = .link(destination: link.map { attribute($0.href) } ?? "", [])
    case MD_SPAN_IMG:
      let image = detail?.load(as: MD_SPAN_IMG_DETAIL.self)
      span = .image(alternative: [], source: image.map { attribute($0.src) } ?? "")
    case MD_SPAN_CODE: span = .code("")
    default: span = .text("")
    }
    spans.append(span)
    inlines.append([])
    return 0
  }

  func leave(span type: MD_SPANTYPE) -> Int32 {
    guard let span = spans.popLast(), inlines.count > 1 else { return 0 }
    let inner = inlines.removeLast().joinedTexts
    let closed: Inline =
      switch span {
      case .emphasis: .emphasis(inner)
      case .strong: .strong(inner)
      case .struck: .struck(inner)
      case .link(let destination, _): .link(destination: destination, inner)
      case .image(_, let source) where HTMLImage.isForDark(source): .text("")
      case .image(_, let source):
        .image(alternative: inner.wordsAndFormulas, source: HTMLImage.shown(source))
      case .code: .code(inner.plainText)
      default: .text(inner.plainText)
      }
    inlines[inlines.count - 1].append(closed)
    return 0
  }

  func text(_ type: MD_TEXTTYPE, _ pointer: UnsafeRawPointer?, _ size: Int) -> Int32 {
    events += 1
    if events > Self.eventLimit { return 1 }
    guard let pointer else { return 0 }
    noteLine(of: pointer)
    let frame = stack.count - 1
    let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
    switch stack[frame].open {
    case .code, .html:
      if type == MD_TEXT_NULLCHAR {
        stack[frame].literal.append(contentsOf: "\u{FFFD}".utf8)
      } else {
        // md4c hands a zero byte over twice.
        stack[frame].literal.append(contentsOf: written(pointer, size).lazy.filter { $0 != 0 })
      }
      return 0
    default: break
    }
    if type == MD_TEXT_NORMAL || type == MD_TEXT_CODE { return append(pointer, size) }
    if type == MD_TEXT_HTML {
      openHTML += written(pointer, size)
      guard isHTMLWhole else { return 0 }
      inlines[inlines.count - 1].append(.html(String(decoding: openHTML, as: UTF8.self)))
      openHTML = []
      return 0
    }
    let inline: Inline =
      switch type {
      case MD_TEXT_NULLCHAR: .text("\u{FFFD}")
      case MD_TEXT_BR: .lineBreak
      case MD_TEXT_SOFTBR: .softBreak
      case MD_TEXT_ENTITY: .text(Entities.decoded(String(decoding: bytes, as: UTF8.self)))
      default: .text(String(decoding: bytes, as: UTF8.self))
      }
    inlines[inlines.count - 1].append(inline)
    return 0
  }

  /// Whether a tag or comment among words ends with what was handed over of it: md4c hands it over line by line.
  private var isHTMLWhole: Bool {
    openHTML.starts(with: "<!--".utf8)
      ? openHTML.suffix(3).elementsEqual("-->".utf8) : openHTML.last == UInt8(ascii: ">")
  }

  /// Blocks begin where their first text stands.
  private func noteLine(of pointer: UnsafeRawPointer) {
    guard let position = self.position(of: pointer) else { return }
    if position < countedTo {
      for at in position..<countedTo where isLineEnd(at) { line -= 1 }
    } else {
      for at in countedTo..<position where isLineEnd(at) { line += 1 }
    }
    countedTo = position
    if let frame = stack.indices.last, stack[frame].line == 0, case .code = stack[frame].open {
      // What is indented further is handed over by itself.
      let own = stack[frame].literal.reversed().prefix { $0 == 0x20 }.count
      stack[frame].indent = max(0, position - start(ofLineAt: position) - own)
    }
    for frame in stack.indices.reversed() {
      if stack[frame].line != 0 { break }
      stack[frame].line = line
    }
  }

  /// The line below the opening of a fence that has no text to tell its place: the next with its words behind its signs.
  private func lineBelow(fence info: String) -> Int {
    let word = Array(info.utf8.prefix { $0 != 0x20 })
    guard !word.isEmpty else { return line }
    var (at, number) = fencesTo.at > countedTo ? fencesTo : (countedTo, line)
    while at < text.count {
      defer { at += 1 }
      guard isLineEnd(at) else { continue }
      number += 1
      let rest = text[(at + 1)...].prefix(200).drop(while: Self.containers.contains)
      let signs = rest.prefix { $0 == 0x60 || $0 == 0x7E }
      if signs.count > 2, rest.dropFirst(signs.count).drop(while: { $0 == 0x20 }).starts(with: word)
      {
        fencesTo = (at + 1, number)
        return number + 1
      }
    }
    return line
  }

  /// The line of a rule, which has no text to tell its place: the next one of such signs below the last text.
  private func lineOfRule() -> Int {
    var (at, number) =
      rulesTo.line > 0 && rulesTo.at >= countedTo
      ? rulesTo : countedTo == 0 ? (-1, 0) : (countedTo, line)
    while at < text.count {
      defer { at += 1 }
      guard at < 0 || isLineEnd(at) else { continue }
      number += 1
      let rest = text[(at + 1)...].prefix(200).prefix { $0 != 0x0A }
        .drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      let signs = rest.filter { $0 > 0x20 }
      if signs.count > 2, let sign = signs.first, "-*_".utf8.contains(sign),
        signs.allSatisfy({ $0 == sign })
      {
        // Dashes right below the words of a heading are its own.
        if number == line + 1, sign == UInt8(ascii: "-"),
          case .heading? = stack.last?.blocks.last?.kind
        {
          continue
        }
        rulesTo = (at + 1, number)
        return number
      }
    }
    return line
  }

  /// What may stand before a fence in a quote or an item.
  private static let containers = Set(" >-+*.)0123456789".utf8)

  private func start(ofLineAt position: Int) -> Int {
    var at = position
    while at > 0, !isLineEnd(at - 1) { at -= 1 }
    return at
  }

  private func isLineEnd(_ at: Int) -> Bool {
    text[at] == 0x0A || text[at] == MaskedText.newline
  }

  /// Where in the text a pointer leads that md4c hands over; nil for what is none of it.
  private func position(of pointer: UnsafeRawPointer) -> Int? {
    guard let base = text.baseAddress, pointer >= base, pointer < base + text.count else {
      return nil
    }
    return base.distance(to: pointer)
  }

  private func place(of pointer: UnsafeRawPointer) -> Int? {
    masked.pieces.isEmpty ? nil : position(of: pointer)
  }

  /// What md4c hands over, as it was written.
  private func written(_ pointer: UnsafeRawPointer, _ size: Int) -> [UInt8] {
    place(of: pointer).map { masked.written($0..<$0 + size) }
      ?? Array(UnsafeRawBufferPointer(start: pointer, count: size))
  }

  /// Text, with what was masked in it put back.
  private func append(_ pointer: UnsafeRawPointer, _ size: Int) -> Int32 {
    var found: [Inline]
    if case .code? = spans.last {
      let code = String(decoding: written(pointer, size), as: UTF8.self)
      found = [.text(isInTable ? code.withoutEscapedBars : code)]
    } else if let start = place(of: pointer) {
      found = masked.inlines(in: start..<start + size, isInTable: isInTable)
    } else {
      let bytes = UnsafeRawBufferPointer(start: pointer, count: size)
      found = [.text(String(decoding: bytes, as: UTF8.self))]
    }
    if let position = position(of: pointer), EscapedSigns.begins(text, at: position),
      case .text(let whole)? = found.first
    {
      let sign = EscapedSigns.sign
      found[0] = .text(sign + whole.prefix(1) + sign + whole.dropFirst())
    }
    inlines[inlines.count - 1] += found
    return 0
  }

  private var isInTable: Bool {
    if case .cell? = stack.last?.open { true } else { false }
  }

  private func attribute(_ attribute: MD_ATTRIBUTE) -> String {
    guard let text = attribute.text, attribute.size > 0 else { return "" }
    let bytes = written(UnsafeRawPointer(text), Int(attribute.size))
    guard let offsets = attribute.substr_offsets, let types = attribute.substr_types else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var result = ""
    var index = 0
    while offsets[index] < attribute.size {
      let end = Int(min(offsets[index + 1], attribute.size))
      let part = String(decoding: bytes[Int(offsets[index])..<end], as: UTF8.self)
      result += types[index] == MD_TEXT_ENTITY ? Entities.decoded(part) : part
      index += 1
    }
    return result
  }
}
