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

  @Test(arguments: [(Theme.light, 0xFFFFFF as UInt32), (.dark, 0x000000)])
  func everyRoleHasContrast(theme: Theme, ground: UInt32) {
    let roles: [Role] = [
      .title, .heading, .muted, .accent, .link, .maths, .marker, .codeKeyword, .codeString,
      .codeNumber, .codeComment, .good, .bad, .warning,
    ]
    let styles =
      roles.map { Style($0) } + (0..<12).map { Style(.series, amount: $0) }
    for style in styles {
      guard let colour = theme.look(of: style).foreground else { continue }
      let found = contrast(colour.rgb, ground)
      #expect(found >= 4.5, "\(style.role) \(style.amount) on \(theme): \(found)")
    }
  }
}
