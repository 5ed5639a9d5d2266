import Notes

/// Numbers between commas, semicolons, blanks and brackets that an answer mark does not take as a vector
/// or a matrix.
struct NumberList {
  private static let pairs: [Character: Character] = [
    "(": ")", "[": "]", "{": "}", "<": ">", "\u{27E8}": "\u{27E9}",
  ]

  /// Its rows: a semicolon begins one, and so does each bracket.
  private var rows: [[String]] = [[]]
  private let text: String
  private var commas = 0
  private var semicolons = 0
  private var brackets: [Character] = []
  /// Whether each bracket that opens is closed by its like.
  private var isBalanced = true
  /// Whether nothing stands where a comma or semicolon wants a number.
  private var hasGap = false
  /// Whether a bracket is a function's, as in `f(1, 2)`.
  private var hasCall = false

  init?(_ text: String) {
    self.text = text
    var open: [Character] = []
    var word = ""
    /// The sign before: a comma, a semicolon, a bracket, or a word.
    var last: Character = "("
    // Alone they compare.
    let hasAngles = text.hasPrefix("<") && text.hasSuffix(">")
    for character in text + "\n" {
      let isOpening = Self.pairs[character] != nil && (character != "<" || hasAngles)
      let isClosing = Self.pairs.values.contains(character) && (character != ">" || hasAngles)
      guard isOpening || isClosing || ",;".contains(character) || character.isWhitespace else {
        word.append(character)
        continue
      }
      if !word.isEmpty {
        if isOpening { hasCall = true }
        rows[rows.count - 1].append(word)
        (word, last) = ("", "0")
      }
      if character.isWhitespace { continue }
      if ",;".contains(character), last != "0", !Self.pairs.values.contains(last) { hasGap = true }
      if isOpening { open.append(character) }
      if isClosing, open.popLast().flatMap({ Self.pairs[$0] }) != character { isBalanced = false }
      if isOpening || isClosing { brackets.append(character) }
      if character == "," { commas += 1 }
      if character == ";" { semicolons += 1 }
      if character != ",", rows.last?.isEmpty == false { rows.append([]) }
      last = character
    }
    isBalanced = isBalanced && open.isEmpty
    rows.removeAll(where: \.isEmpty)
    // `3 (4)` is a number with another.
    let isLoose = isBalanced && commas + semicolons == 0 && text.first?.isNumber == true
    guard !rows.isEmpty, !hasCall, brackets.isEmpty || !isLoose else { return nil }
  }

  private var words: [String] { rows.flatMap { $0 } }

  /// Whether a word is a number in digits.
  private static func isDigits(_ word: String) -> Bool {
    word.contains { $0.isASCII && $0.isNumber }
      && word.allSatisfy { ($0.isASCII && $0.isNumber) || "+-\u{2212}.eE/".contains($0) }
      && MeantNumbers.written(word) != nil
  }

  /// What is wrong with it; nil where nothing is, or where it is words.
  var slip: MeantNumbers? {
    guard words.allSatisfy(Self.isDigits) else { return pair }
    let numbers = words.compactMap(MeantNumbers.written)
    guard numbers.count > 1 else {
      return isBalanced || numbers.isEmpty
        ? nil
        : MeantNumbers("a bracket of this answer mark has no other", "write [[\(numbers[0])]]")
    }
    // A number whose thousands are parted, a mixed one, or several in a row, which are taken with commas too.
    if brackets.isEmpty, commas == 0, semicolons == 0 { return nil }
    let right = isVector ? vector : matrix
    guard isWhole else {
      return MeantNumbers(
        "the rows of this matrix are not equally long",
        "write \(right) with the numbers that are missing")
    }
    if hasGap {
      return MeantNumbers(
        "a number is missing in this answer mark",
        "write it between its signs, or \(right) without it")
    }
    guard isBalanced else {
      let isPair = isVector && numbers.count == 2
      return MeantNumbers(
        "the brackets of this answer mark don't match",
        "write \(right)"
          + (isPair
            ? ", or \(MeantNumbers.range(numbers[0], numbers[1])) for what lies between" : ""))
    }
    let isSure = brackets.contains { "([".contains($0) }
    return MeantNumbers(
      isSure
        ? "this answer mark is no \(isVector ? "vector" : "matrix")"
        : "this asks for these very signs, and not cell by cell",
      "write \(right)", isSure: isSure)
  }

  /// Whether each row has as many numbers.
  private var isWhole: Bool { isVector || Set(rows.map(\.count)).count == 1 }
  private var isVector: Bool { rows.count == 1 || rows.allSatisfy { $0.count == 1 } }

  /// The mark that asks for these numbers; nil where they make no vector and no matrix.
  var mark: String? {
    guard words.count > 1, words.allSatisfy(Self.isDigits), isWhole else { return nil }
    return isVector ? vector : matrix
  }

  private var vector: String {
    "[[(\(words.compactMap(MeantNumbers.written).joined(separator: ", ")))]]"
  }

  /// As a matrix, dots for what is missing.
  private var matrix: String {
    let width = rows.map(\.count).max() ?? 0
    let lines = rows.map { row in
      let cells =
        row.compactMap(MeantNumbers.written)
        + Array(repeating: "\u{2026}", count: width - row.count)
      return "[\(cells.joined(separator: ", "))]"
    }
    return "[[= [\(lines.joined(separator: ", "))]]]"
  }

  /// What is wrong with a vector of which not all is a number: `(4, six)`, `(n, 4`; names may stand in it.
  private var pair: MeantNumbers? {
    guard commas > 0, semicolons == 0, (1...2).contains(brackets.count) else { return nil }
    let isOpened = text.hasPrefix("(")
    let isClosed = text.hasSuffix(")")
    guard isOpened || isClosed else { return nil }
    let parts = text.dropFirst(isOpened ? 1 : 0).dropLast(isClosed ? 1 : 0)
      .split(separator: ",").map { String($0).trimmed }
    guard parts.contains(where: Self.isDigits), !parts.contains(where: { $0.contains(" ") }) else {
      return nil
    }
    let numbers = parts.compactMap(MeantNumbers.written)
    if numbers.count == parts.count {
      return MeantNumbers(
        "this answer mark is no vector", "write [[(\(numbers.joined(separator: ", ")))]]")
    }
    guard isOpened && isClosed else {
      return MeantNumbers(
        "a bracket of this answer mark has no other",
        "write [[(\(parts.joined(separator: ", ")))]]")
    }
    guard let bad = parts.first(where: { MeantNumbers.written($0) == nil && !$0.hasLetter }) else {
      return nil
    }
    return MeantNumbers(
      "a part of this vector is no number", "write a number in place of \(bad)")
  }
}

extension String {
  fileprivate var hasLetter: Bool { contains(where: \.isLetter) }
}
