import Libc

/// Finds a text in bytes, ASCII letters in either case: the C library looks for the text's rarest
/// byte, and only around it the rest is compared.
package struct ByteSearch: Sendable {
  private let needle: [UInt8]
  /// The place in it of the byte that is rarest in English text and Markdown.
  private let rarest: Int

  /// A search for a text; nil for an empty one.
  package init?(_ text: some StringProtocol) {
    let needle = text.utf8.map(Self.folded)
    if needle.isEmpty { return nil }
    self.needle = needle
    rarest = needle.indices.max { Self.ranks[Int(needle[$0])] < Self.ranks[Int(needle[$1])] } ?? 0
  }

  /// How rare each byte is.
  private static let ranks: [UInt8] = {
    let common = Array(" etaoinsrhldcumfpgwyb,.vk-*#`_".utf8)
    var ranks = [UInt8](repeating: UInt8(common.count), count: 256)
    for (rank, byte) in common.enumerated() { ranks[Int(byte)] = UInt8(rank) }
    return ranks
  }()

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Where it is found first at or after `start`; nil for nowhere before `end`.
  package func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      find(in: buffer, from: max(0, start), to: min(end, buffer.count))
    }
  }

  /// Whether one line before `end` holds all of some texts.
  package static func areOnOneLine(
    _ searches: [ByteSearch], of bytes: [UInt8], to end: Int
  ) -> Bool {
    // The longest is the rarest, as a rule.
    guard let rarest = searches.max(by: { $0.needle.count < $1.needle.count }) else { return true }
    var start = 0
    while let found = rarest.first(in: bytes, from: start, to: end) {
      let from = bytes[start..<found].lastIndex(of: 0x0A) ?? start
      let to = bytes[found..<end].firstIndex(of: 0x0A) ?? end
      if searches.allSatisfy({ $0.first(in: bytes, from: from, to: to) != nil }) { return true }
      start = to
    }
    return false
  }

  private func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    guard end - start >= needle.count, let base = bytes.baseAddress else { return nil }
    let offset = rarest
    let lower = needle[offset]
    let isLetter = (0x61...0x7A).contains(lower)
    let last = end - needle.count + offset
    func next(_ byte: UInt8, _ position: Int) -> Int {
      guard position <= last,
        let found = memchr(base + position, Int32(byte), last + 1 - position)
      else { return .max }
      return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
    }
    var nextLower = next(lower, start + offset)
    var nextUpper = isLetter ? next(lower & 0xDF, start + offset) : .max
    while true {
      let at = min(nextLower, nextUpper)
      if at == .max { return nil }
      if matches(bytes, at - offset) { return at - offset }
      if at == nextLower {
        nextLower = next(lower, at + 1)
      } else {
        nextUpper = next(lower & 0xDF, at + 1)
      }
    }
  }

  private func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    for index in needle.indices where Self.folded(bytes[at + index]) != needle[index] {
      return false
    }
    return true
  }
}

extension String {
  /// Whether these bytes, one at least, stand somewhere in it; many times faster than `contains`,
  /// which compares by Unicode's rules.
  package func holds(_ bytes: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { text in
      var start = 0
      while let base = text.baseAddress, start + bytes.utf8CodeUnitCount <= text.count,
        let found = memchr(base + start, Int32(bytes.utf8Start[0]), text.count - start)
      {
        start = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        guard start + bytes.utf8CodeUnitCount <= text.count else { return false }
        if memcmp(base + start, bytes.utf8Start, bytes.utf8CodeUnitCount) == 0 { return true }
        start += 1
      }
      return false
    }
  }
}
