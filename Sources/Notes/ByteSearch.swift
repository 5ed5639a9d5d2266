/// Finds a text in bytes, ASCII letters in either case: two of its bytes are compared sixteen
/// places at a time, and only where both agree the rest (after Muła's generic SIMD search).
package struct ByteSearch: Sendable {
  private let needle: [UInt8]

  /// A search for a text; nil for an empty one.
  package init?(_ text: some StringProtocol) {
    needle = text.utf8.map(Self.folded)
    if needle.isEmpty { return nil }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// Where it is found first at or after `start`; nil for nowhere before `end`.
  package func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      find(in: buffer, from: max(0, start), to: min(end, buffer.count))
    }
  }

  private func find(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    let last = needle.count - 1
    guard end - start > last, let base = bytes.baseAddress else { return nil }
    var at = start
    let head = SIMD16<UInt8>(repeating: needle[0])
    let tail = SIMD16<UInt8>(repeating: needle[last])
    // Setting the case bit makes letters lower case, and a few signs alike: those are checked below.
    let caseBit = SIMD16<UInt8>(repeating: 0x20)
    let wantedHead = head | caseBit
    let wantedTail = tail | caseBit
    let raw = UnsafeRawPointer(base)
    while at + last + 16 <= end {
      let first = raw.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self) | caseBit
      let second = raw.loadUnaligned(fromByteOffset: at + last, as: SIMD16<UInt8>.self) | caseBit
      let differing = (first ^ wantedHead) | (second ^ wantedTail)
      let equal = differing .== 0
      let mask = unsafeBitCast(equal, to: SIMD2<UInt64>.self)
      if mask[0] | mask[1] != 0 {
        for lane in 0..<16 where equal[lane] {
          if matches(bytes, at + lane) { return at + lane }
        }
      }
      at += 16
    }
    while at + last < end {
      if matches(bytes, at) { return at }
      at += 1
    }
    return nil
  }

  private func matches(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    for index in needle.indices where Self.folded(bytes[at + index]) != needle[index] {
      return false
    }
    return true
  }
}
