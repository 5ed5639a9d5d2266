/// The dot product of two vectors with every number on the way to it.
package struct DotProduct: Equatable, Sendable {
  /// Where a running sum lost digits that the exact sum has.
  package struct Cancellation: Equatable, Sendable {
    /// The position of the partial sum, counted from 0.
    package let index: Int
    /// The dot product in exact arithmetic, rounded once.
    package let exact: Double
  }

  /// Where finite entries left the range of doubles, positions counted from 0.
  package struct Overflow: Equatable, Sendable {
    /// The products that did.
    package let products: [Int]
    /// The first running sum that did, although all its products are finite.
    package let partialSum: Int?
  }

  /// The first vector, n entries.
  package let u: Vector
  /// The second vector, n entries.
  package let v: Vector
  /// Entry by entry, u times v.
  package let products: Vector
  /// The running sum after each product.
  package let partialSums: Vector
  /// The sum of the products, from left to right.
  package let dot: Double
  /// The Euclidean length of u.
  package let uNorm: Double
  /// The Euclidean length of v.
  package let vNorm: Double
  /// The cosine of the angle between u and v; nil where a zero vector has no direction.
  package let cosine: Double?
  /// The angle between u and v, from 0 to 180; nil where a zero vector has no direction.
  package let angleDegrees: Double?
  /// The projection of u onto v; nil where v is zero.
  package let projection: Vector?
  /// What rounding lost in the running sum, where that is more than a rounding error.
  package let cancellation: Cancellation?
  /// What overflowed on the way; nil where nothing did.
  package let overflow: Overflow?

  /// Multiplies two vectors of the same length.
  package init(_ u: Vector, _ v: Vector) throws(ShapeProblem) {
    guard u.count == v.count else { throw .vectorLengths(u: u.count, v: v.count) }
    self.u = u
    self.v = v
    var products = Vector()
    var partialSums = Vector()
    var sum = 0.0
    for (x, y) in zip(u, v) {
      products.append(x * y)
      sum += x * y
      partialSums.append(sum)
    }
    self.products = products
    self.partialSums = partialSums
    dot = sum
    uNorm = u.norm
    vNorm = v.norm
    let angle = Angle(u, v, dot: sum)
    cosine = angle?.cosine
    angleDegrees = angle?.degrees
    projection = Self.projection(of: u, onto: v, dot: sum)
    cancellation = Self.cancellation(u, v, products, partialSums)
    overflow = u.isFinite && v.isFinite ? Overflow(products, partialSums) : nil
  }

  /// The lengths of u and of v.
  package var norms: Vector { [uNorm, vNorm] }

  /// Whether a length is beyond the range of doubles although no entry is.
  package var lengthOverflows: Bool { u.isFinite && v.isFinite && !norms.isFinite }

  private static func projection(of u: Vector, onto v: Vector, dot: Double) -> Vector? {
    guard let direction = v.direction else { return nil }
    let square = v.dot(v)
    let factor = dot / square
    let isInRange = dot == 0 ? !anyProductVanishes(u, v) : dot.isNormal && factor.isNormal
    if isInRange, square.isNormal { return v.map { factor * $0 } }
    if areOrthogonal(u, v) { return v.map { _ in 0 } }
    // A length may be beyond the range where no entry is.
    let unit = u.norm > 1 ? 0x1p8 : 1
    let length = u.map { $0 / unit }.dot(direction)
    return direction.map { length * $0 * unit }
  }

  private static func cancellation(
    _ u: Vector, _ v: Vector, _ products: Vector, _ partialSums: Vector
  ) -> Cancellation? {
    guard let sum = partialSums.last, sum.isFinite else { return nil }
    let exact = exactDot(u, v)
    guard exact.isFinite, (sum - exact).magnitude > 1e-9 * exact.magnitude else { return nil }
    var index = 0
    var smallest = Double.infinity
    for i in partialSums.indices.dropFirst() {
      let before = max(partialSums[i - 1].magnitude, products[i].magnitude)
      let remaining = before > 0 ? partialSums[i].magnitude / before : 1
      if remaining < smallest { (index, smallest) = (i, remaining) }
    }
    return Cancellation(index: index, exact: exact)
  }
}

extension DotProduct.Overflow {
  /// What overflowed of the products and running sums of finite entries.
  fileprivate init?(_ products: Vector, _ partialSums: Vector) {
    let infinite = products.indices.filter { !products[$0].isFinite }
    let sum = partialSums.firstIndex { !$0.isFinite }
    guard !infinite.isEmpty || sum != nil else { return nil }
    self.products = infinite
    partialSum = sum.flatMap { sum in infinite.first.map { sum < $0 } ?? true ? sum : nil }
  }
}
