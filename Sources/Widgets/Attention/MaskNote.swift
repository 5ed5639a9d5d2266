import Numerics

/// What is said of a mask.
enum MaskNote {
  /// How it was read, and the key for another way where there is one; nil where there is no mask.
  static func text(_ mask: AttentionMask, hasOtherWay: Bool) -> String? {
    if mask == .none { return nil }
    // In front, where a narrow screen shows it too.
    let other = hasOtherWay ? " (m reads it another way)" : ""
    return "Mask\(other) " + mask.descriptions.joined(separator: "; ")
  }
}
