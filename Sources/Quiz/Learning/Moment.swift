import Scheduling

/// A point in time and in chance, for what is stored.
package struct Moment: Equatable, Sendable {
  /// Milliseconds of Unix time.
  package var utc: Int
  /// Minutes that local time is ahead of UTC.
  package var offset: Int
  /// Random bits, other ones each time: what new rows of the log are named by.
  package var random: UInt128

  package init(utc: Int, offset: Int = 0, random: UInt128 = 0) {
    self.utc = utc
    self.offset = offset
    self.random = random
  }

  /// The study day.
  package var day: StudyDay { StudyDay(time: utc, offset: offset) }
}
