import Basics

/// A line that is a quiz comment, or nearly one: a slip in it must not show readers the answers that
/// stand below.
package struct QuizComment: Equatable, Sendable {
  /// What is wrong with it; nil where nothing is.
  package var slip: String?
  /// As it ought to be written.
  package var right: String
  /// Whether the parser takes it for a comment that ends where it should.
  package var isComment: Bool

  /// What begins one, of whatever keyboard.
  private static let signs = Set("<!-\u{2013}\u{2014}\u{2212}\u{2010}\u{FF1C}\u{FF01}\u{FF0D} ")
  private static let closing = Set("->!\u{A0}\u{2013}\u{2014}\u{2212}\u{2010}\u{FF1E}\u{FF0D} ")
  /// No longer line is one.
  static let longest = 2_000

  /// Reads a line; nil where it is nothing like a quiz comment.
  ///
  /// - Parameter goesOn: whether a comment that is open at the end of the line is closed soon.
  package init?(_ line: some StringProtocol, goesOn: Bool = false) {
    guard line.utf8.count <= Self.longest else { return nil }
    let whole = line.trimmed
    if Self.isPlain(whole) {
      guard !QuizRemark.isOne(whole.dropFirst(10).dropLast(3)) else { return nil }
      (slip, right, isComment) = (nil, whole, true)
      return
    }
    if let form = CommentForm(whole[...]) {
      guard let html = form.html, let comment = QuizComment(html) else { return nil }
      slip = comment.slip
      let words = comment.right.dropFirst(4).dropLast(3)
      // In brackets and quotes no space is needed.
      let isTight = form.closing.count == 1 || form.closing.isEmpty && form.words.first != " "
      right =
        "\(form.opening)\(isTight ? words.trimmed : String(words))\(form.closing)".trimmed
      isComment = true
      return
    }
    // Most lines begin with none of its signs, as their first byte shows.
    guard let first = whole.utf8.first, first > 0x7F || "<!-".utf8.contains(first) else {
      return nil
    }
    let text = String(String.UnicodeScalarView(whole.unicodeScalars.filter { !Self.isUnseen($0) }))
    let opening = text.prefix(while: Self.signs.contains)
    let isMarked = opening.contains {
      $0 == "<" || $0 == "\u{FF1C}" || $0 == "!" || $0 == "\u{FF01}"
    }
    guard isMarked, opening.contains(where: { !"< ".contains($0) }) else { return nil }
    let after = text[opening.endIndex...]
    let word = after.prefix(while: \.isLetter)
    guard Self.isNear(word) else {
      guard let turned = Self.turned(text) else { return nil }
      (slip, right, isComment) = ("quiz is the first word of its comment", turned, true)
      return
    }
    let rest = after[word.endIndex...]
    // `<!-- quiz-sheet -->` is about something else.
    if let next = rest.first, "_'\u{2019}".contains(next) || next.isNumber { return nil }
    if rest.first == "-", rest.dropFirst().first?.isLetter == true { return nil }
    let end = rest.firstRange(of: "-->")
    var body = String(end.map { rest[..<$0.lowerBound] } ?? rest)
    let behind = end.map { rest[$0.upperBound...].trimmed } ?? ""
    while let last = body.last, Self.closing.contains(last) { body.removeLast() }
    let isExact = word.lowercased() == "quiz"
    if isExact, end != nil || text.hasPrefix("<!--"), QuizRemark.isOne(body[...]) { return nil }
    guard isExact || Self.isOfSettings(body) else { return nil }
    let hasSign = body.first.map { !$0.isWhitespace } ?? false
    let settings = Self.settings(body)
    right = "<!-- quiz\(settings.isEmpty ? "" : " " + settings) -->"
    let begins = text.hasPrefix("<!--") && !text.hasPrefix("<!-->") && !text.hasPrefix("<!--->")
    let hasOddEnd = end == nil && rest.trimmed.last.map { Self.closing.contains($0) } ?? false
    if end == nil, !(begins && goesOn && !hasOddEnd) {
      slip = "a quiz comment that is never closed"
      isComment = false
    } else if !begins {
      slip = "this is nearly a quiz comment, and none"
      isComment = false
    } else if word != "quiz" || hasSign || opening.dropFirst(4).contains(where: { $0 != " " }) {
      slip = "this is nearly a quiz comment, and none"
      isComment = true
    } else if !behind.isEmpty {
      slip = "something stands behind a quiz comment, which needs a line of its own"
      if let more = Self.more(in: behind) {
        right = "<!-- quiz \(([settings] + more).filter { !$0.isEmpty }.joined(separator: " ")) -->"
      }
      isComment = true
    } else if text != whole {
      slip = "signs that are not seen stand in this quiz comment"
      isComment = true
    } else {
      slip = nil
      isComment = true
    }
  }

  /// Whether it is written as all of ours are: `<!-- quiz id=a n=int(2,9) -->`. Then nothing is wrong with it, and
  /// it need not be looked at letter by letter, as a file of questions has it looked at many times.
  private static func isPlain(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let (opening, closing) = ("<!-- quiz ".utf8, " -->".utf8)
      guard bytes.starts(with: opening), bytes.suffix(closing.count).elementsEqual(closing) else {
        return false
      }
      // One space may part the word from the end.
      let body = bytes[opening.count..<max(opening.count, bytes.count - closing.count)]
      guard let first = body.first, let last = body.last else {
        return bytes.count == opening.count + closing.count - 1
      }
      guard (0x61...0x7A).contains(first | 0x20), !"->!/ ".utf8.contains(last) else { return false }
      var before: UInt8 = 0
      for byte in body {
        switch byte {
        case 0x20 where before == 0x20 || before == UInt8(ascii: "="): return false
        case UInt8(ascii: "=") where before == 0x20: return false
        case UInt8(ascii: "-") where before == byte: return false
        case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), ..<0x20, 0x7F...:
          return false
        default: before = byte
        }
      }
      return true
    }
  }

  /// Whether a sign takes no place on the screen, as some programs copy along.
  private static func isUnseen(_ sign: Unicode.Scalar) -> Bool {
    (0x200B...0x200D).contains(sign.value) || [0x2060, 0xFEFF, 0xAD].contains(sign.value)
  }

  /// Whether a word is `quiz`, or one slip away from it.
  private static func isNear(_ word: Substring) -> Bool {
    guard (3...5).contains(word.count) else { return false }
    return NearestWord.edits(Array(word.lowercased()), Array("quiz")) <= 1
  }

  /// Whether it says nothing, or what settings and parameters say: a word that is only near may be another.
  static func isOfSettings(_ body: String) -> Bool {
    settings(body).split(whereSeparator: \.isWhitespace).allSatisfy { $0.contains("=") }
  }

  /// The settings as they are written: `id=a` of `: id = "a"`.
  private static func settings(_ body: String) -> String {
    var text = body.trimmed[...]
    while let first = text.first, ":,;=.([{/".contains(first) { text = text.dropFirst() }
    // What was opened before the settings is closed behind them.
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] where text.hasSuffix(close) {
      if text.count(where: { String($0) == open }) < text.count(where: { String($0) == close }) {
        text = text.dropLast()
      }
    }
    // As a tag of HTML ends that holds nothing.
    if text.last == "/" { text = text.dropLast() }
    var result = ""
    for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
      if "\"\u{201C}\u{201D}".contains(character) { continue }
      if character == "=" { while result.last == " " { result.removeLast() } }
      if character == " ", result.last == "=" { continue }
      result.append(character)
    }
    // `quiz#a`.
    if result.hasPrefix("#"), !result.contains(where: { "= ".contains($0) }) {
      return "id=\(result.dropFirst())"
    }
    // `id a`.
    if result.hasPrefix("id ") || result.hasPrefix("id: "),
      case let rest = result.dropFirst(2).drop(while: { ": ".contains($0) }),
      !rest.contains(where: { "= ".contains($0) })
    {
      return "id=\(rest.trimmed)"
    }
    return result.trimmed
  }

  /// The settings in a second comment, which says nothing else: `<!-- id=abc -->`; nil for another text.
  private static func more(in text: String) -> [String]? {
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return nil }
    let words = settings(String(text.dropFirst(4).dropLast(3))).split(separator: " ")
    return words.allSatisfy { $0.contains("=") } ? words.map(String.init) : nil
  }

  /// A comment whose settings stand before its word, in their order: `<!-- id=a quiz -->`; nil for another.
  private static func turned(_ text: String) -> String? {
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return nil }
    var words = settings(String(text.dropFirst(4).dropLast(3))).split(separator: " ")
    guard words.first?.contains("=") == true,
      let place = words.firstIndex(where: { ["quiz", "quiz:"].contains($0.lowercased()) })
    else { return nil }
    words.remove(at: place)
    // What ends in a comma goes on.
    for (index, word) in words.enumerated() where !word.contains("=") {
      guard words[index - 1].hasSuffix(",") else { return nil }
    }
    return "<!-- quiz \(words.joined(separator: " ")) -->"
  }

  // MARK: In a text

  /// So many lines may a comment take.
  private static let mostLines = 30

  /// The comment on the line from `start` to `end` of a text; nil where there is none.
  static func read<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, _ start: Int, _ end: Int
  ) -> QuizComment? where Bytes.Index == Int {
    guard end - start <= longest, begins(bytes, start, end) else { return nil }
    let line = String(decoding: bytes[start..<end], as: UTF8.self)
    return QuizComment(line, goesOn: closesSoon(bytes, from: end))
  }

  /// Whether the line's first sign can be that of one.
  private static func begins<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, _ start: Int, _ end: Int
  ) -> Bool where Bytes.Index == Int {
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    guard at + 5 < end, at - start < 4 else { return false }
    switch bytes[at] {
    case UInt8(ascii: "<"): return "!- ".utf8.contains(bytes[at + 1]) || bytes[at + 1] >= 0x80
    case UInt8(ascii: "!"): return bytes[at + 1] == UInt8(ascii: "-")
    case 0xEF: return bytes[at + 1] == 0xBC
    default: return false
    }
  }

  /// Whether `-->` comes before a blank line and before anything that a directive does not hold.
  private static func closesSoon<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, from end: Int
  ) -> Bool where Bytes.Index == Int {
    var start = end + 1
    for _ in 0..<mostLines {
      guard start < bytes.endIndex else { return false }
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[start..<end].drop { $0 == 0x20 || $0 == 0x09 }
      // What is set begins with a name: a list of options is no part of it.
      guard let first = line.first,
        first | 0x20 >= 0x61 && first | 0x20 <= 0x7A || line.starts(with: "--".utf8)
      else { return false }
      var dashes = 0
      for byte in line {
        if byte == UInt8(ascii: ">"), dashes >= 2 { return true }
        dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
      }
      start = end + 1
    }
    return false
  }

  /// Whether something like one stands anywhere in a text, be it inside a line.
  package static func mayStand<Bytes: RandomAccessCollection<UInt8>>(in bytes: Bytes) -> Bool
  where Bytes.Index == Int {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      let rest: Bytes.SubSequence
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "!") || byte == 0xBC {
        rest = bytes[at..<min(bytes.endIndex, at + 40)].drop { $0 < 0x41 || $0 >= 0x80 }
      } else {
        // Nearly no byte begins one: all of a file is looked through before its first screen shows.
        guard CommentForm.mayBegin(byte), let words = CommentForm.words(bytes, behind: at - 1)
        else { continue }
        rest = words
      }
      guard rest.startIndex > at || byte == UInt8(ascii: "%") else { continue }
      // Signs that are not seen may stand in the word too.
      let word = rest.prefix { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 }
        .filter { $0 < 0x80 }
      if isNear(Substring(decoding: word, as: UTF8.self)) { return true }
      if byte == UInt8(ascii: "<"), isTurned(bytes, at - 1) { return true }
    }
    return false
  }

  /// Whether a comment may begin there whose word stands behind its settings.
  private static func isTurned<Bytes: RandomAccessCollection<UInt8>>(
    _ bytes: Bytes, _ start: Int
  ) -> Bool where Bytes.Index == Int {
    guard bytes[start...].starts(with: "<!--".utf8) else { return false }
    // No sign is looked at for two of them.
    let line = bytes[(start + 4)...].prefix(longest).prefix {
      $0 != 0x0A && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
    }
    return turned("<!--\(String(decoding: line, as: UTF8.self))>") != nil
  }
}
