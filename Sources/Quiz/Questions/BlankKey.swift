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
      throw ExpressionProblem("an answer mark is empty: write [[the answer]]")
    }
    if text.hasPrefix("=") {
      let (formula, tolerance) = try Self.parted(String(text.dropFirst()))
      self = .formula(try Expression(formula), tolerance: tolerance)
      return
    }
    if let (low, high) = Self.bounds(text) {
      guard low <= high else { throw ExpressionProblem("in [[\(text)]] nothing lies between") }
      self = .range(low, high)
      return
    }
    let (formula, tolerance) = try Self.parted(text)
    if tolerance != nil || Double(formula.trimmed) != nil,
      case .success(let number) = TypedNumber.read(formula)
    {
      self = .number(number, tolerance: tolerance ?? 0)
      return
    }
    if tolerance != nil { throw ExpressionProblem("[[\(text)]] has a tolerance but no number") }
    let words = text.split(separator: "|", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard !words.contains("") else {
      throw ExpressionProblem("[[\(text)]] has an empty alternative")
    }
    self = .words(words)
  }

  /// `12..14`.
  private static func bounds(_ text: String) -> (Double, Double)? {
    guard let dots = text.firstRange(of: ".."),
      case .success(let low) = TypedNumber.read(String(text[..<dots.lowerBound])),
      case .success(let high) = TypedNumber.read(String(text[dots.upperBound...]))
    else { return nil }
    return (low, high)
  }

  /// What stands before and behind `±`.
  private static func parted(_ text: String) throws(ExpressionProblem) -> (String, Double?) {
    for sign in ["±", "+-", "+/-"] {
      guard let range = text.firstRange(of: sign) else { continue }
      let tolerance = String(text[range.upperBound...]).trimmed
      guard let number = Double(tolerance), number >= 0, number.isFinite else {
        throw ExpressionProblem("\"\(tolerance)\" is no tolerance: write ± 0.01")
      }
      return (String(text[..<range.lowerBound]), number)
    }
    return (text, nil)
  }

  /// The answer for the numbers of an instance.
  func key(_ instance: Instance) throws(ExpressionProblem) -> BlankKey {
    switch self {
    case .words(let words): return .words(words)
    case .number(let number, let tolerance): return .numbers(.scalar(number), tolerance: tolerance)
    case .range(let low, let high):
      return .numbers(.scalar((low + high) / 2), tolerance: (high - low) / 2)
    case .formula(let formula, let tolerance):
      let value = try formula.value(instance.values)
      guard value.isFinite else {
        throw ExpressionProblem("the answer is not finite for some of the numbers drawn")
      }
      let largest = value.numbers.reduce(0) { max($0, abs($1)) }
      return .numbers(value, tolerance: tolerance ?? max(0.001, largest * 0.001))
    }
  }
}

/// What an answer mark asks for, with the numbers of one instance.
enum BlankKey: Equatable, Sendable {
  /// Any of these words.
  case words([String])
  /// A number, vector or matrix, each cell within the tolerance.
  case numbers(Value, tolerance: Double)

  /// Whether a number fits a cell.
  static func agree(_ number: Double, _ key: Double, tolerance: Double) -> Bool {
    abs(number - key) <= tolerance + 1e-9 * max(1, abs(key))
  }

  /// Rows and columns to fill in.
  var shape: (rows: Int, columns: Int) {
    if case .numbers(let value, _) = self { value.shape } else { (1, 1) }
  }

  /// As it is shown.
  var text: String {
    switch self {
    case .words(let words): words[0]
    case .numbers(let value, _): value.text
    }
  }

  /// As it is typed.
  var typed: String {
    switch self {
    case .words(let words): words[0]
    case .numbers(let value, _): value.typed
    }
  }
}

/// How typed words are compared with the right ones.
enum Words {
  /// Slips are forgiven in words of this many letters or more.
  private static let long = 6

  enum Match: Equatable {
    case right
    case slip(String)
    case wrong
  }

  static func compare(_ typed: String, _ alternatives: [String]) -> Match {
    let given = folded(typed)
    if alternatives.contains(where: { folded($0) == given }) { return .right }
    if case .success(let number) = TypedNumber.read(typed) {
      let isSame = alternatives.contains { Double($0).map { $0 == number } ?? false }
      return isSame ? .right : .wrong
    }
    for alternative in alternatives {
      let wanted = folded(alternative)
      if wanted.count >= long, NearestWord.edits(Array(given), Array(wanted)) == 1 {
        return .slip(alternative)
      }
    }
    return .wrong
  }

  /// Case, spaces, hyphens, a full stop, quotes and an article do not count.
  private static func folded(_ text: String) -> String {
    var plain = ""
    for character in text.lowercased() {
      if "-‐‑–_".contains(character) || character.isWhitespace {
        plain.append(" ")
      } else if !"\"“”'’.,;!".contains(character) {
        plain.append(character)
      }
    }
    var words = plain.split(separator: " ").map(String.init)
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    let result = words.joined(separator: " ")
    return result.isEmpty ? text.trimmed : result
  }
}
