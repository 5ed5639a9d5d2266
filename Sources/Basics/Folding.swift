/// Text as a search compares it: capitals as small letters, and letters with marks taken apart, so that
/// one text is equal to itself however its accents were typed (Unicode's NFD).
package enum Folding {
  /// Adds what a scalar is compared as.
  @inline(__always)
  package static func add(_ scalar: UInt32, keepingCase: Bool, to result: (UInt32) -> Void) {
    if scalar < 0x80 {
      result(!keepingCase && (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar)
    } else if (0x2500...0x259F).contains(scalar) {
      // Lines and blocks, of which pages are full, have neither case nor marks.
      result(scalar)
    } else {
      addOther(scalar, keepingCase, result)
    }
  }

  /// Whether a scalar changes the letter before it.
  package static func isMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) }

  /// What stands in the source of a text wherever that is shown: of its longest word the longest run of
  /// ASCII letters, for others may be written in several ways. Nil where there is none, or where the text may
  /// be a formula or an entity, whose source is another.
  package static func sureRun(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.max { $0.utf8.count < $1.utf8.count }.flatMap { sureRun(inWord: $0) }
  }

  /// The same of each word that has one.
  package static func sureRuns(in text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).compactMap { sureRun(inWord: $0) }
  }

  private static func sureRun(inWord word: Substring) -> String? {
    guard word.allSatisfy({ $0.isASCII || $0.isLetter })
    else { return nil }
    let scalars = Array(word.folded.unicodeScalars)
    var runs: [String] = [""]
    for (index, scalar) in scalars.enumerated() {
      let isBare = index + 1 == scalars.count || !isMark(scalars[index + 1].value)
      if scalar.isASCII, isBare {
        runs[runs.count - 1].unicodeScalars.append(scalar)
      } else {
        runs.append("")
      }
    }
    return runs.max { $0.utf8.count < $1.utf8.count }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Letters in whose place a text may hold others in ASCII that are compared as they are: `\u{DF}` where
  /// `ss` is looked for. They stand in no source that holds the text alone.
  package static func others(in text: String) -> [String] {
    let text = Array(text.folded.utf8)
    return together.filter { _, parts in
      let parts = parts.map(UInt8.init)
      return text.indices.contains { text[$0...].starts(with: parts) }
    }.map(\.letter).compactMap { Unicode.Scalar($0).map { String(Character($0)) } }
  }

  /// Unicode's full case folding of letters that are compared as ASCII, and letters that printers cast as one.
  private static let together: [(letter: UInt32, parts: [UInt32])] = [
    (0xDF, [0x73, 0x73]), (0x1E9E, [0x73, 0x73]), (0x130, [0x69]), (0xFB00, [0x66, 0x66]),
    (0xFB01, [0x66, 0x69]), (0xFB02, [0x66, 0x6C]), (0xFB03, [0x66, 0x66, 0x69]),
    (0xFB04, [0x66, 0x66, 0x6C]), (0xFB05, [0x73, 0x74]), (0xFB06, [0x73, 0x74]),
  ]

  /// What else full case folding makes of a letter that has no capital of its own: the sigma at a word's end,
  /// Greek letters as signs, the sign of micro.
  private static let alike: [UInt32: [UInt32]] = [
    0x3C2: [0x3C3], 0xB5: [0x3BC], 0x3D0: [0x3B2], 0x3D1: [0x3B8], 0x3D5: [0x3C6], 0x3D6: [0x3C0],
    0x3F0: [0x3BA], 0x3F1: [0x3C1], 0x3F5: [0x3B5], 0x587: [0x565, 0x582], 0x149: [0x2BC, 0x6E],
  ]

  /// What a letter is compared as that stands for several, or in another's place; nil for others.
  private static func full(_ scalar: UInt32, _ keepingCase: Bool) -> [UInt32]? {
    // A letter cast together is no other case.
    let isCast = (0xFB00...0xFB06).contains(scalar)
    if isCast || !keepingCase && (scalar == 0xDF || scalar == 0x130 || scalar == 0x1E9E) {
      return together.first { $0.letter == scalar }?.parts
    }
    return keepingCase || scalar > 0x587 ? nil : alike[scalar]
  }

  private static func addOther(_ scalar: UInt32, _ keepingCase: Bool, _ result: (UInt32) -> Void) {
    if let parts = full(scalar, keepingCase) {
      for part in parts { result(part) }
      return
    }
    guard let parts = CanonicalPairs.all[scalar] else {
      return addSmall(scalar, keepingCase, result)
    }
    for part in parts { addSmall(part, keepingCase, result) }
  }

  private static func addSmall(_ part: UInt32, _ keepingCase: Bool, _ result: (UInt32) -> Void) {
    guard !keepingCase, let letter = Unicode.Scalar(part) else { return result(part) }
    for small in letter.properties.lowercaseMapping.unicodeScalars { result(small.value) }
  }
}

extension StringProtocol {
  /// The text as searches compare it.
  package var folded: String {
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      Folding.add(scalar.value, keepingCase: false) { value in
        if let scalar = Unicode.Scalar(value) { result.append(scalar) }
      }
    }
    return String(result)
  }
}
