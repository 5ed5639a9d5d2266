import Formulas

/// Entries of a parameter as other languages have them, `z(0)`, `m(0, 1)`, `z{0}`, `z.0`, `z_0`, and products
/// without a star, `d(d+1)`.
enum EntrySpelling {
  /// A formula with each of them as it is written here; nil where a name before a bracket is no parameter.
  static func spelt(_ formula: String, _ parameters: [Directive.Parameter]) -> String? {
    let functions = Expression.Function.named.map(\.rawValue)
    var result = ""
    var rest = formula[...]
    while let first = rest.first {
      guard first.isLetter else {
        let other =
          first.isNumber ? rest.prefix { $0.isNumber || $0 == "." || $0.isLetter } : rest.prefix(1)
        result += other
        rest = rest[other.endIndex...]
        continue
      }
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      rest = rest[word.endIndex...]
      if let entry = entry(word, parameters) {
        result += entry
        continue
      }
      result += word
      guard let parameter = parameters.first(where: { $0.name == word }) else {
        if rest.first == "(", !functions.contains(String(word)) { return nil }
        continue
      }
      guard parameter.isList else {
        if rest.first == "(" { result += "*" }
        continue
      }
      var indexes: [Substring] = []
      while let (index, behind) = index(at: rest) {
        indexes.append(index)
        rest = behind
      }
      if !indexes.isEmpty { result += "[\(indexes.joined(separator: ", "))]" }
    }
    return result
  }

  /// `z_0`; nil for a name that is one.
  static func entry(
    _ name: some StringProtocol, _ parameters: [Directive.Parameter]
  ) -> String? {
    let parts = name.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber),
      !parameters.contains(where: { $0.name == name }),
      parameters.contains(where: { $0.name == parts[0] && $0.isList })
    else { return nil }
    return "\(parts[0])[\(parts[1])]"
  }

  /// What stands in brackets of another kind at the head of a text, or behind a point, and what follows.
  private static func index(at text: Substring) -> (Substring, Substring)? {
    switch text.first {
    case ".":
      let digits = text.dropFirst().prefix(while: \.isNumber)
      return digits.isEmpty ? nil : (digits, text[digits.endIndex...])
    case "(", "{", "[":
      var depth = 0
      for place in text.indices {
        if "([{".contains(text[place]) { depth += 1 }
        if ")]}".contains(text[place]) { depth -= 1 }
        if depth == 0 {
          return (text[..<place].dropFirst(), text[text.index(after: place)...])
        }
      }
      return nil
    default: return nil
    }
  }
}
