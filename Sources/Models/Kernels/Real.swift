import CProcessor
import Libc
import WideProduct

/// What a model computes with: Float when it trains, Double when its gradients are checked.
package protocol Real: BinaryFloatingPoint, SIMDScalar, Codable, Sendable {
  /// One register of the baseline processor, and two where speed is wanted.
  associatedtype Narrow: Lanes where Narrow.Scalar == Self
  associatedtype Wide: Lanes where Wide.Scalar == Self

  /// Columns that `multiplyBroad` takes at a time; 0 where the processor has no wider registers.
  static var broad: Int { get }
  /// c = a · b, or c += a · b where it adds, for `broad` columns of b that lie side by side, of which
  /// c may have fewer.
  static func multiplyBroad(
    _ a: Matrix<Self>, _ b: Matrix<Self>, into c: Matrix<Self>, adding: Bool)

  /// Some outputs of y = x · W for a weight that stays in a file.
  static func multiplyStored(
    _ x: Matrix<Self>, _ weight: StoredMatrix, outputs: Range<Int>, into y: Matrix<Self>)

  /// Replaces each of these numbers by its exponential.
  static func exponentials(of values: UnsafeMutablePointer<Self>, count: Int)
  static func exponential(_ x: Self) -> Self
  static func logarithm(_ x: Self) -> Self
}

extension Double: Real {
  package typealias Narrow = SIMD2<Double>
  package typealias Wide = SIMD2<Double>

  package static var broad: Int { 0 }
  package static func multiplyBroad(
    _ a: Matrix<Double>, _ b: Matrix<Double>, into c: Matrix<Double>, adding: Bool
  ) {
    multiply(a, b, into: c, adding: adding)
  }

  /// Models from files are of single precision.
  package static func multiplyStored(
    _ x: Matrix<Double>, _ weight: StoredMatrix, outputs: Range<Int>, into y: Matrix<Double>
  ) {
    preconditionFailure("a model from a file computes in single precision")
  }

  package static func exponentials(of values: UnsafeMutablePointer<Double>, count: Int) {
    for i in 0..<count { values[i] = exp(values[i]) }
  }
  package static func exponential(_ x: Double) -> Double { exp(x) }
  package static func logarithm(_ x: Double) -> Double { log(x) }
}

extension Float: Real {
  package typealias Narrow = SIMD4<Float>
  package typealias Wide = SIMD8<Float>

  package static let broad = processor_has_avx() != 0 ? 16 : 0
  package static func multiplyBroad(
    _ a: Matrix<Float>, _ b: Matrix<Float>, into c: Matrix<Float>, adding: Bool
  ) {
    WideProduct.multiply(
      a.start, rowStep: a.rowStep, columnStep: a.columnStep, rows: a.rows, depth: a.columns,
      b.start, rowStep: b.rowStep, into: c.start, rowStep: c.rowStep, used: c.columns,
      adding: adding)
  }

  package static func multiplyStored(
    _ x: Matrix<Float>, _ weight: StoredMatrix, outputs: Range<Int>, into y: Matrix<Float>
  ) {
    weight.multiply(x, outputs: outputs, into: y)
  }

  package static func exponentials(of values: UnsafeMutablePointer<Float>, count: Int) {
    for i in 0..<count { values[i] = exponential(values[i]) }
  }

  /// eˣ = 2ᵏ·eʳ with k whole and |r| ≤ ½ ln 2, and a polynomial for eʳ (Cephes), right to 3e-7.
  ///
  /// Plain arithmetic without a branch or a call, so that a loop over it is vectorised and the
  /// bits are the same on every machine. Not a number stays so; too large becomes infinite.
  @inline(__always)
  package static func exponential(_ x: Float) -> Float {
    let low = x < -87.3 ? -87.3 : x
    let y = low > 88.8 ? 88.8 : low
    // Adding 1.5 · 2²³ leaves the nearest whole number in the lowest bits.
    let shifted = y * 1.442_695_04 + 12_582_912
    let k = shifted - 12_582_912
    let r = (y - k * 0.693_359_375) + k * 2.121_944_4e-4
    var p: Float = 1.987_569_15e-4
    p = p * r + 1.398_199_950_7e-3
    p = p * r + 8.333_451_907_3e-3
    p = p * r + 4.166_579_589_4e-2
    p = p * r + 1.666_666_545_9e-1
    p = p * r + 5.000_000_120_1e-1
    let power = Float(bitPattern: (shifted.bitPattern << 23) &+ 0x3F80_0000)
    return (p * r * r + r + 1) * power
  }
  package static func logarithm(_ x: Float) -> Float { Float(log(Double(x))) }
}
