import Quiz
import CSystem
import Libc
import Screens

/// The wall clock: what day it is, and when something was stored.
enum Clock {
  static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var local = tm()
    // Without this the zone stays the one of the start, even if the machine has moved to another.
    tzset()
    localtime_r(&seconds, &local)
    var random = SystemRandomNumberGenerator()
    return Moment(
      utc: time.tv_sec * 1000 + time.tv_nsec / 1_000_000, offset: local.tm_gmtoff / 60,
      random: UInt128(random.next()) << 64 | UInt128(random.next()))
  }

  /// Milliseconds of a clock that nobody sets.
  static func ticks() -> Int { Int(system_now() / 1_000_000) }
}
