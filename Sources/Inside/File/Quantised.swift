/// Numbers in eight bits: blocks of 32 with one scale of half precision each, x ≈ scale · q.
package enum Quantised {
  package static let block = 32

  /// What so many numbers take.
  package static func byteCount(_ count: Int) -> Int {
    (count + block - 1) / block * 2 + count
  }

  /// The scale is the largest number over 127, so that none is cut off.
  package static func bytes(_ values: [Float]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(byteCount(values.count))
    for start in stride(from: 0, to: values.count, by: block) {
      let part = values[start..<min(start + block, values.count)]
      let largest = part.reduce(0) { max($0, abs($1)) }
      var scale = Float16(largest / 127)
      // Rounded down, it would cut off the largest.
      if Float(scale) * 127 < largest { scale = scale.nextUp }
      // A file that was made by hand may hold larger ones than half precision has a scale for.
      scale = min(scale, .greatestFiniteMagnitude)
      withUnsafeBytes(of: scale.bitPattern.littleEndian) { bytes += $0 }
      let factor = Float(scale) > 0 ? 1 / Float(scale) : 0
      for value in part {
        let rounded = (value * factor).rounded(.toNearestOrEven)
        bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, rounded)))))
      }
    }
    return bytes
  }

  /// The numbers that these bytes stand for. There must be as many bytes as `byteCount` says.
  package static func values(_ bytes: UnsafeRawBufferPointer, count: Int) -> [Float] {
    precondition(bytes.count == byteCount(count))
    return [Float](unsafeUninitializedCapacity: count) { values, used in
      var place = 0
      for start in stride(from: 0, to: count, by: block) {
        let bits = UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self))
        let scale = Float(Float16(bitPattern: bits))
        place += 2
        for index in start..<min(start + block, count) {
          values[index] = scale * Float(Int8(bitPattern: bytes[place]))
          place += 1
        }
      }
      used = count
    }
  }
}
