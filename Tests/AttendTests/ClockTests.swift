import Quiz
import Libc
import Screens
import Testing

@testable import attend

@Suite struct ClockTests {
  @Test func theTimeIsThatOfTheSystem() {
    // Not `time`, which goes by the ticks of the kernel and so may lie a little behind.
    func milliseconds() -> Int {
      var moment = timespec()
      clock_gettime(CLOCK_REALTIME, &moment)
      return moment.tv_sec * 1_000 + moment.tv_nsec / 1_000_000
    }
    let before = milliseconds()
    let now = Clock.now()
    #expect((before...milliseconds()).contains(now.utc))
    #expect((-1080...1080).contains(now.offset))
  }

  @Test func theOffsetIsThatOfTheZoneAlsoAfterAJourney() async {
    await #expect(processExitsWith: .success) {
      for (zone, offset) in [("UTC0", 0), ("XXX-05:45", 345), ("YYY9:30", -570)] {
        setenv("TZ", zone, 1)
        #expect(Clock.now().offset == offset)
      }
    }
  }

  @Test func twoMomentsHaveDifferentRandomBits() {
    #expect(Clock.now().random != Clock.now().random)
  }
}
