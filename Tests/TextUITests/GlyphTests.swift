import Testing

@testable import TextUI

@Suite struct GlyphTests {
  private func shown(_ text: String) -> String { [Cell](text).text }

  @Test func controlsBecomePictures() {
    #expect(shown("a\u{1B}[2Jb\u{7}\u{7F}") == "a␛[2Jb␇␡")
    #expect(shown("\u{9B}31m\u{90}") == "␦31m␦")
    #expect(shown("a\r\nb\tc") == "a␊b c")
  }

  @Test func directionOverridesAndInvisibleScalarsAreSeen() {
    #expect(shown("a\u{202E}b\u{2066}c") == "a⇄b⇄c")
    #expect(shown("\u{200B}") == "◌")
    #expect(shown("co\u{AD}op") == "coop")
    #expect(shown("\u{E0041}") == "◌")
    #expect(shown("caf\u{10FFE9}") == "caf\u{FFFD}")
  }

  @Test func clustersThatTerminalsDisagreeOnAreMadePlain() {
    #expect(shown("👩\u{200D}🔬") == "👩")
    #expect(shown("👍🏽") == "👍")
    #expect(shown("❤\u{FE0F}") == "❤")
    #expect(shown("🇫🇷🇩🇪 🇫") == "FRDE F")
    #expect(shown("e\u{301}") == "e\u{301}")
  }

  @Test func whatStandsAloneIsReadAsAllElse() {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["\(scalar)", "a\(scalar)", "\(scalar)e", "·\(scalar)─"] {
        var (alone, parts) = ([Glyph](), [Glyph]())
        Glyph.each(in: text) { alone.append($0) }
        for character in text { Glyph.each(in: character) { parts.append($0) } }
        #expect(alone == parts)
      }
    }
  }

  @Test func widthsAreThoseOfTheTerminal() {
    #expect("漢字".displayWidth == 4)
    #expect("e\u{301}x".displayWidth == 2)
    #expect("👩\u{200D}🔬!".displayWidth == 3)
    #expect("".displayWidth == 0)
    #expect([Cell]("漢a").map(\.glyph.width) == [2, 0, 1])
  }

  /// Whatever scalar comes: no control character, no direction mark, and the declared width.
  @Test func noScalarGetsThroughThatCouldHarm() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      Glyph.each(in: String(Character(scalar))) { glyph in
        for shown in glyph.scalars {
          let isControl = shown.value < 0x20 || (0x7F..<0xA0).contains(shown.value)
          let isDirection =
            (0x202A...0x202E).contains(shown.value) || (0x2066...0x2069).contains(shown.value)
          if isControl || isDirection { Issue.record("U+\(String(value, radix: 16))") }
        }
      }
    }
  }

  @Test func shorteningKeepsTheWidth() {
    #expect([Cell]("abcdef").shortened(to: 4).text == "abc…")
    #expect([Cell]("漢字漢字").shortened(to: 4).text == "漢 …")
    #expect([Cell]("ab").shortened(to: 4).text == "ab")
    #expect([Cell]("ab").shortened(to: 0).isEmpty)
  }
}
