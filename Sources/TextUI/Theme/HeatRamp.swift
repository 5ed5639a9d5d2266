/// Seven grounds from little to much, even in lightness (each step 13 to 15 of CIE L*), so that they
/// read in grey and to the colour-blind; all are of xterm's 256 colours, so that fewer bytes are
/// sent and no terminal rounds them. Hues after cividis (Nuñez, Anderton and Renslow 2018).
package struct HeatRamp: Sendable {
  /// From a heat of 0 to one of 1.
  package let grounds: [Colour]

  /// From near black to yellow, for dark grounds.
  package static let dark = HeatRamp(
    grounds: [0x262626, 0x444444, 0x626262, 0x87875F, 0xAFAF5F, 0xD7D75F, 0xFFFF5F].map {
      Colour($0)
    })
  /// From near white to black, for light grounds.
  package static let light = HeatRamp(
    grounds: [0xFFFFD7, 0xD7D787, 0xAFAF5F, 0x87875F, 0x626262, 0x444444, 0x262626].map {
      Colour($0)
    })

  /// The ground of a heat of 0…255.
  package func ground(of amount: UInt8) -> Colour {
    grounds[min(Int(amount) * grounds.count / 256, grounds.count - 1)]
  }

  /// Black or white: what can be read on that ground.
  package static func text(on ground: Colour) -> Colour {
    // 87875F, the first that takes black, has a contrast of 5.6 to it and of 3.8 to white.
    ground.luma > 0x7000 ? Colour(0x000000, ansi: 0) : Colour(0xFFFFFF, ansi: 15)
  }
}

extension Colour {
  /// Brightness as video counts it (Rec. 709), 0…0xFFFF: enough to choose between black and white.
  fileprivate var luma: UInt32 {
    let (red, green, blue) = (rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF)
    return (54 * red + 183 * green + 19 * blue)
  }
}
