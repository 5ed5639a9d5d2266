/// How a text is cut into words before pairs are merged, so that no token reaches over a word's edge.
package enum WordSplit: Equatable, Sendable {
  /// The rule of GPT-2 (Radford et al. 2019), as its code has it:
  /// `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`. A space goes with the
  /// word after it.
  case gpt2
  /// The whole text is one word.
  case none

  /// The words, as places in the text's UTF-8; together they are the whole text.
  package func words(of text: String) -> [Range<Int>] {
    switch self {
    case .none: text.isEmpty ? [] : [0..<text.utf8.count]
    case .gpt2:
      Self.gpt2Words(of: Array(text.unicodeScalars)).reduce(into: []) { words, word in
        let start = words.last?.upperBound ?? 0
        words.append(start..<word.reduce(start) { $0 + UTF8.width($1) })
      }
    }
  }

  /// The words of GPT-2's rule, as they follow one another.
  package static func gpt2Words(
    of text: [Unicode.Scalar]
  ) -> [ArraySlice<Unicode.Scalar>] { GPT2Words(text).all() }
}

extension Unicode.Scalar {
  /// Whether it is what rules call `\p{N}`.
  package var isNumber: Bool {
    switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  /// Whether it is what rules call `\p{L}`.
  package var isLetter: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}

/// Finds the words of GPT-2's rule; each alternative is tried in the order in which the rule has them.
private struct GPT2Words {
  private enum Kind { case space, letter, number, other }

  private let scalars: [Unicode.Scalar]
  private let kinds: [Kind]

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    kinds = scalars.map { scalar in
      if scalar.isLetter { return .letter }
      if scalar.isNumber { return .number }
      return scalar.properties.isWhitespace ? .space : .other
    }
  }

  func all() -> [ArraySlice<Unicode.Scalar>] {
    var words: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    while start < scalars.count {
      let end = contraction(start) ?? run(start) ?? spaces(start)
      words.append(scalars[start..<end])
      start = end
    }
    return words
  }

  private static let contractions = ["s", "t", "re", "ve", "m", "ll", "d"].map {
    Array($0.unicodeScalars)
  }

  private func contraction(_ start: Int) -> Int? {
    guard scalars[start] == "'" else { return nil }
    let rest = scalars[(start + 1)...]
    return Self.contractions.first { rest.starts(with: $0) }.map { start + 1 + $0.count }
  }

  /// Letters, numbers or other signs, and one space before them.
  private func run(_ start: Int) -> Int? {
    var first = start
    if scalars[start] == " ", start + 1 < scalars.count { first += 1 }
    guard kinds[first] != .space else { return nil }
    return kinds[first...].firstIndex { $0 != kinds[first] } ?? scalars.count
  }

  /// Spaces, without the last one where a word follows.
  private func spaces(_ start: Int) -> Int {
    guard let end = kinds[start...].firstIndex(where: { $0 != .space }) else {
      return scalars.count
    }
    return end - start > 1 ? end - 1 : end
  }
}
