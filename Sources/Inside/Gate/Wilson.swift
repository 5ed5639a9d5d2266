/// How sure a share is that was counted in a few cases.
package enum Wilson {
  /// The lower end of the interval of 95 % (Wilson 1927): with z = 1.96,
  /// (p + z²/2n − z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
  package static func lowerBound(right: Int, of count: Int) -> Double {
    guard count > 0 else { return 0 }
    let (n, z) = (Double(count), 1.959_963_984_540_054)
    let p = Double(right) / n
    let spread = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, (p + z * z / (2 * n) - spread) / (1 + z * z / n))
  }
}
