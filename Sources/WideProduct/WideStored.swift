/// What weights that stay in their file need of such processors.
extension WideProduct {
  /// The numbers of blocks of 32 with eight bits each and a scale, x = scale · q.
  ///
  /// A scale of half precision is made a number without a call, so that the loop stays vectorised.
  package static func eightBits(
    _ from: UnsafeRawPointer, blocks: Int, into to: UnsafeMutablePointer<Float>
  ) {
    for block in 0..<blocks {
      let own = from + 34 &* block
      let bits = UInt32(UInt16(littleEndian: own.loadUnaligned(as: UInt16.self)))
      let moved = Float(bitPattern: (bits & 0x7FFF) << 13) * Float(bitPattern: 0x7780_0000)
      let endless: UInt32 = bits & 0x7C00 == 0x7C00 ? 0x7F80_0000 : 0
      let scale = Float(bitPattern: moved.bitPattern | endless | (bits & 0x8000) << 16)
      let codes = (own + 2).assumingMemoryBound(to: Int8.self)
      let numbers = to + 32 &* block
      for i in 0..<32 { numbers[i] = scale * Float(codes[i]) }
    }
  }

  /// The product of two rows, whose sums run side by side in registers.
  package static func product(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int
  ) -> Float {
    let (x, y) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var (s0, s1) = (SIMD16<Float>.zero, SIMD16<Float>.zero)
    var i = 0
    let whole = count & ~31
    while i < whole {
      s0 +=
        x.loadUnaligned(fromByteOffset: 4 &* i, as: SIMD16<Float>.self)
        * y.loadUnaligned(fromByteOffset: 4 &* i, as: SIMD16<Float>.self)
      s1 +=
        x.loadUnaligned(fromByteOffset: 4 &* i &+ 64, as: SIMD16<Float>.self)
        * y.loadUnaligned(fromByteOffset: 4 &* i &+ 64, as: SIMD16<Float>.self)
      i &+= 32
    }
    var sum = (s0 + s1).sum()
    while i < count {
      sum += a[i] * b[i]
      i &+= 1
    }
    return sum
  }
}
