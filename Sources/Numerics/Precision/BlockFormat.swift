/// How a block of numbers is stored in few bits: whole numbers, and one scale for all of them.
///
/// The formats of llama.cpp's ggml, block for block (`quantize_row_q8_0_ref`, `quantize_row_q4_0_ref`
/// in ggml-quants.c): the number that is largest in magnitude decides the scale, which float16 keeps.
package enum BlockFormat: String, CaseIterable, Sendable {
  /// Eight bits a number, −127 to 127: Q8_0.
  case int8
  /// Four bits a number, −8 to 7: Q4_0. The number of largest magnitude always becomes −8.
  case int4

  /// The numbers that share a scale.
  package static let blockSize = 32

  /// The bits of one number.
  package var bits: Int { self == .int8 ? 8 : 4 }

  /// The bits of one number and its part of the scale: 8.5 and 4.5.
  package var bitsWithScale: Double { Double(bits) + 16 / Double(Self.blockSize) }

  /// The whole numbers that there are.
  package var codes: ClosedRange<Int> { self == .int8 ? -127...127 : -8...7 }

  /// The bytes that a count of numbers takes: 34 and 18 for a block of 32, and its share for what is
  /// left over.
  package func bytes(_ count: Int) -> Int {
    let blocks = (max(count, 0) + Self.blockSize - 1) / Self.blockSize
    return 2 * blocks + (max(count, 0) * bits + 7) / 8
  }
}
