/// Reads numbers from bytes that may say anything: nothing is read past their end.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private(set) var place = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var left: Int { bytes.count - place }

  /// So many bytes of that part.
  mutating func take(_ count: Int, _ part: String) throws(ModelFileProblem)
    -> UnsafeRawBufferPointer
  {
    guard count >= 0, count <= left else { throw .cut(part) }
    defer { place += count }
    return UnsafeRawBufferPointer(rebasing: bytes[place..<place + count])
  }

  mutating func integer<I: FixedWidthInteger>(_ part: String, as: I.Type) throws(ModelFileProblem)
    -> I
  {
    I(littleEndian: try take(MemoryLayout<I>.size, part).loadUnaligned(as: I.self))
  }

  /// A count or a size that is in that range.
  mutating func size(_ part: String, in range: ClosedRange<Int>) throws(ModelFileProblem) -> Int {
    let number = Int(try integer(part, as: UInt32.self))
    guard range.contains(number) else { throw .impossible(part, number) }
    return number
  }

  mutating func double(_ part: String) throws(ModelFileProblem) -> Double {
    Double(bitPattern: try integer(part, as: UInt64.self))
  }

  mutating func text(_ part: String) throws(ModelFileProblem) -> String {
    let count = Int(try integer(part, as: UInt16.self))
    guard let text = String(validating: try take(count, part), as: UTF8.self) else {
      throw .notText(part)
    }
    return text
  }
}

/// Writes what the reader reads.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func integer(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
  }
  mutating func size(_ value: Int) { integer(UInt32(value)) }
  mutating func double(_ value: Double) { integer(value.bitPattern) }
  mutating func raw(_ other: some Sequence<UInt8>) { bytes += other }
  mutating func text(_ text: String) {
    integer(UInt16(text.utf8.count))
    bytes += text.utf8
  }
}
