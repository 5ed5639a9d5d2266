import Notes

/// A number as people type it: a decimal, a fraction, `1 1/2`, `sqrt(2)/2`, `2**-1`, `50 percent`,
/// `175 billion`, `NaN`.
package struct TypedNumber: Equatable {
  /// What it comes to; NaN and the infinities may be typed too.
  package var value: Double { quantity.value }
  /// The same, told from 0 where it is nearer to it than any double.
  package var quantity: Quantity
  /// Whether a percent sign or word stands behind it, so that the value is a hundredth.
  package var isPercent = false
  /// How it was read, where another reading is thinkable: `0,5 is read as 0.5`.
  package var remark: String?

  /// The number that was typed, or what is wrong with it.
  package static func read(_ typed: String) -> Result<Double, ExpressionProblem> {
    reading(typed).map(\.value)
  }

  /// The number that was typed and how it was understood, or what is wrong with it.
  package static func reading(_ typed: String) -> Result<TypedNumber, ExpressionProblem> {
    var text = TypedFormula.plain(typed)
    if let equals = text.lastIndex(of: "=") { text = String(text[text.index(after: equals)...]) }
    text = text.trimmed
    while let first = text.first, "≈~".contains(first) { text = String(text.dropFirst()).trimmed }
    guard !text.isEmpty else { return .failure(ExpressionProblem("type a number")) }
    if let special = SpecialNumber.read(text) { return .success(TypedNumber(quantity: special)) }
    var isPercent = false
    for unit in ["%", "percent", "per cent", "pct"] where text.lowercased().hasSuffix(unit) {
      text = String(text.dropLast(unit.count)).trimmed
      isPercent = true
    }
    let pointed: (text: String, remark: String?)
    do throws(ExpressionProblem) {
      pointed = try DigitGroups.pointed(text)
    } catch { return .failure(error) }
    let value = number(pointed.text)
    if value?.isInfinite ?? DecimalNumber.isTooLarge(pointed.text) {
      return .failure(
        ExpressionProblem(
          "\"\(typed.trimmed)\" is too large: numbers go up to about 1.8e308",
          remedy: "type inf for ∞"))
    }
    guard let value else {
      return .failure(
        ExpressionProblem(
          "\"\(typed.trimmed)\" is not a number", remedy: "write 0.5, 1/2, -3 or sqrt(2)/2"))
    }
    let quantity = Quantity(
      isPercent ? value * 0.01 : value, vanishes: DecimalNumber.isTooSmall(pointed.text))
    return .success(
      TypedNumber(quantity: quantity, isPercent: isPercent, remark: pointed.remark))
  }

  private static func number(_ text: String) -> Double? {
    if let number = mixed(text) ?? scaled(text) ?? NumberWords.number(text) { return number }
    switch try? Expression(TypedFormula.arithmetic(text)).value() {
    case .scalar(let number): return number
    case .vector(let vector) where vector.count == 1: return vector[0]
    case .vector, .matrix, nil: return nil
    }
  }

  /// `1 1/2` and `-2 (3/4)`: a whole number and a fraction.
  private static func mixed(_ text: String) -> Double? {
    let words = text.split(separator: " ")
    guard words.count == 2, let whole = words.first, let digits = Int(whole), let part = words.last
    else { return nil }
    let fraction = part.hasPrefix("(") && part.hasSuffix(")") ? part.dropFirst().dropLast() : part
    let halves = fraction.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, let top = UInt32(halves[0]), let bottom = UInt32(halves[1]), bottom > 0
    else { return nil }
    let size = Double(digits.magnitude) + Double(top) / Double(bottom)
    return whole.hasPrefix("-") ? -size : size
  }

  /// `175 billion`, `175B`, `1.5M`, `12k`.
  private static func scaled(_ text: String) -> Double? {
    let letters = text.reversed().prefix { $0.isLetter }.reversed()
    let head = String(text.dropLast(letters.count)).trimmed
    guard let last = head.last, last.isNumber || last == ".", let number = Double(head) else {
      return nil
    }
    switch String(letters).lowercased() {
    case "k", "thousand": return number * 1e3
    case "m", "mn", "million": return number * 1e6
    case "b", "bn", "billion": return number * 1e9
    case "t", "tn", "trillion": return number * 1e12
    default: return nil
    }
  }

  /// The words that a number may be typed with: letters that begin none of them are not text.
  package static let words =
    [
      "sqrt", "exp", "pi", "e", "percent", "per", "cent", "k", "m", "b", "bn", "t", "x",
    ] + SpecialNumber.words + NumberWords.all
}
