import TextUI

/// What holds of everything that is drawn, whatever it was drawn from.
enum Harmless {
  /// No scalar that a terminal would act on instead of showing it.
  static func check(_ text: String, _ place: @autoclosure () -> String) throws(Broken) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xE0000...0xE007F:
        throw Broken(
          message: "\(place()): U+\(String(scalar.value, radix: 16)) in \(text.debugDescription)")
      default: break
      }
    }
  }

  /// Every glyph whole and inside, the cursor too.
  static func check(_ canvas: Canvas) throws(Broken) {
    let size = canvas.size
    try Broken.unless(canvas.cells.count == size.columns * size.rows, "cells outside \(size)")
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let glyph = canvas.cells[row * size.columns + column].glyph
        if glyph.base < 0x300, glyph.base >= 0x20, glyph.mark == 0 {
          try Broken.unless(
            glyph.base < 0x7F || glyph.base >= 0xA0, "a control at \(column),\(row)")
          continue
        }
        let before = column > 0 ? canvas.cells[row * size.columns + column - 1].glyph.width : 0
        try Broken.unless(
          (glyph == .tail) == (before == 2), "half a wide glyph at \(column),\(row) of \(size)")
        try Broken.unless(
          glyph.width < 2 || column + 1 < size.columns, "a wide glyph over the edge of \(size)")
        for scalar in glyph.scalars { try check(String(scalar), "\(column),\(row) of \(size)") }
      }
    }
    if let cursor = canvas.cursor {
      try Broken.unless(canvas.bounds.contains(cursor), "the cursor at \(cursor), outside \(size)")
    }
  }
}
