import CSystem
import Glibc
import Screens

/// The wall clock: the only place where the program asks for the time.
enum Clock {
  static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var local = tm()
    // Without this the zone stays the one of the start, wherever the machine has travelled since.
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
