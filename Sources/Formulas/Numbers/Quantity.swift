/// A number as arithmetic gives it: finite, infinite, or undefined (NaN).
package enum Quantity {
  /// Reads a decimal, or the name of what is none: `-inf`, `−∞`, `nan`, `undefined`, `0/0`.
  package static func read(_ text: some StringProtocol) throws(NumberProblem) -> Double {
    if let special = special(text) { return special }
    return try NumberReader.number(text)
  }

  /// The infinity that a word names, and NaN; nil for any other text.
  package static func special(_ text: some StringProtocol) -> Double? {
    guard text.utf8.count < 40 else { return nil }
    var name = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case " ", "\t": continue
      case "\u{2212}", "\u{2013}": name += "-"
      default: name.unicodeScalars.append(scalar)
      }
    }
    let isNegative = name.hasPrefix("-")
    if isNegative || name.hasPrefix("+") { name.removeFirst() }
    for module in ["np.", "numpy.", "torch.", "math.", "jnp."] where name.hasPrefix(module) {
      name.removeFirst(module.count)
    }
    switch name {
    case "inf", "infinity", "∞", "overflow", "1/0": return isNegative ? -.infinity : .infinity
    case "nan", "undefined", "0/0": return .nan
    default: return nil
    }
  }
}
