import Numerics

/// What is said of a mask.
enum MaskNote {
  /// How it was read, and the key for another way; nil where there is none.
  static func text(_ mask: AttentionMask) -> String? {
    if mask == .none { return nil }
    let other = mask.zerosAndOnes == nil || mask.reading == .hide ? "" : "; m reads it another way"
    return "Mask " + mask.descriptions.joined(separator: "; ") + other
  }
}
