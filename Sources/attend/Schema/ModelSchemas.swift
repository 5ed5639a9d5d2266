/// What is written of tokens, and of language models.
extension Schema {
  private static let token = Shape.object([
    "id".holds(.whole, "in the vocabulary"),
    "text".holds(.text, "its bytes, as far as they are UTF-8"),
  ])

  static let tokens = Schema(
    "tokens", "a text's bytes, the pairs that are merged, its tokens",
    [
      "bytes".holds(.list(.whole), "of the text, as UTF-8"),
      "tokens".holds(.list(token), "that it comes to"),
      "merges".holds(
        .list(
          .object([
            "left".holds(.whole, "a token"), "right".holds(.whole, "the token after it"),
            "place".holds(.whole, "of the merge among all that were learnt, from 1"),
          ])), "that were done, in their order"),
    ])

  private static let candidates = Shape.list(
    .object([
      "id".holds(.whole, "of the token"), "text".holds(.text, "of the token"),
      "logit".holds(.number, "before softmax"), "probability".holds(.number, "after it"),
    ]))

  static let model = Schema(
    "model", "what a model makes of a text; with --evidence, of many; with --learn, of your notes",
    [
      "model".holds(
        .object([
          "name".holds(.text, "of the model, or of its adapter"),
          "family".holds(.text, "of its kind"),
          "parameters".holds(.whole, "in all"), "layers".holds(.whole, "of them"),
          "heads".holds(.whole, "in each"), "width".holds(.whole, "of the residual stream"),
          "vocabulary".holds(.whole, "tokens that it knows"),
          "context".holds(.whole, "tokens that it takes"),
        ]), "that was asked"),
      "off".holds(.list(.text), "switched off: heads, MLPs and layers, such as L0H1"),
      "tokens".holds(.list(token), "of the text, with what begins it"),
      "next".holds(candidates, "the likeliest tokens after the last place"),
      "logits".holds(.list(.number), "of the whole vocabulary after the last place"),
      "lens".holds(
        .list(
          .object([
            "layer".holds(.whole, "0 is the tokens alone, n what layer n - 1 hands on"),
            "next".holds(candidates, "what the model would say from there"),
          ])), "layer by layer"),
      "heads".holds(
        .list(
          .object([
            "name".holds(.text, "such as L0H1"),
            "looks".holds(
              .list(
                .object([
                  "place".holds(.whole, "of a token, from 0"), "weight".holds(.number, "0 to 1"),
                ])), "from the last place"),
          ])), "layer by layer"),
      "generated".mayHold(.list(token), "what follows the text, with --generate"),
    ],
    [
      "cases".holds(.whole, "texts that were asked"), "subject".holds(.text, "what they ask for"),
      "right".holds(.whole.orNull, "answers, with nothing off"),
      "loss".holds(.number, "with nothing off"),
      "parts".holds(
        .list(
          .object([
            "name".holds(.text, "of a head or an MLP"),
            "looks".holds(.text.orNull, "the pattern that it shows most"),
            "scores".holds(.map(.number), "of each pattern, 0 to 1"),
            "right".holds(.whole.orNull, "answers without it"),
            "loss".holds(.number, "without it"),
          ])), "of the model"),
    ],
    [
      "method".holds(.text, "how the copy learnt"), "seed".holds(.whole.orNull, "of its choices"),
      "rate".holds(.number, "of learning"), "parameters".holds(.whole, "that are learnt"),
      "steps".holds(.whole, "that were taken"), "tokens".holds(.whole, "of the notes"),
      "bytewise".holds(.number, "how much of the text is in tokens of one byte, 0 to 1"),
      "divergedAt".holds(.whole.orNull, "the step at which the loss was lost"),
      "curve".holds(
        .list(
          .object([
            "step".holds(.whole, "from 0"), "learnt".holds(.number, "loss on what is learnt"),
            "kept".holds(.number, "loss on notes kept back"),
            "stories".holds(.number, "loss on the stories that it knew before"),
          ])), "as it was measured"),
      "sayings".holds(
        .list(
          .object([
            "prompt".holds(.text, "that is asked before and after"),
            "said".holds(
              .list(
                .object([
                  "step".holds(.whole, "of the training"), "text".holds(.text, "that followed"),
                ])), "in their order"),
          ])), "prompt by prompt"),
    ])

  static let models = Schema(
    "models", "language models on this machine",
    [
      "models".holds(
        .list(
          .either([
            .object(
              file + [
                "family".holds(.text, "of its kind"), "parameters".holds(.whole, "in all"),
                "types".mayHold(.list(.text), "of its weights"),
                "problem".holds(.nothing, "it can be opened"),
              ]),
            .object(file + ["problem".holds(.text, "why it cannot be opened")]),
          ])), "that were found")
    ])

  private static let file = [
    "name".holds(.text, "of the model"), "path".holds(.text, "as model takes it"),
    "bytes".holds(.whole, "on disk"),
  ]
}
