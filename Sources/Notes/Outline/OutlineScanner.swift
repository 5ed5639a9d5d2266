import Libc

/// Finds headings and definitions in one pass over the lines of a file, by CommonMark's block
/// rules, without parsing anything else; a test holds it together with the Markdown parser.
struct OutlineScanner {
  /// A section longer than this is cut where that does no harm …
  static let softLimit = 256 * 1024
  /// … and beyond this anywhere.
  static let hardLimit = 1024 * 1024

  enum Container { case quote, item(indent: Int) }
  enum Leaf {
    case none, paragraph, table
    case fence(character: UInt8, length: Int)
    case html(HTMLBlock)
    /// Code of Hugo's, up to the line that closes it, which begins there.
    case highlight(end: Int)
  }

  let bytes: UnsafeBufferPointer<UInt8>
  var outline = Outline()
  private(set) var containers: [Container] = []
  var leaf = Leaf.none
  var paragraph = Paragraph()
  /// What is opaque in text, and where; lines within it are not looked at.
  var opaque: OpaqueScanner
  /// The end of the line being scanned, the lines included that something opaque joins to it.
  var lineEnd = 0
  /// What a parser needs beyond the outline is asked for.
  let isParsing: Bool
  /// Tables, and what is to be fixed in them.
  var tables: [TableShape] = []
  var lastCut = 0
  /// Looks for what nothing closes; nil where nobody asks.
  var unclosed: OpenBlocks?
  /// The directives that are open, whose headings are no lessons' titles.
  private var directives = OpenDirectives()
  /// Whether no line closes code of Hugo's from here on.
  private var hasNoHighlightEnd = false
  /// The line of the innermost list item, when nothing followed its marker.
  private var emptyItemLine = 0

  /// The outline of a file; where it `recovers`, lessons open also behind a fence or a comment that
  /// nothing closes.
  static func scan(_ bytes: [UInt8], recovers: Bool = false) -> Outline {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = OutlineScanner(bytes: buffer, isParsing: false)
      if recovers { scanner.unclosed = OpenBlocks() }
      scanner.run()
      return scanner.outline
    }
  }

  /// A scanner that has been over all of a part of a file.
  static func scanned(_ bytes: UnsafeBufferPointer<UInt8>) -> OutlineScanner {
    var scanner = OutlineScanner(bytes: bytes, isParsing: true)
    scanner.run()
    return scanner
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, isParsing: Bool) {
    self.bytes = bytes
    self.isParsing = isParsing
    opaque = OpaqueScanner(bytes, keepsAll: isParsing)
  }

  private mutating func run() {
    var start = isParsing ? 0 : FrontMatter.start(of: bytes)
    var line = 1
    if !isParsing, let front = FrontMatter.find(in: bytes, from: start) {
      outline.title = front.title
      start = front.end
      line += front.lines
    }
    outline.bodyStart = start
    outline.bodyLine = line
    lastCut = start
    while true {
      if start >= bytes.count {
        guard let heading = recoverAtEnd() else { break }
        (start, line) = heading
      }
      let end = endOfLine(from: start)
      lineEnd = end
      scanLine(start, end, line)
      if let heading = recover(start, end, line) {
        (start, line) = heading
        continue
      }
      cutIfLong(at: start, line)
      if lineEnd - lastCut > Self.hardLimit { cutInside(from: start, to: lineEnd, line) }
      line += 1
      if lineEnd > end { line += bytes[end..<lineEnd].count { $0 == 0x0A } }
      start = lineEnd + 1
    }
    outline.lineCount = line - 1
  }

  func endOfLine(from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  // MARK: One line

  private mutating func scanLine(_ start: Int, _ end: Int, _ line: Int) {
    if isHighlight(start, end) { return }
    if start < end, bytes[start] == UInt8(ascii: ":"), mayBeDirective {
      directives.read(start..<end, of: bytes)
    }
    // Most lines: text of a paragraph that stands in no list and no quote.
    if containers.isEmpty, start < end, bytes[start] | 0x20 >= 0x61, bytes[start] | 0x20 <= 0x7A {
      switch leaf {
      case .none: openParagraph(start, line)
      case .paragraph: continueParagraph(at: start, indent: 0, matched: 0, line)
      case .table:
        if TableEnd.isBelow(bytes, start..<end) {
          endTable(before: start)
          openParagraph(start, line)
        } else {
          addRow(start, end)
        }
      case .fence, .highlight: break
      case .html(let block): closeHTML(block, start, end)
      }
      return
    }
    var cursor = LineCursor(bytes: bytes, position: start, end: end)
    let matched = matchContainers(&cursor)
    let outside = matched < containers.count
    if cursor.isBlank {
      // An item whose marker is followed by two line ends is over.
      if emptyItemLine > 0, emptyItemLine == line - 1, !containers.isEmpty {
        containers.removeLast()
      }
      if case .html(let block) = leaf, block.endsAtBlank { leaf = .none }
      switch leaf {
      case .paragraph, .table: leaf = .none
      case .none, .fence, .html, .highlight: break
      }
      if outside,
        containers[matched...].contains(where: { if case .quote = $0 { true } else { false } })
      {
        close(to: matched)
      }
      return
    }
    if !outside {
      switch leaf {
      case .fence(let character, let length):
        if cursor.indent < 4, cursor.isClosingFence(character, length) { leaf = .none }
        return
      case .html(let block): return closeHTML(block, cursor.position, end)
      case .none, .paragraph, .table, .highlight: break
      }
    }
    openBlocks(&cursor, matched: matched, start, line)
  }

  /// Whether a line that begins with a colon may open or close a directive: in code it does not, but it stands outside
  /// of all lists, and of the code in them.
  private var mayBeDirective: Bool {
    guard containers.isEmpty else {
      return containers.allSatisfy { if case .item = $0 { true } else { false } }
    }
    return switch leaf {
    case .none, .paragraph, .table: true
    case .fence, .html, .highlight: false
    }
  }

  /// Whether a line is code of Hugo's, or opens or closes some: it is a fence where lessons are read.
  private mutating func isHighlight(_ start: Int, _ end: Int) -> Bool {
    switch leaf {
    case .highlight(let last):
      if start >= last { leaf = .none }
      return true
    case .fence, .html: return false
    case .none, .paragraph, .table: break
    }
    guard !hasNoHighlightEnd, bytes[start..<end].first(where: { $0 > 0x20 }) == UInt8(ascii: "{"),
      LineMarks.language(ofHighlight: Array(bytes[start..<end])[...].trimmedBytes) != nil
    else { return false }
    var at = end + 1
    while at < bytes.count {
      let end = endOfLine(from: at)
      if LineMarks.isEndOfHighlight(Array(bytes[at..<end])[...]) {
        close(to: 0)
        leaf = .highlight(end: at)
        return true
      }
      at = end + 1
    }
    hasNoHighlightEnd = true
    return false
  }

  /// How many of the open containers the line goes on with; the cursor passes their markers.
  private func matchContainers(_ cursor: inout LineCursor) -> Int {
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote:
        guard cursor.indent < 4, cursor.peek == UInt8(ascii: ">") else { return index }
        cursor.passQuoteMark()
      case .item(let indent):
        if cursor.isBlank { continue }
        guard cursor.indent >= indent else { return index }
        cursor.pass(columns: indent)
      }
    }
    return containers.count
  }

  /// New blocks on the rest of a line that is not blank.
  private mutating func openBlocks(
    _ cursor: inout LineCursor, matched: Int, _ start: Int, _ line: Int
  ) {
    var depth = matched
    var opened = false
    var inParagraph = if case .paragraph = leaf { true } else { false }
    let inTable = if case .table = leaf { matched == containers.count } else { false }
    while true {
      let own = depth == containers.count && !opened
      if cursor.indent >= 4 {
        // Indented code, unless it goes on with a paragraph.
        if inParagraph && !opened {
          continueParagraph(
            at: cursor.contentStart, indent: cursor.indent, matched: matched, line)
        } else {
          close(to: depth)
          leaf = .none
        }
        return
      }
      guard let byte = cursor.peek else {
        close(to: depth)
        leaf = .none
        return
      }
      if byte == UInt8(ascii: ">") {
        close(to: depth)
        containers.append(.quote)
        cursor.passQuoteMark()
      } else if let heading = cursor.heading {
        if inTable, !opened { endTable(before: cursor.contentStart) }
        close(to: depth)
        leaf = .none
        if containers.isEmpty, heading.level <= 2 { mark(heading.level, start, heading.text, line) }
        scanLine(heading.text, isRow: false)
        return
      } else if let (character, length) = cursor.openingFence {
        if inTable, !opened { endTable(before: cursor.contentStart) }
        close(to: depth)
        leaf = .fence(character: character, length: length)
        return
      } else if inParagraph, own, let level = cursor.underline {
        if paragraph.isDefinition {
          if cursor.contentStart < paragraph.definitionEnd { return }
          // Nothing is left to underline: the line is text.
          openParagraph(cursor.contentStart, line)
          return
        }
        if containers.isEmpty, !endsComponent(before: start) {
          mark(level, paragraph.start, paragraph.start..<start, paragraph.line)
        }
        leaf = .none
        return
      } else if cursor.isRule {
        close(to: depth)
        leaf = .none
        return
      } else if let block = cursor.htmlBlock(interrupting: inParagraph && !opened) {
        if inTable, !opened { endTable(before: cursor.contentStart) }
        close(to: depth)
        leaf = .html(block)
        closeHTML(block, cursor.position, cursor.end)
        return
      } else if let item = cursor.listItem(interrupting: inParagraph && own) {
        close(to: depth)
        containers.append(.item(indent: item))
      } else {
        break
      }
      leaf = .none
      inParagraph = false
      opened = true
      depth = containers.count
      if cursor.isBlank {
        if case .item? = containers.last { emptyItemLine = line }
        return
      }
      if containers.count > 200 { return }
    }
    if inTable, !opened {
      guard TableEnd.isBelow(bytes, cursor.contentStart..<cursor.end) else {
        return addRow(cursor.contentStart, cursor.end)
      }
      endTable(before: cursor.contentStart)
    }
    if inParagraph, !opened {  // goes on with the paragraph, be it lazily
      if matched == containers.count, cursor.isTableUnderline,
        beginTable(under: cursor.contentStart..<cursor.end)
      {
        leaf = .table
        return
      }
      continueParagraph(at: cursor.contentStart, indent: cursor.indent, matched: matched, line)
      return
    }
    close(to: depth)
    openParagraph(cursor.contentStart, line)
  }

  mutating func forgetContainers() { containers = [] }

  private mutating func close(to depth: Int) {
    if depth < containers.count { containers.removeSubrange(depth...) }
  }

  private mutating func closeHTML(_ block: HTMLBlock, _ start: Int, _ end: Int) {
    if block.endsAtBlank, !isParsing, outline.htmlTitle == nil { findTitle(start, end) }
    leaf = block.ends(in: bytes, start, end) ? .none : .html(block)
  }

  /// Looks for `<h1>` in a line of HTML, and for its end no further than a title goes.
  private mutating func findTitle(_ start: Int, _ end: Int) {
    guard containers.isEmpty, !outline.marks.contains(where: { $0.level == 1 }) else { return }
    for at in start..<max(start, end - 3) where bytes[at] == UInt8(ascii: "<") {
      guard bytes[at + 1] | 0x20 == UInt8(ascii: "h"), bytes[at + 2] == UInt8(ascii: "1"),
        let tag = HTMLTag(in: bytes, at: at, before: min(bytes.count, at + Self.longestTitle)),
        let close = (tag.end..<min(bytes.count, tag.end + Self.longestTitle)).first(where: { at in
          bytes[at...].prefix(4).elementsEqual("</h1".utf8)
            || bytes[at...].prefix(4).elementsEqual("</H1".utf8)
        })
      else { continue }
      outline.htmlTitle = tag.end..<close
      return
    }
  }

  private static let longestTitle = 4000

  // MARK: Marks

  private mutating func mark(_ level: Int, _ start: Int, _ text: Range<Int>, _ line: Int) {
    guard directives.isEmpty else { return }
    outline.marks.append(.init(level: level, start: lineStart(start), text: text, line: line))
    lastCut = start
  }

  private func lineStart(_ position: Int) -> Int {
    var position = position
    while position > 0, bytes[position - 1] != 0x0A { position -= 1 }
    return max(position, outline.bodyStart)
  }

  private mutating func cutIfLong(at start: Int, _ line: Int) {
    guard start - lastCut > Self.softLimit, containers.isEmpty, case .none = leaf else { return }
    outline.marks.append(.init(level: 0, start: start, text: start..<start, line: line))
    lastCut = start
  }

  /// A line or block so long that no good place comes: cut at the limit, at a scalar's first byte.
  private mutating func cutInside(from start: Int, to end: Int, _ line: Int) {
    while end - lastCut > Self.hardLimit {
      var at = max(start, lastCut + Self.softLimit)
      while at < end, bytes[at] & 0xC0 == 0x80 { at += 1 }
      guard at < end, at > lastCut else { return }
      outline.marks.append(.init(level: 0, start: at, text: at..<at, line: line))
      lastCut = at
    }
  }
}
