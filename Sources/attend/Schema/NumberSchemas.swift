import Numerics
import Scheduling

/// What is written of numbers that are computed step by step.
extension Schema {
  private static let underflows = "underflows".mayHold(
    .list(.text), "places of numbers that are written as 0 and are not")

  static let dot = Schema(
    "dot", "a dot product with every number on the way",
    [
      "u".holds(.list(.number), "the first vector"), "v".holds(.list(.number), "the second"),
      "products".holds(.list(.number), "entry by entry"),
      "partialSums".holds(.list(.number), "of the products, from the first"),
      "dot".holds(.number, "u · v"), "norms".holds(.list(.number), "of u and of v"),
      "cosine".holds(.number, "u · v / (|u| |v|); null where one of them is 0"),
      "angleDegrees".holds(.number, "between them"),
      "projection".holds(Shape.list(.number).orNull, "of u on v"), underflows,
    ])

  static let norm = Schema(
    "norm", "a row normalised, with every number on the way",
    [
      "method".holds(.choice(["layer", "rms"]), "LayerNorm or RMSNorm"),
      "x".holds(.list(.number), "the row"), "gamma".holds(.list(.number), "the gains"),
      "beta".holds(.list(.number), "what is added last"),
      "epsilon".holds(.number, "under the root"),
      "mean".holds(.number, "of x; RMSNorm has none"),
      "centred".holds(.list(.number), "x less its mean"),
      "squares".holds(.list(.number), "of those"), "meanSquare".holds(.number, "of those"),
      "divisor".holds(.number, "√(meanSquare + epsilon)"),
      "normalised".holds(.list(.number), "centred / divisor"),
      "output".holds(.list(.number), "normalised · gamma + beta"), underflows,
    ])

  /// The given matrices, around what is made of them.
  private static func given(_ parts: [Shape.Field]) -> [Shape.Field] {
    [
      "x".mayHold(.matrix, "the input, where Q, K and V are projected from it"),
      "q".holds(.matrix, "a row for each query"), "k".holds(.matrix, "a row for each key"),
      "v".holds(.matrix, "a row for each key"),
    ] + parts + [
      "y".mayHold(.matrix, "the output times w_o, where that is given"),
      "offDouble".mayHold(
        .number, "the largest difference from double precision, in another precision"),
    ]
  }

  private static let head = [
    "precision".holds(.choice(Precision.allCases.map(\.rawValue)), "that was computed in"),
    "scores".holds(.matrix, "q kᵀ: a row for each query, a column for each key"),
    "scale".holds(.number, "that the scores are multiplied by"), "scaled".holds(.matrix, "scores"),
    "softcap".holds(.number, "the bound of the scores, where there is one"),
    "capped".holds(.matrix, "scores, softly bounded"),
    "masked".holds(.matrix, "scores, -inf where a key is blocked"),
    "rowMaxima".holds(.list(.number), "of masked; null where all keys are blocked"),
    "shifted".holds(.matrix, "masked less its row's maximum"),
    "exponentials".holds(.matrix, "of shifted"), "rowSums".holds(.list(.number), "of those"),
    "weights".holds(.matrix, "exponentials / rowSums: the softmax"),
    "output".holds(.matrix, "weights v"),
    "mask".holds(.list(.text), "what blocks keys, in words"),
    "terms".mayHold(
      .list(.matrix), "weight times value, a matrix for each query, unless they are very many"),
    underflows,
    "gradients".holds(
      .object([
        "dO".holds(.matrix, "given: how the loss changes with each number of the output"),
        "dV".holds(.matrix, "likewise"), "dA".holds(.matrix, "with the weights"),
        "dS".holds(.matrix, "with the scores that softmax takes"),
        "dScaled".holds(.matrix, "with the scaled scores"), "dQ".holds(.matrix, "with q"),
        "dK".holds(.matrix, "with k"),
      ]), "the backward pass"),
  ]

  static let attention = Schema(
    "attention", "scaled dot-product attention with every intermediate; head by head if several",
    given(head),
    given([
      "keyValueHeads".holds(.whole, "as many as there are heads, or fewer that share"),
      "heads".holds(.list(.object(head)), "in their order"),
      "output".holds(.matrix, "of the heads side by side"),
      "gradients".holds(
        .object([
          "dQ".holds(.matrix, "with all of q"), "dK".holds(.matrix, "with all of k"),
          "dV".holds(.matrix, "with all of v"),
        ]), "how the loss changes"),
    ]))

  static let train = Schema(
    "train", "the recipes of the lab; or how one of its models learnt",
    [
      "recipes".holds(
        .list(
          .object([
            "name".holds(.text, "as train takes it"), "title".holds(.text, "what is learnt"),
            "knobs".holds(.list(.text), "as --knob takes them"),
          ])), "in their order")
    ],
    curve(
      "accuracy", "the share of knowable places right on rows kept back",
      turned: [
        "rate".mayHold(.number, "that was given in place of the recipe's own"),
        "knob".mayHold(.text, "that was turned"),
        "tests".mayHold(
          .list(
            .object([
              "name".holds(.text, "of the rows"),
              "trained".holds(.truth, "whether rows like them are trained on"),
            ])), "what shares are of, where more than one thing is tested"),
        shares,
        "adaptersOff".mayHold(
          .object([
            "new".holds(.number, "the new task's share right"),
            "old".holds(.number, "the old one's"),
          ]), "of LoRA, with its adapters switched off in the end"),
      ], ofPoint: [shares]), curve("error", "the largest difference from the exact optimum"))

  private static let shares = "shares".mayHold(
    .list(.number).orNull, "the share right of each test, in their order, where it was measured")

  private static func curve(
    _ outcome: String, _ about: String, turned: [Shape.Field] = [], ofPoint: [Shape.Field] = []
  ) -> [Shape.Field] {
    [
      "recipe".holds(.text, "its name"), "seed".holds(.number, "that all random choices follow"),
    ] + turned + [
      "parameters".holds(.whole, "that are learnt"), "steps".holds(.whole, "that were taken"),
      "seconds".holds(.number, "that they took"), "loss".holds(.number, "at the end"),
      outcome.holds(.number, about),
      "reachedAt".holds(.whole.orNull, "the step at which the recipe's aim was reached"),
      "divergedAt".holds(.whole.orNull, "the step at which the loss was lost"),
      "curve".holds(
        .list(
          .object(
            [
              "step".holds(.whole, "from 0"), "loss".holds(.number, "of its rows"),
              outcome.holds(.number, "where it was measured"),
            ] + ofPoint)), "step by step"),
    ]
  }
}
