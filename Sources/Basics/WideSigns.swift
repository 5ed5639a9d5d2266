/// Letters, digits and signs as wide as those of Chinese and Japanese, which keyboards for these type.
extension Unicode.Scalar {
  /// The one that a plain keyboard types in place of a wide one; any other as it is.
  package var narrow: Unicode.Scalar {
    switch value {
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
    default: self
    }
  }
}
