/// How the numbers of a weight lie in a file: one by one, or in blocks that share scales, as llama.cpp
/// has them.
package enum StoredType: String, CaseIterable, Equatable, Sendable {
  case f32 = "F32"
  case f16 = "F16"
  case bf16 = "BF16"
  /// 32 numbers of eight bits and a scale: x = d · q.
  case q8_0 = "Q8_0"
  /// 32 numbers of four bits and a scale: x = d · (q − 8).
  case q4_0 = "Q4_0"
  /// The same with a lowest number of its own: x = d · q + m.
  case q4_1 = "Q4_1"
  /// Five bits, the fifth of all beside the four: x = d · (q − 16).
  case q5_0 = "Q5_0"
  /// 256 numbers of four bits in eight parts, each with a scale and a lowest of six bits.
  case q4_K = "Q4_K"
  /// 256 numbers of six bits in sixteen parts, each with a scale of eight.
  case q6_K = "Q6_K"

  /// Numbers that lie together.
  package var block: Int {
    switch self {
    case .f32, .f16, .bf16: 1
    case .q8_0, .q4_0, .q4_1, .q5_0: 32
    case .q4_K, .q6_K: 256
    }
  }

  /// Bytes that a block takes.
  package var blockBytes: Int {
    switch self {
    case .f32: 4
    case .f16, .bf16: 2
    case .q8_0: 34
    case .q4_0: 18
    case .q4_1: 20
    case .q5_0: 22
    case .q4_K: 144
    case .q6_K: 210
    }
  }

  /// Bytes of so many numbers; nil where they fill no blocks, or are too many to count.
  package func byteCount(_ numbers: Int) -> Int? {
    guard numbers >= 0, numbers.isMultiple(of: block) else { return nil }
    let (bytes, isTooMany) = (numbers / block).multipliedReportingOverflow(by: blockBytes)
    return isTooMany ? nil : bytes
  }
}
