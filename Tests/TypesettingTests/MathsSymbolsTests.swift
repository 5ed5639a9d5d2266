import Testing
import TextUI

@testable import Typesetting

@Suite struct MathsSymbolsTests {
  private static let triples = [
    MathsLetters.greek, MathsLetters.signs, MathsLetters.dots, MathsOperators.big,
    MathsOperators.binary, MathsOperators.relations, MathsOperators.opening,
    MathsOperators.closing, MathsRarities.letters, MathsRarities.dots, MathsRarities.big,
    MathsRarities.binary, MathsRarities.relations, MathsRarities.negated, MathsRarities.arrows,
    MathsRarities.opening, MathsRarities.closing,
  ].flatMap { $0 }

  @Test func plainSpellingsAreASCII() {
    for (name, _, plain) in Self.triples {
      #expect(!plain.isEmpty && plain.unicodeScalars.allSatisfy { $0.isASCII }, "\(name)")
    }
  }

  @Test func glyphsAreOneScalarOrAName() {
    for (name, glyph, _) in Self.triples {
      #expect(glyph.unicodeScalars.count == 1 || glyph == "mod", "\(name)")
    }
  }

  @Test func glyphsAreOneColumnWide() {
    for (name, glyph, _) in Self.triples where glyph != "mod" {
      #expect(glyph.displayWidth == 1, "\(name)")
    }
  }

  @Test func namesAreUnique() {
    let names =
      Self.triples.map(\.0) + MathsLetters.functions + MathsLetters.limits.map(\.0)
      + MathsRarities.functions + MathsRarities.limits.map(\.0)
    #expect(Set(names).count == names.count)
    for name in names { #expect(MathsSymbols.named(name) != nil, "\(name)") }
  }

  @Test func everyGreekLetterOfTeX() {
    let glyphs = Set(MathsLetters.greek.map(\.1)).joined()
    for scalar in "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϵϑϖϱςϕϰ".unicodeScalars {
      #expect(glyphs.unicodeScalars.contains(scalar), "\(scalar)")
    }
  }

  @Test func smallLettersThatUnicodeHas() {
    #expect(MathsScripts.lowered("aehijklmnoprstuvx0123456789") == "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₀₁₂₃₄₅₆₇₈₉")
    #expect(MathsScripts.raised("0123456789+−=()ni") == "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
    #expect(MathsScripts.raised("q") == nil)
    for letter in "bcdfgqwyzQ" { #expect(MathsScripts.lowered(String(letter)) == nil) }
  }
}
