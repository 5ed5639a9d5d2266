import TextUI

/// A glyph that is a shape of the cell itself: a line, a block, a shade.
struct CellShape: Equatable {
  /// A rectangle in parts of the cell, from its top left corner.
  struct Part: Equatable {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
  }

  let parts: [Part]
  /// How much of the colour there is.
  let density: Double

  /// Nil for a glyph that a font draws.
  init?(_ glyph: Glyph) {
    guard glyph.mark == 0 else { return nil }
    density = glyph.base >= 0x2591 && glyph.base <= 0x2593 ? Double(glyph.base - 0x2590) / 4 : 1
    switch glyph.base {
    case 0x2580: parts = [Part(left: 0, top: 0, right: 1, bottom: 0.5)]
    case 0x2581...0x2588:
      let height = Double(glyph.base - 0x2580) / 8
      parts = [Part(left: 0, top: 1 - height, right: 1, bottom: 1)]
    case 0x2589...0x258F:
      parts = [Part(left: 0, top: 0, right: Double(0x2590 - glyph.base) / 8, bottom: 1)]
    case 0x2590: parts = [Part(left: 0.5, top: 0, right: 1, bottom: 1)]
    case 0x2591...0x2593: parts = [Part(left: 0, top: 0, right: 1, bottom: 1)]
    case 0x2594: parts = [Part(left: 0, top: 0, right: 1, bottom: 0.125)]
    case 0x2595: parts = [Part(left: 0.875, top: 0, right: 1, bottom: 1)]
    default:
      guard let arms = Self.arms[glyph.base] else { return nil }
      parts = arms.map(Self.arm)
    }
  }

  /// Lines by their strokes, as `arm` reads them: from side to side, or from the middle to a side.
  private static let arms: [UInt32: String] = [
    0x2500: "-", 0x2501: "=", 0x2502: "|", 0x2503: "H", 0x250C: "rd", 0x2510: "ld", 0x2514: "ru",
    0x2518: "lu", 0x251C: "|r", 0x2524: "|l", 0x252C: "-d", 0x2534: "-u", 0x253C: "-|",
    0x256D: "rd", 0x256E: "ld", 0x256F: "lu", 0x2570: "ru", 0x2574: "l", 0x2575: "u", 0x2576: "r",
    0x2577: "d",
  ]

  private static func arm(_ letter: Character) -> Part {
    // A cell is twice as high as wide: these strokes are equally thick.
    let (x, y) = (0.06, 0.03)
    return switch letter {
    case "-": Part(left: 0, top: 0.5 - y, right: 1, bottom: 0.5 + y)
    case "=": Part(left: 0, top: 0.5 - 2 * y, right: 1, bottom: 0.5 + 2 * y)
    case "|": Part(left: 0.5 - x, top: 0, right: 0.5 + x, bottom: 1)
    case "H": Part(left: 0.5 - 2 * x, top: 0, right: 0.5 + 2 * x, bottom: 1)
    case "l": Part(left: 0, top: 0.5 - y, right: 0.5 + x, bottom: 0.5 + y)
    case "r": Part(left: 0.5 - x, top: 0.5 - y, right: 1, bottom: 0.5 + y)
    case "u": Part(left: 0.5 - x, top: 0, right: 0.5 + x, bottom: 0.5 + y)
    default: Part(left: 0.5 - x, top: 0.5 - y, right: 0.5 + x, bottom: 1)
    }
  }
}
