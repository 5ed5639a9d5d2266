import Inside
import Lab

/// What is asked of a way to learn before its end is seen, and what an answer is worth.
struct OwnNotesQuestion {
  let method: OwnNotesMethod
  let steps: Int
  /// What was measured before the first step; nil before that.
  let first: OwnTextRun.Point?

  init(_ method: OwnNotesMethod, _ steps: Int, first: OwnTextRun.Point? = nil) {
    (self.method, self.steps, self.first) = (method, steps, first)
  }

  private static let changes = [
    "about what they cost it before", "more, up to twice as much", "more than twice as much",
  ]
  private static let costs = ["under 2", "2 to 4", "over 4"]
  /// What is about the same.
  static let close = 1.15
  /// More than so many times as much is forgotten.
  static let lost = 2.0

  var asked: LabQuestion {
    let words =
      switch method {
      case .all: "It knows its stories. All weights then learn the notes, for \(steps) steps."
      case .replay: "Some of what it learns are its own stories again."
      case .lora: "Its weights stay, and adapters learn the notes."
      case .both: "Its weights stay, and adapters learn the notes, with stories in between."
      case .youth:
        "It begins with random numbers and reads stories alone. Knowing nothing costs ln 800 = 6.7 a token"
          + (first.map { "; these numbers cost it \(OwnNotesText.cost($0.stories))." } ?? ".")
      }
    return method == .youth
      ? LabQuestion("\(words) What do the stories cost after \(steps) steps?", choices: Self.costs)
      : LabQuestion("\(words) What do the stories cost then?", choices: Self.changes)
  }

  /// A guess beside the end of its run; nil before that.
  func verdict(_ guess: Int, _ run: OwnTextRun) -> LabVerdict? {
    guard let first = run.points.first, let last = run.points.last, run.isComplete else {
      return nil
    }
    let right: Int
    if method == .youth {
      right = last.stories < 2 ? 1 : last.stories <= 4 ? 2 : 3
    } else {
      let ratio = last.stories / first.stories
      right = ratio < Self.close ? 1 : ratio <= Self.lost ? 2 : 3
    }
    let choices = asked.choices
    let truth =
      "\(OwnNotesText.cost(first.stories)) before, \(OwnNotesText.cost(last.stories)) after"
    guard choices.indices.contains(guess - 1) else { return nil }
    // Where the loss was lost, why stands below it; what is no number is none of the answers.
    return LabVerdict(
      isRight: last.stories.isFinite && guess == right,
      words: "You said \"\(choices[guess - 1])\". Stories: \(truth).")
  }
}
