import Notes

/// What headings say of lists of what is to be done, whose ticks are no keys.
enum TaskWords {
  /// What those ask.
  private static let plans = [
    "to do", "todo", "to-do", "next", "left", "done", "remain", "missing", "plan", "status",
  ]
  /// What others name.
  private static let tasks = [
    "step", "task", "checklist", "check list", "progress", "roadmap", "phase", "milestone", "goal",
    "release", "install", "setup", "action",
  ]

  /// Whether a heading asks what is to be done, or was.
  static func isPlan(_ words: String) -> Bool {
    let lower = words.lowercased()
    return plans.contains { lower.contains($0) }
  }

  /// Whether it says anything of what is to be done.
  static func isTask(_ words: String) -> Bool {
    let lower = words.lowercased()
    return (plans + tasks).contains { lower.contains($0) }
  }
}
