/// A line of YAML as it stands in front matters; prose between two rules is none.
private enum YAMLLine {
  case key, other

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, isNested: Bool) {
    let text = bytes[line].prefix { $0 != 0x0D }
    guard let first = text.first(where: { $0 > 0x20 }) else {
      self = .other
      return
    }
    // What is indented, or an item of a list, belongs to a key before it.
    let isItem = first == UInt8(ascii: "-") || "[]{}".utf8.contains(first)
    if first == UInt8(ascii: "#") || isNested && (isItem || text.first.map { $0 <= 0x20 } == true) {
      self = .other
      return
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
      colon + 1 == text.endIndex || bytes[colon + 1] <= 0x20
    else { return nil }
    // A key has few words: `date created`.
    let words = text[..<colon].split(separator: 0x20)
    guard words.count <= 3, colon - text.startIndex <= 40 else { return nil }
    self = words.count == 1 ? .key : .other
  }
}

/// The YAML block that may open a file; only its `title:` is of use here.
enum FrontMatter {
  /// What stands behind it in a file.
  static func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[(end(of: bytes) ?? start(of: bytes))...]
  }

  /// Where it ends; nil where a file has none.
  static func end(of bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { find(in: $0, from: start(of: bytes))?.end }
  }

  /// Where a file's text begins: behind a byte order mark.
  static func start(of bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  static func find(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, lines: Int, title: Range<Int>?)? {
    guard line(bytes, start).map({ isFence(bytes, $0) }) == true else { return nil }
    var title: Range<Int>?
    var position = start
    var lines = 0
    var hasKey = false
    // A front matter longer than this is a rule and a text after it.
    while lines < 200, let current = line(bytes, position) {
      lines += 1
      if lines > 1, isFence(bytes, current) {
        return hasKey || lines == 2
          ? (min(current.upperBound + 1, bytes.count), lines, title) : nil
      }
      if lines > 1 {
        guard let kind = YAMLLine(bytes, current, isNested: hasKey) else { return nil }
        if kind == .key { hasKey = true }
      }
      if bytes[current].starts(with: "title:".utf8) {
        title = trimmed(bytes, current.lowerBound + 6..<current.upperBound)
      }
      position = current.upperBound + 1
    }
    return nil
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  private static func isFence(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    let text = trimmed(bytes, line)
    return text.lowerBound == line.lowerBound && text.count == 3
      && bytes[text].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  private static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    var range = range
    let quotes = "\"' \t\r".utf8
    while let last = range.last, quotes.contains(bytes[last]) {
      range = range.lowerBound..<last
    }
    while let first = range.first, quotes.contains(bytes[first]) {
      range = first + 1..<range.upperBound
    }
    return range
  }
}
