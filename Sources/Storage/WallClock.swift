import Glibc

/// The wall clock, as reviews record it: milliseconds of Unix time, and the local zone's offset
/// from UTC in minutes, east positive.
package func wallClock() -> (time: Int, offset: Int) {
  var now = timespec()
  clock_gettime(CLOCK_REALTIME, &now)
  var seconds = now.tv_sec
  var local = tm()
  tzset()
  localtime_r(&seconds, &local)
  return (now.tv_sec * 1_000 + now.tv_nsec / 1_000_000, local.tm_gmtoff / 60)
}
