import Formulas
import Numerics
import TextUI

/// The steps that make one table of another, with what they do to each row.
extension AttentionWidget {
  /// The table before and after a step of the scores; nil for products and sums of terms.
  func changeBlock(_ step: StepperStep, _ head: Int, _ view: View) -> ChangeBlock? {
    guard let before = self.before(step) else { return nil }
    let after = table(step, matrixName(step) + headSuffix(head), head: head, view)
    // The largest of each row, and its sum, stand in the operation.
    var first = table(before, matrixName(before), head: head, view, hasTotal: false).asFactor
    first.selected = after.selected.flatMap { first.holds($0) ? $0 : nil }
    // Σ is of the whole row.
    if step == .dS, let row = after.selected?.row, first.size.rows > row {
      first.lit = [LitCells(place: .row(row), role: .accent)]
    }
    let trace = trace.heads[head]
    let rows = drawn(.query, .rows, view).map { row in
      row.map {
        hidesOperand(step, $0, head, view)
          ? sign(step, view.numbers) : operation(step, query: $0, trace, view)
      } ?? ""
    }
    guard parameters.isTransposed else {
      return ChangeBlock(
        before: first, after: after, operations: rows, total: total(step, view),
        hasMoreOperands: step == .dS)
    }
    // What is done differs by column then.
    return ChangeBlock(
      before: first.transposed, after: after.transposed,
      operations: Array(repeating: sign(step, view.numbers), count: after.size.columns),
      hasMoreOperands: step == .dS)
  }

  /// What the column of a step's totals is to its operation.
  private func total(_ step: StepperStep, _ view: View) -> ChangeBlock.Total {
    switch step {
    case .forward(.maximum): .operand(sign: view.numbers.minus)
    case .forward(.sum): .result
    default: .none
    }
  }

  /// Whether what is taken off, or divided by, is still to be guessed.
  private func hidesOperand(_ step: StepperStep, _ query: Int, _ head: Int, _ view: View) -> Bool {
    switch step {
    case .forward(.maximum): hidesTotal(of: step, query, head, view)
    case .forward(.weights): hidesTotal(of: .forward(.sum), query, head, view)
    default: false
    }
  }

  /// `5 exp`, as the strip of steps has it.
  func matrixName(_ step: StepperStep) -> String {
    step.isBackward ? step.title : "\(parameters.number(of: step)) \(step.title)"
  }

  /// The step whose table it begins with.
  func before(_ step: StepperStep) -> StepperStep? {
    switch step {
    case .forward(.scale): .forward(.scores)
    case .forward(.softcap): .forward(.scale)
    case .forward(.mask): beforeMask
    case .forward(.maximum): mask == .none ? beforeMask : .forward(.mask)
    case .forward(.exponentials): .forward(.maximum)
    case .forward(.sum), .forward(.weights): .forward(.exponentials)
    case .dS: .dA
    default: nil
    }
  }

  private var beforeMask: StepperStep {
    parameters.softcap == nil ? .forward(.scale) : .forward(.softcap)
  }

  private func operation(
    _ step: StepperStep, query: Int, _ head: Attention, _ view: View
  ) -> String {
    let (numbers, digits) = (view.numbers, digits(view))
    switch step {
    case .forward(.maximum):
      guard let maximum = head.rowMaxima[query] else { return Self.allMasked }
      return "\(numbers.minus) \(numbers.factor(digits.scaled.text(maximum)))"
    case .forward(.weights) where head.hasNothingToLookAt(query: query):
      return Self.allMasked
    case .forward(.weights): return "\(numbers.over) \(digits.sums.text(head.rowSums[query]))"
    default: return sign(step, numbers)
    }
  }

  /// What is done to a row without a key to look at: nothing.
  private static var allMasked: String { "all masked" }

  private func sign(_ step: StepperStep, _ numbers: NumberText) -> String {
    switch step {
    case .forward(.scale):
      switch scale {
      case .auto: "\(numbers.over) √\(trace.heads[0].query.columns)"
      case .none: "as it is"
      case .value(let factor): "\(numbers.times) \(numbers.factor(numbers.text(factor)))"
      }
    case .forward(.softcap): softcapped("x", numbers)
    case .forward(.mask): mask == .none ? "no mask" : "+ M"
    case .forward(.maximum): "\(numbers.minus) max"
    case .forward(.exponentials): "e^x"
    case .forward(.sum): "add up"
    case .forward(.weights): "\(numbers.over) sum"
    case .dS: "A ⊙ (x − Σ)"
    default: ""
    }
  }

  private func softcapped(_ x: String, _ numbers: NumberText) -> String {
    let softcap = parameters.softcap.map(numbers.text) ?? "c"
    return "\(softcap)\(numbers.times)tanh(\(x) \(numbers.over) \(softcap))"
  }
}

extension Grid {
  fileprivate func holds(_ cell: Point) -> Bool {
    (0..<size.rows).contains(cell.row) && (0..<size.columns).contains(cell.column)
  }
}
