import CVTerm

/// One cell of a terminal's screen.
package struct TestCell: Equatable, Sendable {
  /// The character; a blank in an empty cell, nothing in the second half of a wide character.
  package var text = " "
  /// The colour of the character.
  package var foreground = TestColour.standard
  /// The colour behind it.
  package var background = TestColour.standard
  /// Whether it is bold.
  package var isBold = false
  /// Whether it is italic.
  package var isItalic = false
  /// Whether it is underlined.
  package var isUnderlined = false
  /// Whether foreground and background are swapped.
  package var isReversed = false
  /// Whether it is struck through.
  package var isStruck = false

  /// A cell that nothing was written to.
  package static let blank = TestCell()
}

/// A colour as the program asked for it.
package enum TestColour: Hashable, Sendable {
  case standard
  case index(Int)
  case rgb(UInt8, UInt8, UInt8)
}

extension TestCell {
  init(_ cell: VTermScreenCell) {
    let scalars = [
      cell.chars.0, cell.chars.1, cell.chars.2, cell.chars.3, cell.chars.4, cell.chars.5,
    ]
    if scalars[0] == .max {
      text = ""
    } else if scalars[0] != 0 {
      let present = scalars.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
      text = String(String.UnicodeScalarView(present))
    }
    foreground = TestColour(cell.fg, standard: VTERM_COLOR_DEFAULT_FG)
    background = TestColour(cell.bg, standard: VTERM_COLOR_DEFAULT_BG)
    isBold = cell.attrs.bold != 0
    isItalic = cell.attrs.italic != 0
    isUnderlined = cell.attrs.underline != 0
    isReversed = cell.attrs.reverse != 0
    isStruck = cell.attrs.strike != 0
  }
}

extension TestColour {
  fileprivate init(_ colour: VTermColor, standard: VTermColorType) {
    let type = UInt32(colour.type)
    if type & standard.rawValue != 0 {
      self = .standard
    } else if type & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      self = .index(Int(colour.indexed.idx))
    } else {
      self = .rgb(colour.rgb.red, colour.rgb.green, colour.rgb.blue)
    }
  }
}
