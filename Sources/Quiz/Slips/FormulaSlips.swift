import Formulas
import Notes

/// Formulas that could be read with a bracket more, or a function called as it is: `= dot(u,v ± 0.1`,
/// `= Dot(u,v)`.
enum FormulaSlips {
  /// What to say behind what is wrong with a mark: the whole of it as it ought to be, where that is known.
  static func remedy(_ mark: Marks.Mark, for message: String) -> String {
    guard case .blank(let text) = mark, !message.contains("write "), let right = mended(text) else {
      return ""
    }
    return "\(message.hasSuffix("?") ? "" : ":") write [[\(right)]]"
  }

  /// The text of an answer mark with its formula mended; nil where it is not known how.
  private static func mended(_ text: String) -> String? {
    let text = text.trimmed
    guard text.hasPrefix("="), text.utf8.count <= ForeignGaps.longest else { return nil }
    var (formula, tolerance) = (text, "")
    if let sign = text.firstRange(of: "±") {
      formula = String(text[..<sign.lowerBound]).trimmed
      tolerance = " " + text[sign.lowerBound...]
    }
    let right = named(formula)
    let open = right.count { $0 == "(" } - right.count { $0 == ")" }
    let whole = right + String(repeating: ")", count: max(0, open)) + tolerance
    guard whole != text, case .formula? = try? BlankSource(whole) else { return nil }
    return whole
  }

  /// The same with each word before a bracket that is no function, and near to one, as that.
  private static func named(_ formula: String) -> String {
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
      rest = rest[word.endIndex...]
      let isCalled = rest.first == "(" && first.isLetter && !known.contains(String(word))
      let near = isCalled ? NearestWord.nearest(to: String(word), among: known) : nil
      result += near ?? String(word)
    }
    return result
  }
}
