import FuzzTargets
import TestSupport

/// What a terminal may send, at random: keys of all kinds, text, pastes, the mouse, answers, and
/// bytes that are nothing at all.
struct KeyGrammar {
  var random: SplitMix
  /// Whether `q` and Ctrl-C are among the keys; without them nothing may end the program.
  let mayQuit: Bool
  private let words: [[UInt8]]

  init(seed: UInt64, mayQuit: Bool) {
    random = SplitMix(seed: seed)
    self.mayQuit = mayQuit
    words = allTargets.first { $0.name == "keys" }?.words.map { Array($0.utf8) } ?? []
  }

  /// Bytes that a terminal sends at once.
  mutating func piece() -> [UInt8] {
    while true {
      let piece = anyPiece()
      // A paste is text, whatever it holds, as long as it is whole.
      if mayQuit || !Self.mayEnd(piece) { return piece }
    }
  }

  /// Whether bytes may be read as `q` or Ctrl-C, whatever stands before them.
  static func mayEnd(_ bytes: [UInt8]) -> Bool {
    if bytes.contains(where: { $0 == 0x71 || $0 == 0x03 }) { return true }
    let text = String(decoding: bytes, as: UTF8.self)
    return ["113", "81", "99", "67"].contains { text.contains($0) }
  }

  private mutating func anyPiece() -> [UInt8] {
    switch random.int(below: 12) {
    case 0, 1, 2: typed()
    case 3, 4: words.randomElement(using: &random) ?? []
    case 5: sequence()
    case 6: mouse()
    case 7: paste()
    case 8: text()
    case 9: (0...random.int(below: 6)).map { _ in UInt8(random.int(below: 256)) }
    case 10: [UInt8(random.int(below: 32))]
    default: cutShort()
    }
  }

  /// Letters, digits and signs, as a person types them, or a key held down.
  private mutating func typed() -> [UInt8] {
    let key = UInt8(0x20 + random.int(below: 95))
    return [UInt8](repeating: key, count: random.int(below: 8) == 0 ? random.int(below: 60) + 1 : 1)
  }

  private mutating func sequence() -> [UInt8] {
    let starts = [
      "\u{1B}[", "\u{1B}O", "\u{1B}[?", "\u{1B}[>", "\u{1B}[<", "\u{1B}\u{1B}[", "\u{1B}[",
    ]
    var text = starts[random.int(below: starts.count)]
    for index in 0..<random.int(below: 4) {
      if index > 0 { text += [";", ";", ":"][random.int(below: 3)] }
      if random.int(below: 8) > 0 {
        text += String(random.int(below: [10, 40, 300, 60_000][random.int(below: 4)]))
      }
    }
    let final = UInt8(0x40 + random.int(below: 63))
    return Array(text.utf8) + [random.int(below: 3) == 0 ? 0x7E : final]
  }

  private mutating func mouse() -> [UInt8] {
    let button = [0, 0, 64, 65, 1, 2, 32, 35, 66, 67, 128, 16, 4][random.int(below: 13)]
    let (column, row) = (random.int(below: 120), random.int(below: 40))
    switch random.int(below: 4) {
    case 0:
      return [0x1B, 0x5B, 0x4D] + [button + 32, column + 33, row + 33].map { UInt8($0 & 255) }
    case 1: return Array("\u{1B}[\(button + 32);\(column);\(row)M".utf8)
    default:
      let end = random.int(below: 3) == 0 ? "m" : "M"
      return Array("\u{1B}[<\(button);\(column);\(row)\(end)".utf8)
    }
  }

  private mutating func paste() -> [UInt8] {
    var bytes = Array("\u{1B}[200~".utf8)
    for _ in 0..<random.int(below: 5) { bytes += random.int(below: 2) == 0 ? typed() : text() }
    if random.int(below: 40) == 0 { bytes += [UInt8](repeating: 0x37, count: 200_000) }
    return bytes + (random.int(below: 6) == 0 ? [] : Array("\u{1B}[201~".utf8))
  }

  private mutating func text() -> [UInt8] {
    let scalars = (0...random.int(below: 6)).compactMap { _ in
      Unicode.Scalar(
        UInt32(random.int(below: [0x250, 0x3000, 0x1_0000, 0x2_0000][random.int(below: 4)])))
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  /// The beginning of something that never ends, or its end without a beginning.
  private mutating func cutShort() -> [UInt8] {
    let whole = random.int(below: 2) == 0 ? sequence() : words.randomElement(using: &random) ?? []
    let cut = random.int(below: whole.count + 1)
    return random.int(below: 4) == 0 ? Array(whole[cut...]) : Array(whole[..<cut])
  }
}
