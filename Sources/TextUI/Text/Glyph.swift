/// What one position of the screen shows: a spacing scalar with up to two combining marks.
///
/// A glyph can only be made from text through `Glyph.each`, which replaces whatever could
/// harm a terminal or is drawn differently by different terminals, so a cell is harmless by
/// construction: no control character, escape sequence or text direction override gets in.
package struct Glyph: Equatable, Hashable, Sendable {
  /// The spacing scalar; 0 in the second column of a wide glyph.
  package let base: UInt32
  /// The first combining mark, or 0.
  package let mark: UInt32
  /// The second combining mark, or 0.
  package let secondMark: UInt32

  /// A blank.
  package static let space = Glyph(base: 0x20)
  /// The second column of the wide glyph to its left.
  package static let tail = Glyph(base: 0)

  init(base: UInt32, mark: UInt32 = 0, secondMark: UInt32 = 0) {
    self.base = base
    self.mark = mark
    self.secondMark = secondMark
  }

  /// Display columns: 1, 2, or 0 for the tail of a wide glyph.
  package var width: Int {
    base == 0 ? 0 : base < 0x300 ? 1 : ScalarWidth.of(base) == .two ? 2 : 1
  }

  /// Whether it is a blank, where a line may be broken.
  package var isSpace: Bool { base == 0x20 }

  /// Whether it is one of the digits 0 to 9.
  package var isDigit: Bool { (0x30...0x39).contains(base) }

  /// Whether it is a letter of any script.
  package var isLetter: Bool { Unicode.Scalar(base)?.properties.isAlphabetic ?? false }

  /// The scalars in order, as a terminal receives them; empty for a tail.
  package var scalars: [Unicode.Scalar] {
    [base, mark, secondMark].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }

  /// Adds what `scalars` holds to a text, without an array between.
  func add(to text: inout String) {
    func add(_ value: UInt32) {
      guard value != 0, let scalar = Unicode.Scalar(value) else { return }
      text.unicodeScalars.append(scalar)
    }
    add(base)
    add(mark)
    add(secondMark)
  }
}

extension Glyph {
  /// Calls `body` with each glyph that `text` is drawn as, in order.
  ///
  /// Controls become their control pictures, direction overrides `⇄`, invisible scalars `◌`,
  /// flags the letters of their country; a joined emoji is its first part; unassigned scalars are `□`.
  package static func each(in text: some StringProtocol, _ body: (Glyph) -> Void) {
    guard text.unicodeScalars.allSatisfy(standsAlone) else {
      for character in text { each(in: character, body) }
      return
    }
    for scalar in text.unicodeScalars { body(Glyph(base: scalar.value)) }
  }

  /// Whether it is drawn as it is, whatever stands beside it: most of what numbers and their tables
  /// are made of. To cut such a text into characters takes longer than all else that is done with it.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xB7, 0xD7, 0x2212, 0x2500...0x259F: true
    default: false
    }
  }

  static func each(in character: Character, _ body: (Glyph) -> Void) {
    if let ascii = character.asciiValue, character != "\r\n" {
      return body(Glyph(base: ascii < 0x20 || ascii == 0x7F ? picture(ascii) : UInt32(ascii)))
    }
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return }
    if character == "\r\n" { return body(Glyph(base: 0x240A)) }
    if (0x1F1E6...0x1F1FF).contains(first.value) {
      for scalar in scalars where (0x1F1E6...0x1F1FF).contains(scalar.value) {
        body(Glyph(base: scalar.value - 0x1F1E6 + 0x41))
      }
      return
    }
    let isEmoji = first.properties.isEmojiPresentation || first.properties.isEmojiModifierBase
    var base: UInt32 = 0
    var marks: (UInt32, UInt32) = (0, 0)
    for scalar in scalars {
      switch ScalarWidth.of(scalar.value) {
      case .zero where base != 0:
        guard isMark(scalar) else { continue }
        if marks.0 == 0 { marks.0 = scalar.value } else if marks.1 == 0 { marks.1 = scalar.value }
      case .zero, .one, .two, .unknown, .control, .direction, .dropped:
        guard let visible = visible(scalar) else { continue }
        if base != 0 {
          body(Glyph(base: base, mark: marks.0, secondMark: marks.1))
          marks = (0, 0)
        }
        base = visible
      }
      if isEmoji { break }
    }
    if base != 0 { body(Glyph(base: base, mark: marks.0, secondMark: marks.1)) }
  }

  private static func visible(_ scalar: Unicode.Scalar) -> UInt32? {
    // What stands for a byte of a file's name that is not text.
    if scalar.value >= 0x10FF80 { return 0xFFFD }
    return switch ScalarWidth.of(scalar.value) {
    case .one, .two: scalar.value
    case .zero: isMark(scalar) ? 0x25CC : scalar.value == 0xFEFF ? nil : 0x25CC
    case .unknown: 0x25A1
    case .direction: 0x21C4
    case .dropped: nil
    case .control: scalar.value < 0x80 ? picture(UInt8(scalar.value)) : 0x2426
    }
  }

  private static func picture(_ control: UInt8) -> UInt32 {
    control == 0x7F ? 0x2421 : control == 0x09 ? 0x20 : 0x2400 + UInt32(control)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      !(0xFE00...0xFE0F).contains(scalar.value) && scalar.value < 0xE0000 && scalar.value != 0x20E3
    default: false
    }
  }
}

extension StringProtocol {
  /// Columns that the text takes on the screen, as `Glyph.each` draws it.
  package var displayWidth: Int {
    var width = 0
    Glyph.each(in: self) { width += $0.width }
    return width
  }
}
