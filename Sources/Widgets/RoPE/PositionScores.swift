import Numerics

/// A score with positions of one kind in it: the numbers that are multiplied.
struct PositionScores {
  /// Where the positions come from.
  enum Kind: String, CaseIterable {
    case rotary, sinusoids, learnt, none
  }

  /// Places that the score is looked at from, as steps of the query and of the key.
  static let moves = [(0, 0), (1, 1), (9, 9), (1, 0)]
  static let moveNames = ["m, n", "m+1, n+1", "m+9, n+9", "m+1, n"]

  let kind: Kind
  let positions: RotaryPositions

  /// The query and the key at their places, in pairs of entries.
  func pairs(_ q: Vector, at m: Int, _ k: Vector, at n: Int) -> [(Double, Double)] {
    Array(zip(placed(q, m), placed(k, n)))
  }

  private func placed(_ vector: Vector, _ place: Int) -> Vector {
    switch kind {
    case .rotary:
      let turned = try? Rotation(.row(vector), at: [place], by: positions)
      return turned?.rotated.elements ?? vector
    case .sinusoids: return zip(vector, Self.sinusoid(place, vector.count)).map { $0 + $1 }
    case .learnt: return zip(vector, Self.learnt(place, vector.count)).map { $0 + $1 }
    case .none: return vector
    }
  }

  private static func sinusoid(_ place: Int, _ width: Int) -> Vector {
    SinusoidalPositions.row(place, width: width)
  }

  /// Any numbers will do: what is learnt follows no rule. The place is the seed.
  static func learnt(_ place: Int, _ width: Int) -> Vector {
    var generator = SeededGenerator(seed: UInt64(place))
    return generator.normals(width).map { ($0 * 100).rounded() / 100 }
  }
}
