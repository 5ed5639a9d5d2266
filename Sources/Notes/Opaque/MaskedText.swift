/// A text as md4c gets it: what is opaque has its special bytes replaced by one that no text has,
/// and tables are repaired. What md4c hands back is found again by its place.
///
/// A formula keeps a dollar at both ends, which is punctuation that means nothing to md4c, and its
/// lines become one.
struct MaskedText {
  /// Stands for a special byte, and for the end of a line; no UTF-8 holds either.
  private static let special: UInt8 = 0xFE
  static let newline: UInt8 = 0xFF

  /// Something opaque by its place in the masked text.
  struct Piece {
    var kind: OpaqueSpan.Kind
    var range: Range<Int>
    /// Where all of it stands in the text as written, and what stands between its marks.
    var source: Range<Int>
    var content: String
  }

  private(set) var bytes: [UInt8] = []
  /// In order.
  private(set) var pieces: [Piece] = []
  /// What an author should know of.
  private(set) var diagnostics: [Diagnostic] = []
  /// The text as written.
  let source: [UInt8]

  init(_ source: [UInt8]) {
    self.source = source
    source.withUnsafeBufferPointer { buffer in
      let scanner = OutlineScanner.scanned(buffer)
      fill(buffer, scanner.opaque.spans, scanner.tables)
      report(scanner)
    }
  }

  private mutating func fill(
    _ source: UnsafeBufferPointer<UInt8>, _ spans: [OpaqueSpan], _ tables: [TableShape]
  ) {
    bytes.reserveCapacity(source.count + 100)
    var copied = 0
    var span = 0
    func copySpans(before place: Int, _ text: inout MaskedText) {
      while span < spans.count, spans[span].range.lowerBound < place {
        text.copy(source, &copied, to: spans[span].range.lowerBound)
        text.mask(source, spans[span])
        copied = spans[span].range.upperBound
        span += 1
      }
    }
    for table in tables {
      if table.needsBreak {
        copySpans(before: table.head, &self)
        copy(source, &copied, to: table.head)
        // A comment ends the paragraph above; a carriage return counts as no line.
        var start = table.head
        while start > 0, source[start - 1] != 0x0A { start -= 1 }
        bytes += Array("<!---->\r".utf8) + source[start..<table.head]
      }
      if let rule = table.mendedRule {
        copySpans(before: table.rule.lowerBound, &self)
        copy(source, &copied, to: table.rule.lowerBound)
        bytes += rule
        copied = table.rule.upperBound
      }
      if let end = table.end {
        copySpans(before: end, &self)
        copy(source, &copied, to: end)
        // An empty line of the same quote, which counts as none.
        var start = end
        while start > 0, source[start - 1] != 0x0A { start -= 1 }
        bytes += Array("\r".utf8) + source[start..<end]
      }
    }
    copySpans(before: source.count, &self)
    copy(source, &copied, to: source.count)
  }

  private mutating func copy(
    _ source: UnsafeBufferPointer<UInt8>, _ copied: inout Int, to end: Int
  ) {
    guard end > copied else { return }
    bytes += source[copied..<end]
    copied = end
  }

  private mutating func mask(_ source: UnsafeBufferPointer<UInt8>, _ span: OpaqueSpan) {
    let start = bytes.count
    for (index, byte) in source[span.range].enumerated() {
      if index == 0 || index == span.range.count - 1 {
        bytes.append(UInt8(ascii: "$"))
      } else if byte == 0x0A {
        bytes.append(Self.newline)
      } else {
        let isPlain =
          byte >= 0x80 || byte == 0x20 || (0x30...0x39).contains(byte)
          || (0x61...0x7A).contains(byte | 0x20)
        bytes.append(isPlain ? byte : Self.special)
      }
    }
    pieces.append(
      Piece(
        kind: span.kind, range: start..<bytes.count, source: span.range,
        content: Self.text(source, span)))
  }

  /// The content, without the marks of quotes that lead its lines.
  private static func text(_ source: UnsafeBufferPointer<UInt8>, _ span: OpaqueSpan) -> String {
    guard span.quotes > 0 else { return String(decoding: source[span.content], as: UTF8.self) }
    var text: [UInt8] = []
    var marks = 0
    var isAfterMark = false
    for byte in source[span.content] {
      if marks > 0, byte == 0x20 || byte == 0x09 { continue }
      if marks > 0, byte == UInt8(ascii: ">") {
        marks -= 1
        isAfterMark = true
        continue
      }
      // One space belongs to the mark.
      if !(isAfterMark && byte == 0x20) { text.append(byte) }
      isAfterMark = false
      marks = byte == 0x0A ? span.quotes : 0
    }
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: What was found

  private mutating func report(_ scanner: OutlineScanner) {
    var lines = LineCount()
    for doubt in scanner.opaque.doubts {
      let doubt = Diagnostic(.warning, line: lines.line(at: doubt.at, in: source), doubt.advice)
      // Once a line is enough.
      if diagnostics.last != doubt { diagnostics.append(doubt) }
    }
    lines = LineCount()
    for row in scanner.tables.compactMap(\.wideRow) {
      diagnostics.append(
        Diagnostic(
          .warning, line: lines.line(at: row, in: source),
          "more cells here than the rule under the table's head has columns, and they stand in columns "
            + "of their own", remedy: "give each row as many, and write \\| for a bar inside a cell"
        ))
    }
  }

  // MARK: Back from the mask

  /// The first piece that ends after a place.
  func firstPiece(after place: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.upperBound > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A part of the masked text as it was written.
  func written(_ part: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var at = part.lowerBound
    for piece in pieces[firstPiece(after: at)...] {
      guard piece.range.lowerBound < part.upperBound else { break }
      if at < piece.range.lowerBound { result += bytes[at..<piece.range.lowerBound] }
      let from = max(at, piece.range.lowerBound) - piece.range.lowerBound
      let to = min(part.upperBound, piece.range.upperBound) - piece.range.lowerBound
      result += source[piece.source.lowerBound + from..<piece.source.lowerBound + to]
      at = piece.range.lowerBound + to
    }
    return at < part.upperBound ? result + bytes[at..<part.upperBound] : result
  }
}

/// Counts lines up to places that grow.
struct LineCount {
  private var line = 1
  private var counted = 0

  mutating func line(at place: Int, in bytes: [UInt8]) -> Int {
    line += bytes[counted..<max(counted, place)].count { $0 == 0x0A }
    counted = max(counted, place)
    return line
  }
}
