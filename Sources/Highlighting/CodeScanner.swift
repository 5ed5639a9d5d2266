import Basics

/// One pass over the bytes of a program: every byte is looked at a bounded number of times.
struct CodeScanner {
  private var text: TextScanner<UInt8>
  private let language: CodeLanguage
  private var tokens: [(range: Range<Int>, token: CodeToken)] = []
  /// Strings that wait for an interpolation to close, outermost first.
  private var waiting: [(string: StringSyntax, hole: StringHole, depth: Int)] = []

  /// Interpolations nested deeper are read as text of their string.
  private static let deepest = 32

  init(_ code: String, _ language: CodeLanguage) {
    text = TextScanner(Array(code.utf8))
    self.language = language
  }

  /// All tokens, in order.
  mutating func scan() -> [(range: Range<Int>, token: CodeToken)] {
    while let byte = text.next {
      if byte == CodeByte.space {
        text.skip()
      } else if byte == CodeByte.backslash, !CodeByte.isNewline(text.peek(1) ?? 0) {
        // To a shell, `\"` outside a string opens none.
        text.skip(2)
      } else if CodeByte.isNewline(byte) {
        while let top = waiting.last, !top.string.multiline { waiting.removeLast() }
        text.skip()
      } else if !(crossesHole(byte) || comment() || string() || number(byte) || word()) {
        text.skip()
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
    let start = text.position
    text.skip()
    if depth > 0 {
      waiting[waiting.count - 1].depth = depth
    } else {
      waiting.removeLast()
      string(top.string, from: start)
    }
    return true
  }

  // MARK: Comments

  private mutating func comment() -> Bool {
    // A format such as `{x:#x}` holds no comment.
    guard waiting.isEmpty else { return false }
    let start = text.position
    if let block = language.blockComment, text.take(block.open) {
      skipRest(of: block)
    } else if startsLineComment {
      text.skip { !CodeByte.isNewline($0) }
    } else {
      return false
    }
    tokens.append((start..<text.position, .comment))
    return true
  }

  private var startsLineComment: Bool {
    guard !language.lineComment.isEmpty, text.starts(with: language.lineComment) else {
      return false
    }
    guard language.commentStartsWord, let before = text.peek(-1) else { return true }
    return CodeByte.breaksShellWord(before)
  }

  private mutating func skipRest(of block: BlockComment) {
    var depth = 1
    while depth > 0, !text.isAtEnd {
      if text.take(block.close) {
        depth -= 1
      } else if block.nests, text.take(block.open) {
        depth += 1
      } else {
        text.skip()
      }
    }
  }

  // MARK: Strings

  private mutating func string() -> Bool {
    guard let syntax = nextString else { return false }
    let start = text.position
    text.skip(syntax.open.count)
    string(syntax, from: start)
    return true
  }

  private var nextString: StringSyntax? {
    language.strings.first { text.starts(with: $0.open) }
  }

  /// The string that began at `start`, up to its end, an interpolation, or the end of a line it may
  /// not cross.
  private mutating func string(_ syntax: StringSyntax, from start: Int) {
    let closing = syntax.close[0]
    scanning: while let byte = text.next {
      if byte == closing, text.take(syntax.close) { break }
      if CodeByte.isNewline(byte) && !syntax.multiline { break }
      for hole in syntax.holes where byte == hole.open[0] && text.starts(with: hole.open) {
        if hole.doubles, text.starts(with: hole.open, ahead: hole.open.count) {
          text.skip(2 * hole.open.count)
          continue scanning
        }
        if waiting.count < Self.deepest {
          text.skip(hole.open.count)
          waiting.append((syntax, hole, 1))
          break scanning
        }
      }
      let isEscape = byte == CodeByte.backslash && syntax.escapes
      text.skip(isEscape ? (text.starts(with: [0x0D, 0x0A], ahead: 1) ? 3 : 2) : 1)
    }
    tokens.append((start..<text.position, .string))
  }

  // MARK: Numbers and words

  private mutating func number(_ byte: UInt8) -> Bool {
    guard byte.isDigit || byte == CodeByte.dot else { return false }
    if byte == CodeByte.dot, !startsFraction { return false }
    let start = text.position
    NumberLiteral.skip(in: &text)
    _ = text.take(where: language.numberSuffixes.contains)
    let number = start..<text.position
    // `2nd`, `3.12-slim`: a word that begins with digits.
    if skipWord() == 0 { tokens.append((number, .number)) }
    return true
  }

  /// `.5` is a number, but neither the end of `1...5` nor the member of `pair.0`.
  private var startsFraction: Bool {
    guard text.peek(1)?.isDigit == true else { return false }
    guard let before = text.peek(-1) else { return true }
    return before != CodeByte.dot && !CodeByte.closes(before) && !CodeByte.isWord(before)
      && !language.wordBytes.contains(before)
  }

  private mutating func word() -> Bool {
    let isMember = isMember
    let start = text.position
    let length = skipWord()
    if length == 0 { return false }
    if length <= 2, let syntax = prefixedString(text.read(since: start)) {
      text.skip(syntax.open.count)
      string(syntax, from: start)
    } else if length <= 16, !isMember,
      language.keywords.contains(String(decoding: text.read(since: start), as: UTF8.self))
    {
      tokens.append((start..<text.position, .keyword))
    }
    return true
  }

  private mutating func skipWord() -> Int {
    let more = language.wordBytes
    return text.skip { CodeByte.isWord($0) || !more.isEmpty && more.contains($0) }
  }

  private func prefixedString(_ word: ArraySlice<UInt8>) -> StringSyntax? {
    guard !language.prefixes.isEmpty, let syntax = nextString else { return nil }
    let prefix = String(decoding: word, as: UTF8.self).lowercased()
    guard language.prefixes.contains(prefix) else { return nil }
    var prefixed = syntax
    if !language.prefixHoles.letters.isDisjoint(with: prefix) {
      prefixed.holes = language.prefixHoles.holes
    }
    return prefixed
  }

  /// Whether what comes next is a name: `.default` and `` `default` `` are, `...self` is not.
  private var isMember: Bool {
    switch text.peek(-1) {
    case CodeByte.backtick: true
    case CodeByte.dot: text.peek(-2) != CodeByte.dot
    default: false
    }
  }
}
