/// Directives of a file, `:::note` to `:::`, as far as they were met: one that nothing ends is none.
struct OpenDirectives {
  /// The colons of those that are open, from the outermost on.
  private var open: [Int] = []
  /// Where the next line of so many colons stands, as far as that was asked for.
  private var ends: [Int: Int] = [:]

  var isEmpty: Bool { open.isEmpty }

  /// Takes in a line that begins with a colon.
  mutating func read(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(bytes[line])[...]
    if let count = text.colons {
      if let box = open.lastIndex(of: count) { open.removeSubrange(box...) }
    } else if let count = Admonitions.colons(opening: text),
      end(of: count, after: line.upperBound, bytes) < bytes.count
    {
      open.append(count)
    }
  }

  /// Where the first line of so many colons stands behind a place; the end of the file where none does.
  private mutating func end(
    of count: Int, after place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    if let known = ends[count], known >= place { return known }
    var at = place
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      if at > start, bytes[start] == UInt8(ascii: ":"),
        Array(bytes[start..<at])[...].colons == count
      {
        ends[count] = start
        return start
      }
      at += 1
    }
    ends[count] = bytes.count
    return bytes.count
  }
}
