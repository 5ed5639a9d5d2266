import Testing

@testable import TextUI

/// Colours can be read on the grounds that they are made for.
@Suite struct ContrastTests {
  /// The contrast of two colours as WCAG 2 counts it.
  private func contrast(_ a: UInt32, _ b: UInt32) -> Double {
    func luminance(_ rgb: UInt32) -> Double {
      func linear(_ shift: UInt32) -> Double {
        let part = Double(rgb >> shift & 0xFF) / 255
        // The curve of sRGB, by its exponent of 2.4.
        var power = (part + 0.055) / 1.055
        power = power * power * fifth(power * power)
        return part <= 0.04045 ? part / 12.92 : power
      }
      return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
    let (light, dark) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The fifth root, by Newton's method.
  private func fifth(_ value: Double) -> Double {
    var root = 1.0
    for _ in 0..<50 where value > 0 { root -= (root - value / (root * root * root * root)) / 5 }
    return value > 0 ? root : 0
  }

  @Test func contrastIsThatOfTheStandard() {
    #expect(abs(contrast(0x000000, 0xFFFFFF) - 21) < 0.01)
    #expect(abs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.01)
    #expect(abs(contrast(0xB86E00, 0xFFFFFF) - 3.99) < 0.01)
  }

  /// CIE L*, how light a colour looks, 0 to 100.
  private func lightness(_ rgb: UInt32) -> Double {
    // The contrast to black is 20 times the luminance, and one more.
    let luminance = (contrast(rgb, 0) - 1) / 20
    var root = 1.0
    for _ in 0..<50 { root -= (root - luminance / (root * root)) / 3 }
    return luminance > 216.0 / 24_389 ? 116 * root - 16 : luminance * 24_389 / 27
  }

  private static let styles =
    Role.allCases.map { Style($0) } + (0..<12).map { Style(.series, amount: $0) }

  private static let grounds: [(Theme, UInt32)] = [
    (.dark, 0x000000), (.dark, 0x002B36), (.dark, 0x282A36), (.light, 0xFFFFFF), (.light, 0xFDF6E3),
  ]

  /// In 24 bits and in the fixed 240, on black, Solarized dark, Dracula, white and Solarized light.
  @Test(arguments: grounds) func everyRoleHasContrast(theme: Theme, ground: UInt32) {
    for style in Self.styles {
      for depth in [ColourDepth.indexed, .direct] {
        let look = theme.look(of: style, depth: depth)
        guard let colour = look.foreground, !look.isBlank else { continue }
        func shown(_ colour: Colour) -> UInt32 {
          depth == .direct ? colour.rgb : Self.fixed(colour.indexed)
        }
        let found = contrast(shown(colour), look.background.map(shown) ?? ground)
        #expect(found >= 4.5, "\(style.role) \(style.amount) on \(theme), \(depth): \(found)")
      }
    }
  }

  /// What is read is in the terminal's own colour.
  @Test(arguments: Theme.allCases) func readingMatterHasTheTerminalsColour(theme: Theme) {
    for role in [Role.text, .strong, .quote, .code] {
      #expect(theme.look(of: Style(role)).foreground == nil)
    }
  }

  /// The sixteen colours of some palettes, and the ground that goes with them.
  private static let palettes: [(name: String, theme: Theme, ground: UInt32, colours: [UInt32])] = [
    ("black", .dark, 0x000000, xterm), ("white", .light, 0xFFFFFF, xterm),
    ("Solarized dark", .dark, 0x002B36, solarized),
    ("Solarized light", .light, 0xFDF6E3, solarized),
    (
      "Dracula", .dark, 0x282A36,
      [
        0x21222C, 0xFF5555, 0x50FA7B, 0xF1FA8C, 0xBD93F9, 0xFF79C6, 0x8BE9FD, 0xF8F8F2, 0x6272A4,
        0xFF6E6E, 0x69FF94, 0xFFFFA5, 0xD6ACFF, 0xFF92DF, 0xA4FFFF, 0xFFFFFF,
      ]
    ),
  ]
  private static let xterm: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F,
    0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
  private static let solarized: [UInt32] = [
    0x073642, 0xDC322F, 0x859900, 0xB58900, 0x268BD2, 0xD33682, 0x2AA198, 0xEEE8D5, 0x002B36,
    0xCB4B16, 0x586E75, 0x657B83, 0x839496, 0x6C71C4, 0x93A1A1, 0xFDF6E3,
  ]

  @Test func theSixteenCanBeReadOnCommonPalettes() {
    for palette in Self.palettes {
      for style in Self.styles {
        let look = palette.theme.look(of: style, depth: .sixteen)
        guard let colour = look.foreground?.ansi else { continue }
        let found = contrast(palette.colours[Int(colour)], palette.ground)
        #expect(found >= 3, "\(style.role) \(style.amount) on \(palette.name): \(found)")
      }
    }
  }

  /// On some palettes bright black is the ground itself.
  @Test(arguments: Theme.allCases) func brightBlackIsNeverUsed(theme: Theme) {
    for style in Self.styles {
      #expect(theme.look(of: style, depth: .sixteen).foreground?.ansi != 8)
    }
  }

  /// Each step of heat looks as large as the next: to a fifth, in fixed colours.
  @Test(arguments: [HeatRamp.dark, .light]) func heatIsEvenInLightness(ramp: HeatRamp) {
    let levels = ramp.grounds.map { lightness(Self.fixed($0.indexed)) }
    let steps = zip(levels, levels.dropFirst()).map { abs($1 - $0) }
    let mean = steps.reduce(0, +) / Double(steps.count)
    #expect(levels == levels.sorted() || levels == levels.sorted(by: >))
    for step in steps { #expect(abs(step - mean) <= mean / 4, "\(steps)") }
    #expect(ramp.grounds.allSatisfy { Self.fixed($0.indexed) == $0.rgb })
  }

  /// Where colours are few the shades themselves tell the heat: a quarter more ink each.
  @Test func heatIsEvenInLightnessWithFewColours() {
    for palette in Self.palettes {
      let look = palette.theme.look(of: .heat(1), depth: .sixteen)
      #expect(look.background == nil && !look.isBlank)
      let ink = look.foreground?.ansi.map { palette.colours[Int($0)] }
      guard let ink else { continue }
      let levels = [0.0, 0.25, 0.5, 0.75, 1].map { share in
        // A shade's strokes are too fine to see: what looks is their share of each colour.
        Self.mixed(palette.ground, ink, share)
      }.map(lightness)
      let steps = zip(levels, levels.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { $0 > 4 }, "\(palette.name): \(levels)")
    }
  }

  private static func mixed(_ a: UInt32, _ b: UInt32, _ share: Double) -> UInt32 {
    [16, 8, 0].reduce(0) { result, shift in
      let (from, to) = (Double(a >> shift & 0xFF), Double(b >> shift & 0xFF))
      return result | UInt32(from + (to - from) * share) << shift
    }
  }

  /// What xterm shows for one of its fixed colours, 16 to 255.
  private static func fixed(_ index: Int) -> UInt32 {
    if index >= 232 { return UInt32(8 + 10 * (index - 232)) * 0x010101 }
    let level: [UInt32] = [0, 95, 135, 175, 215, 255]
    let step = index - 16
    return level[step / 36] << 16 | level[step / 6 % 6] << 8 | level[step % 6]
  }
}
