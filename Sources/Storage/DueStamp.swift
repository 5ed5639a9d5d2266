/// What the summary of what falls due was made from: it is right as long as that is as it was.
struct DueStamp: Equatable {
  /// The setting that holds it.
  static let setting = "due.summary"

  /// The last row of the log.
  var row: Int
  /// The latest time of any row, in milliseconds: one that is ahead of the clock does not count yet.
  var latest: Int
  /// Whether each question stands for itself: none continues another one, and none was taken back under
  /// another's name. Then what new rows change can be worked out from the rows of their questions.
  var isSimple: Bool
  /// The desired retention, and the version of the schedule.
  var schedule: String

  init(row: Int, latest: Int, isSimple: Bool, schedule: String) {
    self.row = row
    self.latest = latest
    self.isSimple = isSimple
    self.schedule = schedule
  }

  /// Reads what `text` wrote; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, let row = Int(parts[0]), let latest = Int(parts[1]),
      ["0", "1"].contains(parts[2])
    else { return nil }
    self.init(row: row, latest: latest, isSimple: parts[2] == "1", schedule: String(parts[3]))
  }

  var text: String { "\(row) \(latest) \(isSimple ? 1 : 0) \(schedule)" }
}
