import Glibc
import Storage
import Testing

@Suite struct WallClockTests {
  @Test func theTimeIsThatOfTheSystem() {
    let before = time(nil)
    let (now, offset) = wallClock()
    #expect((before * 1_000...time(nil) * 1_000 + 999).contains(now))
    #expect((-1080...1080).contains(offset))
  }

  @Test func theOffsetIsThatOfTheZone() async {
    await #expect(processExitsWith: .success) {
      for (zone, offset) in [("UTC0", 0), ("XXX-05:45", 345), ("YYY9:30", -570)] {
        setenv("TZ", zone, 1)
        #expect(wallClock().offset == offset)
      }
    }
  }
}
