/// TeX formulas as text for a terminal.
package enum Maths {
  /// Characters of a formula that are read; the rest is shown as it was written.
  private static let inlineLimit = 10_000
  /// Longer formulas are not set in two dimensions.
  private static let displayLimit = 4_000

  /// One line for maths inside a sentence: `QK^T/\sqrt{d_k}` → `QKᵀ/√dₖ`.
  package static func inline(_ tex: String, ascii: Bool = false) -> String {
    let (formula, rest) = divided(tex, at: inlineLimit)
    return MathsInline(ascii: ascii).text(MathsParser.parse(formula)) + rest
  }

  /// Displayed maths in two dimensions, at most `width` columns wide: broken at relations and at
  /// plus and minus where it must be, and written as wrapped lines where that does not suffice.
  package static func display(_ tex: String, width: Int, ascii: Bool = false) -> MathsBox {
    let breaking = MathsBreaking(ascii: ascii, width: width)
    let (formula, rest) = divided(tex, at: displayLimit)
    let layout =
      rest.isEmpty
      ? breaking.fitted(MathsParser.parse(formula)) : breaking.wrapped(inline(tex, ascii: ascii))
    return MathsBox(padding: layout.rows, baseline: layout.baseline)
  }

  /// Commands of a formula that are shown as they were written, each once, in order.
  package static func unsetCommands(in tex: String) -> [String] {
    var found: [String] = []
    for name in MathsParser.parse(divided(tex, at: inlineLimit).0).unsetCommands
    where !found.contains(name) { found.append(name) }
    return found
  }

  /// Whether a formula is too long to be set to its end.
  package static func isTooLong(_ tex: String) -> Bool {
    !divided(tex, at: inlineLimit).1.isEmpty
  }

  /// The formula cut after some characters, line ends in the rest made spaces.
  private static func divided(_ tex: String, at limit: Int) -> (Substring, String) {
    let scalars = tex.unicodeScalars
    guard let cut = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex)
    else { return (tex[...], "") }
    var scanner = MathsScanner(tex[cut...])
    return (tex[..<cut], scanner.rest())
  }
}
