/// The inner loop of a product of matrices for processors with AVX, whose registers hold eight floats.
///
/// The module is compiled for these alone, so nothing of it may be called on any other. It holds one loop
/// without generics: what the compiler shares between modules would else be compiled for AVX too, and
/// run where there is none.
package enum WideProduct {
  /// c = a · b, or c += a · b where it adds, for sixteen columns of b and c that lie side by side.
  ///                                          a (rows, depth) · b (depth, 16) → c (rows, 16)
  ///
  /// Each sum runs along the depth, rounded after the product and after the sum, as in any other loop
  /// over it: the bits are those of every machine. `used` columns of c are written.
  package static func multiply(
    _ a: UnsafePointer<Float>, rowStep: Int, columnStep: Int, rows: Int, depth: Int,
    _ b: UnsafePointer<Float>, rowStep bStep: Int,
    into c: UnsafeMutablePointer<Float>, rowStep cStep: Int, used: Int, adding: Bool
  ) {
    let last = rows &- 1
    var row = 0
    while row < rows {
      // Past the last row it is computed again, and not kept.
      var a0 = a + row &* rowStep
      var a1 = a + min(row &+ 1, last) &* rowStep
      var a2 = a + min(row &+ 2, last) &* rowStep
      var a3 = a + min(row &+ 3, last) &* rowStep
      var c0 = SIMD16<Float>.zero
      var c1 = SIMD16<Float>.zero
      var c2 = SIMD16<Float>.zero
      var c3 = SIMD16<Float>.zero
      var source = UnsafeRawPointer(b)
      for _ in 0..<depth {
        let values = source.loadUnaligned(as: SIMD16<Float>.self)
        c0 += a0.pointee * values
        c1 += a1.pointee * values
        c2 += a2.pointee * values
        c3 += a3.pointee * values
        source += bStep &* MemoryLayout<Float>.stride
        a0 += columnStep
        a1 += columnStep
        a2 += columnStep
        a3 += columnStep
      }
      keep(c0, c + row &* cStep, used, adding)
      if row < last { keep(c1, c + (row &+ 1) &* cStep, used, adding) }
      if row &+ 1 < last { keep(c2, c + (row &+ 2) &* cStep, used, adding) }
      if row &+ 2 < last { keep(c3, c + (row &+ 3) &* cStep, used, adding) }
      row &+= 4
    }
  }

  @inline(__always)
  private static func keep(
    _ sums: SIMD16<Float>, _ to: UnsafeMutablePointer<Float>, _ used: Int, _ adding: Bool
  ) {
    var (sums, to, left) = (sums, UnsafeMutableRawPointer(to), used)
    if left == 16 {
      if adding { sums = UnsafeRawPointer(to).loadUnaligned(as: SIMD16<Float>.self) + sums }
      to.storeBytes(of: sums, as: SIMD16<Float>.self)
      return
    }
    var half = sums.lowHalf
    if left >= 8 {
      if adding { half = UnsafeRawPointer(to).loadUnaligned(as: SIMD8<Float>.self) + half }
      to.storeBytes(of: half, as: SIMD8<Float>.self)
      half = sums.highHalf
      to += 8 * MemoryLayout<Float>.stride
      left -= 8
    }
    for column in 0..<left {
      let place = to.assumingMemoryBound(to: Float.self) + column
      place.pointee = adding ? place.pointee + half[column] : half[column]
    }
  }
}
