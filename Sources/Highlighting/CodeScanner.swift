/// One pass over the bytes of a program: every byte is looked at a bounded number of times.
struct CodeScanner {
  private let bytes: [UInt8]
  private let language: CodeLanguage
  private var position = 0
  private var tokens: [(range: Range<Int>, token: CodeToken)] = []
  /// Strings that wait for an interpolation to close, outermost first.
  private var waiting: [(string: StringSyntax, hole: StringHole, depth: Int)] = []

  /// Interpolations nested deeper are read as text of their string.
  private static let deepest = 32

  init(_ code: String, _ language: CodeLanguage) {
    bytes = Array(code.utf8)
    self.language = language
  }

  /// All tokens, in order.
  mutating func scan() -> [(range: Range<Int>, token: CodeToken)] {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == CodeByte.space {
        position += 1
      } else if byte == CodeByte.backslash, !CodeByte.isNewline(self.byte(position + 1)) {
        // To a shell, `\"` outside a string opens none.
        position += 2
      } else if CodeByte.isNewline(byte) {
        while let top = waiting.last, !top.string.multiline { waiting.removeLast() }
        position += 1
      } else if !(crossesHole(byte) || comment() || string() || number(byte) || word(byte)) {
        position += 1
      }
    }
    return tokens
  }

  // MARK: Interpolations

  private mutating func crossesHole(_ byte: UInt8) -> Bool {
    guard let top = waiting.last, byte == top.hole.close || byte == top.hole.bracket else {
      return false
    }
    let depth = top.depth + (byte == top.hole.close ? -1 : 1)
    if depth > 0 {
      waiting[waiting.count - 1].depth = depth
      position += 1
    } else {
      waiting.removeLast()
      string(top.string, from: position, body: position + 1)
    }
    return true
  }

  // MARK: Comments

  private mutating func comment() -> Bool {
    // A format such as `{x:#x}` holds no comment.
    guard waiting.isEmpty else { return false }
    let start = position
    if let block = language.blockComment, matches(block.open, at: start) {
      position = end(of: block)
    } else if begins(language.lineComment, at: start), startsComment(at: start) {
      while position < bytes.count, !CodeByte.isNewline(bytes[position]) { position += 1 }
    } else {
      return false
    }
    tokens.append((start..<position, .comment))
    return true
  }

  private func startsComment(at start: Int) -> Bool {
    guard language.commentStartsWord, start > 0 else { return true }
    return CodeByte.breaksShellWord(bytes[start - 1])
  }

  private func end(of block: BlockComment) -> Int {
    var depth = 1
    var at = position + block.open.count
    while at < bytes.count {
      if matches(block.close, at: at) {
        at += block.close.count
        depth -= 1
        if depth == 0 { return at }
      } else if block.nests, matches(block.open, at: at) {
        at += block.open.count
        depth += 1
      } else {
        at += 1
      }
    }
    return bytes.count
  }

  // MARK: Strings

  private mutating func string() -> Bool {
    guard let syntax = stringSyntax(at: position) else { return false }
    string(syntax, from: position, body: position + syntax.open.count)
    return true
  }

  private func stringSyntax(at start: Int) -> StringSyntax? {
    for syntax in language.strings where matches(syntax.open, at: start) { return syntax }
    return nil
  }

  /// The string up to its end, an interpolation, or the end of a line it may not cross.
  private mutating func string(_ syntax: StringSyntax, from start: Int, body: Int) {
    let closing = syntax.close[0]
    var at = body
    scanning: while at < bytes.count {
      let byte = bytes[at]
      if byte == closing, matches(syntax.close, at: at) {
        at += syntax.close.count
        break
      }
      if CodeByte.isNewline(byte) && !syntax.multiline { break }
      for hole in syntax.holes where byte == hole.open[0] && matches(hole.open, at: at) {
        if hole.doubles, matches(hole.open, at: at + hole.open.count) {
          at += 2 * hole.open.count
          continue scanning
        }
        if waiting.count < Self.deepest {
          at += hole.open.count
          waiting.append((syntax, hole, 1))
          break scanning
        }
      }
      let isEscape = byte == CodeByte.backslash && syntax.escapes
      at += isEscape ? (matches([0x0D, 0x0A], at: at + 1) ? 3 : 2) : 1
    }
    position = min(at, bytes.count)
    tokens.append((start..<position, .string))
  }

  // MARK: Numbers and words

  private mutating func number(_ byte: UInt8) -> Bool {
    guard CodeByte.isDigit(byte) || byte == CodeByte.dot else { return false }
    if byte == CodeByte.dot, !startsFraction() { return false }
    let start = position
    var at = NumberLiteral.end(in: bytes, from: start)
    if language.numberSuffixes.contains(self.byte(at)) { at += 1 }
    position = at
    if isWord(self.byte(at)) {
      // `2nd`, `3.12-slim`: a word that begins with digits.
      skipWord()
    } else {
      tokens.append((start..<at, .number))
    }
    return true
  }

  /// `.5` is a number, but neither the end of `1...5` nor the member of `pair.0`.
  private func startsFraction() -> Bool {
    guard CodeByte.isDigit(byte(position + 1)) else { return false }
    guard position > 0 else { return true }
    let before = bytes[position - 1]
    return before != CodeByte.dot && !isWord(before) && !CodeByte.closes(before)
  }

  private mutating func word(_ byte: UInt8) -> Bool {
    guard isWord(byte) else { return false }
    let start = position
    skipWord()
    let length = position - start
    if length <= 2, let syntax = prefixedString(start..<position) {
      string(syntax, from: start, body: position + syntax.open.count)
    } else if length <= 16, !isMember(start),
      language.keywords.contains(String(decoding: bytes[start..<position], as: UTF8.self))
    {
      tokens.append((start..<position, .keyword))
    }
    return true
  }

  private mutating func skipWord() {
    while position < bytes.count, isWord(bytes[position]) { position += 1 }
  }

  private func prefixedString(_ word: Range<Int>) -> StringSyntax? {
    guard !language.prefixes.isEmpty, let syntax = stringSyntax(at: word.upperBound) else {
      return nil
    }
    let prefix = String(decoding: bytes[word], as: UTF8.self).lowercased()
    guard language.prefixes.contains(prefix) else { return nil }
    var prefixed = syntax
    if !language.prefixHoles.letters.isDisjoint(with: prefix) {
      prefixed.holes = language.prefixHoles.holes
    }
    return prefixed
  }

  /// `.default` and `` `default` `` are names, `...self` is not.
  private func isMember(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    if bytes[start - 1] == CodeByte.backtick { return true }
    return bytes[start - 1] == CodeByte.dot && !(start > 1 && bytes[start - 2] == CodeByte.dot)
  }

  // MARK: Bytes

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private func isWord(_ byte: UInt8) -> Bool {
    CodeByte.isWord(byte) || (!language.wordBytes.isEmpty && language.wordBytes.contains(byte))
  }

  private func begins(_ pattern: [UInt8], at start: Int) -> Bool {
    !pattern.isEmpty && matches(pattern, at: start)
  }

  private func matches(_ pattern: [UInt8], at start: Int) -> Bool {
    guard pattern.count <= bytes.count - start else { return false }
    for offset in pattern.indices where bytes[start + offset] != pattern[offset] { return false }
    return true
  }
}
