/// How numbers are written for people: as many digits as help, and never a false zero.
///
/// Whole numbers up to seven digits stand in full; a number other than zero never reads as zero;
/// halves round away from zero; very large and very small numbers take a power of ten.
package struct NumberText: Equatable, Sendable {
  /// How many significant digits a number keeps, trailing zeros left out.
  package var significant: Int
  /// Whether only ASCII may appear: `-` for `−` and `inf` for `∞`.
  package var ascii: Bool
  /// Numbers that keep more digits in equations, so that they read the same wherever they stand.
  var kept: [Double: Int] = [:]
  /// How tables on the same screen write a number, where that is not how `text` does: equations write
  /// it like these.
  package var tabled: [Double: String] = [:]
  /// How many decimals all of its numbers have, as those of one table; nil for as many as each takes.
  package private(set) var decimals: Int?

  /// Whether none of its numbers is 1, however near: shares of several that all have some.
  private(set) var isBelowOne = false

  /// A way to write numbers; four significant digits by default.
  package init(significant: Int = 4, ascii: Bool = false) {
    self.significant = min(max(significant, 1), 17)
    self.ascii = ascii
  }

  /// The same for the numbers of one table, all with so many decimals.
  package func with(decimals: Int?) -> NumberText {
    var numbers = self
    numbers.decimals = decimals
    return numbers
  }

  /// The same for shares of which none is all: what rounds to 1 is said to be less, `>0.999`.
  func belowOne(_ isBelowOne: Bool) -> NumberText {
    var numbers = self
    numbers.isBelowOne = isBelowOne
    return numbers
  }

  /// Whether they are shares of a whole: what is less than 1 is not written as 1.
  private(set) var areShares = false

  /// The same for shares of a whole, of which one may be all: what is less and rounds to it is `>0.999`.
  package var ofShares: NumberText {
    var numbers = self
    numbers.areShares = true
    return numbers
  }

  /// A share that is less than all and would round to it, above so many nines; nil for any other number.
  func nearlyAll(_ number: Double, _ digits: DecimalDigits, nines: Int) -> String? {
    let isLess = number > 0 && (areShares && number < 1 || isBelowOne && number <= 1)
    guard isLess, digits.exponent == 1 else { return nil }
    return ">0." + String(repeating: "9", count: max(nines, 1))
  }

  /// The number by digits that were kept to so many decimals.
  func plain(_ number: Double, _ digits: DecimalDigits, decimals: Int) -> String {
    nearlyAll(number, digits, nines: decimals) ?? sign(number) + digits.plain(decimals: decimals)
  }

  /// The minus sign in use.
  package var minus: String { ascii ? "-" : "\u{2212}" }

  /// The number at its plainest: `0.7071`, `1`, `−3.2e-9`, `undefined`.
  package func text(_ number: Double) -> String {
    if let word = word(for: number) { return word }
    if let decimals { return text(number, decimals: decimals) }
    let digits = rounded(number, to: significant)
    if let nearly = nearlyAll(number, digits, nines: significant) { return nearly }
    return sign(number) + (digits.isPlain ? digits.plain(decimals: 0) : digits.scientific)
  }

  /// The number as `text` writes it; with more digits where those would pass it off for a rounder one:
  /// `8.00003` instead of `8`.
  package func telling(_ number: Double) -> String {
    guard decimals == nil, number.isFinite, number != 0, !isTold(number) else {
      return text(number)
    }
    let short = rounded(number, to: significant).digits.count
    var style = self
    repeat {
      style.significant += 1
    } while style.significant < 17
      && style.rounded(number, to: style.significant).digits.count <= short
    return style.text(number)
  }

  /// Whether the digits of `text` do not pass the number off for a rounder one, but for what rounding
  /// on the way left of it.
  func isTold(_ number: Double) -> Bool {
    let short = rounded(number, to: significant)
    return short.digits.count >= significant
      || short == rounded(number, to: max(significant, Self.noise))
  }

  /// Digits behind which there is nothing but what rounding left.
  private static let noise = 12

  /// The number that `text` shows.
  package func nearest(_ number: Double) -> Double {
    guard number.isFinite, number != 0 else { return number }
    if decimals != nil { return text(number).shownNumber ?? number }
    let magnitude = Double(rounded(number, to: significant).scientific) ?? number.magnitude
    return number < 0 ? -magnitude : magnitude
  }

  /// The entries as a vector is written: `[1, 0.5, −2]`.
  package func vector(_ numbers: some Sequence<Double>) -> String {
    "[" + numbers.map(text).joined(separator: ", ") + "]"
  }

  /// The way to write a number that may keep more digits than others.
  func keeping(_ number: Double) -> NumberText {
    guard decimals == nil, let digits = kept[number], digits > significant else { return self }
    var style = self
    style.significant = digits
    return style
  }

  private func word(for number: Double) -> String? {
    if number.isNaN { return "undefined" }
    if number == 0 { return "0" }
    return number.isInfinite ? sign(number) + (ascii ? "inf" : "∞") : nil
  }

  func sign(_ number: Double) -> String {
    number < 0 ? minus : ""
  }

  /// The digits that `text` shows.
  func rounded(_ number: Double, to significant: Int) -> DecimalDigits {
    var digits = DecimalDigits(number)
    if digits.isWhole, digits.exponent <= 7 { return digits }
    digits.keep(digits.isPlain ? max(significant, digits.exponent) : significant)
    return digits
  }
}

extension DecimalDigits {
  /// Whether the number reads better without a power of ten: from 0.0001 to 9,999,999.
  var isPlain: Bool { (-3...7).contains(exponent) }
}
