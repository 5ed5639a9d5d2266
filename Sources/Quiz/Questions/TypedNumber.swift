import Notes

/// A number as people type it: a decimal, a fraction, `sqrt(2)/2`, `√2`, `50 %`.
enum TypedNumber {
  /// The number that was typed, or what is wrong with it.
  static func read(_ typed: String) -> Result<Double, ExpressionProblem> {
    var text = typed.trimmed
    while let first = text.first, "=≈~".contains(first) { text = String(text.dropFirst()).trimmed }
    guard !text.isEmpty else { return .failure(ExpressionProblem("type a number")) }
    if let problem = decimalComma(in: text) { return .failure(problem) }
    text = joined(text)
    var factor = 1.0
    if text.hasSuffix("%") {
      text = String(text.dropLast())
      factor = 0.01
    }
    do throws(ExpressionProblem) {
      guard case .scalar(let number) = try Expression(text).value() else {
        return .failure(ExpressionProblem("\"\(typed.trimmed)\" is not one number"))
      }
      guard number.isFinite else {
        return .failure(ExpressionProblem("\"\(typed.trimmed)\" is not finite"))
      }
      return .success(number * factor)
    } catch {
      return .failure(
        ExpressionProblem(
          "\"\(typed.trimmed)\" is no number: write 0.5, 1/2, -3 or sqrt(2)/2"))
    }
  }

  /// A comma between digits is not guessed at: it is a decimal sign to some, and parts thousands
  /// to others.
  private static func decimalComma(in text: String) -> ExpressionProblem? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let left = parts.first?.last, let right = parts.last?.first,
      left.isNumber, right.isNumber, !text.contains("(")
    else { return nil }
    let point = parts.joined(separator: ".")
    let digits = parts[1].prefix { $0.isNumber }.count
    let whole = digits == 3 ? ", or \(parts.joined()) if that is what you mean" : ""
    return ExpressionProblem("\(text) has a comma; write \(point) with a point\(whole)")
  }

  /// `12 725` as `12725`; a space elsewhere stays.
  private static func joined(_ text: String) -> String {
    let words = text.split(separator: " ")
    let isGrouped =
      words.count > 1 && words.dropFirst().allSatisfy { $0.count == 3 && Int($0) != nil }
      && (words.first.map { (1...3).contains($0.drop { "+-−".contains($0) }.count) } ?? false)
    return isGrouped ? words.joined() : text
  }
}
