import TestSupport

/// Numbers in a fixed order that looks like none.
typealias Random = SplitMix

extension SplitMix {
  /// From 0 to one less than the limit.
  mutating func below(_ limit: Int) -> Int { int(below: max(1, limit)) }
}
