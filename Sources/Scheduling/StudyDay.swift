/// A day of study, which begins at 04:00 local time so that a late evening counts as one day.
package struct StudyDay: Hashable, Comparable, Strideable, Sendable {
  /// Days since 1 January 1970.
  package let number: Int

  /// The day with that number.
  package init(number: Int) {
    self.number = number
  }

  /// The day of a moment, in milliseconds of Unix time, where local time was that many minutes
  /// ahead of UTC.
  package init(time: Int, offset: Int) {
    let time = min(max(time, -farthest), farthest)
    let offset = min(max(offset, -1440), 1440)
    number = floorDivide(time + offset * 60_000 - beginning, millisecondsADay)
  }

  /// The calendar's day of a moment, which begins at midnight: what a clock shows.
  package static func calendar(time: Int, offset: Int) -> StudyDay {
    StudyDay(time: min(max(time, -farthest), farthest) + beginning, offset: offset)
  }

  /// The moment at which the day begins under that offset, in milliseconds of Unix time.
  package func start(offset: Int) -> Int {
    number * millisecondsADay + beginning - offset * 60_000
  }

  /// Whole days since an earlier day; a clock set back counts as zero.
  package func days(since earlier: StudyDay) -> Int {
    max(0, number - earlier.number)
  }

  package func distance(to other: StudyDay) -> Int { other.number - number }

  package func advanced(by days: Int) -> StudyDay { StudyDay(number: number + days) }

  /// The day of the week, Monday being 0.
  package var weekday: Int {
    let remainder = (number + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// The date in the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms").
  package var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let leaps = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leaps) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day that `iso` writes; nil for anything else.
  package init?(iso: String) {
    let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1970...9999).contains(year), (1...12).contains(month),
      (1...31).contains(day)
    else { return nil }
    // The days from March on, when a leap day has passed or not (Hinnant, as below).
    let shiftedYear = month > 2 ? year : year - 1
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: shiftedYear / 400 * 146_097 + dayOfEra - 719_468)
    if self.iso != iso { return nil }
  }

  /// The date as `2026-01-31`.
  package var iso: String {
    let (year, month, day) = date
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

private let millisecondsADay = 86_400_000
private let beginning = 4 * 3_600_000
private let farthest = 8_640_000_000_000_000

private func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
