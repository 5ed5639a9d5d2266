/// What the scanner needs to know of a language; a new one is one such value in a file of its own.
struct CodeLanguage: Sendable {
  /// What a code fence may call it, in lower case.
  let names: Set<String>
  let keywords: Set<String>
  var lineComment: [UInt8] = []
  /// A comment begins only where a word could: `a#b` is not a comment to a shell.
  var commentStartsWord = false
  var blockComment: BlockComment?
  /// In order of preference: longer openings before those they begin with.
  let strings: [StringSyntax]
  /// Words that may stand right before a string and belong to it, in lower case.
  var prefixes: Set<String> = []
  /// The interpolations of a string whose prefix holds one of these letters.
  var prefixHoles: (letters: Set<Character>, holes: [StringHole]) = ([], [])
  /// Bytes that belong to words, beside letters, digits, `_` and everything beyond ASCII.
  var wordBytes: Set<UInt8> = []
  /// Letters that may end a number.
  var numberSuffixes: Set<UInt8> = []
}

/// A comment with two ends.
struct BlockComment: Sendable {
  let open: [UInt8]
  let close: [UInt8]
  let nests: Bool

  init(_ open: String, _ close: String, nests: Bool) {
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
    self.nests = nests
  }
}

/// One way to write a string.
struct StringSyntax: Sendable {
  let open: [UInt8]
  let close: [UInt8]
  /// It goes on over ends of lines.
  let multiline: Bool
  /// A backslash takes the byte after it along.
  let escapes: Bool
  var holes: [StringHole]

  init(
    _ open: String, _ close: String? = nil, multiline: Bool = false, escapes: Bool = true,
    holes: [StringHole] = []
  ) {
    self.open = Array(open.utf8)
    self.close = Array((close ?? open).utf8)
    self.multiline = multiline
    self.escapes = escapes
    self.holes = holes
  }
}

/// An interpolation: code within a string, up to the closing bracket that balances the opening one.
struct StringHole: Sendable {
  let open: [UInt8]
  let bracket: UInt8
  let close: UInt8
  /// Writing the opening twice means the character itself.
  let doubles: Bool

  /// `open` ends with the bracket that `close` balances.
  init(_ open: String, _ close: Unicode.Scalar, doubles: Bool = false) {
    self.open = Array(open.utf8)
    self.bracket = self.open.last ?? 0
    self.close = UInt8(ascii: close)
    self.doubles = doubles
  }
}
