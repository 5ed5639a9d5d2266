import Scheduling

/// The names of settings that are kept.
package enum Setting {
  /// Whether the quiz asks how sure the reader is: `yes`, or not set.
  package static let confidence = "quiz.confidence"
  /// The chance of recall at which a question comes back: `0.9` where it is not set.
  package static let retention = "quiz.retention"
  /// All of them.
  package static let all = [confidence, retention]

  /// The scheduler that the settings ask for.
  package static func scheduler(_ settings: [String: String]) -> Scheduler {
    Scheduler(retention: settings[retention].flatMap { Double($0) } ?? 0.9)
  }
}
