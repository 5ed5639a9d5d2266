/// A string that a terminal sends, an answer to a question as a rule: `OSC`, `DCS`, `APC`, `PM`, `SOS`.
///
/// Nothing is asked of the terminal yet, so what a string says is dropped; one that says what a
/// screen wants to know would be kept here and become an event where the decoder sees it end.
struct StringSequence {
  enum Step: Equatable {
    case goesOn, ended
    /// The byte belongs to something else, and maybe the `ESC` before it does.
    case broken(byEscape: Bool)
  }

  /// The character that began it after an `ESC`: with Alt it is a key too.
  let opener: Character?
  private(set) var isEmpty = true
  private var isEscaped = false
  /// Bytes that the character which has begun still lacks.
  private var missing = 0

  init(opener: Character?) { self.opener = opener }

  mutating func take(_ byte: UInt8) -> Step {
    defer { isEmpty = false }
    if isEscaped { return byte == 0x5C ? .ended : .broken(byEscape: true) }
    switch byte {
    case 0x07: return .ended
    case 0x1B: isEscaped = true
    // Ctrl-C and whatever else a person types, for whom nothing may be left open.
    case 0x00..<0x20, 0x7F: return .broken(byEscape: false)
    case 0x80..<0xC0 where missing > 0: missing -= 1
    case 0x9C: return .ended
    default: missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
    }
    return .goesOn
  }
}
