import Quiz
import Libc
import Screens
import Testing

@testable import attend

@Suite struct ClockTests {
  @Test func theTimeIsThatOfTheSystem() {
    let before = time(nil)
    let now = Clock.now()
    #expect((before * 1_000...time(nil) * 1_000 + 999).contains(now.utc))
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
