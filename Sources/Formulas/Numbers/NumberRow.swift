/// The words of one row as typed, and what its commas look like.
struct NumberRow {
  private(set) var words: [String] = []
  /// The first comma that digits touch on both sides, with the digits around it.
  private(set) var tightComma: (text: String, column: Int)?
  /// Whether a comma still promises a number.
  private(set) var awaitsNumber = false
  private var tight = false
  private var hasGap = false

  mutating func append(_ word: String) {
    // A blank may stand before it: `25 %`.
    if word == "%", !awaitsNumber, let last = words.last, last != "%" {
      words[words.count - 1] = last + word
      return
    }
    if tight {
      let text = words[words.count - 1] + "," + word
      if tightComma == nil || isDecimalPart(word) { tightComma = (text, words.count) }
      hasGap = hasGap || isDecimalPart(word)
    } else if !awaitsNumber, !words.isEmpty {
      hasGap = true
    }
    words.append(word)
    awaitsNumber = false
    tight = false
  }

  /// Takes a comma; false when there is no number before it.
  mutating func appendComma(tight: Bool) -> Bool {
    guard !words.isEmpty, !awaitsNumber else { return false }
    awaitsNumber = true
    self.tight = tight
    return true
  }

  /// Lets a comma stand before the bracket that closes the row, as Python does.
  mutating func closeComma() { awaitsNumber = false }

  /// Digits such as `05` and `000.5`, which nobody writes but behind a decimal sign or thousands.
  private func isDecimalPart(_ word: String) -> Bool {
    let digits = word.utf8.prefix { $0 != UInt8(ascii: ".") }
    return digits.count > 1 && digits.first == UInt8(ascii: "0")
  }

  /// Refuses a row where spaces part the numbers, so that a comma inside one must be a decimal sign.
  func refuseDecimalComma(at place: NumberPlace) throws(NumberProblem) {
    if hasGap, let tightComma { throw .decimalComma(tightComma.text, place) }
  }
}
