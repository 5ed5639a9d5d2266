import Formulas
import Numerics

extension AttentionWidget {
  /// How one number of the backward pass comes about.
  func gradientRows(
    _ step: StepperStep, _ row: Int, _ column: Int, _ index: Int, _ view: View
  ) -> [Equation] {
    let digits = digits(view)
    let head = trace.heads[index]
    guard let back = back(index) else { return [] }
    let value = cellNumber(of: .gradient(step, row: row, column: column), head: index)
    func isVisible(_ i: Int, _ j: Int) -> Bool { !head.masks(query: i, key: j) }
    func sum(
      _ label: String, _ pairs: [(Double, Double)], factor: Double? = nil,
      _ numbers: NumberText, _ styles: (NumberText, NumberText),
      vanished: @escaping (Int) -> Bool = { _ in false }
    ) -> [Equation] {
      pairs.isEmpty
        ? [Equation(label, "blocked: nothing comes back", value: value)]
        : [
          .sum(
            label, of: pairs, value, factor: factor, numbers: numbers, styles: styles,
            vanished: vanished)
        ]
    }
    let (queries, keys) = (0..<query.rows, 0..<key.rows)
    switch step {
    case .dV:
      let seen = queries.filter { isVisible($0, row) }
      return sum(
        "dV", seen.map { (head.weights[$0, row], back.dO[$0, column]) }, digits.dV,
        (digits.weights, digits.dO)
      ) {
        head.vanishes(AttentionCell(.weights, query: seen[$0], key: row))
      }
    case .dA:
      return sum(
        "dA", Array(zip(back.dO.row(row), head.value.row(column))), digits.dA,
        (digits.dO, digits.value))
    case .dS, .forward:
      return isVisible(row, column)
        ? scoreGradient(row, column, value, head, back, digits)
        : [Equation("dS", "blocked: nothing comes back", value: value)]
    case .dQ:
      let seen = keys.filter { isVisible(row, $0) }
      return sum(
        "dQ", seen.map { (back.dS[row, $0], head.key[$0, column]) }, factor: head.scale, digits.dQ,
        (digits.dS, digits.key)
      ) {
        back.scoreVanishes(row, seen[$0], of: head)
      }
    case .dK:
      let seen = queries.filter { isVisible($0, row) }
      return sum(
        "dK", seen.map { (back.dS[$0, row], head.query[$0, column]) }, factor: head.scale,
        digits.dK, (digits.dS, digits.query)
      ) {
        back.scoreVanishes(seen[$0], row, of: head)
      }
    }
  }

  /// A[j]·(dA[j] − Σ), as the formula of the step has it, with what Σ is above it.
  private func scoreGradient(
    _ i: Int, _ j: Int, _ value: Double, _ head: Attention, _ back: AttentionGradients,
    _ digits: AttentionDigits
  ) -> [Equation] {
    let (numbers, keys) = (digits.dS, (0..<key.rows).filter { !head.masks(query: i, key: $0) })
    let pairs = keys.map { (head.weights[i, $0], back.dA[i, $0]) }
    let mean = pairs.map { $0 * $1 }.total
    let direct = head.weights[i, j] * (back.dA[i, j] - mean)
    // Where they cancel out but for what rounding leaves, only differences tell.
    guard keys.count > 1, value != 0 || back.dA[i, j] == mean,
      (direct - value).magnitude <= 1e-9 * value.magnitude,
      !keys.contains(where: {
        head.vanishes(AttentionCell(.weights, query: i, key: $0))
      })
    else { return [byDifferences(i, j, value, head, back, digits)] }
    let sum = Equation.sum(
      "Σ", of: pairs, mean, numbers: digits.means, styles: (digits.weights, digits.dA))
    let gradient = Equation(
      "dS", [head.weights[i, j], back.dA[i, j], mean], value, numbers: numbers,
      styles: [digits.weights, digits.dA, digits.means]
    ) {
      "\($0[0])\(numbers.times)(\($0[1]) \(numbers.minus) \(numbers.factor($0[2])))"
    } compute: {
      $0[0] * ($0[1] - $0[2])
    }
    return [sum, gradient]
  }

  /// A[j]·Σₖ A[k]·(dA[j] − dA[k]), which is the formula of the step, for the weights of a row are 1
  /// altogether.
  private func byDifferences(
    _ i: Int, _ j: Int, _ value: Double, _ head: Attention, _ back: AttentionGradients,
    _ digits: AttentionDigits
  ) -> Equation {
    let numbers = digits.dS
    let others = (0..<key.rows).filter { $0 != j && !head.masks(query: i, key: $0) }
    if others.isEmpty {
      return Equation("dS", "no other key to compete with: nothing changes", value: value)
    }
    let operands =
      [head.weights[i, j], back.dA[i, j]]
      + others.flatMap { [head.weights[i, $0], back.dA[i, $0]] }
    let products = others.map { ($0, head.weights[i, $0] * (back.dA[i, j] - back.dA[i, $0])) }
    let underflows =
      back.scoreVanishes(i, j, of: head)
      || products.map(\.1).total != 0 && head.weights[i, j] != 0
      || products.contains { k, product in
        product == 0 && head.weights[i, k] != 0 && back.dA[i, j] != back.dA[i, k]
      }
    return Equation(
      "dS", operands, value, numbers: numbers,
      styles: operands.indices.map { $0.isMultiple(of: 2) ? digits.weights : digits.dA },
      underflows: underflows,
      vanished: {
        guard $0.isMultiple(of: 2) else { return false }
        let key = $0 == 0 ? j : others[$0 / 2 - 1]
        return head.vanishes(AttentionCell(.weights, query: i, key: key))
      }
    ) { texts in
      let terms = others.indices.map { k in
        "\(numbers.factor(texts[2 + 2 * k]))\(numbers.times)"
          + "(\(texts[1]) \(numbers.minus) \(numbers.factor(texts[3 + 2 * k])))"
      }
      return "\(texts[0])\(numbers.times)(\(terms.joined(separator: " + ")))"
    } compute: { x in
      x[0] * others.indices.map { x[2 + 2 * $0] * (x[1] - x[3 + 2 * $0]) }.total
    }
  }
}
