/// The days of the week on which the reader wants less to do.
package struct EasyDays: Hashable, Sendable {
  /// Their names, Monday first.
  package static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Days of the week, Monday being 0.
  private let weekdays: Set<Int>

  /// None of them.
  package init() { weekdays = [] }

  /// The whole names, in their order.
  private static let wholeNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Those of these names, short or whole, with blanks or commas between; nil where one of them is none.
  package init?(_ text: String) {
    let numbers = text.split { " ,".contains($0) }.map { word in
      Self.wholeNames.firstIndex { word.count >= 3 && $0.hasPrefix(word.lowercased()) }
    }
    weekdays = Set(numbers.compactMap(\.self))
    if numbers.contains(nil) { return nil }
  }

  /// Whether a day is left that is not one of them: beside others alone is a day easy.
  package var leavesADay: Bool { weekdays.count < Self.names.count }

  /// Their names, in the order of the week.
  package var text: String {
    weekdays.sorted().map { Self.names[$0] }.joined(separator: " ")
  }

  /// What a day holds beside others: a third where it is easy.
  func weight(of day: StudyDay) -> Int { weekdays.contains(day.weekday) ? 1 : 3 }
}
