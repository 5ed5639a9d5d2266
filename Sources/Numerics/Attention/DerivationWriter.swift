/// Writes the lines of a derivation; the cell must be one that the trace has.
struct DerivationWriter {
  let attention: Attention
  let cell: AttentionCell
  let numbers: NumberText

  private var i: Int { cell.query }
  private var j: Int { cell.key }
  private var isBlocked: Bool { attention.mask.blocks(query: i, key: j) }
  private var maximum: Double? { attention.rowMaxima[i] }

  var lines: [Equation] {
    switch cell.step {
    case .scores: [score]
    case .scale: [score, scaled]
    case .mask: [score, scaled, masked]
    case .maximum: upToShifted
    case .exponentials: upToShifted + [exponential]
    case .sum: [sum]
    case .weights: upToShifted + [exponential, sum, weight]
    case .terms: [weight, term]
    case .output: [output]
    }
  }

  private var upToShifted: [Equation] {
    [score, scaled] + (attention.mask == .none ? [] : [masked]) + [shifted]
  }

  private var score: Equation {
    .sum(
      "score", of: Array(zip(attention.query.row(i), attention.key.row(j))),
      attention.scores[i, j], numbers: numbers)
  }

  private var scaled: Equation {
    let (score, scaled) = (attention.scores[i, j], attention.scaled[i, j])
    switch attention.scaling {
    case .auto:
      let width = attention.query.columns
      let root = numbers.ascii ? "sqrt(\(width))" : "√\(width)"
      let isGone = vanishes(.scores)
      return Equation(
        "scaled", [score], scaled, numbers: numbers, underflows: score != 0 || isGone,
        vanished: { _ in isGone }
      ) {
        "\($0[0]) \(numbers.over) \(root)"
      } compute: {
        $0[0] / Double(width).squareRoot()
      }
    case .none:
      let text = vanishes(.scores) ? numbers.vanished(score) : numbers.text(score)
      return Equation("scaled", "\(text), not scaled", value: scaled)
    case .value(let factor):
      let isGone = vanishes(.scores)
      return .sum(
        "scaled", of: [(score, factor)], scaled, numbers: numbers, vanished: { _ in isGone })
    }
  }

  private var masked: Equation {
    let (scaled, masked) = (attention.scaled[i, j], attention.masked[i, j])
    if isBlocked, !scaled.isFinite {
      return Equation("mask", "blocked: \(numbers.text(masked)) whatever the score", value: masked)
    }
    let addend = attention.mask.addend(query: i, key: j)
    if addend < 0 {
      return .difference("mask", scaled, -addend, masked, numbers: numbers)
    }
    return .sum("mask", of: [scaled, addend], masked, numbers: numbers)
  }

  private var shifted: Equation {
    let (label, value) = (numbers.minus + " max", attention.shifted[i, j])
    guard let maximum else { return Equation(label, Remark.noMaximum, value: value) }
    if isBlocked, !maximum.isFinite {
      return Equation(label, "blocked: stays \(numbers.text(value))", value: value)
    }
    return .difference(label, attention.masked[i, j], maximum, value, numbers: numbers)
  }

  private var exponential: Equation {
    .power("exp", attention.shifted[i, j], attention.exponentials[i, j], numbers: numbers)
  }

  private var sum: Equation {
    let keys = visibleKeys
    let terms = keys.map { attention.exponentials[i, $0] }
    let sum = attention.rowSums[i]
    return terms.isEmpty
      ? Equation("sum", Remark.nothingToAdd, value: sum)
      : .sum(
        "sum", of: terms, sum, numbers: numbers, vanished: { vanishes(.exponentials, keys[$0]) })
  }

  private var weight: Equation {
    let weight = attention.weights[i, j]
    return maximum == nil
      ? Equation("weight", Remark.nothingToLookAt, value: weight)
      : .quotient(
        "weight", attention.exponentials[i, j], attention.rowSums[i], weight, numbers: numbers,
        vanished: vanishes(.exponentials))
  }

  private var term: Equation {
    let value = attention.value(at: cell) ?? 0
    return isBlocked
      ? Equation("term", "blocked: nothing is taken", value: value)
      : .sum(
        "term", of: [(attention.weights[i, j], attention.value[j, cell.column])], value,
        numbers: numbers, vanished: { _ in vanishes(.weights) })
  }

  private var output: Equation {
    let value = attention.output[i, cell.column]
    let keys = visibleKeys
    let pairs = keys.map { (attention.weights[i, $0], attention.value[$0, cell.column]) }
    return pairs.isEmpty
      ? Equation("output", Remark.nothingToLookAt, value: value)
      : .sum(
        "output", of: pairs, value, numbers: numbers, vanished: { vanishes(.weights, keys[$0]) })
  }

  /// Whether a number of this query is smaller than any double; of this key, or of another one.
  private func vanishes(_ step: AttentionStep, _ key: Int? = nil) -> Bool {
    attention.vanishes(AttentionCell(step, query: i, key: key ?? j, column: cell.column))
  }

  private var visibleKeys: [Int] {
    (0..<attention.key.rows).filter { !attention.mask.blocks(query: i, key: $0) }
  }
}
