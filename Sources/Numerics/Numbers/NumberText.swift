/// How numbers are written for people: as many digits as help, and never a false zero.
///
/// Whole numbers up to seven digits stand in full; a number other than zero never reads as zero;
/// halves round away from zero; very large and very small numbers take a power of ten.
package struct NumberText: Equatable, Sendable {
  /// What an infinity means where it is shown.
  package enum Infinity: Sendable {
    /// The value itself: `∞`.
    case sign
    /// The result of an arithmetic that left the range of doubles: `overflow`.
    case overflow
  }

  /// How many significant digits a number keeps, trailing zeros left out.
  package var significant: Int
  /// Whether only ASCII may appear: `-` for `−` and `inf` for `∞`.
  package var ascii: Bool
  /// What an infinity is called.
  package var infinity: Infinity

  /// A way to write numbers; four significant digits by default.
  package init(significant: Int = 4, ascii: Bool = false, infinity: Infinity = .sign) {
    self.significant = min(max(significant, 1), 17)
    self.ascii = ascii
    self.infinity = infinity
  }

  /// The minus sign in use.
  package var minus: String { ascii ? "-" : "\u{2212}" }

  /// The number at its plainest: `0.7071`, `1`, `−3.2e-9`, `undefined`.
  package func text(_ number: Double) -> String {
    if let word = word(for: number) { return word }
    let digits = rounded(number, to: significant)
    return sign(number) + (digits.isPlain ? digits.plain(decimals: 0) : digits.scientific)
  }

  /// The number with `decimals` digits behind the point; as `text` where that would show zero.
  package func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite else { return text(number) }
    let decimals = min(max(decimals, 0), 17)
    if number == 0 { return decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals) }
    var digits = DecimalDigits(number)
    digits.keep(decimals: decimals)
    if digits.digits.isEmpty || digits.exponent > 7 {
      return NumberText(significant: min(significant, 2), ascii: ascii).text(number)
    }
    return sign(number) + digits.plain(decimals: decimals)
  }

  /// The numbers in one column: equal decimals, points in line, padded on the left to one width.
  package func aligned(_ numbers: [Double]) -> [String] {
    var decimals = 0
    for number in numbers where number.isFinite && number != 0 {
      let digits = rounded(number, to: significant)
      if digits.isPlain { decimals = max(decimals, min(digits.decimals, significant)) }
    }
    let texts = numbers.map { fixed($0, decimals: decimals) }
    let width = texts.reduce(0) { max($0, $1.count) }
    return texts.map { String(repeating: " ", count: width - $0.count) + $0 }
  }

  /// A matrix as text, each column aligned by itself.
  package func aligned(_ matrix: Matrix) -> [[String]] {
    let columns = (0..<matrix.columns).map { aligned(matrix.column($0)) }
    return (0..<matrix.rows).map { row in columns.map { $0[row] } }
  }

  /// The number with as many digits as `width` columns hold; `#` throughout where none do.
  package func fitted(_ number: Double, width: Int) -> String {
    for significant in stride(from: significant, through: 1, by: -1) {
      let text = NumberText(significant: significant, ascii: ascii, infinity: infinity).text(number)
      if text.count <= width { return text }
    }
    for significant in stride(from: significant, through: 1, by: -1) where number.isFinite {
      var digits = DecimalDigits(number)
      digits.keep(significant)
      let text = sign(number) + digits.scientific
      if text.count <= width { return text }
    }
    return String(repeating: "#", count: max(width, 0))
  }

  /// The entries as a vector is written: `[1, 0.5, −2]`.
  package func vector(_ numbers: some Sequence<Double>) -> String {
    "[" + numbers.map(text).joined(separator: ", ") + "]"
  }

  private func word(for number: Double) -> String? {
    if number.isNaN { return "undefined" }
    if number == 0 { return "0" }
    guard number.isInfinite else { return nil }
    switch infinity {
    case .overflow: return "overflow"
    case .sign: return sign(number) + (ascii ? "inf" : "∞")
    }
  }

  private func sign(_ number: Double) -> String {
    number < 0 ? minus : ""
  }

  private func rounded(_ number: Double, to significant: Int) -> DecimalDigits {
    var digits = DecimalDigits(number)
    if digits.isWhole, digits.exponent <= 7 { return digits }
    digits.keep(digits.isPlain ? max(significant, digits.exponent) : significant)
    return digits
  }
}

extension DecimalDigits {
  /// Whether the number reads better without a power of ten: from 0.0001 to 9,999,999.
  fileprivate var isPlain: Bool { (-3...7).contains(exponent) }
}
