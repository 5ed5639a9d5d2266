import Numerics

/// The steps of the stepper: those of attention, then the gradients of the backward pass.
package enum StepperStep: Equatable, CaseIterable, Sendable {
  case forward(AttentionStep)
  case dV, dA, dS, dQ, dK

  /// The steps that every attention has.
  package static let allCases: [StepperStep] =
    AttentionStep.always.map { .forward($0) } + backward

  /// Steps that follow one another with some kind of attention.
  package static func steps(_ options: AttentionOptions) -> [StepperStep] {
    options.steps.map { .forward($0) } + backward
  }

  package static let backward: [StepperStep] = [.dV, .dA, .dS, .dQ, .dK]

  package var isBackward: Bool { if case .forward = self { false } else { true } }

  /// Where it stands among all steps that there may be.
  package var place: Int {
    switch self {
    case .forward(let step): AttentionStep.allCases.firstIndex(of: step) ?? 0
    case .dV, .dA, .dS, .dQ, .dK:
      AttentionStep.allCases.count + (Self.backward.firstIndex(of: self) ?? 0)
    }
  }

  package var title: String {
    switch self {
    case .forward(let step): step.title
    case .dV: "dV"
    case .dA: "dA"
    case .dS: "dS"
    case .dQ: "dQ"
    case .dK: "dK"
    }
  }

  package var explanation: String {
    switch self {
    case .forward(let step): step.explanation
    case .dV:
      "A value hears from each query's output, as loudly as that query looked at it. "
        + "dO, which comes from above, is how much the loss grows with each output."
    case .dA: "A weight matters as far as its value points where the output should go."
    case .dS: "Weights compete: a score gains only by what it does better than the row's average."
    case .dQ: "A query is drawn towards the keys whose scores should rise."
    case .dK: "A key is drawn towards the queries that should look at it more."
    }
  }
}
