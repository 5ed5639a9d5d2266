import Libc

/// Writes the lines of a derivation; the cell must be one that the trace has.
struct DerivationWriter {
  let attention: Attention
  let cell: AttentionCell
  /// How each matrix is written, and what belongs to none.
  let digits: AttentionDigits
  let numbers: NumberText

  private var i: Int { cell.query }
  private var j: Int { cell.key }
  private var precision: Precision { attention.options.precision }
  private var isBlocked: Bool { attention.masks(query: i, key: j) }
  private var maximum: Double? { attention.rowMaxima[i] }

  var lines: [Equation] {
    switch cell.step {
    case .rotateQuery: rotated("q", attention.queryRotation, row: i, digits.query)
    case .rotateKey: rotated("k", attention.keyRotation, row: j, digits.key)
    case .scores: [score]
    case .scale: [score, scaled]
    case .softcap: upToCapped
    case .mask: upToCapped + [masked]
    case .maximum: upToShifted
    case .exponentials: upToShifted + [exponential]
    case .sum: [sum]
    case .weights: upToShifted + [exponential, sum, weight]
    case .terms: [weight, term]
    case .output: [output]
    }
  }

  private var upToCapped: [Equation] {
    [score, scaled] + (attention.options.softcap.map { [capped($0)] } ?? [])
  }

  private var upToShifted: [Equation] {
    upToCapped + (attention.mask == .none ? [] : [masked]) + [shifted]
  }

  /// The angle, and the entry turned by it.
  private func rotated(
    _ name: String, _ rotation: Rotation?, row: Int, _ style: NumberText
  ) -> [Equation] {
    guard let rotation else { return [] }
    let width = rotation.matrix.columns
    let pair = rotation.positions.pair(of: cell.column, width: width)
    let operands = [Double(rotation.places[row]), rotation.positions.base, Double(2 * pair)]
    let angle = Equation(
      "angle", operands, rotation.angles[row, pair], numbers: numbers
    ) {
      "\($0[0])\(numbers.times)\($0[1])^(\(numbers.minus)\($0[2])/\(width))"
    } compute: {
      $0[0] * pow($0[1], -$0[2] / Double(width))
    }
    let turned = Equation.sum(
      name, of: rotation.terms(row: row, column: cell.column), rotation.rotated[row, cell.column],
      numbers: style, styles: (style, numbers), in: precision)
    return [angle, turned]
  }

  private var score: Equation {
    .sum(
      "score", of: Array(zip(attention.scoredQuery.row(i), attention.scoredKey.row(j))),
      attention.scores[i, j], numbers: digits.scores, styles: (digits.query, digits.key),
      in: precision)
  }

  private var scaled: Equation {
    let (score, scaled) = (attention.scores[i, j], attention.scaled[i, j])
    switch attention.scaling {
    case .auto:
      let width = attention.query.columns
      let root = numbers.ascii ? "sqrt(\(width))" : "√\(width)"
      let isGone = vanishes(.scores)
      return Equation(
        "scaled", [score], scaled, numbers: digits.scaled, styles: [digits.scores],
        underflows: score != 0 || isGone,
        in: precision, vanished: { _ in isGone }
      ) {
        "\($0[0]) \(numbers.over) \(root)"
      } compute: {
        $0[0] / Double(width).squareRoot()
      }
    case .none:
      let text = vanishes(.scores) ? numbers.vanished(score) : digits.scaled.text(score)
      return Equation("scaled", "\(text), not scaled", value: scaled)
    case .value:
      let isGone = vanishes(.scores)
      return .sum(
        "scaled", of: [(score, attention.scale)], scaled, numbers: digits.scaled,
        styles: (digits.scores, numbers), in: precision,
        vanished: { _ in isGone })
    }
  }

  private func capped(_ softcap: Double) -> Equation {
    Equation(
      "capped", [precision.factor(softcap), attention.scaled[i, j]], attention.capped[i, j],
      numbers: digits.scaled, styles: [numbers, digits.scaled], in: precision
    ) {
      "\($0[0])\(numbers.times)tanh(\($0[1]) \(numbers.over) \($0[0]))"
    } compute: {
      $0[0] * precision.round(tanh(precision.round($0[1] / $0[0])))
    }
  }

  private var masked: Equation {
    let (capped, masked) = (attention.capped[i, j], attention.masked[i, j])
    if isBlocked, !capped.isFinite {
      return Equation(
        "mask", "blocked: \(digits.scaled.text(masked)) whatever the score", value: masked)
    }
    let addend = attention.addends[i, j]
    if addend < 0 {
      return .difference("mask", capped, -addend, masked, numbers: digits.scaled, in: precision)
    }
    return .sum("mask", of: [capped, addend], masked, numbers: digits.scaled, in: precision)
  }

  private var shifted: Equation {
    let (label, value) = (numbers.minus + " max", attention.shifted[i, j])
    guard let maximum else { return Equation(label, Remark.noMaximum, value: value) }
    if isBlocked, !maximum.isFinite {
      return Equation(label, "blocked: stays \(digits.scaled.text(value))", value: value)
    }
    return .difference(
      label, attention.masked[i, j], maximum, value, numbers: digits.scaled, in: precision)
  }

  private var exponential: Equation {
    .power(
      "exp", attention.shifted[i, j], attention.exponentials[i, j], numbers: digits.exponentials,
      styles: [digits.scaled], in: precision)
  }

  private var sum: Equation {
    let keys = visibleKeys
    let terms = keys.map { attention.exponentials[i, $0] }
    let sum = attention.rowSums[i]
    return terms.isEmpty
      ? Equation("sum", Remark.nothingToAdd, value: sum)
      : .sum(
        "sum", of: terms, sum, numbers: digits.sums,
        styles: terms.map { _ in digits.exponentials }, in: precision,
        vanished: { vanishes(.exponentials, keys[$0]) })
  }

  private var weight: Equation {
    let weight = attention.weights[i, j]
    return maximum == nil
      ? Equation("weight", Remark.nothingToLookAt, value: weight)
      : .quotient(
        "weight", attention.exponentials[i, j], attention.rowSums[i], weight,
        numbers: digits.weights, styles: [digits.exponentials, digits.sums], in: precision,
        vanished: vanishes(.exponentials))
  }

  private var term: Equation {
    let value = attention.value(at: cell) ?? 0
    return isBlocked
      ? Equation("term", "blocked: nothing is taken", value: value)
      : .sum(
        "term", of: [(attention.weights[i, j], attention.value[j, cell.column])], value,
        numbers: digits.terms, styles: (digits.weights, digits.value), in: precision,
        vanished: { _ in vanishes(.weights) })
  }

  private var output: Equation {
    let value = attention.output[i, cell.column]
    let keys = visibleKeys
    let pairs = keys.map { (attention.weights[i, $0], attention.value[$0, cell.column]) }
    return pairs.isEmpty
      ? Equation("output", Remark.nothingToLookAt, value: value)
      : .sum(
        "output", of: pairs, value, numbers: digits.output,
        styles: (digits.weights, digits.value), in: precision,
        vanished: { vanishes(.weights, keys[$0]) })
  }

  /// Whether a number of this query is smaller than any double; of this key, or of another one.
  private func vanishes(_ step: AttentionStep, _ key: Int? = nil) -> Bool {
    attention.vanishes(AttentionCell(step, query: i, key: key ?? j, column: cell.column))
  }

  private var visibleKeys: [Int] {
    (0..<attention.key.rows).filter { !attention.masks(query: i, key: $0) }
  }
}
