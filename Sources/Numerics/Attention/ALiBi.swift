import Libc

extension AttentionMask {
  /// ALiBi's slope for a head, counted from 0 (Press, Smith, Lewis 2021, section 3): 2^(−8/H),
  /// 2^(−16/H), … for H heads; where H is not a power of two, the slopes of the next smaller power, and
  /// then every other one of the next larger, as the paper's code has it.
  package static func alibiSlope(head: Int, of heads: Int) -> Double {
    var power = 1
    while power <= heads / 2 { power *= 2 }
    let (index, count) = head < power ? (head + 1, power) : (2 * (head - power) + 1, 2 * power)
    return exp2(-8 * Double(index) / Double(count))
  }

  /// The mask of one head of several: where ALiBi's slope is left open, the head's own.
  package func of(head: Int, heads: Int) -> AttentionMask {
    switch self {
    case .alibi(nil, let alignment):
      .alibi(slope: Self.alibiSlope(head: head, of: heads), alignment)
    case .all(let masks): .all(masks.map { $0.of(head: head, heads: heads) })
    default: self
    }
  }
}
