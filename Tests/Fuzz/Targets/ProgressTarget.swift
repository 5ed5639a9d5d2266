import Quiz
import Scheduling
import Storage

/// A log in JSON Lines → reviews, their union, cards and statistics.
enum ProgressTarget: FuzzTarget {
  static let name = "progress"
  static let words = [
    "\"id\":\"", "\"question\":\"", "\"kind\":\"answer\"", "\"kind\":\"skip\"", "\"kind\":\"void\"",
    "\"kind\":\"action\"", "\"action\":\"bury\"", "\"action\":\"continues\"", "\"day\":20000",
    "\"voids\":\"", "\"grade\":1", "\"grade\":4", "\"time\":", "\"offset\":", "\"seed\":\"",
    "\"answer\":\"", "q@1700000000000",
    "\"credit\":", "\"hints\":", "\"duration\":", "253402300799999", "-1080", "0", "\n", "{", "}",
    ",",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    let log = ReviewLog(bytes, path: "log")
    try Broken.unless(log.problems.count <= max(20, log.badLines), "too many problems")
    for review in log.reviews.prefix(200) {
      let again = try? Review(line: Array(review.line.utf8))
      try Broken.unless(again == review, "\(review.line) reads as another row")
    }
    let half = log.reviews.count / 2
    let (left, right) = (Array(log.reviews[..<half]), Array(log.reviews[half...]))
    let all = union([left, right])
    try Broken.unless(union([right, left]) == all, "the union depends on the order")
    try Broken.unless(union([all, all]) == all, "the union of a log with itself differs")
    let now = 1_800_000_000_000
    let today = StudyDay(time: now, offset: 0)
    let progress = Progress(reviews: all)
    for (question, card) in progress.cards {
      let chance = card.retrievability(on: today)
      try Broken.unless((0...1).contains(chance), "\(question) is known with \(chance)")
      _ = Reasons.comesBack(card, inThisQuiz: false, today: today)
      _ = progress.rightInARow(question)
    }
    _ = progress.tally(on: today)
    _ = progress.rescheduled(by: Scheduler(retention: 0.8))
    _ = Report(progress, bank: QuestionBank(), now: now, today: today)
  }
}
