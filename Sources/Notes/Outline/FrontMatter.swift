/// The YAML block that may open a file; only its `title:` is of use here.
enum FrontMatter {
  static func find(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (end: Int, lines: Int, title: Range<Int>?)? {
    guard line(bytes, start).map({ isFence(bytes, $0) }) == true else { return nil }
    var title: Range<Int>?
    var position = start
    var lines = 0
    // A front matter longer than this is a rule and a text after it.
    while lines < 200, let current = line(bytes, position) {
      lines += 1
      if lines > 1, isFence(bytes, current) {
        return (min(current.upperBound + 1, bytes.count), lines, title)
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
