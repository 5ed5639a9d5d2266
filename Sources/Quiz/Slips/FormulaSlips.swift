import Formulas
import Notes

/// Formulas that could be read with a bracket more, or a function called as it is: `= dot(u,v ± 0.1`,
/// `= Dot(u,v)`.
enum FormulaSlips {
  /// What to say behind what is wrong with a mark: the whole of it as it ought to be, where that is known.
  static func remedy(
    _ mark: Marks.Mark, _ parameters: [Directive.Parameter], for message: String
  ) -> String {
    guard !message.contains("write "), let right = mended(mark, parameters) else { return "" }
    return "\(message.hasSuffix("?") ? "" : ":") write \(right)"
  }

  /// The whole of a mark with its formula mended; nil where it is not known how.
  private static func mended(
    _ mark: Marks.Mark, _ parameters: [Directive.Parameter]
  ) -> String? {
    switch mark {
    case .blank(let text): mended(text, parameters).map { "[[\($0)]]" }
    case .value(let text):
      mended(text.trimmed.hasPrefix("=") ? text : "= \(text)", parameters).map { "{{\($0)}}" }
    case .literal: nil
    }
  }

  /// The text of an answer mark with its formula mended; nil where it is not known how.
  private static func mended(_ text: String, _ parameters: [Directive.Parameter]) -> String? {
    let text = text.trimmed
    guard text.hasPrefix("="), text.utf8.count <= ForeignGaps.longest else { return nil }
    var (formula, tolerance) = ("=" + text.drop { $0 == "=" || $0 == " " }, "")
    if let sign = text.firstRange(of: "±") {
      formula = String(text[..<sign.lowerBound]).trimmed
      tolerance = " " + text[sign.lowerBound...]
    }
    // What it is to be compared with is what is asked.
    if let sign = formula.dropFirst().firstRange(of: "==") {
      formula = formula[..<sign.lowerBound].trimmed
    }
    (formula, tolerance) = Self.parted(Self.rounded(formula), tolerance)
    let parts = Self.separated(
      product(String(named(formula, parameters).dropFirst()).trimmed))
    guard let spelt = EntrySpelling.spelt(parts, parameters)
    else { return nil }
    let right = "= " + FormulaSpelling.spelt(spelt)
    let open = right.count { $0 == "(" } - right.count { $0 == ")" }
    let whole = right + String(repeating: ")", count: max(0, open)) + tolerance
    guard whole.filter({ $0 != " " }) != text.filter({ $0 != " " }),
      case .formula? = try? BlankSource(whole)
    else { return nil }
    return whole
  }

  /// A formula with what Python writes behind it for its digits, as it is rounded here: `d:.2f`.
  private static func rounded(_ formula: String) -> String {
    guard let sign = formula.firstRange(of: ":."), case let end = formula[sign.upperBound...],
      case let digits = end.prefix(while: \.isNumber), let count = Int(digits), count < 10,
      ["", "f", "g"].contains(end[digits.endIndex...].trimmed)
    else { return formula }
    let inner = formula[..<sign.lowerBound].drop { $0 == "=" || $0 == " " }
    return "= round(\(inner.trimmed), \(count))"
  }

  /// A formula with a comma for a point or a semicolon between two inputs, and a stroke for a colon: `dot(u.v)`, `d:2`.
  private static func separated(_ formula: String) -> String {
    let signs = Array(formula)
    var depth = 0
    let result = signs.indices.map { index -> Character in
      if signs[index] == "(" { depth += 1 }
      if signs[index] == ")" { depth -= 1 }
      guard index > 0, index + 1 < signs.count else { return signs[index] }
      let (before, behind) = (signs[index - 1], signs[index + 1])
      switch signs[index] {
      case "." where depth > 0 && (before.isLetter || before == "]") && behind.isLetter: return ","
      case ";" where depth > 0: return ","
      case ":": return "/"
      default: return signs[index]
      }
    }
    return String(result)
  }

  /// A formula without the bars that are for its size or part alternatives, and its tolerance, which may stand
  /// behind a comma: `= |a|`, `= a|b`, `= a, 0.01`.
  private static func parted(_ formula: String, _ tolerance: String) -> (String, String) {
    for sign in ["><", "<>", "~", "\\pm", "-+", "\u{2213}"] where tolerance.isEmpty {
      guard let place = formula.firstRange(of: sign),
        let size = Double(formula[place.upperBound...].trimmed), size >= 0
      else { continue }
      return (formula[..<place.lowerBound].trimmed, " ± \(Value.scalar(size).typed)")
    }
    let parts = formula.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3 { return ("\(parts[0])abs(\(parts[1]))\(parts[2])", tolerance) }
    if parts.count == 2 { return (parts[0].trimmed, tolerance) }
    guard tolerance.isEmpty, let comma = formula.lastIndex(of: ","),
      let size = Double(formula[formula.index(after: comma)...].trimmed), size >= 0
    else { return (formula, tolerance) }
    return (formula[..<comma].trimmed, " ± \(Value.scalar(size).typed)")
  }

  /// Functions of other tools, as they are here.
  private static let others = [
    "ln": "log", "Sqrt": "sqrt", "root": "sqrt", "amax": "max", "amin": "min", "total": "sum",
    "maximum": "max", "minimum": "min", "magnitude": "norm", "length": "norm", "inner": "dot",
    "cosine_similarity": "cosine", "cos_sim": "cosine", "mm": "matmul", "array": "", "tensor": "",
  ]
  /// What other languages write before their functions.
  private static let modules = ["np.linalg", "numpy.linalg", "np", "numpy", "math", "torch"]

  /// A product of matrices with the sign that others have for it: `a @ b`.
  private static func product(_ formula: String) -> String {
    let parts = formula.split(separator: "@").map { String($0).trimmed }
    return parts.count == 2 ? "matmul(\(parts[0]), \(parts[1]))" : formula
  }

  /// The mean of a vector that is drawn, as a quotient; nil for another one.
  private static func mean(
    _ word: Substring, _ rest: Substring, _ parameters: [Directive.Parameter]
  ) -> (String, end: String.Index)? {
    guard ["mean", "average", "avg"].contains(word), rest.first == "(",
      let close = rest.firstIndex(of: ")"), case let name = rest[..<close].dropFirst().trimmed,
      let parameter = parameters.first(where: { $0.name == name }),
      case .ints(.number(let count), _, _) = parameter.rule
    else { return nil }
    return ("(sum(\(name))/\(Value.scalar(count).typed))", rest.index(after: close))
  }

  /// `log2(…)` and `log10(…)` as quotients; nil where the bracket is never closed.
  private static func logarithm(_ word: Substring, _ rest: Substring) -> (
    String, end: String.Index
  )? {
    guard let base = ["log2": 2, "log10": 10][String(word)], rest.first == "(" else { return nil }
    var depth = 0
    for index in rest.indices {
      if rest[index] == "(" { depth += 1 }
      if rest[index] == ")" { depth -= 1 }
      if depth == 0 {
        return ("(log\(rest[...index])/log(\(base)))", rest.index(after: index))
      }
    }
    return nil
  }

  /// The same with each word before a bracket that is no function, and near to one, as that.
  private static func named(_ formula: String, _ parameters: [Directive.Parameter]) -> String {
    let known = Expression.Function.named.map(\.rawValue)
    var result = ""
    var rest = formula[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      guard !word.isEmpty else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      if let module = modules.first(where: { rest.hasPrefix("\($0).") }) {
        rest = rest.dropFirst(module.count + 1)
        continue
      }
      rest = rest[word.endIndex...]
      if let (text, end) = logarithm(word, rest) ?? mean(word, rest, parameters) {
        result += text
        rest = rest[end...]
        continue
      }
      let isCalled = rest.first == "(" && first.isLetter && !known.contains(String(word))
      let near =
        isCalled
        ? others[String(word)] ?? NearestWord.nearest(to: String(word), among: known) : nil
      result += near ?? String(word)
    }
    return result
  }
}
