import Notes
import Numerics

extension AttentionMask {
  /// The mask as typed: `none`, `causal`, `causal bottom-right`, `padding 1 1 0`, `window 4`, `alibi`,
  /// `alibi 0.5`, a matrix, or several of them joined by `and`.
  ///
  /// After `window 4` and `alibi`, `bottom-right` lets the last query stand at the last key.
  /// `keep`, `hide` or `add` before a matrix says how it is read. Without it, numbers are read as
  /// torch reads a mask: truth values, `True` or 1, let look; numbers with a decimal point are added.
  package init(reading text: some StringProtocol) throws(NumberProblem) {
    var masks: [AttentionMask] = []
    var part = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if !part.isEmpty { part += "\n" }
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if word.lowercased() == "and" {
          masks.append(try AttentionMask(part: part))
          part = ""
        } else {
          part += (part.isEmpty ? "" : " ") + String(word)
        }
      }
    }
    self.init(masks + [try AttentionMask(part: part)])
  }

  private init(part text: String) throws(NumberProblem) {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    let first = words.first?.lowercased() ?? ""
    let rest = words.count > 1 ? String(words[1]) : ""
    switch (first, rest) {
    case ("none", ""): self = .none
    case ("causal", ""): self = .causal
    case ("causal", _) where MaskAlignment(reading: rest) != nil:
      self = MaskAlignment(reading: rest) == .topLeft ? .causal : .causalBottomRight
    case ("window", _):
      let (size, alignment) = try Self.number(rest)
      guard let size else { throw .empty }
      guard size >= 1, let whole = Int(exactly: size) else { throw .notACount(rest) }
      self = .window(whole, alignment)
    case ("alibi", _):
      let (slope, alignment) = try Self.number(rest)
      self = .alibi(slope: slope, alignment)
    case ("padding", _): self = .padding(try NumberReader.vector(rest).map { $0 != 0 })
    default:
      let reading = MaskReading(rawValue: first)
      try self.init(matrix: reading == nil ? String(text) : rest, reading)
    }
  }

  /// A number and an alignment, either of which may be left out.
  private static func number(
    _ text: String
  ) throws(NumberProblem) -> (Double?, MaskAlignment) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let alignment = words.last.flatMap { MaskAlignment(reading: $0) }
    if alignment != nil { words.removeLast() }
    let number = words.isEmpty ? nil : try NumberReader.number(words.joined(separator: " "))
    return (number, alignment ?? .topLeft)
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

extension MaskAlignment {
  /// The alignment as typed: `bottom-right`, `bottom right`, `Top-Left`.
  fileprivate init?(reading text: String) {
    let words = text.lowercased().split { $0 == "-" || $0 == "_" || $0.isWhitespace }
    self.init(rawValue: words.joined(separator: "-"))
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
