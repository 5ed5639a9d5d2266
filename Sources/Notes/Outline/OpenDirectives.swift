/// Directives of a file, `:::note` to `:::`, as far as they were met: one that nothing ends is none.
struct OpenDirectives {
  /// The colons of those that are open, from the outermost on.
  private var open: [Int] = []
  /// Where lines of nothing but so many colons stand, in order; nil until it is asked for.
  private var ends: [Int: [Int]]?

  var isEmpty: Bool { open.isEmpty }

  /// Takes in a line that begins with a colon.
  mutating func read(_ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let text = Array(bytes[line])[...]
    if let count = text.colons {
      if let box = open.lastIndex(of: count) { open.removeSubrange(box...) }
    } else if let count = AdmonitionOpening.colons(opening: text) {
      // Each needs an end of its own: of two that one line ends, the other would hide all that follows.
      let outer = open.count { $0 == count }
      if remaining(count, after: line.upperBound, bytes) > outer { open.append(count) }
    }
  }

  /// How many lines of so many colons stand behind a place.
  private mutating func remaining(
    _ count: Int, after place: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let all = ends ?? Self.ends(in: bytes)
    ends = all
    let places = all[count] ?? []
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] >= place { high = middle } else { low = middle + 1 }
    }
    return places.count - low
  }

  private static func ends(in bytes: UnsafeBufferPointer<UInt8>) -> [Int: [Int]] {
    var found: [Int: [Int]] = [:]
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != 0x0A { at += 1 }
      if at > start, bytes[start] == UInt8(ascii: ":"),
        let count = Array(bytes[start..<at])[...].colons
      {
        found[count, default: []].append(start)
      }
      at += 1
    }
    return found
  }
}
