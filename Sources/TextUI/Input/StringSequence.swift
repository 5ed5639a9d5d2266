/// A string that a terminal sends, an answer to a question as a rule: `OSC`, `DCS`, `APC`, `PM`, `SOS`.
///
/// The one that is asked for is the colour of the ground (`OSC 11`); what another says is dropped.
struct StringSequence {
  enum Step: Equatable {
    case goesOn, ended
    /// The byte belongs to something else, and maybe the `ESC` before it does.
    case broken(byEscape: Bool)
  }

  /// The character that began it after an `ESC`: with Alt it is a key too.
  let opener: Character?
  private(set) var isEmpty = true
  /// The beginning of what it says: more than the answer to a question has.
  private var text: [UInt8] = []
  private static let mostKept = 40
  private var isEscaped = false
  /// Bytes that the character which has begun still lacks.
  private var missing = 0

  init(opener: Character?) { self.opener = opener }

  mutating func take(_ byte: UInt8) -> Step {
    defer { isEmpty = false }
    if text.count < Self.mostKept { text.append(byte) }
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

  /// The colour of the terminal's ground, where that is what it told: `11;rgb:` and three parts of
  /// one to four hexadecimal digits (xterm, "Operating System Commands").
  var ground: Colour? {
    guard opener.map({ $0 == "]" }) ?? true, text.count < Self.mostKept else { return nil }
    let answer = text.prefix { $0 >= 0x20 && $0 < 0x7F }
    guard answer.starts(with: "11;rgb".utf8), let colon = answer.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let parts = answer[(colon + 1)...].split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    // A fourth part is how opaque it is.
    guard parts.count == 3 || parts.count == 4 else { return nil }
    var rgb: UInt32 = 0
    for part in parts.prefix(3) {
      guard (1...4).contains(part.count),
        let value = UInt32(String(decoding: part, as: UTF8.self), radix: 16)
      else { return nil }
      rgb = rgb << 8 | value * 255 / (1 << (4 * UInt32(part.count)) - 1)
    }
    return Colour(rgb)
  }
}
