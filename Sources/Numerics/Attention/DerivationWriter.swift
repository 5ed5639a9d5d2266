/// Writes the lines of a derivation; the cell must be one that the trace has.
struct DerivationWriter {
  typealias Line = AttentionDerivation.Line

  let attention: Attention
  let cell: AttentionCell
  let numbers: NumberText

  private var i: Int { cell.query }
  private var j: Int { cell.key }
  private var minus: String { numbers.minus }
  private var times: String { numbers.ascii ? "*" : "·" }
  private var over: String { numbers.ascii ? "/" : "÷" }

  var lines: [Line] {
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

  private var upToShifted: [Line] {
    [score, scaled] + (attention.mask == .none ? [] : [masked]) + [shifted]
  }

  private var score: Line {
    let pairs = zip(attention.query.row(i), attention.key.row(j))
    return line(
      "score", sum(of: Array(pairs)),
      attention.scores[i, j], terms: pairs.map { $0 * $1 })
  }

  private var scaled: Line {
    let score = numbers.text(attention.scores[i, j])
    let width = attention.query.columns
    let expression =
      switch attention.scaling {
      case .auto: "\(score) \(over) " + (numbers.ascii ? "sqrt(\(width))" : "√\(width)")
      case .none: "\(score), not scaled"
      case .value(let factor): product(attention.scores[i, j], factor)
      }
    return line("scaled", expression, attention.scaled[i, j])
  }

  private var masked: Line {
    let scaled = attention.scaled[i, j]
    let addend = attention.mask.addend(query: i, key: j)
    if addend == -.infinity {
      let expression = "\(minus)" + (numbers.ascii ? "inf" : "∞") + ", blocked"
      return line("mask", expression, addend)
    }
    return line(
      "mask", numbers.text(scaled) + plus(addend), attention.masked[i, j], terms: [scaled, addend])
  }

  private var shifted: Line {
    let label = minus + " max"
    let value = attention.shifted[i, j]
    guard let maximum = attention.rowMaxima[i] else {
      return line(label, Remark.nothingToLookAt, value)
    }
    let masked = attention.masked[i, j]
    return line(
      label, numbers.text(masked) + plus(-maximum), value, terms: [masked, -maximum])
  }

  private var exponential: Line {
    let power = numbers.text(attention.shifted[i, j])
    return line("exp", "e^" + power, attention.exponentials[i, j])
  }

  private var sum: Line {
    let terms = visibleKeys.map { attention.exponentials[i, $0] }
    let expression = terms.map(numbers.text).joined(separator: " + ")
    return line(
      "sum", terms.isEmpty ? Remark.nothingToLookAt : expression,
      attention.rowSums[i], terms: terms)
  }

  private var weight: Line {
    let exponential = numbers.text(attention.exponentials[i, j])
    let expression =
      attention.rowMaxima[i] == nil
      ? Remark.nothingToLookAt
      : "\(exponential) \(over) \(numbers.text(attention.rowSums[i]))"
    return line("weight", expression, attention.weights[i, j])
  }

  private var term: Line {
    let value = attention.value(at: cell) ?? 0
    if attention.mask.blocks(query: i, key: j) { return line("term", "blocked", value) }
    return line(
      "term", product(attention.weights[i, j], attention.value[j, cell.column]), value)
  }

  private var output: Line {
    let c = cell.column
    let pairs = visibleKeys.map { (attention.weights[i, $0], attention.value[$0, c]) }
    return line(
      "output", pairs.isEmpty ? Remark.nothingToLookAt : sum(of: pairs),
      attention.output[i, c], terms: pairs.map { $0 * $1 })
  }

  private var visibleKeys: [Int] {
    (0..<attention.key.rows).filter { !attention.mask.blocks(query: i, key: $0) }
  }

  private func line(
    _ label: String, _ expression: String, _ value: Double, terms: Vector? = nil
  ) -> Line {
    Line(
      label: label, expression: expression, result: numbers.text(value), value: value,
      terms: terms ?? [value])
  }

  private func sum(of pairs: [(Double, Double)]) -> String {
    let first = pairs.prefix(1).map { product($0, $1) }
    let rest = pairs.dropFirst().map { factor($0) + times + factor($1) }
    return (first + rest).joined(separator: " + ")
  }

  private func product(_ x: Double, _ y: Double) -> String {
    numbers.text(x) + times + factor(y)
  }

  private func factor(_ number: Double) -> String {
    number < 0 ? "(\(numbers.text(number)))" : numbers.text(number)
  }

  private func plus(_ number: Double) -> String {
    number < 0 ? " \(minus) \(numbers.text(-number))" : " + \(numbers.text(number))"
  }
}
