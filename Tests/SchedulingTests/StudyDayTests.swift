import Scheduling
import Testing

/// Moments are written as UTC hours since 1 January 2026, 00:00.
@Suite struct StudyDayTests {
  private let year = 1_767_225_600_000

  private func day(_ hours: Double, offset: Int) -> StudyDay {
    StudyDay(time: year + Int(hours * 3_600_000), offset: offset)
  }

  @Test func theDayBeginsAtFourInTheMorning() {
    #expect(day(3.999, offset: 0).iso == "2025-12-31")
    #expect(day(4, offset: 0).iso == "2026-01-01")
    #expect(day(27.999, offset: 0).iso == "2026-01-01")
    #expect(day(28, offset: 0).iso == "2026-01-02")
  }

  @Test func theOffsetDecidesWhatIsLocal() {
    #expect(day(0, offset: 240).iso == "2026-01-01")
    #expect(day(0, offset: 239).iso == "2025-12-31")
    #expect(day(8.9, offset: -300).iso == "2025-12-31")
    #expect(day(9, offset: -300).iso == "2026-01-01")
    #expect(day(22.25, offset: 345).iso == "2026-01-02")
  }

  /// Berlin, 29 March 2026: at 02:00 the clock goes to 03:00, and the night is 23 hours long.
  @Test func aDaylightSavingSwitchNeitherLosesNorDoublesADay() {
    let evening = StudyDay(time: 1_774_731_600_000, offset: 60)  // 28 March, 22:00 CET
    let before = StudyDay(time: 1_774_749_599_000, offset: 120)  // 29 March, 03:59:59 CEST
    let after = StudyDay(time: 1_774_749_600_000, offset: 120)  // 29 March, 04:00 CEST
    #expect(evening.iso == "2026-03-28")
    #expect(before == evening)
    #expect(after.days(since: evening) == 1)
    // Back on 25 October: 25 hours from 04:00 to 04:00.
    let summer = StudyDay(time: 1_792_807_200_000, offset: 120)  // 24 October, 04:00 CEST
    let winter = StudyDay(time: 1_792_897_199_000, offset: 60)  // 25 October, 03:59:59 CET
    #expect(summer.iso == "2026-10-24")
    #expect(winter == summer)
    #expect(StudyDay(time: 1_792_897_200_000, offset: 60).days(since: summer) == 1)
  }

  @Test func travelToTheWestOrAClockSetBackIsNoTimeAtAll() {
    let tokyo = day(20, offset: 540)
    let honolulu = day(26, offset: -600)
    #expect(tokyo.iso == "2026-01-02")
    #expect(honolulu.iso == "2026-01-01")
    #expect(honolulu.days(since: tokyo) == 0)
    #expect(day(-500, offset: 0).days(since: day(0, offset: 0)) == 0)
  }

  @Test func aDayKnowsItsStart() {
    for offset in [-720, -300, 0, 60, 345, 840] {
      let day = day(1_000, offset: offset)
      #expect(StudyDay(time: day.start(offset: offset), offset: offset) == day)
      #expect(StudyDay(time: day.start(offset: offset) - 1, offset: offset) == day.advanced(by: -1))
    }
  }

  @Test(arguments: [
    (0, "1970-01-01", 3), (-1, "1969-12-31", 2), (11_016, "2000-02-29", 1),
    (11_017, "2000-03-01", 2), (20_454, "2026-01-01", 3), (20_512, "2026-02-28", 5),
    (20_513, "2026-03-01", 6), (47_540, "2100-02-28", 6), (47_541, "2100-03-01", 0),
    (-719_468, "0000-03-01", 2),
  ]) func datesAndWeekdays(number: Int, iso: String, weekday: Int) {
    #expect(StudyDay(number: number).date.year == Int(iso.prefix(4)))
    #expect(StudyDay(number: number).weekday == weekday)
    if number > -700_000 { #expect(StudyDay(number: number).iso == iso) }
  }

  @Test func absurdMomentsAreBounded() {
    #expect(StudyDay(time: .max, offset: .max).number == 100_000_000)
    #expect(StudyDay(time: .min, offset: .min).number == -100_000_002)
  }

  @Test func daysCanBeCounted() {
    let first = StudyDay(number: 5)
    #expect(Array(first..<first.advanced(by: 3)).map(\.number) == [5, 6, 7])
  }
}
