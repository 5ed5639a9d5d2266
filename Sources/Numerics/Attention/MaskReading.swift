/// What the zeros and ones of a mask stand for.
package enum MaskReading: String, CaseIterable, Sendable {
  /// 1 or True may attend, 0 or False is masked.
  case keep
  /// 1 or True is masked, 0 or False may attend.
  case hide
  /// Numbers to add to the scaled scores.
  case add

  /// How a mask read this way is described.
  package var explanation: String {
    switch self {
    case .keep:
      "read as true and false: 1 may attend, 0 is masked (as in scaled_dot_product_attention)"
    case .hide: "read as true and false: 1 is masked, 0 may attend (as in MultiheadAttention)"
    case .add: "read as numbers to add to the scores: −∞ hides, 0 changes nothing"
    }
  }
}

extension AttentionMask {
  /// The mask that a matrix of numbers stands for: where every entry is 0 or 1, who may attend
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

  /// How its matrix is read; nil where it is none, or several masks at once.
  package var reading: MaskReading? {
    switch self {
    case .none, .causal, .causalBottomRight, .padding, .window, .alibi, .all: nil
    case .free: .keep
    case .hiding: .hide
    case .additive: .add
    }
  }

  /// The zeros and ones that it is made of; nil where it is not.
  package var zerosAndOnes: Matrix? {
    switch self {
    case .none, .causal, .causalBottomRight, .padding, .window, .alibi, .all: nil
    case .free(let rows), .hiding(let rows): Matrix(rows.map { $0.map { $0 ? 1 : 0 } })
    case .additive(let matrix): matrix.isZerosAndOnes ? matrix : nil
    }
  }
}

extension Matrix {
  package var isZerosAndOnes: Bool { elements.allSatisfy { $0 == 0 || $0 == 1 } }
}
