import Formulas
import Notes

/// Numbers in forms that an answer mark takes for words, so that nothing but the very number, to its last digit,
/// would be right: `10^3`, `sqrt(2)`, `2*3`, `~3`, `3 or 4`.
extension MeantNumbers {
  /// What is said of a number that is not quite one.
  private static let approximate = [
    "~", "\u{2248}", "\u{223C}", "\u{2245}", "\u{2243}", "ca.", "circa ", "about ", "approx.",
    "approximately ", "roughly ", "around ", "c. ", "almost ", "nearly ",
  ]
  /// The same behind it.
  private static let nearly = [
    "-ish", "ish", " or so", " approx.", " approx", " approximately", " roughly", " (approx.)",
    " (approx)", " (approximately)", " (about)", " (roughly)", " ca.",
  ]

  /// A number between two others, as it is compared: `3 < x < 5`.
  static func between(_ text: String) -> MeantNumbers? {
    let plain = text.map { sign in
      ["\u{2264}": "<", "\u{2265}": ">"][sign] ?? String(sign)
    }.joined().replacing("<=", with: "<").replacing(">=", with: ">")
    guard let sign = plain.first(where: { "<>".contains($0) }),
      case let parts = plain.split(separator: sign).map({ String($0).trimmed }), parts.count == 3,
      let low = written(parts[0]), let high = written(parts[2]), written(parts[1]) == nil
    else { return nil }
    return MeantNumbers(
      "this asks for these very signs, and for no number between", "write \(range(low, high))",
      isSure: false)
  }

  /// A number with its tolerance behind a colon, as GIFT has it: `3.14:0.01`.
  static func given(_ text: String) -> MeantNumbers? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[1].contains("."), let number = written(parts[0]),
      let size = written(parts[1]), let tolerance = Double(size), tolerance > 0,
      let value = Double(number), tolerance < Swift.max(1, value.magnitude)
    else { return nil }
    return MeantNumbers(
      "this is read as words, and its tolerance with it", "write [[\(number) ± \(size)]]",
      isSure: false)
  }

  /// A number between quotes, which is compared as words: `"5"`.
  static func quoted(_ text: String) -> MeantNumbers? {
    let signs = "\"'\u{201C}\u{201D}\u{2018}\u{2019}"
    guard text.count > 2, text.first.map(signs.contains) == true,
      text.last.map(signs.contains) == true, let number = written(text.dropFirst().dropLast())
    else { return nil }
    return MeantNumbers(
      "quotes make words of a number, which leaves no tolerance to it", "write [[\(number)]]",
      isSure: false)
  }

  /// A number that is about right: `~3`, `about 3`, `3-ish`.
  static func about(_ text: String) -> MeantNumbers? {
    let lower = text.lowercased()
    let bare =
      approximate.filter(lower.hasPrefix).map { text.dropFirst($0.count) }
      + nearly.filter(lower.hasSuffix).map { text.dropLast($0.count) }
    for text in bare {
      guard let number = written(text), let value = Double(number) else { continue }
      let size = Value.scalar((abs(value) * 1e11).rounded() / 1e12).typed
      return MeantNumbers(
        "this asks for this very number, and not for what is near it",
        "write [[\(number) \u{B1} \(size)]], with how far it may be off in place of \(size)",
        isSure: false)
    }
    return nil
  }

  /// One of two numbers: `3 or 4`.
  static func either(_ text: String) -> MeantNumbers? {
    guard let sign = text.firstRange(of: " or "), let first = written(text[..<sign.lowerBound]),
      let second = written(text[sign.upperBound...])
    else { return nil }
    return MeantNumbers(
      "this asks for both numbers and the word between them", "write [[\(first)|\(second)]]",
      isSure: false)
  }

  /// What is to be calculated: `10^3`, `sqrt(2)`, `2*3`.
  static func calculated(_ text: String) -> MeantNumbers? {
    let plain = TypedFormula.plain(text)
    guard isCalculation(plain, of: text), let number = written(text).flatMap(Double.init) else {
      return nil
    }
    let message = "this asks for this very number, to its last digit"
    if number == number.rounded(), number.magnitude < 1e15 {
      return MeantNumbers(message, "write [[\(Int(number))]]", isSure: false)
    }
    guard let formula = [text, plain, FormulaSpelling.spelt(plain)].first(where: isFormula) else {
      return nil
    }
    return MeantNumbers(message, "write [[= \(formula)]]", isSure: false)
  }

  private static func isFormula(_ text: String) -> Bool {
    guard case .formula(let formula, _)? = try? BlankSource("= \(text)"),
      case .scalar(let number)? = try? formula.value()
    else { return false }
    return number.isFinite
  }

  /// Whether something in a text says that it is to be calculated; `7B`, `3x3`, `2 × 4` and `2024-01-01` are
  /// names, shapes and days.
  private static func isCalculation(_ plain: String, of text: String) -> Bool {
    let words = Set(plain.split { !$0.isLetter }.map { $0.lowercased() })
    let functions = Set(Expression.Function.named.map(\.rawValue))
    guard words.isSubset(of: functions.union(["pi", "e", "\u{3C0}"])) else { return false }
    if !words.isDisjoint(with: functions) || text.contains("\\frac") { return true }
    let isShape = text.contains("\u{D7}") || text.contains("\\times")
    return plain.contains { "^\u{221A}\u{B2}\u{B3}".contains($0) }
      || !isShape && plain.contains { "*\u{B7}\u{22C5}\u{F7}".contains($0) }
      || plain.dropFirst().contains("+") && !words.contains("e")
  }
}
