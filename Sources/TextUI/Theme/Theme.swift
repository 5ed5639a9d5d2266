/// How roles look: colours on a dark or a light ground, or attributes alone.
package enum Theme: String, CaseIterable, Sendable {
  case dark, light, mono

  /// A style as a terminal draws it; nil is the terminal's own colour.
  package struct Look: Equatable, Hashable, Sendable {
    /// The colour of the text.
    package var foreground: Colour?
    /// The colour behind it.
    package var background: Colour?
    /// Heavier strokes.
    package var bold = false
    /// Fainter.
    package var dim = false
    /// Slanted.
    package var italic = false
    /// Underlined.
    package var underline = false
    /// Foreground and background swapped.
    package var reverse = false
  }

  /// The look of a style. What matters is told by an attribute or a sign too, never by colour alone.
  package func look(of style: Style) -> Look {
    var look = Look()
    let attributes = style.attributes
    look.bold = attributes.contains(.bold)
    look.italic = attributes.contains(.italic)
    look.underline = attributes.contains(.underline)
    look.dim = attributes.contains(.struck)
    if self == .mono {
      applyMono(style, to: &look)
    } else {
      look.foreground = foreground(style)
      if style.role == .link { look.underline = true }
      if style.role == .heat { applyHeat(style.amount, to: &look) }
      if style.role == .title { look.reverse = false }
    }
    if attributes.contains(.selected) { look.reverse = true }
    if attributes.contains(.matched) {
      if self == .mono {
        look.reverse = true
      } else {
        look.foreground = Colour(0x1C1C1C, ansi: 0)
        look.background = Colour(0xE5C07B, ansi: 3)
      }
    }
    if attributes.contains(.current) {
      look.reverse = true
      look.bold = true
    }
    return look
  }

  private func applyMono(_ style: Style, to look: inout Look) {
    switch style.role {
    case .heading, .strong, .title, .good, .bad, .warning, .accent, .codeKeyword: look.bold = true
    case .link: look.underline = true
    case .muted, .codeComment: look.dim = true
    // A shade's own strokes tell its heat; swapped with the ground the hottest would be blank.
    case .text, .maths, .quote, .marker, .code, .codeString, .codeNumber, .series, .heat: break
    }
  }

  private func foreground(_ style: Style) -> Colour? {
    let dark = self == .dark
    switch style.role {
    case .text, .strong, .quote, .heat, .code: return nil
    case .title: return dark ? Colour(0xFFFFFF, ansi: 15) : Colour(0x000000, ansi: 0)
    case .heading: return dark ? Colour(0x87AFFF, ansi: 6) : Colour(0x005FAF, ansi: 4)
    case .muted, .codeComment: return dark ? Colour(0x8A8A8A, ansi: 8) : Colour(0x6C6C6C, ansi: 8)
    case .accent: return dark ? Colour(0x5FD7FF, ansi: 6) : Colour(0x00708F, ansi: 6)
    case .link: return dark ? Colour(0x5FAFD7, ansi: 6) : Colour(0x005F87, ansi: 4)
    case .maths: return dark ? Colour(0xD7AFFF, ansi: 5) : Colour(0x7F3FBF, ansi: 5)
    case .marker: return dark ? Colour(0xAFAFAF, ansi: 7) : Colour(0x4E4E4E, ansi: 0)
    case .codeKeyword: return dark ? Colour(0xD787AF, ansi: 5) : Colour(0xAF005F, ansi: 5)
    case .codeString: return dark ? Colour(0xAFD787, ansi: 2) : Colour(0x4E7A00, ansi: 2)
    case .codeNumber: return dark ? Colour(0xD7AF87, ansi: 3) : Colour(0x8A4B00, ansi: 3)
    case .good: return dark ? Colour(0x87D787, ansi: 2) : Colour(0x006F00, ansi: 2)
    case .bad: return dark ? Colour(0xFF8787, ansi: 1) : Colour(0xC00000, ansi: 1)
    case .warning: return dark ? Colour(0xE5C07B, ansi: 3) : Colour(0x8A5A00, ansi: 3)
    case .series: return series(Int(style.amount))
    }
  }

  /// Colours of series, told apart by the colour-blind too (after Okabe and Ito).
  private func series(_ index: Int) -> Colour {
    let dark: [Colour] = [
      Colour(0x56B4E9, ansi: 6), Colour(0xE69F00, ansi: 3), Colour(0x009E73, ansi: 2),
      Colour(0xCC79A7, ansi: 5), Colour(0xF0E442, ansi: 11), Colour(0xD55E00, ansi: 1),
    ]
    let light: [Colour] = [
      Colour(0x0072B2, ansi: 4), Colour(0xA66300, ansi: 3), Colour(0x007A58, ansi: 2),
      Colour(0xA0507C, ansi: 5), Colour(0x7A7200, ansi: 3), Colour(0xB34700, ansi: 1),
    ]
    return (self == .dark ? dark : light)[index % dark.count]
  }

  /// A scale from dark blue to yellow (after cividis), even in lightness, so that it reads in
  /// grey and to the colour-blind.
  private func applyHeat(_ amount: UInt8, to look: inout Look) {
    let stops = [
      Colour(0x00224E, ansi: 4), Colour(0x35456C, ansi: 4), Colour(0x666970, ansi: 8),
      Colour(0x948E77, ansi: 7), Colour(0xC8B866, ansi: 3), Colour(0xFEE838, ansi: 11),
    ]
    let position = Double(amount) / 255 * Double(stops.count - 1)
    let index = min(Int(position), stops.count - 2)
    look.background = stops[index].mixed(with: stops[index + 1], position - Double(index))
    // The denser the shade, the more of the brightest colour: both say the same.
    look.foreground = stops[stops.count - 1]
  }
}
