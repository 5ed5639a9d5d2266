/// What comes between the two marks of a paste, in any number of pieces.
package struct Paste: Sendable {
  /// Characters of a paste that count: three matrices of 128 rows and columns are fewer, with every
  /// digit of a double and each number on a line of its own.
  package static let limit = 2_000_000
  /// Enough bytes for one character more, whatever they are: then it is known that some are missing.
  private static let bytesKept = (limit + 1) * 4
  private static let end = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of the mark that ends it has come.
  private var matched = 0

  /// Takes bytes up to the end of the paste; whether that has come.
  mutating func take(_ rest: inout ArraySlice<UInt8>) -> Bool {
    while let byte = rest.first {
      if byte == Self.end[matched] {
        matched += 1
        rest.removeFirst()
        if matched == Self.end.count { return true }
      } else if matched > 0 {
        keep(Self.end[..<matched])
        matched = 0
      } else {
        let text = rest.prefix { $0 != Self.end[0] }
        keep(text)
        rest = rest[text.endIndex...]
      }
    }
    return false
  }

  /// Whether the mark that ends it has begun.
  var isEnding: Bool { matched > 0 }

  /// Whether the text that was told before ended in a carriage return.
  private var followsReturn = false

  /// Forgets the text, which was told.
  mutating func forget() {
    followsReturn = bytes.last == 0x0D
    bytes = []
  }

  private mutating func keep(_ piece: ArraySlice<UInt8>) {
    bytes += piece.prefix(Self.bytesKept - bytes.count)
  }

  /// The text so far, with line feeds for whatever ends its lines.
  var text: String {
    var scalars = String.UnicodeScalarView()
    let kept = followsReturn && bytes.first == 0x0A ? bytes.dropFirst() : bytes[...]
    for scalar in String(decoding: kept, as: UTF8.self).unicodeScalars {
      if scalar == "\n", scalars.last == "\r" { scalars.removeLast() }
      scalars.append(scalar)
    }
    return String(String.UnicodeScalarView(scalars.map { $0 == "\r" ? "\n" : $0 }))
  }
}
