/// The steps of attention, in order.
package enum AttentionStep: CaseIterable, Sendable {
  case rotateQuery, rotateKey, scores, scale, softcap, mask, maximum, exponentials, sum, weights
  case terms, output

  /// The nine steps that every attention has; the others come where they are asked for.
  package static let always: [AttentionStep] = [
    .scores, .scale, .mask, .maximum, .exponentials, .sum, .weights, .terms, .output,
  ]

  /// The step's name, as the stepper's title line shows it.
  package var title: String {
    switch self {
    case .rotateQuery: "turn Q"
    case .rotateKey: "turn K"
    case .scores: "scores"
    case .scale: "scale"
    case .softcap: "softcap"
    case .mask: "mask"
    case .maximum: "−max"
    case .exponentials: "exp"
    case .sum: "sum"
    case .weights: "weights"
    case .terms: "terms"
    case .output: "output"
    }
  }

  /// What the step computes, in textbook notation.
  package var formula: String {
    switch self {
    case .rotateQuery: "Q[i] = R(pᵢ)·Q[i]"
    case .rotateKey: "K[j] = R(j)·K[j]"
    case .scores: "S = Q·Kᵀ"
    case .scale: "S·s, s = 1/√dₖ"
    case .softcap: "c·tanh(S·s / c)"
    case .mask: "S·s + M"
    case .maximum: "S·s + M − r"
    case .exponentials: "E = e^(S·s + M − r)"
    case .sum: "Σⱼ E[i,j]"
    case .weights: "A[i,j] = E[i,j] / Σⱼ E[i,j]"
    case .terms: "A[i,j]·V[j]"
    case .output: "A·V"
    }
  }

  /// What the step is for, in one sentence.
  package var explanation: String {
    switch self {
    case .rotateQuery:
      "Each pair of a query's numbers is turned by an angle that grows with its position."
    case .rotateKey:
      "Keys are turned as queries are: a score then depends on the distance of the two alone."
    case .scores:
      "Each query is multiplied by each key: the dot product says how well the two match."
    case .scale:
      "The scores are divided by √dₖ, because sums of dₖ products spread √dₖ times as far."
    case .softcap:
      "Large scores are bent to stay between −c and c; small ones hardly change."
    case .mask:
      "Keys that a query must not look at get −∞, so that e^−∞ leaves them no weight at all."
    case .maximum:
      "The row's largest score is taken away: no weight changes, and no power can overflow."
    case .exponentials:
      "e to the power of each number makes it positive, and lets the larger ones stand out."
    case .sum:
      "Each query's powers are added up over the keys, to be divided by in the next step."
    case .weights:
      "Each power divided by its row's sum is a weight: a query's weights are 1 altogether."
    case .terms:
      "Each value is multiplied by the weight of its key: this is what that key contributes."
    case .output:
      "Each query's terms are added up: its output is a weighted mean of the values."
    }
  }
}

extension AttentionOptions {
  /// The steps that attention of this kind has, in order.
  package var steps: [AttentionStep] {
    AttentionStep.allCases.filter { step in
      switch step {
      case .rotateQuery, .rotateKey: rotation != nil
      case .softcap: softcap != nil
      default: true
      }
    }
  }

  /// The number of a step among them, counted from 1; nil where there is no such step.
  package func number(of step: AttentionStep) -> Int? {
    steps.firstIndex(of: step).map { $0 + 1 }
  }
}
