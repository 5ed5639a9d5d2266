/// The colours of roles on a dark and on a light ground: none is brighter than it must be.
///
/// In 256 and 24-bit colours each has a contrast of 4.5 to 1 or more on black, Solarized dark and
/// Dracula, or on white and Solarized light. The sixteen are the terminal's own, which a palette may
/// make anything of: those named here have 3 to 1 on all five. Bright black is on some the ground
/// itself, and is never used; a role without a colour that can be read everywhere has the text's.
extension Theme {
  func colour(of style: Style) -> Colour? {
    if style.role == .series { return series(Int(style.amount)) }
    return self == .light ? Self.onLight(style.role) : Self.onDark(style.role)
  }

  private static func onDark(_ role: Role) -> Colour? {
    switch role {
    case .text, .strong, .title, .quote, .code, .heated, .series: nil
    case .heading: Colour(0x87AFFF, ansi: 12)
    case .muted, .codeComment: Colour(0x9E9E9E)
    case .accent: Colour(0x5FD7FF, ansi: 6)
    case .link: Colour(0x5FAFD7, ansi: 6)
    case .maths: Colour(0xD7AFFF, ansi: 5)
    case .marker: Colour(0xAFAFAF)
    case .codeKeyword: Colour(0xD787AF, ansi: 5)
    case .codeString: Colour(0xAFD787, ansi: 2)
    case .codeNumber: Colour(0xD7AF87, ansi: 3)
    case .good: Colour(0x87D787, ansi: 2)
    case .bad: Colour(0xFF8787, ansi: 1)
    case .warning, .heat: Colour(0xE5C07B, ansi: 3)
    case .query: Colour(0x5FAFFF, ansi: 12)
    case .key: Colour(0xFF87D7, ansi: 5)
    case .value: Colour(0x87D75F, ansi: 2)
    }
  }

  private static func onLight(_ role: Role) -> Colour? {
    switch role {
    case .text, .strong, .title, .quote, .code, .heated, .series: nil
    case .heading: Colour(0x005FAF, ansi: 4)
    case .muted, .codeComment: Colour(0x6C6C6C)
    case .accent: Colour(0x006F8F, ansi: 4)
    case .link: Colour(0x005F87, ansi: 4)
    case .maths: Colour(0x7F3FBF, ansi: 5)
    case .marker: Colour(0x4E4E4E)
    case .codeKeyword: Colour(0xAF005F, ansi: 5)
    case .codeString: Colour(0x3F6600)
    case .codeNumber: Colour(0x8A4B00)
    case .good: Colour(0x006F00)
    case .bad: Colour(0xC00000, ansi: 1)
    case .warning, .heat: Colour(0x8A5A00)
    case .query: Colour(0x005FD7, ansi: 4)
    case .key: Colour(0xAF0087, ansi: 5)
    case .value: Colour(0x2F6B00)
    }
  }

  /// Colours of series, told apart by the colour-blind too (after Okabe and Ito).
  private func series(_ index: Int) -> Colour {
    let colours: [Colour] =
      self == .light
      ? [
        Colour(0x0072B2, ansi: 4), Colour(0x8A5200), Colour(0x00664A), Colour(0x87396B, ansi: 5),
        Colour(0x7A7200), Colour(0xA62E00, ansi: 1),
      ]
      : [
        Colour(0x56B4E9, ansi: 6), Colour(0xE69F00, ansi: 3), Colour(0x22B88C, ansi: 2),
        Colour(0xCC79A7, ansi: 5), Colour(0xF0E442, ansi: 11), Colour(0xEE7733, ansi: 1),
      ]
    return colours[index % colours.count]
  }
}
