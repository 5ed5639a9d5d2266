/// The inner loop of a product with weights of eight bits for processors with AVX2 and FMA, which make
/// codes numbers eight at a time, and multiply and add in one.
///
/// The module is compiled for these alone, as `WideProduct` is for its own: nothing of it may be called on
/// any other, and nothing of it is shared.
package enum FusedProduct {
  private typealias Lanes = SIMD8<Float>

  /// The product of a row and the numbers of blocks of 32 with eight bits each and a scale, x = scale · q.
  ///
  /// The numbers never leave the registers: where one row is multiplied, they are wanted once. The scale
  /// multiplies the sum of its block. Sums run in two halves, since each waits for the one before; in another
  /// form than this the compiler takes the lanes apart, and it is four times as slow.
  package static func product(
    _ row: UnsafePointer<Float>, eightBits from: UnsafeRawPointer, blocks: Int
  ) -> Float {
    var (x, block) = (UnsafeRawPointer(row), from)
    var (s0, s1) = (Lanes.zero, Lanes.zero)
    for _ in 0..<blocks {
      let scale = Lanes(repeating: half(block))
      let a = (load(x, 0) * codes(block, 0)).addingProduct(load(x, 16), codes(block, 16))
      let b = (load(x, 8) * codes(block, 8)).addingProduct(load(x, 24), codes(block, 24))
      s0 = s0.addingProduct(a, scale)
      s1 = s1.addingProduct(b, scale)
      x += 32 * MemoryLayout<Float>.stride
      block += 34
    }
    let sums = s0 + s1
    let four = sums.lowHalf + sums.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }

  @inline(__always)
  private static func load(_ from: UnsafeRawPointer, _ at: Int) -> Lanes {
    from.loadUnaligned(fromByteOffset: at &* MemoryLayout<Float>.stride, as: Lanes.self)
  }

  /// Eight codes of a block as numbers.
  @inline(__always)
  private static func codes(_ block: UnsafeRawPointer, _ at: Int) -> Lanes {
    Lanes(block.loadUnaligned(fromByteOffset: 2 &+ at, as: SIMD8<Int8>.self))
  }

  /// A block's scale of half precision, made a number by arithmetic as elsewhere. The processor's own way
  /// waits for a register that the sums are in.
  @inline(__always)
  private static func half(_ block: UnsafeRawPointer) -> Float {
    let bits = UInt32(UInt16(littleEndian: block.loadUnaligned(as: UInt16.self)))
    let moved = Float(bitPattern: (bits & 0x7FFF) << 13) * Float(bitPattern: 0x7780_0000)
    let endless: UInt32 = bits & 0x7C00 == 0x7C00 ? 0x7F80_0000 : 0
    return Float(bitPattern: moved.bitPattern | endless | (bits & 0x8000) << 16)
  }
}
