import Basics

/// A piece of typed text: a word that should be a number, or what parts and groups numbers.
enum NumberToken: Equatable {
  case word(String)
  /// A comma; `tight` when digits touch it on both sides, as they do in a decimal comma.
  case comma(tight: Bool)
  case semicolon
  case newline
  case open(Unicode.Scalar)
  case close(Unicode.Scalar)

  /// The dots that stand for what a printout leaves out; nil for any other piece.
  var dots: String? {
    guard case .word(let word) = self, word.utf8.count <= 6 else { return nil }
    switch word {
    case "...", "…", "⋯", "⋮", "\\cdots", "\\ldots", "\\dots", "\\vdots": return word
    default: return nil
    }
  }

  /// The pieces of `text`, found in one pass.
  static func tokens(of text: some StringProtocol) -> [NumberToken] {
    var tokens: [NumberToken] = []
    var word = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    var beforePrevious: Unicode.Scalar = " "
    for typed in text.unicodeScalars {
      let scalar = plain(typed)
      let separator = separator(scalar)
      let separates = separator != nil || isBlank(scalar)
      if separates, !word.isEmpty {
        tokens.append(.word(String(word)))
        word = String.UnicodeScalarView()
      }
      if let separator {
        tokens.append(separator)
      } else if !separates {
        if previous == ",", isDigit(scalar), isDigit(beforePrevious) {
          tokens[tokens.count - 1] = .comma(tight: true)
        }
        word.append(scalar)
      }
      beforePrevious = previous
      previous = scalar
    }
    if !word.isEmpty { tokens.append(.word(String(word))) }
    return withCallsAsWords(tokens)
  }

  /// With `float('-inf')` and `sqrt(2)` as the one word that each is.
  private static func withCallsAsWords(_ tokens: [NumberToken]) -> [NumberToken] {
    guard tokens.count > 3, tokens.contains(.close(")")) else { return tokens }
    var result: [NumberToken] = []
    var index = 0
    while index < tokens.count {
      if index + 3 < tokens.count, case .word(let name) = tokens[index],
        tokens[index + 1] == .open("("), case .word(let inner) = tokens[index + 2],
        tokens[index + 3] == .close(")"),
        case let call = "\(name)(\(inner))",
        SpecialNumber.read(call) != nil || DecimalNumber.hasRoot(name)
      {
        // What it is divided by stands behind it.
        var word = call
        if index + 4 < tokens.count, case .word(let rest) = tokens[index + 4], rest.hasPrefix("/") {
          word += rest
          index += 1
        }
        result.append(.word(word))
        index += 4
      } else {
        result.append(tokens[index])
        index += 1
      }
    }
    return result
  }

  /// A sign of a wide keyboard as a plain one types it.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar == "、" ? "," : scalar.narrow
  }

  private static func separator(_ scalar: Unicode.Scalar) -> NumberToken? {
    switch scalar {
    case ",": .comma(tight: false)
    case ";": .semicolon
    case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": .newline
    case "[", "(": .open(scalar)
    case "]", ")": .close(scalar)
    default: nil
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{FEFF}"
      || !scalar.isASCII && scalar.properties.isWhitespace
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// The tokens without the call around them, such as `np.array( … , dtype=float)` or the
  /// `tensor( … )` that torch prints.
  private static func withoutArrayCall(_ tokens: [NumberToken]) -> ArraySlice<NumberToken> {
    let trimmed = tokens.drop { $0 == .newline }
    guard case .word(let name)? = trimmed.first, makesArray(name),
      trimmed.dropFirst().first == .open("("),
      let end = trimmed.lastIndex(where: { $0 != .newline }), trimmed[end] == .close(")")
    else { return trimmed }
    let inner = trimmed[..<end].dropFirst(2)
    // What follows the numbers: `, shape=(2, 2), dtype=float32`.
    var depth = 0
    for (at, token) in zip(inner.indices, inner) {
      if token.isOpening { depth += 1 }
      if case .close = token { depth -= 1 }
      guard depth == 0, case .comma = token else { continue }
      if inner[(at + 1)...].first(where: { $0 != .newline })?.isSetting == true {
        return inner[..<at]
      }
    }
    return inner
  }

  /// The tokens without what may stand behind the whole: `[1 2; 3 4];`, `tensor([1, 2]),`.
  private static func withoutEnd(_ tokens: [NumberToken]) -> [NumberToken] {
    guard let last = tokens.lastIndex(where: { !$0.mayEnd }), case .close = tokens[last] else {
      return tokens
    }
    return Array(tokens[...last])
  }

  private var mayEnd: Bool {
    switch self {
    case .comma, .semicolon, .newline: true
    case .word, .open, .close: false
    }
  }

  /// The tokens of an array without the call around it and what stands behind it, and the sign that turns
  /// it over, as MATLAB, NumPy and paper write it, where there is one.
  static func array(in text: String) -> (tokens: ArraySlice<NumberToken>, transpose: String?) {
    let all = tokens(of: text)
    var whole = all
    while let last = whole.last, last.mayEnd { whole.removeLast() }
    guard case .word(let sign)? = whole.last, case .close? = whole.dropLast().last,
      ["'", ".'", "\u{2019}", ".T", "ᵀ", "^T", "^{T}", "^\\top"].contains(sign)
    else { return (withoutArrayCall(withoutEnd(all)), nil) }
    return (withoutArrayCall(whole.dropLast()), sign)
  }

  /// The tokens without the brackets of axes that have one entry, as of a batch of one: of several, which
  /// one is meant is not known. `depth` is that of the wanted shape: 1 for a vector, 2 for a matrix.
  static func withoutAxesOfOne(
    _ tokens: ArraySlice<NumberToken>, depth: Int
  ) -> ArraySlice<NumberToken> {
    var inner = tokens
    while inner.prefix(depth + 1).count(where: \.isOpening) == depth + 1, hasOneEntry(inner) {
      inner = inner.dropFirst().dropLast()
    }
    return inner
  }

  /// Whether the outermost brackets hold nothing but a second pair.
  private static func hasOneEntry(_ tokens: ArraySlice<NumberToken>) -> Bool {
    guard case .close? = tokens.last else { return false }
    var depth = 0
    for (index, token) in zip(tokens.indices, tokens).dropFirst() {
      if token.isOpening { depth += 1 }
      if case .close = token { depth -= 1 }
      if depth == 0 { return tokens[(index + 1)...].dropLast().allSatisfy(\.mayEnd) }
    }
    return false
  }

  private var isOpening: Bool { if case .open = self { true } else { false } }

  /// Whether a name is that of a function which makes an array of what it is given.
  private static func makesArray(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    return [
      "array", "asarray", "matrix", "Matrix", "Array", "DeviceArray", "tensor", "Tensor",
      "FloatTensor",
      "constant", "logical", "single", "double",
    ]
    .contains(String(last))
  }

  /// `dtype=float`
  private var isSetting: Bool {
    if case .word(let word) = self { word.utf8.contains(UInt8(ascii: "=")) } else { false }
  }
}
