import Formulas
import Numerics

/// The masks that one key goes through.
extension AttentionWidget {
  /// The mask after this one; none after the last, and after one that is not among them.
  var nextMask: AttentionMask {
    let turns = self.turns
    guard let at = turns.firstIndex(of: mask) else { return .none }
    return turns[(at + 1) % turns.count]
  }

  /// Whether the key reads the same numbers another way.
  var readsMaskAnotherWay: Bool {
    let readings = (ownMask ?? mask).readings
    return readings.firstIndex(of: mask).map { $0 + 1 < readings.count } ?? false
  }

  /// None, causal, padding, and the reader's own as it may be read; behind padding, where there is no
  /// such mask, what is seen then as one of 0 and 1.
  private var turns: [AttentionMask] {
    let padding = AttentionMask.padding((0..<key.rows).map { $0 < key.rows - 1 || key.rows == 1 })
    let own = ownMask?.readings ?? []
    let turns = [.none, .causal, padding].filter { !own.contains($0) } + own
    return mask == padding && own.isEmpty ? turns + [.free(visible)] : turns
  }

  /// The reader's own mask, where it fits these queries and keys.
  var ownMask: AttentionMask? {
    parameters.ownMask.flatMap { parameters.fitsMask($0) ? $0 : nil }
  }
}

extension AttentionMask {
  /// The ways in which its matrix of 0 and 1 may be read, its own first; itself where it has none.
  fileprivate var readings: [AttentionMask] {
    guard let at = parts.firstIndex(where: { $0.zerosAndOnes != nil }),
      let matrix = parts[at].zerosAndOnes, let reading = parts[at].reading
    else { return [self] }
    let others: [MaskReading] =
      reading == .hide ? [.keep] : reading == .keep ? [.hide] : [.keep, .hide]
    return [self]
      + others.map { reading in
        var parts = parts
        parts[at] = AttentionMask(matrix, reading)
        return AttentionMask(parts)
      }
  }
}
