import Libc

/// A mark on an axis: a value and the text that names it.
package struct Tick: Equatable, Sendable {
  package var value: Double
  /// The value in decimal, exactly.
  package var label: String
}

/// At most `count` round values between two bounds, in order: multiples of 1, 2 or 5 times a power
/// of ten; none where a bound is not finite, the bound itself where both are equal.
package func niceTicks(min first: Double, max second: Double, count: Int) -> [Tick] {
  niceTicks(min: first, max: second, count: count, enclosing: false)
}

/// The same, or, where enclosing, round values of which the first and last hold the bounds between
/// them.
func niceTicks(min first: Double, max second: Double, count: Int, enclosing: Bool) -> [Tick] {
  guard first.isFinite, second.isFinite, count > 0 else { return [] }
  let lower = min(first, second)
  let upper = max(first, second)
  let count = min(count, 100)
  // Halved, so that the whole range of numbers has a finite length.
  let half = upper / 2 - lower / 2
  guard half > 0 else { return [Tick(value: lower, label: shortest(lower))] }
  let power = log10(half) + log10(2) - log10(Double(count))
  var exponent = max(Int(power.rounded(.down)), -307)
  while exponent <= 308 {
    for factor in [1, 2, 5] {
      let ticks = multiples(
        of: factor, exponent: exponent, from: lower, to: upper, enclosing: enclosing)
      if let ticks, ticks.count <= count { return ticks }
    }
    exponent += 1
  }
  return []
}

/// At most `count` powers of ten between two positive bounds, or the round values between them
/// where they enclose fewer than two powers.
func logTicks(min lower: Double, max upper: Double, count: Int) -> [Tick] {
  guard lower > 0, upper >= lower, upper.isFinite, count > 0 else { return [] }
  let first = Int((log10(lower) - 1e-9).rounded(.up))
  let last = Int((log10(upper) + 1e-9).rounded(.down))
  guard first < last else { return niceTicks(min: lower, max: upper, count: count) }
  let stride = (last - first) / count + 1
  let isLong = last > 5 || first < -4
  return (first...last).filter { $0 % stride == 0 }.compactMap { exponent in
    guard let value = Double("1e\(exponent)") else { return nil }
    return Tick(value: value, label: decimal(1, exponent: exponent, scientific: isLong))
  }
}

/// The multiples of factor·10^exponent between, or enclosing, the bounds; nil where there are too
/// many, or one is not finite.
private func multiples(
  of factor: Int, exponent: Int, from lower: Double, to upper: Double, enclosing: Bool
) -> [Tick]? {
  guard let step = Double("\(factor)e\(exponent)"), step.isFinite,
    let first = Int(exactly: (lower / step).rounded(.down)),
    let last = Int(exactly: (upper / step).rounded(.up)), last - first <= 110
  else { return nil }
  var ticks: [(number: Int, value: Double)] = []
  for multiple in first...last {
    let number = multiple.multipliedReportingOverflow(by: factor)
    // Read from decimal digits, the nearest number there is: 0.3, not 3 · 0.1.
    guard !number.overflow, let value = Double("\(number.partialValue)e\(exponent)"),
      value.isFinite || !enclosing
    else { return nil }
    if enclosing || (value >= lower && value <= upper) {
      ticks.append((number.partialValue, value))
    }
  }
  let digits = max(
    String(ticks.first?.number.magnitude ?? 0).count,
    String(ticks.last?.number.magnitude ?? 0).count)
  let isLong = exponent < -4 || digits + exponent > 6
  return ticks.map { number, value in
    Tick(value: value, label: decimal(number, exponent: exponent, scientific: isLong))
  }
}

/// number · 10^exponent in decimal: `-1250`, `0.50`, or, where scientific, `5e-7`.
private func decimal(_ number: Int, exponent: Int, scientific: Bool) -> String {
  guard number != 0 else { return "0" }
  let sign = number < 0 ? "-" : ""
  var digits = String(number.magnitude)
  if scientific {
    let power = exponent + digits.count - 1
    while digits.count > 1, digits.last == "0" { digits.removeLast() }
    let fraction = digits.dropFirst()
    return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(power)"
  }
  guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
  let missing = 1 - exponent - digits.count
  if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
  return sign + digits.dropLast(-exponent) + "." + digits.suffix(-exponent)
}

/// The fewest digits that name the number, whole numbers without a fraction.
private func shortest(_ value: Double) -> String {
  let text = "\(value)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
