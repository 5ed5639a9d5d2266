import Glibc

/// The angle between two vectors that both have a direction.
struct Angle: Equatable {
  let cosine: Double
  let degrees: Double

  /// The angle between u and v, whose dot product is `dot`; nil where one has no length.
  ///
  /// The angle is Kahan's 2·atan2(‖û − v̂‖, ‖û + v̂‖), exact where the arc cosine is not; what is
  /// smaller than the rounding of the unit vectors counts as none.
  init?(_ u: Vector, _ v: Vector, dot: Double) {
    let uNorm = u.norm
    let vNorm = v.norm
    guard uNorm > 0, vNorm > 0 else { return nil }
    guard uNorm.isFinite, vNorm.isFinite else {
      (cosine, degrees) = (.nan, .nan)
      return
    }
    let uUnit = u.map { $0 / uNorm }
    let vUnit = v.map { $0 / vNorm }
    let apart = zip(uUnit, vUnit).map { $0 - $1 }.norm
    let together = zip(uUnit, vUnit).map { $0 + $1 }.norm
    let rounding = 8 * Double.ulpOfOne
    let normProduct = uNorm * vNorm
    if apart < rounding {
      (cosine, degrees) = (1, 0)
    } else if together < rounding {
      (cosine, degrees) = (-1, 180)
    } else if dot == 0, normProduct.isNormal {
      (cosine, degrees) = (0, 90)
    } else {
      let ratio = dot.isFinite && normProduct.isNormal ? dot / normProduct : uUnit.dot(vUnit)
      cosine = min(max(ratio, -1), 1)
      degrees = 2 * atan2(apart, together) * 180 / .pi
    }
  }
}
