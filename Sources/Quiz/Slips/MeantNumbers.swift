import Formulas
import Notes

/// What an answer mark of words seems to be meant for: a number with a tolerance, a range, a vector or a
/// matrix that cannot be read as one, such as `(4, 6]`, `1..`, `1 2; 3` and `(4, six)`.
struct MeantNumbers: Equatable {
  /// Why it is none; the answer is not in it.
  let message: String
  /// What to write.
  let remedy: String
  /// Whether it is hardly meant as words; else it may be, and is asked for so.
  let isSure: Bool

  /// No longer text is looked at: nobody writes numbers so long.
  private static let longest = 200

  /// What a text is meant for; nil for words, and for what can be read. Of several alternatives each is
  /// meant as it stands.
  init?(_ text: String) {
    let text = text.trimmed
    guard text.utf8.count <= Self.longest, text.contains(where: { $0.isASCII && $0.isNumber }),
      !text.contains("|"), case .words? = try? BlankSource(text),
      let found = Self.tolerance(text) ?? Self.range(text) ?? Self.words(text) ?? Self.unit(text)
        ?? Self.fraction(text) ?? Self.bound(text)
        ?? NumberList(text)?.slip
    else { return nil }
    self = found
  }

  init(_ message: String, _ remedy: String, isSure: Bool = true) {
    (self.message, self.remedy, self.isSure) = (message, remedy, isSure)
  }

  /// The answer mark that asks for the numbers of a matrix; nil where it is none.
  static func asked(_ matrix: String) -> String? { NumberList(matrix)?.mark }

  // MARK: Numbers

  /// A number as an answer mark takes it: as it is written where that is one, else what it comes to.
  static func written(_ text: some StringProtocol) -> String? {
    let text = String(text).trimmed.replacing("\u{2212}", with: "-")
    guard !text.isEmpty, !text.contains("="), case .success(let number) = TypedNumber.read(text),
      number.isFinite
    else { return nil }
    return Double(text) == nil ? Value.scalar(number).typed : text
  }

  private static func isBelow(_ low: String, _ high: String) -> Bool {
    guard let low = Double(low), let high = Double(high) else { return false }
    return low < high
  }

  /// The range between two numbers, as it is written.
  static func range(_ low: String, _ high: String) -> String {
    isBelow(low, high) ? "[[\(low)..\(high)]]" : "[[\(high)..\(low)]]"
  }

  // MARK: Units and fractions

  private static let units: Set = [
    "%", "\u{2030}", "\u{B0}", "\u{B0}C", "\u{B0}F", "\u{20AC}", "\u{A3}", "km", "m", "cm", "mm",
    "kg",
    "g", "mg", "s", "ms", "min", "h", "Hz", "kHz", "MHz", "GHz", "bits", "bit", "byte", "bytes",
    "KB",
    "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "W", "kW", "kWh", "V", "J", "kJ", "N", "Pa",
    "mol",
    "ml", "km/h", "m/s", "percent", "seconds", "minutes", "hours", "days", "years", "metres",
    "meters",
  ]

  /// A number and what stands behind it, as `20 °C`; nil where either is missing.
  static func measure(_ text: some StringProtocol) -> (number: String, unit: String)? {
    let text = String(text).trimmed
    let digits = text.prefix { $0.isASCII && $0.isNumber || "+-.\u{2212}".contains($0) }
    let unit = String(text[digits.endIndex...]).trimmed
    guard let number = written(digits), let first = unit.first, !first.isNumber,
      !"+-*/^=<>()[]{},;:.".contains(first)
    else { return nil }
    return (number, unit)
  }

  private static func unit(_ text: String) -> MeantNumbers? {
    guard let (number, unit) = measure(text), units.contains(unit) else { return nil }
    return MeantNumbers(
      "this asks for these very signs, the unit too", "write [[\(number)]] \(unit)", isSure: false)
  }

  private static func fraction(_ text: String) -> MeantNumbers? {
    let parts = text.components(partedBy: "/").map(\.trimmed)
    guard parts.count == 2, written(text) != nil,
      parts.allSatisfy({ part in
        part.contains { $0.isNumber }
          && part.allSatisfy { $0.isASCII && $0.isNumber || "-.\u{2212}".contains($0) }
      })
    else { return nil }
    return MeantNumbers(
      "this asks for these very signs, and for no number", "write [[= \(parts[0])/\(parts[1])]]",
      isSure: false)
  }

  /// All numbers on one side of another: `< 5`.
  private static func bound(_ text: String) -> MeantNumbers? {
    let sign = text.prefix { "<>=\u{2264}\u{2265}".contains($0) }
    guard let first = sign.first, first != "=",
      let number = Double(text.dropFirst(sign.count).trimmed)
    else { return nil }
    let isAbove = first == ">" || first == "\u{2265}"
    let other = isAbove ? number + 100 : number > 0 ? 0 : number - 100
    let (own, far) = (Value.scalar(number).typed, Value.scalar(other).typed)
    return MeantNumbers(
      "this asks for these very signs, and for no number",
      "write a range, as [[\(isAbove ? "\(own)..\(far)" : "\(far)..\(own)")]], with what it "
        + "\(isAbove ? "ends" : "begins") with in place of \(far)", isSure: false)
  }

  // MARK: Tolerances and ranges

  private static let tolerances = [
    "+\u{2212}", "\u{2212}+", "-+", "\u{2213}", "\\pm", "+_", "plus/minus", "plus-minus",
    "plus or minus",
  ]

  private static func tolerance(_ text: String) -> MeantNumbers? {
    for sign in tolerances {
      guard let place = text.firstRange(of: sign), let number = written(text[..<place.lowerBound]),
        let tolerance = written(text[place.upperBound...])
      else { continue }
      return MeantNumbers(
        "this answer mark has no tolerance that can be read", "write [[\(number) ± \(tolerance)]]")
    }
    return nil
  }

  /// What stands between dots: `1..`, `0,5..x`, `1..2..3`.
  private static func range(_ text: String) -> MeantNumbers? {
    var text = text.replacing("\u{2026}", with: "..")
    while text.contains("...") { text = text.replacing("...", with: "..") }
    let parts = text.components(partedBy: "..").map { $0.trimming(" ()[]{}<>") }
    guard parts.count > 1 else { return nil }
    let numbers = parts.compactMap(written)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let others = parts.filter { !$0.isEmpty && written($0) == nil }
    if let name = others.first {
      guard others.count == 1, name.first?.isLetter == true,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { return nil }
      return MeantNumbers(
        "a range goes from one number to another, and this asks for these very signs",
        "write a number in place of \(name)", isSure: false)
    }
    if numbers.count > 1 {
      return MeantNumbers("this answer mark is no range", "write \(range(first, last))")
    }
    let isOpen = parts.last?.isEmpty == true
    return MeantNumbers(
      "this range has no \(isOpen ? "end" : "beginning")",
      "write the number that it \(isOpen ? "ends with behind" : "begins with before") the dots, or "
        + "[[\(first)]] for that number")
  }

  /// A range in words or with a wave: `12 to 14`, `between 12 and 14`, `12 ~ 14`.
  private static func words(_ text: String) -> MeantNumbers? {
    for (head, sign) in [
      ("between ", " and "), ("from ", " to "), ("", " to "), ("", "~"), ("", "\u{2014}"),
      ("", "\u{2212}"),
    ] where text.hasPrefix(head) {
      let rest = text.dropFirst(head.count)
      guard let place = rest.firstRange(of: sign) else { continue }
      let (low, high) = (
        String(rest[..<place.lowerBound]).trimmed, String(rest[place.upperBound...]).trimmed
      )
      guard low.first?.isNumber == true, high.first?.isNumber == true, isBelow(low, high) else {
        continue
      }
      return MeantNumbers(
        "this asks for these very signs, and for no number between",
        "write \(range(low, high))", isSure: false)
    }
    return nil
  }
}

/// Numbers between commas, semicolons, blanks and brackets that an answer mark does not take as a vector
/// or a matrix.
private struct NumberList {
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
    // A number whose thousands are parted, or a mixed one.
    if brackets.isEmpty, commas == 0, semicolons == 0, MeantNumbers.written(text) != nil {
      return nil
    }
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

  /// The text without these signs at its ends.
  fileprivate func trimming(_ signs: String) -> String {
    var text = drop { signs.contains($0) }
    while let last = text.last, signs.contains(last) { text = text.dropLast() }
    return String(text)
  }

  /// The texts between some signs, empty ones too.
  fileprivate func components(partedBy sign: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: sign) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
