/// Letters with marks as one scalar where there is one (Unicode's NFC), so that a pattern's `.` and
/// `[äö]` take such a letter whole, however it was typed.
package enum Composing {
  /// Adds a letter and its marks, composed.
  package static func add(_ parts: [UInt32], to result: (UInt32) -> Void) {
    if parts.count == 1, parts[0] < 0xC0 { return result(parts[0]) }
    var apart = parts.flatMap { CanonicalPairs.all[$0] ?? [$0] }[...]
    while let first = apart.first {
      let length = (2...3).last { apart.count >= $0 && whole[Array(apart.prefix($0))] != nil }
      result(length.flatMap { whole[Array(apart.prefix($0))] } ?? first)
      apart = apart.dropFirst(length ?? 1)
    }
  }

  /// What parts compose to: of several scalars the first, for the others are there for old texts.
  private static let whole: [[UInt32]: UInt32] = CanonicalPairs.all.reduce(into: [:]) { all, pair in
    all[pair.value] = min(pair.key, all[pair.value] ?? pair.key)
  }
}

extension StringProtocol {
  /// The text with letters and marks composed.
  package var composed: String {
    var result = String.UnicodeScalarView()
    for character in self {
      Composing.add(character.unicodeScalars.map(\.value)) { value in
        if let scalar = Unicode.Scalar(value) { result.append(scalar) }
      }
    }
    return String(result)
  }
}
