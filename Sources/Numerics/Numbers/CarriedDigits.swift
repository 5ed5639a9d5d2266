import Libc

/// Which digits of a table's numbers calculations with other shown numbers come to.
extension NumberText {
  /// The number that a table in this style shows.
  func seen(_ number: Double) -> Double {
    guard let place = lastPlace(of: number) else { return number }
    return (number / place.unit).rounded() * place.unit
  }

  /// What the last digit of a number stands for, and whether a power of ten is written with it; nil
  /// where all of it is shown.
  fileprivate func lastPlace(of number: Double) -> (unit: Double, isPower: Bool)? {
    guard let decimals, number.isFinite, number != 0 else { return nil }
    let (size, unit) = (number.magnitude, Decimals.unit(decimals))
    guard (Decimals.smallest..<1e7).contains(size), size >= unit / 2 else {
      // Halving what is nearly the smallest double may come to 0.
      let unit = pow(10, log10(size).rounded(.down) - Double(significant - 1))
      return unit > 0 ? (unit, true) : nil
    }
    return (unit, false)
  }

  /// The style with as many of its digits as all calculations of its numbers come to, give or take one
  /// in the last: fewer decimals, then fewer digits before a power of ten; nil where none do.
  func carried(where holds: (CarriedResult) -> Bool) -> NumberText? {
    guard let decimals else { return self }
    let plain = (0...decimals).reversed().lazy.map { with(decimals: $0) }
      .first { holds(CarriedResult(style: $0, isPower: false)) }
    guard var style = plain else { return nil }
    while !holds(CarriedResult(style: style, isPower: true)) {
      guard style.significant > 1 else { return nil }
      style.significant -= 1
    }
    return style
  }
}

/// Results in a style that is tried: those with a power of ten, or all others.
struct CarriedResult {
  let style: NumberText
  let isPower: Bool

  /// Whether a calculation of shown numbers comes within one of the last digit of its result.
  func holds(_ result: Double, from calculated: Double) -> Bool {
    guard calculated.isFinite, result.isFinite else { return true }
    let unit: Double
    if let place = style.lastPlace(of: result) {
      guard place.isPower == isPower else { return true }
      unit = place.unit
    } else {
      unit = Decimals.unit(style.decimals ?? 0)
    }
    return (calculated - style.seen(result)).magnitude <= unit * (1 + 1e-9)
  }
}

/// What the last of so many decimals stands for.
extension Decimals {
  private static let known = (0...20).map { pow(10, -Double($0)) }

  fileprivate static func unit(_ decimals: Int) -> Double {
    known.indices.contains(decimals) ? known[decimals] : pow(10, -Double(decimals))
  }
}
