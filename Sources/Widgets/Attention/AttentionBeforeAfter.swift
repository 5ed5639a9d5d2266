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
    let trace = trace.heads[head]
    let rows = drawn(.query, .rows, view).map { row in
      row.map {
        hidesOperand(step, $0, head, view)
          ? self.general(step, view.numbers) : operation(step, query: $0, trace, view.numbers)
      } ?? ChangeBlock.Operation(sign: "")
    }
    guard parameters.isTransposed else {
      return ChangeBlock(before: first, after: after, operations: rows)
    }
    // What is done differs by column then.
    let general = general(step, view.numbers)
    return ChangeBlock(
      before: first.transposed, after: after.transposed,
      operations: Array(repeating: general, count: after.size.columns))
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
  private func before(_ step: StepperStep) -> StepperStep? {
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
    _ step: StepperStep, query: Int, _ head: Attention, _ numbers: NumberText
  ) -> ChangeBlock.Operation {
    let plain = NumberText(significant: numbers.significant, ascii: numbers.ascii)
    switch step {
    case .forward(.maximum):
      return head.rowMaxima[query].map { .init(sign: numbers.minus, operand: $0, numbers: plain) }
        ?? .init(sign: "–")
    case .forward(.weights):
      return head.hasNothingToLookAt(query: query)
        ? .init(sign: "–")
        : .init(sign: numbers.over, operand: head.rowSums[query], numbers: plain)
    default: return general(step, numbers)
    }
  }

  private func general(_ step: StepperStep, _ numbers: NumberText) -> ChangeBlock.Operation {
    .init(sign: sign(step, numbers))
  }

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
