import Libc

/// The angle between two vectors that both have a direction.
struct Angle: Equatable {
  let cosine: Double
  let degrees: Double

  /// The angle between u and v, whose dot product is `dot`; nil where one has no length.
  ///
  /// The angle is Kahan's 2·atan2(‖û − v̂‖, ‖û + v̂‖), exact where the arc cosine is not; what is
  /// smaller than the rounding of the unit vectors counts as none.
  init?(_ u: Vector, _ v: Vector, dot: Double) {
    guard let uUnit = u.direction, let vUnit = v.direction else { return nil }
    let (uNorm, vNorm) = (u.norm, v.norm)
    let normProduct = uNorm * vNorm
    // Of the smallest numbers only a few digits are kept.
    let isInRange = [dot, uNorm, vNorm, normProduct].allSatisfy(\.isNormal)
    let apart = zip(uUnit, vUnit).map { $0 - $1 }.norm
    let together = zip(uUnit, vUnit).map { $0 + $1 }.norm
    let rounding = 8 * Double.ulpOfOne
    if apart < rounding {
      (cosine, degrees) = (1, 0)
    } else if together < rounding {
      (cosine, degrees) = (-1, 180)
    } else if dot == 0 && normProduct.isNormal && !anyProductVanishes(u, v)
      || !isInRange && areOrthogonal(u, v)
    {
      (cosine, degrees) = (0, 90)
    } else {
      let ratio =
        isInRange ? dot / normProduct : uUnit.dot(vUnit)
      cosine = ratio.isNaN ? ratio : min(max(ratio, -1), 1)
      degrees = 2 * atan2(apart, together) * 180 / .pi
    }
  }
}

/// Whether the dot product is 0 in exact arithmetic, also where its parts leave the range of doubles.
func areOrthogonal(_ u: Vector, _ v: Vector) -> Bool {
  // Dividing by a power of two loses no digit.
  func counted(_ x: Vector) -> Vector? {
    guard let largest = x.map(\.magnitude).max(), largest > 0, largest.isFinite else { return nil }
    let unit = Double(sign: .plus, exponent: largest.exponent, significand: 1)
    return x.map { $0 / unit }
  }
  guard let u = counted(u), let v = counted(v), !anyProductVanishes(u, v) else { return false }
  return exactDot(u, v) == 0
}
