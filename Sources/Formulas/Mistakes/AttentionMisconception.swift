import Numerics

/// A common mistake about attention, each with the numbers that it leads to.
package enum AttentionMisconception: CaseIterable, Hashable, Sendable {
  /// The scores are not divided by √dₖ.
  case unscaled
  /// The scores are divided by dₖ rather than by its root.
  case dividedByWidth
  /// The mask is left out.
  case maskForgotten
  /// Blocked scores are multiplied by 0, which leaves them e⁰.
  case multipliedByMask
  /// Blocked weights become 0 after the softmax, and the rest is not shared out again.
  case maskedAfterSoftmax
  /// The softmax runs down the queries of a key rather than along the keys of a query.
  case wrongAxis
  /// The scores themselves serve as weights.
  case scoreForWeight
  /// The exponentials serve as weights, not divided by their sum.
  case notNormalised
  /// Row and column are confused: the query's and the key's places are exchanged.
  case exchanged

  /// What the mistake is, in one sentence.
  package var explanation: String {
    switch self {
    case .unscaled: "This forgets to divide the scores by √dₖ."
    case .dividedByWidth: "This divides the scores by dₖ, not by √dₖ."
    case .maskForgotten: "This leaves out the mask."
    case .multipliedByMask:
      "This multiplies masked scores by 0: e^0 is 1, so they keep a weight; they need −∞."
    case .maskedAfterSoftmax:
      "This masks after the softmax: the weights that are left no longer add up to 1."
    case .wrongAxis:
      "This takes the softmax over the queries of one key; it runs over the keys of one query."
    case .scoreForWeight: "This takes the score as the weight, without the softmax."
    case .notNormalised: "This takes the power of e as the weight, not divided by the row's sum."
    case .exchanged: "This swaps row and column: rows are queries, columns are keys."
    }
  }

  /// The numbers this mistake puts in a cell; none where it changes nothing of that kind there.
  func values(at cell: AttentionCell, in attention: Attention) -> [Double] {
    let (whole, place) = (attention, cell)
    // What concerns a query alone takes no other one into account.
    let (attention, cell) = whole.alone(place)
    let values: [Double?] =
      switch self {
      case .unscaled:
        [attention.with(scale: .none)?.value(at: cell)]
      case .dividedByWidth:
        [attention.with(scale: .value(1 / Double(attention.query.columns)))?.value(at: cell)]
      case .maskForgotten:
        [attention.with(mask: .none)?.value(at: cell)]
      case .multipliedByMask:
        [attention.with(mask: .additive(attention.addendsThatLeaveZero))?.value(at: cell)]
      case .maskedAfterSoftmax:
        [attention.with(mask: .none).flatMap { attention.value(at: cell, weights: $0.weights) }]
      case .wrongAxis:
        [whole.value(at: place, weights: whole.weightsDownColumns)]
      case .scoreForWeight:
        [attention.scaled, attention.scores].map { attention.value(at: cell, weights: $0) }
      case .notNormalised:
        [attention.value(at: cell, weights: attention.exponentials)]
      case .exchanged:
        [whole.value(at: place.exchanged)]
      }
    return values.compactMap(\.self)
  }
}

extension Attention {
  /// The query of a cell without the others, and the cell there.
  fileprivate func alone(_ cell: AttentionCell) -> (Attention, AttentionCell) {
    var options = options
    options.mask = .additive(.row(Array(addends.row(cell.query))))
    var place = cell
    place.query = 0
    guard options.rotation == nil,
      let one = try? Attention(
        query: .row(Array(query.row(cell.query))), key: key, value: value, options)
    else { return (self, cell) }
    return (one, place)
  }

  fileprivate func with(scale: AttentionScale) -> Attention? { with { $0.scale = scale } }

  fileprivate func with(mask: AttentionMask) -> Attention? { with { $0.mask = mask } }

  fileprivate var weightsDownColumns: Matrix {
    let columns = (0..<key.rows).map { Softmax(masked.column($0)).weights }
    return Matrix(rows: query.rows, columns: key.rows) { columns[$1][$0] }
  }

  /// What to add to the scaled scores so that blocked ones come to 0.
  fileprivate var addendsThatLeaveZero: Matrix {
    Matrix(rows: query.rows, columns: key.rows) { i, j in
      masks(query: i, key: j) ? -capped[i, j] : addends[i, j]
    }
  }

  /// The number in a cell from the weights on, were the weights of the visible keys these.
  fileprivate func value(at cell: AttentionCell, weights: Matrix) -> Double? {
    let (i, j, c) = (cell.query, cell.key, cell.column)
    func weight(_ j: Int) -> Double { masks(query: i, key: j) ? 0 : weights[i, j] }
    switch cell.step {
    case .rotateQuery, .rotateKey, .scores, .scale, .softcap, .mask, .maximum, .exponentials, .sum:
      return nil
    case .weights: return weight(j)
    case .terms: return weight(j) * value[j, c]
    case .output: return (0..<key.rows).map { weight($0) * value[$0, c] }.total
    }
  }
}

extension AttentionCell {
  /// The cell with query and key exchanged; itself where a step has only one of them.
  fileprivate var exchanged: AttentionCell {
    switch step {
    case .rotateQuery, .rotateKey, .sum, .terms, .output: self
    case .scores, .scale, .softcap, .mask, .maximum, .exponentials, .weights:
      AttentionCell(step, query: key, key: query)
    }
  }
}
