import Libc

/// Numbers of one table: as many decimals for all of them, wherever they are written.
extension NumberText {
  /// The number with so many decimals; with a power of ten where these would hide it.
  func text(_ number: Double, decimals: Int) -> String {
    var digits = DecimalDigits(number)
    guard digits.isPlain || Decimals.areEnough(for: digits) else {
      return with(decimals: nil).text(number)
    }
    digits.keep(decimals: decimals)
    return digits.isZero ? scientific(number) : plain(number, digits, decimals: decimals)
  }

  /// The number as its table writes it: a zero has blanks in place of decimals, so that points stand
  /// in line.
  package func tableText(_ number: Double) -> String {
    guard number == 0, let decimals, decimals > 0 else { return text(number) }
    return text(number) + String(repeating: " ", count: decimals + 1)
  }
}

extension NumberText {
  /// The number as a table has it that is too large to be read number by number: where its decimals
  /// would hide it, it is less than their last one, `<0.001`.
  package func largeTableText(_ number: Double) -> String {
    guard let decimals, number.isFinite, number != 0 else { return tableText(number) }
    var digits = DecimalDigits(number)
    guard digits.exponent < 1 else { return tableText(number) }
    digits.keep(decimals: decimals)
    guard digits.isZero else { return plain(number, digits, decimals: decimals) }
    let unit = decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1"
    return number < 0 ? ">" + minus + unit : "<" + unit
  }
}

/// How many decimals the numbers of a table need.
package enum Decimals {
  /// Digits that a number has wherever there is room.
  private static let digits = 4

  /// The smallest number that decimals show beside larger ones.
  static let smallest = 1e-5

  /// Whether a number that alone would take a power of ten stands with decimals in a table.
  fileprivate static func areEnough(for digits: DecimalDigits) -> Bool { digits.exponent == -4 }

  /// As many as show four digits of each number; of one below 0.1 four decimals are enough, if these
  /// leave two of its digits, and of one below 0.0001 five. What takes a power of ten needs none.
  package static func needed(_ numbers: some Sequence<Double>, most: Int) -> Int {
    var decimals = 0
    for number in numbers where decimals < most {
      decimals = max(decimals, min(needed(number.magnitude), most))
    }
    return decimals
  }

  /// So many decimals, or as many more as tell each share that is less than all from all of it: 0.999 is not 1.00.
  package static func telling(_ shares: some Sequence<Double>, fromAllBy decimals: Int) -> Int {
    var decimals = decimals
    for share in shares where share < 1 {
      while decimals < powers.count - 1, (1 - share) * powers[decimals] < 0.5 { decimals += 1 }
    }
    return decimals
  }

  private static func needed(_ magnitude: Double) -> Int {
    guard (smallest..<1e7).contains(magnitude) else { return 0 }
    if magnitude < 1e-4 { return 5 }
    let units = Int(log10(magnitude).rounded(.down)) + 1
    let most = max(0, min(digits - units, max(digits, 2 - units)))
    return (0..<most).first { isWhole(magnitude * powers[$0]) } ?? most
  }

  /// Whether so many decimals tell all of each number.
  package static func areTold(_ numbers: some Sequence<Double>, by decimals: Int) -> Bool {
    numbers.allSatisfy { !$0.isFinite || isWhole($0 * powers[decimals]) }
  }

  /// But for what rounding left.
  private static func isWhole(_ number: Double) -> Bool {
    (number - number.rounded()).magnitude <= 1e-11 * number.magnitude
  }

  private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8]
}
