import Basics
import Formulas
import Notes
import Numerics

/// What an answer mark asks for, as it is written.
enum BlankSource: Equatable, Sendable {
  case words([String])
  case number(Double, tolerance: Double)
  case range(Double, Double)
  case formula(Expression, tolerance: Double?)

  /// Reads what stands between the double brackets.
  init(_ text: String) throws(ExpressionProblem) {
    let text = text.trimmed
    guard !text.isEmpty else {
      throw ExpressionProblem("an answer mark is empty", remedy: "write [[the answer]]")
    }
    if text.hasPrefix("=") {
      let (formula, tolerance) = try Self.parted(String(text.dropFirst()))
      self = .formula(try Expression(formula), tolerance: tolerance)
      return
    }
    if let (low, high) = Self.bounds(text) {
      guard low <= high else {
        let turned = "[[\(Value.scalar(high).typed)..\(Value.scalar(low).typed)]]"
        throw ExpressionProblem(
          "in [[\(text)]] nothing lies between", remedy: "write \(turned)")
      }
      self = .range(low, high)
      return
    }
    let (formula, tolerance) = try Self.parted(text)
    if Self.isGrouped(formula) {
      do throws(ExpressionProblem) {
        let number = try TypedNumber.read(formula).get()
        self = .number(
          number, tolerance: tolerance ?? DigitTolerance.of(formula.filter { $0 != "," }, number))
      } catch { throw MeantNumbers.plainFirst(error, formula, in: text) }
      return
    }
    if tolerance != nil || Double(formula.trimmed)?.isFinite == true,
      let number = Self.number(formula)
    {
      self = .number(number, tolerance: tolerance ?? DigitTolerance.of(formula, number))
      return
    }
    if let numbers = Self.tuple(formula) {
      self = .formula(.list(numbers.map(Expression.number)), tolerance: tolerance ?? 0)
      return
    }
    if let tolerance { throw Self.stray(tolerance, text, formula) }
    if text.hasPrefix("<|"), text.hasSuffix("|>") {
      throw ExpressionProblem(
        "its bars part three alternatives", remedy: "write [[\(text.replacing("|", with: "\\|"))]]")
    }
    let words = Self.alternatives(text)
    guard !words.contains("") else {
      let left = words.filter { !$0.isEmpty }
        .map { $0.replacing("|", with: "\\|") }.joined(separator: "|")
      throw ExpressionProblem(
        "[[\(text)]] has an empty alternative",
        remedy: (left.isEmpty ? "write the answer in it" : "write [[\(left)]]")
          + "; a bar of its own is \\|")
    }
    self = .words(words)
  }

  /// The answer mark that asks for these very signs, though they may look like a range or like numbers.
  static func mark(for signs: String, inTable: Bool) -> String {
    func isRead(_ text: String) -> Bool { (try? BlankSource(text)) != nil }
    let isMeantOtherwise =
      meantRange(signs) != nil || AnswerSigns.meant(signs, inTable: inTable) != nil
      || !isRead(signs) && isRead("\(signs)|\(signs)")
    return isMeantOtherwise ? literal(signs, inTable: inTable) : "[[\(signs)]]"
  }

  /// The answer mark that asks for signs whatever they look like: there are two of them to choose from. In a
  /// table a bar would end the cell.
  static func literal(_ signs: String, inTable: Bool) -> String {
    "[[\(signs)\(inTable ? "\\|" : "|")\(signs)]]"
  }

  /// What stands between bars; bars and pairs of brackets with a backslash before them are the answer's own.
  static func alternatives(_ text: String) -> [String] {
    written(text).map { withoutEscapes($0.replacing("\\|", with: "|")).trimmed }
  }

  /// The same with each backslash as it is written.
  static func written(_ text: String) -> [String] {
    var parts = [""]
    var isEscaped = false
    for character in text {
      if character == "|", !isEscaped {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return parts
  }

  /// A text with the pairs of brackets that a backslash in it takes their meaning: `\\{{`, or `\\{\\{` as other programs
  /// write it.
  private static func withoutEscapes(_ text: String) -> String {
    withoutEscaped(withoutEscaped(text, "{", by: "{{"), "[", by: "[[")
  }

  /// A text with something in place of such pairs of one bracket.
  static func withoutEscaped(_ text: String, _ sign: String, by other: String) -> String {
    guard text.contains("\\") else { return text }
    return text.replacing("\\\(sign)\\\(sign)", with: other)
      .replacing("\\\(sign)\(sign)", with: other)
  }

  /// The range that is written with three dots or a dash: `12...14`, `12-14`, `12–14`.
  static func meantRange(_ text: String) -> String? {
    for sign in ["...", "\u{2026}", "-", "\u{2013}"] {
      guard let range = text.firstRange(of: sign) else { continue }
      let (low, high) = (text[..<range.lowerBound].trimmed, text[range.upperBound...].trimmed)
      guard low.first?.isNumber == true, high.first?.isNumber == true, let first = Double(low),
        let last = Double(high), first < last
      else { continue }
      return "\(low)..\(high)"
    }
    return nil
  }

  /// `12..14`.
  private static func bounds(_ text: String) -> (Double, Double)? {
    guard let dots = text.firstRange(of: ".."),
      let low = number(String(text[..<dots.lowerBound])),
      let high = number(String(text[dots.upperBound...]))
    else { return nil }
    return (low, high)
  }

  /// Whether commas part the thousands of a number: `12,725,000`.
  static func isGrouped(_ text: String) -> Bool {
    let groups = text.trimmed.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, let last = groups.last else { return false }
    func isGroup(_ group: Substring) -> Bool {
      group.utf8.count == 3 && group.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    let lead = first.drop { "+-−".contains($0) }
    let end = last.prefix { $0 != "." }
    return (1...3).contains(lead.count) && lead.allSatisfy { $0.isASCII && $0.isNumber }
      && lead.first != "0" && groups.dropFirst().dropLast().allSatisfy(isGroup) && isGroup(end)
      && last.dropFirst(end.count + 1).allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The numbers of `(4, 6)`, a pair or more in round brackets: a vector, cell by cell.
  private static func tuple(_ text: String) -> [Double]? {
    let text = text.trimmed
    guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
    var parts = text.dropFirst().dropLast().split(
      separator: ",", omittingEmptySubsequences: false)
    if parts.last?.allSatisfy(\.isWhitespace) == true { parts.removeLast() }
    guard parts.count > 1 else { return nil }
    let numbers = parts.compactMap { number(String($0)) }
    return numbers.count == parts.count ? numbers : nil
  }

  /// A number as an author writes it: arithmetic in digits.
  private static func number(_ text: String) -> Double? {
    guard case .scalar(let number)? = try? Expression(text).value(), number.isFinite else {
      return nil
    }
    return number
  }

  /// What stands before and behind `±`.
  private static func parted(_ text: String) throws(ExpressionProblem) -> (String, Double?) {
    for sign in ["±", "+-", "+/-"] {
      guard let range = text.firstRange(of: sign) else { continue }
      let tolerance = String(text[range.upperBound...]).trimmed
      guard let number = Double(tolerance), number >= 0, number.isFinite else {
        throw wrong(tolerance, of: String(text[..<range.lowerBound]).trimmed)
      }
      return (String(text[..<range.lowerBound]), number)
    }
    return (text, nil)
  }

  /// What to say of a tolerance that is none, behind a number or a formula.
  private static func wrong(_ tolerance: String, of text: String) -> ExpressionProblem {
    let parts = tolerance.split(separator: " ")
    if text.isEmpty, parts.count == 2, let size = MeantNumbers.written(parts[0]),
      let value = MeantNumbers.written(parts[1])
    {
      return ExpressionProblem(
        "the tolerance stands behind its number", remedy: "write [[\(value) ± \(size)]]")
    }
    if let one = single(tolerance, of: text) { return one }
    let number = Self.number(text)
    if number == nil || isGrouped(text), case let decimal = text.replacing(",", with: "."),
      text.count(where: { $0 == "," }) == 1, Double(decimal) != nil,
      let size = Double(tolerance.replacing(",", with: ".")), size < abs(Double(decimal) ?? 0)
    {
      return ExpressionProblem(
        "a comma is no decimal point", remedy: "write [[\(decimal) ± \(Value.scalar(size).typed)]]")
    }
    let without = number == nil ? "" : "[[\(text)]] without it, or "
    if let number, let several = alternatives(to: number, tolerance) {
      return ExpressionProblem(several)
    }
    guard !tolerance.isEmpty else {
      return ExpressionProblem(
        "behind ± stands no tolerance", remedy: "write \(without)a number there")
    }
    if number != nil, let (size, unit) = MeantNumbers.measure(tolerance), unit != "%" {
      return ExpressionProblem(
        "\"\(tolerance)\" is not a tolerance", remedy: "write [[\(text) ± \(size)]] \(unit)")
    }
    guard case .success(let typed) = TypedNumber.reading(tolerance), typed.value.isFinite else {
      return ExpressionProblem(
        "\"\(tolerance)\" is not a tolerance", remedy: "write \(without)a number in its place")
    }
    let size = abs(typed.value)
    guard typed.isPercent else {
      return ExpressionProblem(
        "\"\(tolerance)\" is not a tolerance", remedy: "write ± \(Value.scalar(size).typed)")
    }
    guard let number else {
      return ExpressionProblem(
        "\"\(tolerance)\" is not a tolerance, which is no share",
        remedy: "write ± and how far the number may be off"
      )
    }
    // Without what a double cannot hold.
    let share = Value.scalar((abs(number) * size * 1e12).rounded() / 1e12).typed
    return ExpressionProblem("\(tolerance) of \(text) is \(share)", remedy: "write ± \(share)")
  }

  /// What to say of a tolerance in brackets, and of a second one; nil where neither is there.
  private static func single(_ tolerance: String, of text: String) -> ExpressionProblem? {
    func bare(_ text: some StringProtocol) -> String {
      String(text).filter { !"();: ".contains($0) }
    }
    let size = tolerance.split(whereSeparator: { "\u{B1}+".contains($0) }).first.map(bare) ?? ""
    guard size != tolerance.trimmed || text.hasSuffix("("), !text.contains(","),
      let value = MeantNumbers.written(bare(text)), let number = Double(size), number >= 0
    else { return nil }
    return ExpressionProblem(
      "a tolerance is one number behind ±",
      remedy: "write [[\(value) ± \(Value.scalar(number).typed)]]")
  }

  /// What to say where other numbers stand behind a number and its tolerance; nil where they don't.
  private static func alternatives(to number: Double, _ rest: String) -> Advice? {
    let parts = alternatives(rest)
    guard parts.count > 1, let tolerance = parts.first.flatMap(Double.init), tolerance >= 0 else {
      return nil
    }
    var (low, high) = (number - tolerance, number + tolerance)
    for part in parts.dropFirst() {
      guard let (text, size) = try? parted(part), let other = Self.number(text) else { return nil }
      (low, high) = (min(low, other - (size ?? 0)), max(high, other + (size ?? 0)))
    }
    let one = "[[\(Value.scalar(number).typed) ± \(Value.scalar(tolerance).typed)]]"
    let all = "[[\(Value.scalar(low).typed)..\(Value.scalar(high).typed)]]"
    return Advice(
      "a number with a tolerance has no alternatives",
      remedy: "write \(one), or \(all) for all between")
  }

  /// Whether a text is a formula with a function or a sign of arithmetic in it.
  private static func isComputed(_ text: String) -> Bool {
    guard let formula = try? Expression(text.trimmed) else { return false }
    switch formula {
    case .name, .number: return false
    default: return true
    }
  }

  /// What to say of a tolerance behind what is no number.
  private static func stray(
    _ tolerance: Double, _ text: String, _ before: String
  ) -> ExpressionProblem {
    let none = "[[\(text)]] has a tolerance but no number"
    if before.trimmed.hasSuffix(","), let value = MeantNumbers.written(before.trimmed.dropLast()) {
      return ExpressionProblem(
        "a tolerance stands right behind its number",
        remedy: "write [[\(value) ± "
          + "\(Value.scalar(tolerance).typed)]]")
    }
    if let (low, high) = bounds(before) {
      let (from, to) = (min(low, high) - tolerance, max(low, high) + tolerance)
      return ExpressionProblem(
        "a range has no tolerance",
        remedy: "write [[\(Value.scalar(from).typed)..\(Value.scalar(to).typed)]]"
      )
    }
    if let mark = MeantNumbers.asked(before) {
      let size = Value.scalar(tolerance).typed
      return ExpressionProblem(none, remedy: "write \(mark.dropLast(2)) ± \(size)]]")
    }
    if let (number, unit) = MeantNumbers.measure(before) {
      return ExpressionProblem(
        none, remedy: "write [[\(number) ± \(Value.scalar(tolerance).typed)]] \(unit)")
    }
    if let number = MeantNumbers.written(before) {
      return ExpressionProblem(
        none, remedy: "write [[\(number) ± \(Value.scalar(tolerance).typed)]]")
    }
    let number = Value.scalar(tolerance).typed
    if isComputed(before) {
      return ExpressionProblem(
        "\(none), and what is computed begins with =",
        remedy: "write [[= \(before.trimmed) ± \(number)]]")
    }
    guard !before.trimmed.isEmpty else {
      return ExpressionProblem(
        none, remedy: "write [[\(number)|-\(number)]] for either of them, or a number before ±")
    }
    return ExpressionProblem(none, remedy: "write [[\(before.trimmed)]], or a number before ±")
  }

  /// The words that are right; none where a number is.
  var words: [String] { if case .words(let words) = self { words } else { [] } }

  /// The answer for the numbers drawn.
  func key(_ draw: Draw) throws(ExpressionProblem) -> BlankKey {
    switch self {
    case .words(let words): return .words(words)
    case .number(let number, let tolerance): return .numbers(.scalar(number), tolerance: tolerance)
    case .range(let low, let high): return .range(low, high)
    case .formula(let formula, let tolerance):
      let value = try formula.value(draw.values)
      guard value.isFinite else {
        throw ExpressionProblem(
          "the answer is not finite for some of the numbers drawn", remedy: Draw.finite)
      }
      let largest = value.numbers.reduce(0) { max($0, abs($1)) }
      return .numbers(value, tolerance: tolerance ?? max(0.001, largest * 0.001))
    }
  }
}

/// What an answer mark asks for, with its numbers drawn.
enum BlankKey: Equatable, Sendable {
  /// Any of these words.
  case words([String])
  /// A number, vector or matrix, each cell within the tolerance.
  case numbers(Value, tolerance: Double)
  /// Any number from one to another.
  case range(Double, Double)

  /// Whether a number fits a cell.
  static func agree(_ number: Double, _ key: Double, tolerance: Double) -> Bool {
    abs(number - key) <= tolerance + Rounding.slack(of: key)
  }

  /// Whether numbers are asked for.
  var isNumeric: Bool { if case .words = self { false } else { true } }

  /// Rows and columns to fill in.
  var shape: (rows: Int, columns: Int) {
    if case .numbers(let value, _) = self { value.shape } else { (1, 1) }
  }

  /// As it is shown.
  var text: String {
    switch self {
    case .words(let words): words[0]
    case .numbers(.scalar(let number), 0) where number == number.rounded() && abs(number) < 1e15:
      // What is exact is told in full.
      "\(Int(number))".replacing("-", with: "\u{2212}")
    case .numbers(let value, _): value.text
    case .range(let low, let high): "\(Value.scalar(low).text) to \(Value.scalar(high).text)"
    }
  }

  /// As it is typed.
  var typed: String {
    switch self {
    case .words(let words): words[0]
    case .numbers(let value, _): value.typed
    case .range(let low, _): Value.scalar(low).typed
    }
  }
}
