import Testing

@testable import TextUI

@Suite struct CanvasTests {
  @Test func drawingStaysInsideTheClip() {
    var canvas = Canvas(size: Size(columns: 6, rows: 3))
    let area = Rect(column: 1, row: 1, columns: 3, rows: 1)
    canvas.clipped(to: area) {
      $0.put("abcdefgh", column: 0, row: 1)
      $0.put("outside", column: 0, row: 0)
      $0.put("x", column: 2, row: 99)
    }
    #expect(canvas.text == ["", " bcd", ""])
  }

  @Test func halfAWideGlyphIsABlank() {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.put("漢字", column: 0, row: 0)
    #expect(canvas.text == ["漢"])
    canvas.put("x", column: 1, row: 0)
    #expect(canvas.text == [" x"])
    canvas.put("漢", column: -1, row: 0)
    #expect(canvas.text == [" x"])
  }

  @Test func everySizeIsDrawable() {
    for (columns, rows) in [(0, 0), (1, 1), (0, 5), (5, 0), (-1, -1)] {
      var canvas = Canvas(size: Size(columns: columns, rows: rows))
      canvas.put("漢字 text", column: -2, row: 0)
      canvas.fill(
        Rect(column: -5, row: -5, columns: 100, rows: 100), with: Cell(Glyph(base: 0x6F22)))
      canvas.restyle(canvas.bounds) { $0.adding(.selected) }
      canvas.rule(row: 0, in: canvas.bounds)
      #expect(canvas.text.count == max(0, rows))
    }
  }
}

@Suite struct ThemeTests {
  /// Nothing is told by colour alone: without colours each meaning still has an attribute, or its
  /// sign is in the text.
  @Test func monoHasNoColours() {
    for role in Role.allCases {
      for amount: UInt8 in [0, 100, 255] {
        let look = Theme.mono.look(of: Style(role, amount: amount, [.matched, .selected]))
        #expect(look.foreground == nil && look.background == nil && look.reverse)
      }
    }
  }

  @Test func coloursFindTheirNearestFixedOne() {
    #expect(Colour(0x000000, ansi: 0).indexed == 16)
    #expect(Colour(0xFFFFFF, ansi: 15).indexed == 231)
    #expect(Colour(0x5FAFD7, ansi: 6).indexed == 74)
    #expect(Colour(0x8A8A8A, ansi: 8).indexed == 245)
  }

  @Test func heatOutOfBoundsIsTheNearest() {
    #expect(Style.heat(.nan) == Style.heat(0) && Style.heat(7) == Style.heat(1))
  }

  @Test func asciiFormsAreOneColumn() {
    for scalar in UInt32(0)...0x2FFFF { #expect(ASCIIForm.of(scalar) < 0x80) }
    #expect("é→•─".unicodeScalars.map { ASCIIForm.of($0.value) } == Array("e>*-".utf8))
  }
}
