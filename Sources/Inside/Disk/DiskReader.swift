import Basics

/// Reads numbers from a mapped file that may say anything: nothing is read past its end, and no size is
/// believed before it was compared with what is there.
struct DiskReader {
  let owner: MappedBytes
  let file: String
  private(set) var place: Int

  init(_ owner: MappedBytes, file: String, at place: Int = 0) {
    (self.owner, self.file, self.place) = (owner, file, place)
  }

  var left: Int { owner.count - place }
  /// More than any file holds.
  private static let most: UInt64 = 1 << 40

  mutating func skip(_ count: Int, _ part: String) throws(DiskProblem) -> Int {
    guard count >= 0, count <= left else { throw .cut(part, in: file) }
    defer { place += count }
    return place
  }

  mutating func integer<I: FixedWidthInteger>(
    _ part: String, as: I.Type
  ) throws(DiskProblem) -> I {
    let at = try skip(MemoryLayout<I>.size, part)
    return owner.withBytes { I(littleEndian: $0.loadUnaligned(fromByteOffset: at, as: I.self)) }
  }

  /// A count of 64 bits; none is larger than what is left of the file.
  mutating func count(_ part: String) throws(DiskProblem) -> Int {
    let number = try integer(part, as: UInt64.self)
    guard number <= UInt64(left) else {
      // More than any file holds is no count; of what a file may hold this one was cut.
      throw number < Self.most ? .cut(part, in: file) : .impossible("\(number) \(part)", file)
    }
    return Int(number)
  }

  /// Bytes behind their number.
  mutating func text(_ part: String) throws(DiskProblem) -> Range<Int> {
    let count = try count(part)
    let start = try skip(count, part)
    return start..<start + count
  }
}

extension MappedBytes {
  /// Some of them; those that are not there are left out.
  func copy(_ range: Range<Int>) -> [UInt8] {
    withBytes { Array($0[range.clamped(to: 0..<count)]) }
  }

  func string(_ range: Range<Int>) -> String {
    withBytes { String(decoding: $0[range.clamped(to: 0..<count)], as: UTF8.self) }
  }
}
