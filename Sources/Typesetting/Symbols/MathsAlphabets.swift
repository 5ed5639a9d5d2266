/// Letters of the mathematical alphabets: `\mathbb{R}` is ℝ, `\mathcal{L}` is ℒ.
enum MathsAlphabets {
  /// The double-struck form of a capital letter or of 1.
  static func doubleStruck(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "C": "ℂ"
    case "H": "ℍ"
    case "N": "ℕ"
    case "P": "ℙ"
    case "Q": "ℚ"
    case "R": "ℝ"
    case "Z": "ℤ"
    case "0": "𝟘"
    case "1": "𝟙"
    default: capital(scalar, from: 0x1D538)
    }
  }

  /// The script form of a capital letter.
  static func script(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "B": "ℬ"
    case "E": "ℰ"
    case "F": "ℱ"
    case "H": "ℋ"
    case "I": "ℐ"
    case "L": "ℒ"
    case "M": "ℳ"
    case "R": "ℛ"
    default: capital(scalar, from: 0x1D49C)
    }
  }

  private static func capital(
    _ scalar: Unicode.Scalar, from first: UInt32
  ) -> Unicode.Scalar? {
    guard ("A"..."Z").contains(scalar) else { return nil }
    return Unicode.Scalar(first + scalar.value - 0x41)
  }
}
