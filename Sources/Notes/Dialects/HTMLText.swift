/// What raw HTML shows: its lines as blocks, rows and items part them, with headings, links and pictures.
/// Comments, scripts and tags are left out; what HTML has no tag for is text.
package enum HTMLText {
  /// A line of it.
  package struct Line: Equatable, Sendable {
    /// Of a heading 1 to 6, else 0.
    package let level: Int
    package let inlines: [Inline]

    /// The line without links and marks.
    package var text: String {
      inlines.map { inline in
        switch inline {
        case .image(let alternative, let source):
          "[image: \(alternative.isEmpty ? source : alternative.plainText)]"
        case .link(_, let inner), .strong(let inner), .emphasis(let inner), .marked(let inner):
          Line(level: 0, inlines: inner).text
        default: [inline].plainText
        }
      }.joined()
    }
  }

  /// What is shown, line by line.
  package static func lines(_ html: String) -> [Line] {
    var reader = HTMLLineReader(bytes: Array(html.utf8))
    return reader.read()
  }

  /// The same as text alone.
  package static func visible(_ html: String) -> String {
    lines(html).map(\.text).joined(separator: "\n")
  }

  /// The words of a heading, a picture's where it has no others.
  static func title(_ html: ArraySlice<UInt8>) -> String {
    let inlines = lines(String(decoding: html, as: UTF8.self)).flatMap { $0.inlines + [.text(" ")] }
    let words = inlines.withoutPictures.plainText.trimmed
    return words.isEmpty ? inlines.plainText.trimmed : words
  }
}

extension [Inline] {
  fileprivate var trimmedAtStart: [Inline] {
    guard case .text(let text)? = first else { return self }
    return [.text(String(text.drop { $0 == " " }))] + dropFirst()
  }

  fileprivate var withoutPictures: [Inline] {
    compactMap { inline in
      switch inline {
      case .image: nil
      case .link(_, let inner) where inner.allSatisfy(\.isPicture): nil
      case .link(let destination, let inner): .link(destination: destination, inner.withoutPictures)
      case .strong(let inner): .strong(inner.withoutPictures)
      case .emphasis(let inner): .emphasis(inner.withoutPictures)
      default: inline
      }
    }
  }
}

private struct HTMLLineReader {
  /// An element that marks its words, with what was met of them.
  private struct Span {
    let name: String
    var address = ""
    var inlines: [Inline] = []
  }

  private static let spans: Set<String> = [
    "a", "b", "strong", "i", "em", "code", "tt", "samp", "kbd", "mark",
  ]
  private static let deepest = 50

  private let bytes: [UInt8]
  private var at = 0
  private var lines: [HTMLText.Line] = []
  /// Text that is in no span yet.
  private var run: [UInt8] = []
  /// The last byte of the line so far.
  private var last: UInt8?
  private var open = [Span(name: "")]
  private var level = 0
  private var openBrackets = 0
  private var openPreformatted = 0
  /// Lists that are open, with the next number of those that have numbers.
  private var lists: [Int?] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> [HTMLText.Line] {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        addByte()
        continue
      }
      let rest = bytes[at...]
      if rest.starts(with: "<!--".utf8) {
        pass(to: "-->", from: at + 4)
      } else if rest.starts(with: "<script".utf8) {
        pass(to: "</script>", from: at)
      } else if rest.starts(with: "<style".utf8) {
        pass(to: "</style>", from: at)
      } else if let tag = HTMLTag(in: bytes, at: at) {
        if tag.isKnown {
          add(tag)
          at = tag.end
        } else {
          addByte()
        }
      } else if hasKnownName {
        pass(to: ">", from: at)
      } else {
        addByte()
      }
    }
    endLine()
    return lines
  }

  private var hasKnownName: Bool {
    bytes.withUnsafeBufferPointer { HTMLTag.hasKnownName(in: $0, at: at) }
  }

  // MARK: Text

  private mutating func addByte() {
    let byte = bytes[at]
    at += 1
    guard byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D else { return put(byte) }
    if openPreformatted > 0 {
      if byte == 0x0A { endLine() } else if byte != 0x0D { put(0x20) }
    } else if let last, last != 0x20 {
      // White space of whatever kind is one blank.
      put(0x20)
    }
  }

  private mutating func put(_ byte: UInt8) {
    run.append(byte)
    last = byte
  }

  private mutating func put(_ text: String) { for byte in text.utf8 { put(byte) } }

  private mutating func add(_ inline: Inline) {
    endRun()
    open[open.count - 1].inlines.append(inline)
    last = UInt8(ascii: "]")
  }

  private mutating func endRun() {
    guard !run.isEmpty else { return }
    let text = Entities.decodingAll(String(decoding: run, as: UTF8.self))
    open[open.count - 1].inlines.append(.text(text))
    run = []
  }

  private mutating func endLine() {
    while run.last == 0x20 { run.removeLast() }
    let spans = open.dropFirst().map { Span(name: $0.name, address: $0.address) }
    while open.count > 1 { closeSpan() }
    endRun()
    let inlines = open[0].inlines.joinedTexts
    let words = level > 0 ? inlines.withoutPictures.joinedTexts : inlines
    if level > 0, inlines.contains(where: \.isPicture), !words.plainText.trimmed.isEmpty {
      // A name has its logo above it.
      lines.append(HTMLText.Line(level: 0, inlines: inlines.filter(\.isPicture)))
      lines.append(HTMLText.Line(level: level, inlines: words.trimmedAtStart))
    } else if !inlines.plainText.trimmed.isEmpty || inlines.contains(where: \.isPicture) {
      lines.append(HTMLText.Line(level: level, inlines: inlines))
    }
    // What goes over the end of a line goes on in the next one.
    open = [Span(name: "")] + spans
    last = nil
  }

  private mutating func closeSpan() {
    endRun()
    let span = open.removeLast()
    guard !span.inlines.isEmpty else { return }
    let inner = span.inlines.joinedTexts
    let closed: Inline =
      switch span.name {
      case "a": .link(destination: span.address, inner)
      case "b", "strong": .strong(inner)
      case "i", "em": .emphasis(inner)
      case "mark": .marked(inner)
      default: .code(inner.plainText)
      }
    open[open.count - 1].inlines.append(closed)
  }

  // MARK: Tags

  private mutating func add(_ tag: HTMLTag) {
    let written = String(decoding: bytes[at..<tag.end], as: UTF8.self)
    if Self.spans.contains(tag.name) { return addSpan(tag, written) }
    if tag.name == "ol" || tag.name == "ul" {
      if tag.isClosing { _ = lists.popLast() } else { lists.append(tag.name == "ol" ? 1 : nil) }
    }
    if tag.name == "pre" { openPreformatted = max(0, openPreformatted + (tag.isClosing ? -1 : 1)) }
    switch tag.sign {
    // A heading is one line.
    case .newLine where level > 0 && tag.name == "br": if last != nil, last != 0x20 { put(0x20) }
    case .newLine:
      endLine()
      if let heading = tag.heading { level = tag.isClosing ? 0 : heading }
    case .item:
      endLine()
      put("\(nextMark()) ")
    case .cell: if last != nil { put(last == 0x20 ? "| " : " | ") }
    case .script(let sign): addScript(sign, tag)
    case .text(let sign): put(sign)
    case .nothing:
      guard let image = HTMLImage(tag, written), !image.isForDark else { return }
      add(.image(alternative: .words(image.alternative), source: image.source))
    }
  }

  private mutating func addSpan(_ tag: HTMLTag, _ written: String) {
    if tag.isClosing {
      guard let index = open.lastIndex(where: { $0.name == tag.name }) else { return }
      while open.count > index { closeSpan() }
      return
    }
    let address = tag.name == "a" ? HTMLTag.value(of: "href", in: written) ?? "" : ""
    guard open.count < Self.deepest, tag.name != "a" || !address.isEmpty else { return }
    endRun()
    open.append(Span(name: tag.name, address: address))
  }

  /// What stands before an item: its number, where its list has numbers.
  private mutating func nextMark() -> String {
    guard let number = lists.last ?? nil else { return "•" }
    lists[lists.count - 1] = number + 1
    return "\(number)."
  }

  /// A power of one word needs no brackets.
  private mutating func addScript(_ sign: String, _ tag: HTMLTag) {
    if tag.isClosing {
      if openBrackets > 0 { put(")") }
      openBrackets = max(0, openBrackets - 1)
      return
    }
    put(sign)
    let word = bytes[tag.end...].prefix(13).prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }
    if word.isEmpty || !bytes[word.endIndex...].starts(with: "</\(tag.name)>".utf8) {
      openBrackets += 1
      put("(")
    }
  }

  private mutating func pass(to mark: String, from start: Int) {
    let mark = Array(mark.utf8)
    at = start
    while at + mark.count <= bytes.count {
      if bytes[at] == mark[0], bytes[at..<at + mark.count].elementsEqual(mark) {
        at += mark.count
        return
      }
      at += 1
    }
    at = bytes.count
  }
}

extension Inline {
  fileprivate var isPicture: Bool {
    switch self {
    case .image: true
    case .link(_, let inner), .strong(let inner), .emphasis(let inner):
      inner.contains(where: \.isPicture)
    default: false
    }
  }
}
