/// How roles look: colours on a dark or a light ground, or attributes alone.
package enum Theme: String, CaseIterable, Sendable {
  case dark, light, mono

  /// A style as a terminal draws it; nil is the terminal's own colour.
  package struct Look: Equatable, Hashable, Sendable {
    package var foreground: Colour?
    /// The colour behind the text.
    package var background: Colour?
    package var bold = false
    package var dim = false
    package var italic = false
    package var underline = false
    /// Foreground and background swapped.
    package var reverse = false
    /// Whether the ground tells all, so that the glyph on it is left out.
    package var isBlank = false
  }

  /// The theme for a terminal whose ground has that colour.
  package init(ground: Colour) { self = ground.isLight ? .light : .dark }

  /// The look of a style. What matters is told by an attribute or a sign too, never by colour alone.
  /// A reader's own colours stand in the place of the theme's.
  package func look(
    of style: Style, depth: ColourDepth = .direct, own: [Role: Colour] = [:]
  ) -> Look {
    var look = Look()
    let attributes = style.attributes
    look.bold = attributes.contains(.bold)
    look.italic = attributes.contains(.italic)
    look.underline = attributes.contains(.underline)
    look.dim = attributes.contains(.struck)
    if self == .mono {
      applyMono(style, to: &look)
    } else {
      look.foreground = own[style.role] ?? colour(of: style)
      if style.role == .link { look.underline = true }
      if depth >= .indexed { applyHeat(style, to: &look) }
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
    case .text, .maths, .quote, .marker, .code, .codeString, .codeNumber, .series, .heat, .heated,
      .query, .key, .value:
      break
    }
  }

  private func applyHeat(_ style: Style, to look: inout Look) {
    guard style.role == .heat || style.role == .heated else { return }
    let ground = (self == .light ? HeatRamp.light : .dark).ground(of: style.amount)
    look.background = ground
    look.foreground = HeatRamp.text(on: ground)
    look.isBlank = style.role == .heat
  }
}

extension Colour {
  /// Whether black is easier to read on it than white.
  fileprivate var isLight: Bool { HeatRamp.text(on: self).rgb == 0 }
}
