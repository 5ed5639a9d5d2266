/// What is written of notes, and of those who learn from them.
extension Schema {
  static let list = Schema(
    "list", "chapters and lessons of the course, or of notes",
    [
      "chapters".holds(
        .list(
          .object([
            "title".holds(.text, "of the chapter"),
            "path".holds(.text, "the file that it stands in"),
            "part".holds(.list(.text), "the parts of the book that it lies in, from outside"),
            "lessons".holds(.list(lesson), "in their order"),
          ])), "in their order")
    ])

  private static let lesson = Shape.object([
    "number".holds(.text, "as --lesson takes it, such as 4.2"),
    "title".holds(.text, "of the lesson"),
    "line".holds(.whole, "where its heading stands in the file, from 1"),
    "words".holds(.whole, "how long it is"),
    "widgets".holds(.list(.text), "their names, in the order in which they stand there"),
    "questions".holds(
      .list(
        .object([
          "id".holds(.text, "which keeps its history"), "kind".holds(.text, "its name"),
          "generated".holds(.truth, "made from the text rather than written by its author"),
          "tags".holds(.list(.text), "that its author gave it"),
        ])), "in their order"),
  ])

  static let check = Schema(
    "check", "what an author should fix",
    [
      "findings".holds(
        .list(
          .object([
            "file".holds(.text, "the path"),
            "line".holds(.whole.orNull, "from 1; null where no line is meant"),
            "column".holds(
              .whole.orNull, "in characters, from 1; null where all of the line is meant"),
            "severity".holds(.choice(["error", "warning", "note"]), "errors change what is shown"),
            "message".holds(.text, "what is wrong"),
            "remedy".holds(.text.orNull, "what to write instead"),
          ])), "by file and line"),
      "summary".holds(
        .object([
          "errors".holds(.whole, "findings"), "warnings".holds(.whole, "findings"),
          "lessons".holds(.whole, "looked at"),
          "lessonsWithoutQuestion".holds(.whole, "written or made"),
          "questions".holds(.whole, "written by the author"),
          "kinds".holds(.map(.whole), "how many of each kind"),
          "broken".holds(.whole, "questions that cannot be asked"),
          "generated".holds(.whole, "questions made from the text"),
          "draws".holds(.whole, "draws of questions with random numbers that were tried"),
          "withoutID".holds(.whole, "questions whose history ends when their heading changes"),
        ]), "of all that was looked at"),
    ])

  private static let tally = [
    "answers".holds(.whole, "counted"), "right".holds(.number, "the share of them, 0 to 1"),
    "firstAnswers".holds(.whole, "each learner's first to each question"),
    "firstRight".holds(.number, "the share of those"),
    "afterHints".holds(.number, "the share of answers that took a hint"),
    "seconds".holds(.number, "that an answer takes, the median"),
  ]

  static let report = Schema(
    "report", "how a class fares",
    [
      "notes".holds(.text, "what it is of"),
      "from".holds(.text.orNull, "the day of the first answer, as 2026-01-31"),
      "to".holds(.text.orNull, "the day of the last"),
      "learners".holds(
        .list(
          .object(
            ["name".holds(.text, "of the log")] + tally + [
              "questions".holds(.whole, "answered"), "days".holds(.whole, "with an answer"),
            ])), "one for each log, or for several of one learner"),
      "lessons".holds(
        .list(
          .object(
            ["number".holds(.text, "such as 4.2"), "title".holds(.text, "of the lesson")] + tally
              + [
                "learners".holds(.whole, "who answered"), "questions".holds(.whole, "it has"),
                "asked".holds(.whole, "of them"),
              ])), "that were answered in"),
      "questions".holds(
        .list(
          .object(
            [
              "id".holds(.text, "of the question"), "title".holds(.text, "its heading"),
              "lesson".holds(.text, "such as 4.2"), "file".holds(.text, "the path"),
              "line".holds(.whole, "from 1"), "kind".holds(.text, "its name"),
              "learners".holds(.whole, "who answered"),
            ] + tally + [
              "discrimination".holds(
                .number, "how well it tells strong from weak: the point-biserial correlation"),
              "chosen".holds(
                .list(
                  .object([
                    "answer".holds(.text, "as it was given"), "right".holds(.truth, "or not"),
                    "answers".holds(.whole, "that were this one"),
                    "firstAnswers".holds(.whole, "of these that were a learner's first"),
                  ])), "the most frequent first"),
              "wrongDraws".holds(
                .list(
                  .object([
                    "seed".holds(.text, "64 bits, as text"),
                    "drawn".holds(.text, "the numbers"), "answers".holds(.whole, "to this draw"),
                    "wrong".holds(.whole, "of them"), "answer".holds(.text, "the key"),
                  ])), "draws that nearly everyone got wrong"),
            ])), "that were answered"),
      "unasked".holds(.whole, "questions of these notes that nobody answered"),
      "elsewhere".holds(
        .object([
          "questions".holds(.whole, "that these notes do not have"),
          "answers".holds(.whole, "to them"),
        ]), "of the logs"),
      "broken".holds(
        .object([
          "questions".holds(.whole, "of these notes that cannot be asked as they are"),
          "answers".holds(.whole, "to them"),
        ]), "of the logs"),
    ])

  private static let mastery = [
    "questions".holds(.whole, "it has"),
    "asked".holds(.whole, "of them, at least once, and not called known since"),
    "saidKnown".holds(.whole, "of them that the learner called known"),
    "known".holds(.number, "the mean chance of recalling those today that were asked"),
  ]

  static let stats = Schema(
    "stats", "your progress, and what is due",
    [
      "reviews".holds(.whole, "answers in all"), "lessonsRead".holds(.whole, "to their end"),
      "questions".holds(.whole, "answered at least once"), "due".holds(.whole, "now"),
      "retention".holds(
        .number,
        "the share that was right of the answers a day or more after the one before"),
      "byDay".holds(
        .list(
          .object([
            "day".holds(.text, "of study, as 2026-01-31; it begins at 4 in the morning"),
            "reviews".holds(.whole, "answers"),
            "right".holds(.whole, "of them"), "minutes".holds(.number, "spent on them"),
          ])), "each day with an answer"),
      "desiredRetention".holds(.number, "what the schedule aims at"),
      "expectedRetention".holds(.number, "what the schedule expected of those answers"),
      "unseen".holds(.whole, "questions that were never answered, nor called known or suspended"),
      "sureness".holds(
        .list(
          .object([
            "sure".holds(.whole, "per cent, as the learner said"), "answers".holds(.whole, "so"),
            "right".holds(.whole, "of them"),
          ])), "how right those were who felt sure"),
      "streak".holds(.whole, "days in a row; a day without an answer is forgiven"),
      "chapters".holds(
        .list(
          .object(
            ["number".holds(.whole, "from 1"), "title".holds(.text, "of the chapter")] + mastery
              + [
                "lessons".holds(
                  .list(
                    .object(
                      ["number".holds(.text, "such as 4.2"), "title".holds(.text, "of the lesson")]
                        + mastery)), "of the chapter")
              ])), "in their order"),
      "secondsAnAnswer".holds(.number, "that an answer takes, the median"),
      "answersAhead".holds(.list(.whole), "that each of the next days will take, simulated"),
      "forecast".holds(.list(.whole), "questions that are due on each of the next days"),
      "minutes".holds(.number, "spent in all"),
      "byQuestion".holds(
        .list(
          .object([
            "id".holds(.text, "which keeps its history"), "lesson".holds(.text, "such as 4.2"),
            "title".holds(.text, "its heading"), "file".holds(.text, "the path"),
            "line".holds(.whole, "from 1"),
            "generated".holds(.truth, "made from the text rather than written by its author"),
            "state".holds(
              .choice(["new", "learning", "review", "known", "suspended"]), "what became of it"),
            "due".holds(.text.orNull, "the day of study, where it will be asked again"),
            "putOff".holds(.text.orNull, "until that day, where the learner put it off"),
            "set".holds(
              .text.orNull, "the day on which the learner wants it, until its next answer"),
            "answers".holds(.whole, "to it"), "right".holds(.whole, "of them"),
          ])), "of the notes, in their order"),
    ])

  static let due = Schema(
    "due", "what is due now, and what is new today",
    [
      "due".holds(.whole, "in all"), "new".holds(.whole, "in all"),
      "notes".holds(
        .list(
          .object([
            "notes".holds(.text, "the path, or the name of the course"), "due".holds(.whole, "now"),
            "new".holds(.whole, "today"),
          ])), "that were quizzed"),
    ])
}
