import Numerics

/// The steps of the stepper: the nine of attention, then the gradients of the way back.
package enum StepperStep: Equatable, CaseIterable, Sendable {
  case forward(AttentionStep)
  case dV, dA, dS, dQ, dK

  package static let allCases: [StepperStep] =
    AttentionStep.always.map { .forward($0) } + [.dV, .dA, .dS, .dQ, .dK]

  /// 1 to 14.
  package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  package var isBackward: Bool { number > 9 }

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
    case .dV: "A value hears from each query's output, as loudly as that query looked at it."
    case .dA: "A weight matters as far as its value points where the output should go."
    case .dS: "Weights compete: a score gains only by what it does better than the row's average."
    case .dQ: "A query is drawn towards the keys whose scores should rise."
    case .dK: "A key is drawn towards the queries that should look at it more."
    }
  }
}
