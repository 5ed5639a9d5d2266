import Libc

/// Looking for one text in another, byte for byte. The standard library's own search for a text
/// comes with its regular expressions, which would be a megabyte in a program that has none.
extension Substring {
  /// Where a text is found first; nil for nowhere.
  package func firstRange(of text: String) -> Range<Index>? {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      text.utf8.withContiguousStorageIfAvailable { bytes.offset(of: $0) } ?? nil
    }
    guard let offset = found ?? nil else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: text.utf8.count)
  }

  /// Whether a text is in this one.
  package func contains(_ text: String) -> Bool { firstRange(of: text) != nil }

  /// Where a text stands in it, from its beginning on, without overlaps.
  package func allRanges(of text: String) -> [Range<Index>] {
    var found: [Range<Index>] = []
    var rest = self
    while let range = rest.firstRange(of: text), !range.isEmpty {
      found.append(range)
      rest = rest[range.upperBound...]
    }
    return found
  }
}

extension String {
  /// Where a text is found first; nil for nowhere.
  package func firstRange(of text: String) -> Range<Index>? { self[...].firstRange(of: text) }

  /// Whether a text is in this one.
  package func contains(_ text: String) -> Bool { self[...].contains(text) }

  /// Where a text stands in it, from its beginning on, without overlaps.
  package func allRanges(of text: String) -> [Range<Index>] { self[...].allRanges(of: text) }

  /// The text with each place of another one filled by a third.
  package func replacing(_ text: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    while let found = rest.firstRange(of: text), !found.isEmpty {
      result += rest[..<found.lowerBound] + other
      rest = rest[found.upperBound...]
    }
    return result + rest
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func offset(of wanted: Self) -> Int? {
    guard let start = wanted.baseAddress, let first = wanted.first else { return 0 }
    var at = 0
    while let base = baseAddress, count - at >= wanted.count,
      let next = memchr(base + at, Int32(first), count - at - wanted.count + 1)
    {
      at = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(next))
      if memcmp(next, start, wanted.count) == 0 { return at }
      at += 1
    }
    return nil
  }
}
