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

  private static func addOther(_ scalar: UInt32, _ keepingCase: Bool, _ result: (UInt32) -> Void) {
    guard let parts = CanonicalPairs.all[scalar] else {
      return addSmall(scalar, keepingCase, result)
    }
    for part in parts { addSmall(part, keepingCase, result) }
  }

  private static func addSmall(_ part: UInt32, _ keepingCase: Bool, _ result: (UInt32) -> Void) {
    guard !keepingCase, let letter = Unicode.Scalar(part) else { return result(part) }
    // `İ` becomes two.
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
