import Notes

/// Strict decimals, such as `3`, `-1.5e-3` and `.5`, fractions of them and roots: `1/3`, `½`, `40%`,
/// `1/sqrt(2)`; no hexadecimals, names or digit groups.
enum DecimalNumber {
  /// The number that `word` spells.
  static func read(_ word: String, at place: NumberPlace) throws(NumberProblem) -> Double {
    var text = word.utf8.allSatisfy { $0 < 0x80 } ? word : TypedText.plain(word)
    guard isDecimal(text[...].utf8) else {
      if let number = fraction(word) { return number }
      throw SpecialNumber.read(text) == nil
        ? .notANumber(shown(word), place) : .notFinite(shown(word), place)
    }
    if text.first == "+" { text.removeFirst() }
    guard let number = Double(text) else { throw .notANumber(shown(word), place) }
    if number.isInfinite { throw .tooLarge(shown(word), place) }
    if number == 0, hasNonzeroDigit(text.utf8) { throw .tooSmall(shown(word), place) }
    return number
  }

  /// `1/3`, `-½` and `40%`; what holds a root is computed as an answer is.
  private static func fraction(_ word: String) -> Double? {
    guard word.utf8.count < 80 else { return nil }
    if hasRoot(word) { return root(word) }
    var text = TypedText.plain(word)
    text.removeAll { "(){}".contains($0) }
    let isPercent = text.last == "%"
    if isPercent { text.removeLast() }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard isPercent || parts.count == 2, parts.count <= 2,
      parts.allSatisfy({ isDecimal($0.utf8) }), let top = parts.first.flatMap({ Double($0) })
    else { return nil }
    let bottom = parts.count == 2 ? Double(parts[1]) ?? .nan : 1
    let number = isPercent ? top / bottom * 0.01 : top / bottom
    return number.isFinite ? number : nil
  }

  /// What a word with a root in it comes to: `sqrt(1/2)`, `3√2/4`.
  private static func root(_ word: String) -> Double? {
    var text = TypedFormula.plain(word).replacing("%", with: "/100")
    for module in ["np.", "numpy.", "math.", "torch.", "jnp."] {
      text = text.replacing(module + "sqrt", with: "sqrt")
    }
    guard case .scalar(let number)? = try? Expression(TypedFormula.arithmetic(text)).value() else {
      return nil
    }
    return number.isFinite ? number : nil
  }

  /// Whether a word holds the name of the square root.
  static func hasRoot(_ word: String) -> Bool { word.contains("sqrt") || word.contains("√") }

  /// At most 24 characters of `word` for a message, with nothing in it that moves a cursor.
  static func shown(_ word: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      if shown.count == 24 { return String(shown) + "…" }
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        shown.append("\u{FFFD}")
      default:
        shown.append(scalar)
      }
    }
    return String(shown)
  }

  /// Whether a word is a decimal other than zero that a double rounds to zero.
  static func isTooSmall(_ word: String) -> Bool {
    if case .tooSmall = problem(word) { true } else { false }
  }

  /// Whether a word is a decimal beyond the largest double.
  static func isTooLarge(_ word: String) -> Bool {
    if case .tooLarge = problem(word) { true } else { false }
  }

  private static func problem(_ word: String) -> NumberProblem? {
    do throws(NumberProblem) {
      _ = try read(word, at: NumberPlace())
      return nil
    } catch { return error }
  }

  private static func isDecimal(_ text: Substring.UTF8View) -> Bool {
    var rest = text
    func dropSign() {
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    }
    func dropDigits() -> Bool {
      let before = rest.startIndex
      rest = rest.drop(while: isDigit)
      return rest.startIndex != before
    }
    dropSign()
    var hasDigits = dropDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      hasDigits = dropDigits() || hasDigits
    }
    guard hasDigits else { return false }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest.removeFirst()
      dropSign()
      guard dropDigits() else { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func hasNonzeroDigit(_ text: String.UTF8View) -> Bool {
    for byte in text {
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") { return false }
      if isDigit(byte), byte != UInt8(ascii: "0") { return true }
    }
    return false
  }
}
