import Libc

/// Numbers of equations that stand in tables too: they are written like these.
extension NumberText {
  /// A number as an operand.
  package func written(_ number: Double) -> String {
    tabled[number] ?? keeping(number).text(number)
  }

  /// The number that this shows.
  package func shown(_ number: Double) -> Double {
    tabled[number]?.shownNumber ?? keeping(number).nearest(number)
  }

  /// A number as a result.
  package func result(_ number: Double) -> String {
    tabled[number] ?? keeping(number).telling(number)
  }

  /// Whether a calculation comes to the digits that a result shows.
  package func comes(to result: Double, from calculated: Double) -> Bool {
    if decimals != nil, result.isFinite, calculated.isFinite {
      return text(result).isRounding(of: calculated)
    }
    return tabled[result].map { $0.isRounding(of: calculated) }
      ?? (keeping(result).telling(calculated) == keeping(result).telling(result))
  }

  /// Whether a calculation comes within one of the last digit of a result.
  package func comesNear(_ result: Double, from calculated: Double) -> Bool {
    result.isFinite && calculated.isFinite && text(result).isRounding(of: calculated, within: 1)
  }
}

/// What the text of a number shows.
extension String {
  /// The number itself; nil where the text is none.
  package var shownNumber: Double? {
    Double(String(compactMap { $0 == "\u{2212}" ? "-" : $0 == " " ? nil : $0 }))
  }

  /// The same without the brackets that a negative operand has.
  package var unbracketed: String { filter { !"()".contains($0) } }

  /// How many digits it has, zeros before the first other one not counted.
  package var shownDigits: Int {
    prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }.count
  }

  /// Whether a number rounds to this one, as far as its digits go; or lies within so much of the last
  /// of them.
  package func isRounding(of number: Double, within part: Double = 0.5) -> Bool {
    guard let shown = shownNumber else { return true }
    let parts = filter { $0 != " " }.split(separator: "e", maxSplits: 1)
    let decimals = parts.first?.split(separator: ".").dropFirst().first?.count ?? 0
    let power = parts.count > 1 ? Double(parts[1]) ?? 0 : 0
    return (number - shown).magnitude <= part * pow(10, power - Double(decimals)) * (1 + 1e-9)
  }
}
