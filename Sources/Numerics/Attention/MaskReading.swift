/// What the zeros and ones of a mask stand for.
package enum MaskReading: String, CaseIterable, Sendable {
  /// 1 or True may look, 0 or False is hidden.
  case keep
  /// 1 or True is hidden, 0 or False may look.
  case hide
  /// Numbers to add to the scaled scores.
  case add

  /// What a mask read so says of itself.
  package var explanation: String {
    switch self {
    case .keep:
      "read as true and false: 1 may look, 0 is hidden (scaled_dot_product_attention's way)"
    case .hide: "read as true and false: 1 is hidden, 0 may look (MultiheadAttention's way)"
    case .add: "read as numbers to add to the scores: −∞ hides, 0 changes nothing"
    }
  }
}

extension AttentionMask {
  /// The mask that a matrix of numbers stands for: where every entry is 0 or 1, who may look
  /// (1) and who may not (0); else numbers to add.
  package init(_ matrix: Matrix) {
    self.init(matrix, matrix.isZerosAndOnes ? .keep : .add)
  }

  /// The mask that a matrix stands for, read in one way; what is not 0 is true.
  package init(_ matrix: Matrix, _ reading: MaskReading) {
    let truths = { matrix.rowArrays.map { $0.map { $0 != 0 } } }
    switch reading {
    case .keep: self = .free(truths())
    case .hide: self = .hiding(truths())
    case .add: self = .additive(matrix)
    }
  }

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

  /// How its matrix is read; nil where it is none.
  package var reading: MaskReading? {
    switch self {
    case .none, .causal, .padding: nil
    case .free: .keep
    case .hiding: .hide
    case .additive: .add
    }
  }

  /// The zeros and ones that it is made of; nil where it is not.
  package var zerosAndOnes: Matrix? {
    switch self {
    case .none, .causal, .padding: nil
    case .free(let rows), .hiding(let rows): Matrix(rows.map { $0.map { $0 ? 1 : 0 } })
    case .additive(let matrix): matrix.isZerosAndOnes ? matrix : nil
    }
  }
}

extension Matrix {
  fileprivate var isZerosAndOnes: Bool { elements.allSatisfy { $0 == 0 || $0 == 1 } }
}
