/// A colour in every depth that terminals have.
package struct Colour: Equatable, Hashable, Sendable {
  /// 24 bits: 0xRRGGBB.
  package var rgb: UInt32
  /// The nearest in meaning of the sixteen ANSI colours; nil for the terminal's own, where none can
  /// be read on every palette.
  package var ansi: UInt8?

  /// From 24 bits and the ANSI colour for terminals with few.
  package init(_ rgb: UInt32, ansi: UInt8? = nil) {
    self.rgb = rgb
    self.ansi = ansi
  }

  private func part(_ shift: UInt32) -> Int { Int(rgb >> shift & 0xFF) }

  /// The nearest of xterm's 240 fixed colours (16…255).
  package var indexed: Int {
    let (red, green, blue) = (part(16), part(8), part(0))
    func step(_ value: Int) -> Int { value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    func distance(_ r: Int, _ g: Int, _ b: Int) -> Int {
      (r - red) * (r - red) + (g - green) * (g - green) + (b - blue) * (b - blue)
    }
    let (r, g, b) = (step(red), step(green), step(blue))
    let grey = min(23, max(0, ((red + green + blue) / 3 - 3) / 10))
    let greyLevel = 8 + 10 * grey
    return distance(level(r), level(g), level(b)) <= distance(greyLevel, greyLevel, greyLevel)
      ? 16 + 36 * r + 6 * g + b : 232 + grey
  }
}

/// How many colours a terminal shows.
package enum ColourDepth: Comparable, Sendable {
  case none, eight, sixteen, indexed, direct
}
