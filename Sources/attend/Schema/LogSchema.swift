import Scheduling

/// A line of the log of answers.
extension Schema {
  static let progress = Schema(
    "progress", "a line of progress export: one row of the log of answers",
    [
      "id".holds(.text, "32 digits of 0-9 and a-f, unique over all devices"),
      "question".holds(.text, "its id, or * for all of them"),
      "kind".holds(.choice(["answer", "void", "skip", "action"]), "what happened"),
      "grade".mayHold(.whole, "of an answer: 1 wrong, 2 hard, 3 good, 4 easy"),
      "voids".mayHold(.text, "the id of the row that is taken back"),
      "action".mayHold(.choice(Review.Action.names), "what was decided"),
      "day".mayHold(.whole, "that an action speaks of, counted from 1970-01-01"),
      "time".holds(.whole, "milliseconds of Unix time"),
      "offset".holds(.whole, "minutes east of UTC"),
      "seed".holds(.text, "64 bits, as text: the draw that was shown"),
      "answer".holds(.text, "as it was given; what an action says"),
      "credit".holds(.number, "how much of the answer was right, 0 to 1"),
      "hints".holds(.whole, "shown before the answer"),
      "confidence".mayHold(.whole, "per cent, where it was asked for"),
      "duration".holds(.whole, "milliseconds"),
      "algorithm".holds(.text, "that schedules"), "version".holds(.text, "of that algorithm"),
    ], isVersioned: false)
}
