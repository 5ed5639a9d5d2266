import Formulas
import Numerics

/// What is said beside each step.
extension StepperStep {
  /// What the step computes, in a few signs.
  var formula: String {
    switch self {
    case .forward(.maximum): "x \u{2212} max"
    case .forward(.exponentials): "E = e^x"
    case .forward(.weights): "A = E ÷ Σ"
    case .forward(.output): "O = A·V"
    case .forward(let step): step.formula
    case .dV: "dV = Aᵀ·dO"
    case .dA: "dA = dO·Vᵀ"
    case .dS: "dS = A ⊙ (dA \u{2212} Σ)"
    case .dQ: "dQ = s·dS·K"
    case .dK: "dK = s·dSᵀ·Q"
    }
  }

  /// What the step is for, in one line.
  var why: String {
    switch self {
    case .forward(let step):
      switch step {
      case .rotateQuery, .rotateKey: "Turn by an angle that grows with the position."
      case .scores: "How well does each query match each key?"
      case .scale: "Keep long vectors from making scores large."
      case .softcap: "Bend large scores, so that none runs away."
      case .mask: "Hide the keys that a query must not look at."
      case .maximum: "Take the row's largest off: no power can overflow."
      case .exponentials: "Make every number positive; a small lead becomes a larger share."
      case .sum: "Add up what each query's keys have together."
      case .weights: "How much of each value a word takes; each row sums to 1."
      case .terms: "What does each key contribute?"
      case .output: "Mix the values, each as much as its key was looked at."
      }
    case .dV: "How should each value change?"
    case .dA: "Which weights should have been larger?"
    case .dS: "A score gains only by what it does better than its row."
    case .dQ: "Draw each query towards the keys that should score more."
    case .dK: "Draw each key towards the queries that should look at it."
    }
  }

  /// The lesson of the course that explains it.
  var lesson: String {
    switch self {
    case .forward(let step):
      switch step {
      case .rotateQuery, .rotateKey: "Positions"
      case .scores: "Scores"
      case .scale, .softcap: "Why divide by a square root"
      case .mask: "Masks"
      case .maximum, .exponentials, .sum, .weights: "Softmax"
      case .terms, .output: "The weighted sum"
      }
    case .dV, .dA, .dS, .dQ, .dK: "The backward pass"
    }
  }

  /// What the step is called where there is room.
  var heading: String {
    switch self {
    case .forward(let step):
      switch step {
      case .rotateQuery, .rotateKey: "Positions"
      case .scores: "Scores"
      case .scale: "Scale"
      case .softcap: "Softcap"
      case .mask: "Mask"
      case .maximum: "Less the largest"
      case .exponentials: "Powers of e"
      case .sum: "Sums"
      case .weights: "Weights"
      case .terms: "Terms"
      case .output: "Output"
      }
    case .dV, .dA, .dS, .dQ, .dK: "Backward: \(title)"
    }
  }

  /// What is worth trying here, with the key that does it.
  var tries: [(key: String, text: String)] {
    switch self {
    case .forward(let step):
      switch step {
      case .scores: [("↓", "the next query: which key fits best?"), ("r", "other numbers")]
      case .scale: [("s", "without the scale: what becomes of the weights?")]
      case .softcap: [("=", "softcap = none: how far was it bent?")]
      case .mask: [("m", "another mask"), ("x", "hide or show this key alone")]
      case .maximum: [("r", "other numbers: is one of each row still 0?")]
      case .exponentials: [("s", "without the scale: who gains?")]
      case .sum, .weights:
        [("x", "hide a key: who takes its weight?"), ("g", "hide the results, guess, then look")]
      case .terms, .output:
        [("x", "hide a key: what is missing then?"), ("b", "the backward pass")]
      case .rotateQuery, .rotateKey: []
      }
    case .dV, .dA, .dS, .dQ, .dK: [("b", "forth again")]
    }
  }
}
