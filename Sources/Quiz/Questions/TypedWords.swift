import Formulas
import Notes

/// Words as they are compared: case, articles, quotes, a full stop, and hyphens and spaces between
/// letters do not count. Signs of a formula do.
struct TypedWords: Equatable {
  /// The words, in lower case.
  var words: [String]

  /// Reads what was typed, or an answer as it is written.
  init(_ text: String) {
    var plain = TypedFormula.plain(text).replacing("**", with: "^").lowercased()[...]
    while let last = plain.last, ".,;:!?\"'` ".contains(last), !Self.endsInFactorial(plain) {
      plain = plain.dropLast()
    }
    while let first = plain.first, "\"'` ".contains(first) { plain = plain.dropFirst() }
    if plain.isEmpty { plain = text.trimmed.lowercased()[...] }
    plain.removeAll { "\"'`".contains($0) }
    words = Self.joined(Array(plain)).split(separator: " ").map(String.init)
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
  }

  /// Whether the sign at the end is a formula's: `n!`, `3!`, `(n-1)!`.
  private static func endsInFactorial(_ text: Substring) -> Bool {
    guard text.last == "!", case let before = text.dropLast(), let last = before.last else {
      return false
    }
    return last.isNumber || last == ")"
      || last.isLetter && before.dropLast().last.map { !$0.isLetter } ?? true
  }

  /// The words without the spaces between them, but between digits.
  var compact: String {
    words.reduce(into: "") { text, word in
      if text.last?.isNumber == true, word.first?.isNumber == true { text.append(" ") }
      text += word
    }
  }

  /// Spaces in place of the hyphens that join words; a minus stays, and so does what stands alone.
  private static func joined(_ characters: [Character]) -> String {
    var result = ""
    for (index, character) in characters.enumerated() {
      guard character == "-" || character == "_", index > 0, index + 1 < characters.count else {
        result.append(character)
        continue
      }
      let left = characters[index - 1]
      let right = characters[index + 1]
      let isName = character == "_" && (left.isLetter || left.isNumber)
      // `few-shot`, `n-gram` and `GPT-3.5`, but not `n-1` and `a-b`.
      let isLong =
        index > 1 && characters[index - 2].isLetter && left.isLetter
        || index + 2 < characters.count && characters[index + 2].isLetter && right.isLetter
      let joins = left.isLetter && (right.isLetter || right.isNumber) && (isName || isLong)
      result.append(joins || isName && right.isNumber ? " " : character)
    }
    return result
  }

  // MARK: Comparing

  /// How an answer fits.
  enum Match: Equatable {
    case right
    /// Right but for one letter.
    case slip(of: String)
    /// Right but for a word that says nothing more, such as `function`.
    case wordy(String)
    case wrong
  }

  /// Compares what was typed with all that is right.
  static func compare(_ typed: String, _ alternatives: [String], _ known: KnownWords) -> Match {
    let given = TypedWords(typed)
    let wanted = alternatives.map { ($0, TypedWords($0)) }
    if wanted.contains(where: { $0.1.compact == given.compact }) { return .right }
    if let row = numbers(typed), alternatives.contains(where: { numbers($0) == row }) {
      return .right
    }
    if case .success(let number) = TypedNumber.read(typed) {
      let isSame = alternatives.contains {
        guard case .success(let other) = TypedNumber.read($0) else { return false }
        return other == number || other.isNaN && number.isNaN
      }
      return isSame ? .right : .wrong
    }
    if known.asksFor(given) { return .wrong }
    let bare = given.bare
    for (alternative, words) in wanted where !bare.isEmpty && words.bare == words.words {
      if TypedWords(words: bare).compact == words.compact { return .wordy(alternative) }
    }
    for (alternative, words) in wanted where given.isSlip(of: words, known) {
      return .slip(of: alternative)
    }
    return .wrong
  }

  /// Whole numbers in a row, with or without commas and brackets: `0 1 2`, `(0, 1, 2)`; nil for another text.
  private static func numbers(_ text: String) -> [Int]? {
    guard text.utf8.count <= 400 else { return nil }
    let numbers = text.split { " ,;()[]".contains($0) }.map { Int($0) }
    return numbers.count > 1 && !numbers.contains(nil) ? numbers.compactMap(\.self) : nil
  }

  private init(words: [String]) { self.words = words }

  /// Nouns that may stand before or behind a name without saying more than it does.
  private static let generic: Set = [
    "function", "layer", "matrix", "vector", "operation", "operator", "method", "technique",
    "algorithm", "mechanism", "procedure", "process", "step", "phase", "stage", "set", "model",
    "network", "prompt", "token", "the", "a", "an",
  ]

  /// The words without generic nouns at both ends.
  private var bare: [String] {
    var bare = words[...]
    while let last = bare.last, Self.generic.contains(last) { bare = bare.dropLast() }
    while let first = bare.first, Self.generic.contains(first) { bare = bare.dropFirst() }
    return Array(bare)
  }

  /// Slips are forgiven in words of this many letters or more.
  private static let long = 6

  /// Whether one long word differs in one letter that is not its first, and is no other word that
  /// is known, in these notes or to all.
  private func isSlip(of wanted: TypedWords, _ known: KnownWords) -> Bool {
    guard words.count == wanted.words.count else { return false }
    let differing = zip(words, wanted.words).filter { $0 != $1 }
    guard differing.count == 1, let (typed, right) = differing.first,
      right.count >= Self.long, right.count <= 60, typed.count <= 61,
      right.allSatisfy(\.isLetter), typed.allSatisfy(\.isLetter), typed.first == right.first,
      NearestWord.edits(Array(typed), Array(right)) == 1
    else { return false }
    let isPlural = typed == right + "s" || typed + "s" == right
    return isPlural || !known.holds(typed) && !NearWords.areOthers(typed, right)
  }
}
