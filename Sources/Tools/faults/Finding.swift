/// What came of one kind of fault.
struct Finding {
  let fault: String
  private(set) var tries = 0
  /// Answers whose result was shown without a warning, and which the log does not hold.
  private(set) var lost = 0
  /// Crashes, hangs, and refusals that do not say what and why.
  private(set) var broken = 0
  /// What else there is to say.
  var remark = ""
  private(set) var details: [String] = []

  init(_ fault: String) { self.fault = fault }

  /// One try, and how many answers were lost in it.
  mutating func count(
    lost: Int = 0, broken problem: String? = nil, _ place: @autoclosure () -> String
  ) {
    tries += 1
    self.lost += max(0, lost)
    if problem != nil { broken += 1 }
    if lost > 0 || problem != nil {
      details.append("\(fault), \(place()): \(lost) lost\(problem.map { "; \($0)" } ?? "")")
    }
  }

  /// The finding as a row of the table.
  var row: String {
    "| \(fault)\(remark.isEmpty ? "" : " (\(remark))") | \(tries) | \(lost) | \(broken) |"
  }
}
