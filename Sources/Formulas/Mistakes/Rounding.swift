/// What rounding may make of an exact number.
package enum Rounding {
  /// How far a computed number may lie from the one that is meant: a share of it, however small it
  /// is. Only where terms near 1 cancel, and 0 is meant, does more than nothing stay.
  package static func slack(of number: Double) -> Double {
    max(1e-9 * number.magnitude, 1e-15)
  }
}
