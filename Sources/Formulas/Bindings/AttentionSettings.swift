import Notes
import Numerics

extension AttentionMask {
  /// The mask as typed: `none`, `causal`, `padding 1 1 0`, or a matrix.
  ///
  /// `keep`, `hide` or `add` before a matrix says how it is read. Without it, numbers are read as
  /// torch reads a mask: truth values, `True` or 1, let look; numbers with a decimal point are added.
  package init(reading text: some StringProtocol) throws(NumberProblem) {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let first = words.first?.lowercased() ?? ""
    let rest = words.count > 1 ? String(words[1]) : ""
    switch (first, rest) {
    case ("none", ""): self = .none
    case ("causal", ""): self = .causal
    case ("padding", _): self = .padding(try NumberReader.vector(rest).map { $0 != 0 })
    default:
      let reading = MaskReading(rawValue: first)
      try self.init(matrix: reading == nil ? String(text) : rest, reading)
    }
  }

  private init(matrix text: String, _ reading: MaskReading?) throws(NumberProblem) {
    var isFloat = false
    let matrix = try NumberReader.matrix(text) { (word, place) throws(NumberProblem) in
      switch word.lowercased() {
      case "true": return 1
      case "false": return 0
      default: break
      }
      if Quantity.special(word) == -.infinity { return -.infinity }
      isFloat = isFloat || word.contains(".")
      let number = try DecimalNumber.read(word, at: place)
      if reading == .keep || reading == .hide, number != 0, number != 1 {
        throw .notZeroOrOne(DecimalNumber.shown(word), place)
      }
      return number
    }
    self.init(matrix, reading ?? (isFloat || !matrix.isZerosAndOnes ? .add : .keep))
  }
}

extension AttentionScale {
  /// The scale as typed: `auto`, `none`, or a factor.
  package init(reading text: some StringProtocol) throws(NumberProblem) {
    switch text.lowercased() {
    case "auto": self = .auto
    case "none": self = .none
    default: self = .value(try NumberReader.number(text))
    }
  }
}
