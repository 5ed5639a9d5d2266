/// What the summary of what falls due was made from: it is right as long as that is as it was.
struct DueStamp: Equatable {
  /// The setting that holds it.
  static let setting = "due.summary"

  /// The last row of the log.
  var row: Int
  /// The latest time of any row, in milliseconds: one that is ahead of the clock does not count yet.
  var latest: Int
  /// Whether no row was taken back under the name of another question: then what new rows change can be worked
  /// out from the rows of their questions.
  var isSimple: Bool
  /// Whether some are known by several names, which stand in the setting beside.
  var hasGroups: Bool
  /// The desired retention, and the version of the schedule.
  var schedule: String

  init(row: Int, latest: Int, isSimple: Bool, hasGroups: Bool = false, schedule: String) {
    self.row = row
    self.latest = latest
    self.isSimple = isSimple
    self.hasGroups = hasGroups
    self.schedule = schedule
  }

  /// Reads what `text` wrote; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: " ", maxSplits: 3)
    guard parts.count == 4, let row = Int(parts[0]), let latest = Int(parts[1]),
      let state = Int(parts[2]), (0...2).contains(state)
    else { return nil }
    self.init(
      row: row, latest: latest, isSimple: state > 0, hasGroups: state == 2,
      schedule: String(parts[3]))
  }

  var text: String { "\(row) \(latest) \(isSimple ? hasGroups ? 2 : 1 : 0) \(schedule)" }
}
