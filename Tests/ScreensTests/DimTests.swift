import TestSupport
import Testing
import TextUI

@testable import Screens

/// Dim is for labels, units, and what is not computed yet; what is explained is read, and not dim.
@Suite struct DimTests {
  /// More words in a row are a sentence.
  private static let most = 8
  private static let sizes = [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

  @Test(arguments: Place.all, sizes) func noSentenceIsDim(_ place: Place, _ size: Size) {
    let canvas = place.script(columns: size.columns, rows: size.rows).canvas
    // The header tells how far along, the footer what keys do.
    for row in 1..<size.rows - 1 {
      var run: [Cell] = []
      func check() {
        let words = run.text.split(separator: " ").count {
          $0.count > 1 && $0.allSatisfy { $0.isLetter || ",.;:'".contains($0) }
        }
        #expect(words <= Self.most, "\(place.name): \(run.text)")
      }
      for column in 0..<size.columns {
        guard let cell = canvas[column, row] else { continue }
        let isBlank = cell.glyph.isSpace
        let isGap = isBlank && run.last?.glyph.isSpace ?? true
        if isGap || !isBlank && cell.style.role != .muted {
          check()
          run = []
        } else {
          run.append(cell)
        }
      }
      check()
    }
  }
}
