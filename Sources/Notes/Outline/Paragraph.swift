/// The open paragraph of a scan.
struct Paragraph {
  /// Its first byte and line.
  var start = 0
  var line = 0
  /// The place after the definition that it begins with; its start where it begins with none.
  var definitionEnd = 0
  /// Its last line so far.
  var last = LastLine()
  /// Whether a definition stands right before it.
  var followsDefinition = false
  /// Up to where it was looked through for what is opaque.
  var scanned = 0

  /// Whether all of it so far is a definition.
  var isDefinition: Bool { definitionEnd > start }
  /// Whether it has one line so far.
  var isSingle: Bool { last.start == start }

  struct LastLine {
    /// Its first byte after white space and the marks of quotes and lists.
    var start = 0
    var indent = 0
    /// In how many of the open containers it stands with marks of its own.
    var depth = 0
  }
}

extension OutlineScanner {
  mutating func openParagraph(_ start: Int, _ line: Int) {
    leaf = .paragraph
    paragraph = Paragraph(start: start, line: line, definitionEnd: start, scanned: start)
    paragraph.last = .init(start: start, depth: containers.count)
    if start < bytes.count, bytes[start] == UInt8(ascii: "["),
      let definition = DefinitionScanner.definition(
        in: bytes, at: start, isOneLine: !containers.isEmpty)
    {
      outline.definitions.append(definition)
      paragraph.definitionEnd = definition.range.upperBound
      return
    }
    scanText(from: start)
  }

  mutating func continueParagraph(at start: Int, indent: Int, matched: Int, _ line: Int) {
    if paragraph.isDefinition {
      // What follows a definition is a paragraph of its own.
      if start >= paragraph.definitionEnd {
        openParagraph(start, line)
        paragraph.followsDefinition = true
      }
      return
    }
    paragraph.last = .init(start: start, indent: indent, depth: matched)
    scanText(from: start)
  }

  /// Whether all of the paragraph is a component of MDX, `<Question … />`, which a line of dashes makes no heading.
  func endsComponent(before underline: Int) -> Bool {
    let text = bytes[paragraph.start..<max(paragraph.start, underline)]
    guard text.first == UInt8(ascii: "<"), let sign = text.dropFirst().first,
      (0x41...0x5A).contains(sign),
      let end = text.lastIndex(where: { $0 > 0x20 }), bytes[end] == UInt8(ascii: ">")
    else { return false }
    let last = text[..<end].lastIndex(of: UInt8(ascii: "<")) ?? text.startIndex
    return bytes[end - 1] == UInt8(ascii: "/") || bytes[last...].starts(with: "</".utf8)
  }

  /// Looks for what is opaque up to the line's end, which moves where something is joined to it.
  private mutating func scanText(from start: Int) {
    guard opaque.mayHold(in: start..<lineEnd, tags: isParsing) else { return }
    var place = place(lineStart: start, depth: paragraph.last.depth)
    if bytes[start..<lineEnd].contains(UInt8(ascii: "|")), isBeforeTableUnderline {
      place.isRow = true
      place.isOneLine = true
    }
    while paragraph.scanned < lineEnd {
      let reached = opaque.scan(from: paragraph.scanned, to: lineEnd, place)
      paragraph.scanned = reached
      guard let last = opaque.spans.last, last.range.upperBound > lineEnd else { break }
      lineEnd = endOfLine(from: last.range.upperBound)
    }
  }

  /// Whether the next line makes this one the head of a table.
  private var isBeforeTableUnderline: Bool {
    var start = lineEnd + 1
    guard start < bytes.count else { return false }
    let end = endOfLine(from: start)
    while start < end, bytes[start] == UInt8(ascii: ">") || bytes[start] == 0x20 { start += 1 }
    return LineCursor(bytes: bytes, position: start, end: end).isTableUnderline
  }

  /// Looks through a heading or a row, which ends with its line.
  mutating func scanLine(_ range: Range<Int>, isRow: Bool) {
    guard isParsing, opaque.mayHold(in: range, tags: true) else { return }
    var place = place(lineStart: -1, depth: containers.count)
    place.isRow = isRow
    place.isOneLine = true
    _ = opaque.scan(from: range.lowerBound, to: range.upperBound, place)
  }

  private func place(lineStart: Int, depth: Int) -> TextPlace {
    var place = TextPlace(lineStart: lineStart)
    for container in containers.prefix(depth) {
      switch container {
      case .quote:
        place.quotes += 1
        place.indent = 0
      case .item(let indent): place.indent += indent
      }
    }
    return place
  }
}
