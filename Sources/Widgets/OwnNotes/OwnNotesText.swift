import Formulas
import Inside
import JSONText
import Lab
import Models

/// What is said of a training on notes, on the screen and on the command line.
package enum OwnNotesText {
  package static func name(of recipe: OwnTextRecipe) -> String {
    let own: OwnNotesMethod = recipe.isYouth ? .youth : recipe.rank > 0 ? .lora : .all
    return way(of: recipe)
      + (recipe.rate == own.rate ? "" : ", rate \(Plain.text(recipe.rate))")
  }

  private static func way(of recipe: OwnTextRecipe) -> String {
    if recipe.isYouth { return "its youth" }
    let share = "replay \(recipe.stories * 100 / OwnTextRecipe.rows) %"
    switch (recipe.rank, recipe.stories) {
    case (0, 0): return "all weights"
    case (0, _): return share
    case (_, 0): return "LoRA r\(recipe.rank)"
    default: return "LoRA r\(recipe.rank), \(share)"
    }
  }

  /// A loss; of one that is lost whole numbers are enough.
  package static func cost(_ loss: Double) -> String {
    loss >= 100 && loss < 1e6 ? LabText.decimals(loss, 0) : LabText.loss(loss)
  }

  /// What it learnt, where it begins to learn by heart, and what it forgot.
  package static func words(
    _ run: OwnTextRun, _ now: OwnTextRun.Point, isOver: Bool
  ) -> String {
    var words = "Step \(now.step): "
    if let learnt = now.learnt { words += "notes learnt \(cost(learnt)), " }
    words += "kept back \(cost(now.kept))"
    let isTold = isOver && !run.recipe.isYouth
    if isTold, let best = run.best, best.step < now.step, best.kept + 0.02 < now.kept {
      words +=
        " (least at step \(best.step), \(cost(best.kept)): then it learns by heart)"
    }
    words += ", stories \(cost(now.stories))"
    if isTold, let first = run.points.first, now.stories.isFinite {
      let ratio = now.stories / first.stories
      words += " (\(loss(of: ratio)))"
    }
    return words + "."
  }

  /// What the stories are that are measured: those of longer rows cost less, whatever was learnt.
  package static func measure(_ text: OwnText) -> String {
    "Stories: \(OwnTextRun.storyRows) rows of \(text.length) tokens, as long as the notes'; shorter rows cost more."
  }

  /// What became of the stories, by how many times what they cost they do now.
  private static func loss(of ratio: Double) -> String {
    let times = "\(LabText.decimals(ratio, 1)) times what they cost"
    if ratio <= OwnNotesQuestion.close { return "\(times): kept" }
    return ratio > OwnNotesQuestion.lost
      ? "\(times): over \(Int(OwnNotesQuestion.lost)), forgotten" : times
  }

  /// What it cost at last, where the loss was lost.
  package static func lost(_ run: OwnTextRun) -> String {
    let loss = run.points.last.map { max($0.learnt ?? 0, $0.kept, $0.stories) } ?? .nan
    return loss.isFinite ? "\(cost(loss)) a token" : "no number any more (NaN)"
  }

  /// Text as one line.
  static func visible(
    _ tokens: some Sequence<Int>, _ vocabulary: Vocabulary, ascii: Bool
  ) -> String {
    text(tokens, vocabulary).map { $0 == "\n" ? (ascii ? " / " : " ⏎ ") : String($0) }.joined()
  }

  package static func text(_ tokens: some Sequence<Int>, _ vocabulary: Vocabulary) -> String {
    String(decoding: tokens.flatMap { vocabulary.bytes(of: $0) }, as: UTF8.self)
  }

  package static func members(
    _ run: OwnTextRun, _ text: OwnText, _ vocabulary: Vocabulary
  ) -> [JSON.Member] {
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    return [
      .init("method", .string(name(of: run.recipe))),
      .init("seed", Int(exactly: run.recipe.seed).map { .integer($0) } ?? .null),
      .init("rate", .number(run.recipe.rate)), .init("parameters", .integer(run.parameterCount)),
      .init("steps", .integer(run.step)), .init("tokens", .integer(text.tokens.count)),
      .init("bytewise", .number(text.bytewise)),
      .init("divergedAt", run.divergedAt.map { .integer($0) } ?? .null),
      .init(
        "curve",
        .array(
          run.points.map { point in
            .object([
              .init("step", .integer(point.step)), .init("learnt", number(point.learnt)),
              .init("kept", .number(point.kept)), .init("stories", .number(point.stories)),
            ])
          })),
      .init(
        "sayings",
        .array(
          run.prompts.indices.map { index in
            .object([
              .init("prompt", .string(self.text(run.prompts[index].dropFirst(), vocabulary))),
              .init(
                "said",
                .array(
                  run.sayings.filter { $0.tokens.indices.contains(index) }.map { saying in
                    .object([
                      .init("step", .integer(saying.step)),
                      .init("text", .string(self.text(saying.tokens[index], vocabulary))),
                    ])
                  })),
            ])
          })),
    ]
  }
}
