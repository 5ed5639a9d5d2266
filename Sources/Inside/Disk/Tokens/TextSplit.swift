import Models

/// A rule by which texts are cut before pairs are merged; a model may have several, one after the other.
enum TextSplit: Equatable, Sendable {
  /// GPT-2's.
  case gpt2
  /// That of Llama 3 and Qwen: contractions in any case, one other sign before a word, numbers of so many
  /// digits, line ends with what comes before them.
  case later(digits: Int)
  /// Every digit by itself.
  case digits

  /// The words of a text, as they follow one another.
  func words(of text: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    switch self {
    case .gpt2: return WordSplit.gpt2Words(of: text)
    case .later(let digits): return LaterWords(text, digits: digits).all()
    case .digits:
      var (words, start): ([ArraySlice<Unicode.Scalar>], Int) = ([], 0)
      for (place, scalar) in text.enumerated() where scalar.isNumber {
        if start < place { words.append(text[start..<place]) }
        words.append(text[place...place])
        start = place + 1
      }
      if start < text.count { words.append(text[start...]) }
      return words
    }
  }

  /// The rule of a pattern as tokenizer.json has it; nil of one that is not known.
  init?(pattern: String) {
    let number = "\\p{N}"
    let later = { (digits: String) in
      "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\(digits)| ?[^\\s\\p{L}\\p{N}]+"
        + "[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+"
    }
    switch pattern {
    case later(number): self = .later(digits: 1)
    case later(number + "{1,3}"): self = .later(digits: 3)
    case "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+":
      self = .gpt2
    default: return nil
    }
  }

  /// The rules of a name as files of GGUF have it; nil of one that is not known.
  static func named(_ name: String) -> [TextSplit]? {
    switch name {
    case "gpt-2", "gpt2", "default": [.gpt2]
    case "llama-bpe", "llama3", "llama-v3", "smaug-bpe": [.later(digits: 3)]
    case "qwen2", "deepseek-r1-qwen": [.later(digits: 1)]
    case "smollm": [.digits, .gpt2]
    default: nil
    }
  }
}

/// Finds the words of the later rule; each alternative is tried in the order in which the rule has them.
private struct LaterWords {
  private enum Kind { case space, lineEnd, letter, number, other }

  private let text: [Unicode.Scalar]
  private let kinds: [Kind]
  private let digits: Int

  init(_ text: [Unicode.Scalar], digits: Int) {
    self.text = text
    self.digits = digits
    kinds = text.map { scalar in
      if scalar == "\r" || scalar == "\n" { return .lineEnd }
      if scalar.isLetter { return .letter }
      if scalar.isNumber { return .number }
      return scalar.properties.isWhitespace ? .space : .other
    }
  }

  func all() -> [ArraySlice<Unicode.Scalar>] {
    var words: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    while start < text.count {
      let end =
        contraction(start) ?? letters(start) ?? numbers(start) ?? signs(start) ?? lineEnds(start)
        ?? spaces(start)
      words.append(text[start..<end])
      start = end
    }
    return words
  }

  private func end(_ start: Int, _ holds: (Kind) -> Bool) -> Int {
    kinds[start...].firstIndex { !holds($0) } ?? kinds.count
  }

  private static let contractions = ["s", "t", "re", "ve", "m", "ll", "d"].map {
    Array($0.unicodeScalars)
  }

  private func contraction(_ start: Int) -> Int? {
    guard text[start] == "'" else { return nil }
    for letters in Self.contractions {
      let end = start + 1 + letters.count
      guard end <= text.count else { continue }
      let isThere = zip(text[(start + 1)..<end], letters).allSatisfy { own, letter in
        // Of other letters the long s alone is one of these in another case.
        own == letter || own.value | 32 == letter.value && own.isASCII
          || own == "\u{17F}" && letter == "s"
      }
      if isThere { return end }
    }
    return nil
  }

  /// Letters, and one sign or space before them.
  private func letters(_ start: Int) -> Int? {
    var first = start
    if kinds[start] == .space || kinds[start] == .other { first += 1 }
    guard first < text.count, kinds[first] == .letter else { return nil }
    return end(first) { $0 == .letter }
  }

  private func numbers(_ start: Int) -> Int? {
    guard kinds[start] == .number else { return nil }
    return min(start + digits, end(start) { $0 == .number })
  }

  /// Other signs, a space before them and line ends behind.
  private func signs(_ start: Int) -> Int? {
    let first = text[start] == " " ? start + 1 : start
    guard first < text.count, kinds[first] == .other else { return nil }
    return end(end(first) { $0 == .other }) { $0 == .lineEnd }
  }

  /// Spaces up to the last line end among them.
  private func lineEnds(_ start: Int) -> Int? {
    let end = end(start) { $0 == .space || $0 == .lineEnd }
    return kinds[start..<end].lastIndex(of: .lineEnd).map { $0 + 1 }
  }

  /// Spaces, without the last one where a word follows.
  private func spaces(_ start: Int) -> Int {
    let end = end(start) { $0 == .space || $0 == .lineEnd }
    if end == text.count { return end }
    return end - start > 1 ? end - 1 : max(end, start + 1)
  }
}
