extension Colour {
  /// The names of the sixteen colours that each terminal has its own idea of, in their order.
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]
  /// The same as xterm has them, for terminals with more.
  private static let shades: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// A colour as a config file names it: `#7aa2f7`, `cyan`, `bright blue`; nil for anything else.
  package init?(name: String) {
    let words = name.lowercased().split(separator: " ")
    if name.hasPrefix("#"), name.utf8.count == 7, let rgb = UInt32(name.dropFirst(), radix: 16) {
      self = Colour(rgb, nearestIn: Self.shades)
      return
    }
    let isBright = words.count == 2 && words[0] == "bright"
    guard words.count == 1 || isBright, let last = words.last,
      let index = Self.names.firstIndex(of: String(last))
    else { return nil }
    let number = index + (isBright ? 8 : 0)
    self = Colour(Self.shades[number], ansi: UInt8(number))
  }

  /// With the nearest of the sixteen, for terminals that have no more.
  private init(_ rgb: UInt32, nearestIn shades: [UInt32]) {
    func distance(_ other: UInt32) -> Int {
      [16, 8, 0].reduce(0) { sum, shift in
        let part = Int(rgb >> UInt32(shift) & 0xFF) - Int(other >> UInt32(shift) & 0xFF)
        return sum + part * part
      }
    }
    let nearest = shades.indices.min { distance(shades[$0]) < distance(shades[$1]) } ?? 7
    self.init(rgb, ansi: UInt8(nearest))
  }
}
