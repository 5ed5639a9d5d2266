import Notes

/// Answer marks and values whose brackets don't match: `[[one]`, `{{q}`.
enum GapSlips {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    source.linesWithoutCode(where: mayHold).flatMap { line in
      find(in: Array(line.text), line.number, next: next(line.number, source))
    }
  }

  /// The line below another, or the one below an empty line there.
  private static func next(_ number: Int, _ source: QuestionSource) -> String? {
    source[source[number + 1]?.trimmed.isEmpty == true ? number + 2 : number + 1]
  }

  /// Whether a line may hold a slip: most brackets stand alone, or are pairs that are closed at once with
  /// nothing between that needs a closer look.
  private static func mayHold(_ line: QuestionSource.Line) -> Bool {
    // Without pairs of ASCII, those of another keyboard.
    guard
      line.signs.contains("[") || line.signs.contains("]") || line.signs.contains("{")
        || line.signs.contains("}") || !line.signs.isASCII
    else { return false }
    let bytes = Array(line.text.utf8)
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0xEF { return true }
      guard "[]{}".utf8.contains(byte), at + 1 < bytes.count, bytes[at + 1] == byte else {
        at += 1
        continue
      }
      guard !line.signs.contains("\\"), let end = end(ofPair: at, in: bytes) else { return true }
      at = end
    }
    return false
  }

  /// Where a plain pair of double brackets ends; nil where it is none.
  private static func end(ofPair start: Int, in bytes: [UInt8]) -> Int? {
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    default: return nil
    }
    var end = start + 2
    while end < bytes.count, bytes[end] != 0xEF, !"[]{}`$".utf8.contains(bytes[end]) { end += 1 }
    guard end > start + 2, end + 1 < bytes.count, bytes[end] == close, bytes[end + 1] == close
    else {
      return nil
    }
    // What is beyond ASCII may be one sign with the bracket beside it.
    let beside = [start - 1, start + 2, end - 1, end + 2]
    guard beside.allSatisfy({ !bytes.indices.contains($0) || bytes[$0] < 0x80 }),
      end + 2 == bytes.count || bytes[end + 2] != close
    else { return nil }
    return end + 2
  }

  private static func find(in text: [Character], _ line: Int, next: String?) -> [Diagnostic] {
    if let many = triple(text, line) { return [many] }
    return wide(text, line) + pairs(text, line, "[", "]", "an answer mark", next)
      + pairs(text, line, "{", "}", "a value", next)
  }

  /// Three brackets around words, of which one would be shown; around numbers they are a matrix.
  private static func triple(_ text: [Character], _ line: Int) -> Diagnostic? {
    let text = String(text)
    guard let open = text.firstRange(of: "[[["),
      case let rest = text[open.upperBound...].drop(while: { $0 == "[" }),
      let close = rest.firstRange(of: "]]"),
      case let inner = rest[..<close.lowerBound].trimmed, !inner.isEmpty,
      !inner.contains(where: { "[],".contains($0) }) || inner.contains(where: \.isLetter),
      !inner.contains(where: { "[]".contains($0) }),
      !text[..<open.lowerBound].hasSuffix("\\"),
      rest[close.upperBound...].first == "]" || inner.contains(where: \.isLetter)
    else { return nil }
    return Diagnostic(
      line: line, column: text.distance(from: text.startIndex, to: open.lowerBound) + 1,
      "an answer mark has two brackets, and here are three", remedy: "write [[\(inner)]]")
  }

  /// Brackets of another keyboard.
  private static func wide(_ text: [Character], _ line: Int) -> [Diagnostic] {
    for (open, close, left, right) in [
      (Character("\u{FF3B}"), Character("\u{FF3D}"), "[[", "]]"),
      (Character("\u{FF5B}"), Character("\u{FF5D}"), "{{", "}}"),
    ] {
      guard
        let start = text.indices.dropLast().first(where: {
          text[$0] == open && text[$0 + 1] == open
        })
      else { continue }
      let inner = text[(start + 2)...].prefix { $0 != close }
      return [
        Diagnostic(
          line: line, column: start + 1, "these brackets are of another keyboard",
          remedy: "write \(left)\(String(inner))\(right)")
      ]
    }
    return []
  }

  private static func pairs(
    _ text: [Character], _ line: Int, _ open: Character, _ close: Character, _ what: String,
    _ next: String?
  ) -> [Diagnostic] {
    let (left, right) = (String([open, open]), String([close, close]))
    func isPair(_ at: Int, _ sign: Character) -> Bool {
      at + 1 < text.count && text[at] == sign && text[at + 1] == sign
    }
    var found: [Diagnostic] = []
    /// Single brackets that are open.
    var single: [Int] = []
    var at = 0
    while at < text.count {
      if text[at] == "\\" {
        at = LiteralBrackets.end(text, at, open, close) ?? (isPair(at + 1, open) ? at + 3 : at + 2)
        continue
      }
      if isPair(at, open) {
        if open == "[", let end = Self.endOfFormula(text, from: at + 2) {
          at = end
          continue
        }
        let end = (at + 2..<text.count).first { isPair($0, close) }
        if open == "[", let end, let slip = linked(text[(at + 2)..<end]) {
          found.append(Diagnostic(line: line, column: at + 1, slip.message, remedy: slip.remedy))
          return found
        }
        if open == "[", let whole = parted(text, from: at + 2, end: end) {
          found.append(
            Diagnostic(
              line: line, column: at + 1, "the brackets that close an answer mark stand apart",
              remedy: "write [[\(whole)]]"))
          return found
        }
        // Another value that begins before this one ends shows that it never does.
        let isBroken =
          open == "{"
          && end.map { end in (at + 2..<end).contains { isPair($0, open) } } ?? false
        if let end, !isBroken {
          let start = at
          at = end + 2
          // Of `]]]` the last two close.
          while at < text.count, text[at] == close { at += 1 }
          if open == "[", case let inner = text[(start + 2)..<(at - 2)],
            let slip = unmatched(inner) ?? swallowing(inner) ?? closed(inner, single) ?? linked(
              inner)
              ?? nested(inner)
          {
            found.append(
              Diagnostic(line: line, column: start + 1, slip.message, remedy: slip.remedy))
          }
          continue
        }
        let inner = text[(at + 2)...].drop { $0 == " " }
        if let rest = next.flatMap({ Self.rest(in: $0, left, right) }), !inner.contains(close) {
          found.append(
            Diagnostic(
              line: line, column: at + 1,
              "\(what) goes on in the next line, and has to end in its own",
              remedy: "write \(left)\(String(inner).trimmed) \(rest)\(right) in one line"))
          return found
        }
        let content = inner.prefix(Self.balanced(inner))
        let isWhole =
          content.count < inner.count && !content.contains(open)
          && String(content).firstRange(of: "[[") == nil
        let word =
          isWhole ? String(content) : formula(inner) ?? tolerant(inner) ?? firstWord(inner)
        // Where nothing follows, there is nothing to close.
        let answer =
          !word.contains(where: { $0.isLetter || $0.isNumber }) && !word.contains("(")
          ? open == "[" ? "the answer" : "= the value" : word
        found.append(
          Diagnostic(
            line: line, column: at + 1, "\(what) is never closed",
            remedy: "write \(left)\(answer)\(right)"))
        return found
      }
      if text[at] == open { single.append(at) }
      if isPair(at, close) {
        if single.count == 1, let start = single.first {
          let content = String(text[(start + 1)..<at])
          found.append(
            Diagnostic(
              line: line, column: start + 1, "\(what) has one bracket too few at its beginning",
              remedy: "write \(left)\(content)\(right)"))
        }
        single = Array(single.dropLast(2))
        at += 2
        continue
      }
      if text[at] == close { _ = single.popLast() }
      at += 1
    }
    return found
  }

  /// Where an answer mark ends whose formula has brackets that match; nil for another one.
  private static func endOfFormula(_ text: [Character], from start: Int) -> Int? {
    guard text[start...].first(where: { $0 != " " }) == "=" else { return nil }
    // One byte for each sign, so that places are those of the signs.
    let bytes = text[start...].map { $0.asciiValue ?? 0 }
    return Marks.balancedEnd(of: bytes).map { start + $0 + 2 }
  }

  /// How much of a text there is before a bracket closes that none in it opened.
  private static func balanced(_ text: ArraySlice<Character>) -> Int {
    var depth = 0
    for (count, sign) in text.enumerated() {
      if sign == "(" { depth += 1 }
      if sign == ")" { depth -= 1 }
      if depth < 0 || "]}".contains(sign) { return count }
    }
    return text.count
  }

  /// The whole of an answer mark whose closing brackets stand apart, `[[= dot(q,q)] ± 0.01]`, before another mark opens
  /// on its line; nil where they do not.
  ///
  /// - Parameter end: the next pair of brackets that closes; nil for none.
  private static func parted(_ text: [Character], from start: Int, end: Int?) -> String? {
    let stop = (start..<max(start, text.count - 1)).first { text[$0] == "[" && text[$0 + 1] == "[" }
    // They are closed before, or hold brackets of their own.
    guard end == nil || stop.map({ $0 < end ?? 0 }) == true else { return nil }
    let part = text[start..<(stop ?? text.count)]
    guard part.count(where: { $0 == "[" }) == 0,
      let first = part.firstIndex(of: "]"), let last = part.lastIndex(of: "]"), last - first > 1,
      last - first < 20, part.count(where: { $0 == "]" }) == 2
    else { return nil }
    var whole = String(part[..<first] + part[(first + 1)..<last]).trimmed
    // Those of its brackets.
    while whole.last == "\\" { whole.removeLast() }
    return (try? BlankSource(whole)) == nil ? nil : whole
  }

  /// What stands in the next line before the brackets that close what is open; nil where none do.
  private static func rest(in next: String, _ open: String, _ close: String) -> String? {
    guard next.utf8.count <= ForeignGaps.longest, let end = next.firstRange(of: close),
      !next.contains("`"), next[..<end.lowerBound].firstRange(of: open) == nil
    else { return nil }
    return next[..<end.lowerBound].trimmed
  }

  /// What is wrong with numbers between double brackets of which one more opens than closes, or closes than
  /// opens: `[[[1 2]]`, `[[(4, 6]]]`.
  private static func unmatched(_ inner: ArraySlice<Character>) -> MeantNumbers? {
    guard inner.count(where: { $0 == "[" }) != inner.count(where: { $0 == "]" }) else { return nil }
    return MeantNumbers(String(inner))
  }

  /// An answer mark that goes on to the end of the next one, for its own brackets are not closed: `[[(4, 6) ], [[2]]`.
  private static func swallowing(_ inner: ArraySlice<Character>) -> MeantNumbers? {
    let text = String(inner)
    guard let next = text.firstRange(of: "[["), let close = text.firstIndex(of: "]"),
      close < next.lowerBound, !text.hasPrefix("=")
    else { return nil }
    return MeantNumbers(
      "an answer mark is never closed", "write [[\(text[..<close].trimmed)]]")
  }

  /// One bracket more behind an answer mark than it takes: `[[softmax]]]`.
  ///
  /// - Parameter single: brackets that are open before it.
  private static func closed(_ inner: ArraySlice<Character>, _ single: [Int]) -> MeantNumbers? {
    let text = String(inner)
    guard single.isEmpty, text.last == "]", case let answer = text.dropLast(),
      !answer.contains(where: { "[]".contains($0) }), answer.count(where: \.isLetter) > 2,
      !answer.hasPrefix("=")
    else { return nil }
    return MeantNumbers(
      "an answer mark has two brackets, and here are three", "write [[\(answer)]]")
  }

  /// A link within an answer mark, `[[softmax](softmax.md)]]`: what is asked for is its text.
  private static func linked(_ inner: ArraySlice<Character>) -> MeantNumbers? {
    let text = String(inner).trimmed
    guard text.hasSuffix(")"), let sign = text.firstRange(of: "]("),
      case let answer = text[..<sign.lowerBound].drop(while: { $0 == "[" }), !answer.isEmpty,
      !answer.contains(where: { "[]".contains($0) })
    else { return nil }
    return MeantNumbers("a link in an answer mark asks for its signs", "write [[\(answer)]]")
  }

  /// Brackets inside of an answer mark of words, which make text of it: `[[softmax]|[the softmax]]`, `[[z[0]]]`.
  private static func nested(_ inner: ArraySlice<Character>) -> MeantNumbers? {
    let text = String(inner).trimmed
    // Brackets with a backslash before them are meant.
    guard BlankSource.withoutEscaped(text, "[", by: "").contains("["), !text.hasPrefix("="),
      text.contains(where: \.isLetter), text.utf8.count <= ForeignGaps.longest
    else { return nil }
    let name = text.prefix { $0.isLetter }
    let rest = text[name.endIndex...]
    if !name.isEmpty, rest.first == "[", rest.last == "]",
      rest.dropFirst().dropLast().allSatisfy(\.isNumber)
    {
      return MeantNumbers("a formula in an answer mark begins with =", "write [[= \(text)]]")
    }
    let told = "brackets in an answer mark make text of it"
    let asking = "[[\(text.replacing("], [", with: "|").filter { !"[]".contains($0) })]]"
    // Rows of a list of lists are what is given, and seldom asked for.
    return text.contains("], [")
      ? MeantNumbers(told, "write \\[[\(text)]] to show it; to ask for it, \(asking)")
      : MeantNumbers(told, "write \(asking)")
  }

  /// The longest formula that a text begins with: `= d/2` of `= d/2 is more`; nil for a text that begins with none.
  private static func formula(_ text: ArraySlice<Character>) -> String? {
    guard text.first == "=" else { return nil }
    let words = String(text.prefix(120)).split(separator: " ", maxSplits: 12)
    for count in (1...words.count).reversed() {
      var whole = words[..<count].joined(separator: " ")
      while let last = whole.last, ".,;:!?".contains(last) { whole.removeLast() }
      if case .formula? = try? BlankSource(whole) { return whole }
    }
    return nil
  }

  /// A number with its tolerance; nil for another text.
  private static func tolerant(_ text: ArraySlice<Character>) -> String? {
    let words = String(text.prefix(80)).split(separator: " ", maxSplits: 3).map(String.init)
    guard words.count > 2, ["\u{B1}", "+-", "+/-"].contains(words[1]), Double(words[0]) != nil
    else {
      return nil
    }
    let size = firstWord(Array(words[2])[...])
    return Double(size).map { _ in "\(words[0]) \u{B1} \(size)" }
  }

  /// What stands up to the first white space or the end of a sentence.
  private static func firstWord(_ text: ArraySlice<Character>) -> String {
    var word = String(text.prefix { !$0.isWhitespace })
    while let last = word.last, ".,;:!?".contains(last) { word.removeLast() }
    return word
  }
}
