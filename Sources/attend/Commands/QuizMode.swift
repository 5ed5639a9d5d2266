import Notes
import Quiz

/// What `attend quiz` is for, by its options.
enum QuizMode {
  private static let modes: [(option: String, mode: Plan.Mode)] = [
    ("cram", .cram), ("test", .test), ("placement", .placement),
  ]

  static func mode(_ invocation: Invocation) throws(ReadProblem) -> Plan.Mode {
    let given = modes.filter { invocation.has($0.option) }
    guard given.count <= 1 else {
      throw ReadProblem(
        "quiz takes one of \(given.map { "--\($0.option)" }.joined(separator: " and "))",
        isUsage: true)
    }
    if invocation.has("chapters"), invocation.has("lesson") {
      throw ReadProblem("quiz takes --lesson or --chapters, not both", isUsage: true)
    }
    if invocation.has("minutes"), !invocation.has("test") {
      throw ReadProblem("--minutes is the time of a test: give --test as well", isUsage: true)
    }
    let mode = given.first?.mode ?? .schedule
    if mode == .placement, invocation.has("lesson") {
      throw ReadProblem(
        "--placement finds the chapter to start with, and --lesson names one: leave --lesson out, or give "
          + "--chapters 2-4 to look among those", isUsage: true)
    }
    return mode
  }

  /// The chapters that a text such as `2,4-6` names, by their first lessons.
  static func chapters(
    _ text: String, in library: Library
  ) throws(ReadProblem) -> Set<LessonID> {
    var found: Set<LessonID> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends.first.flatMap(\.self),
        let last = ends.last.flatMap(\.self), first <= last, last - first < 10_000
      else {
        throw ReadProblem(
          "--chapters are numbers such as 2,4-6, not \"\(text)\"; `attend list` shows them",
          isUsage: true)
      }
      for number in first...last {
        guard let place = library.chapter(numbered: number) else {
          throw ReadProblem("there is no chapter \(number); `attend list` shows those there are")
        }
        found.insert(LessonID(document: place.document, chapter: place.chapter, lesson: 0))
      }
    }
    return found
  }
}
