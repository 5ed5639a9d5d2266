import Basics
import Testing

@testable import Quiz
@testable import Scheduling

/// Two months of some hundred questions, each answered on the day on which it falls due.
@Suite struct DayBalanceTests {
  private static let days = 70
  private static let newADay = 9

  private struct Lived {
    var progress = Progress()
    var rows: [Review] = []
    /// Answers by day.
    var loads = [Int](repeating: 0, count: DayBalanceTests.days)
    /// Chosen intervals beside the exact ones.
    var stretch: [Double] = []
  }

  /// With no choice made where `easy` is nil.
  private func lived(_ easy: EasyDays?, seed: UInt64 = 1) -> Lived {
    var lived = Lived()
    var random = SplitMix64(seed: seed)
    let exact = Scheduler(fuzz: false)
    for number in 0..<Self.days {
      let today = StudyDay(time: noon + number * day, offset: 0)
      let due = lived.progress.cards.filter { $0.value.dueDay <= today }.keys.sorted()
      let new = number > 50 ? [] : (0..<Self.newADay).map { "q\(number)-\($0)" }
      for (place, question) in (due + new).enumerated() {
        let before = lived.progress.cards[question]
        let isNew = before == nil
        // Nine of ten are known well, the others barely.
        let grade: Grade =
          isNew ? .easy : SplitMix64.unit(random.next()) < 0.9 ? .good : .hard
        let version =
          easy.flatMap {
            lived.progress.versions(answering: question, on: today, easy: $0)[grade]
          } ?? "1"
        let row = Review(
          id: ReviewID(bits: UInt128(lived.rows.count + 1)), question: question,
          kind: .answer(grade), time: noon + number * day + place * 1000, offset: 0,
          version: version)
        lived.rows.append(row)
        lived.progress.add([row])
        lived.loads[number] += 1
        guard let card = lived.progress.cards[question],
          case .days(let days) = card.memory.interval,
          case .days(let middle)? = lived.progress.history.card(of: question, by: exact)?.memory
            .interval
        else { continue }
        // Never outside of the fuzz, and never sooner after a right answer.
        #expect(Fuzz.range(around: middle).contains(days))
        if easy != nil, grade == .good, case .days(let last)? = before?.memory.interval {
          #expect(days >= min(last, Fuzz.range(around: middle).upperBound))
        }
        lived.stretch.append(Double(days) / Double(middle))
      }
    }
    return lived
  }

  /// How far days are from the week around them, squared, in the middle.
  private func unevenness(_ loads: [Int]) -> Double {
    let settled = Array(loads[20...50])
    let squares = (3..<settled.count - 3).map { day -> Double in
      let week = Double(settled[day - 3...day + 3].reduce(0, +)) / 7
      return (Double(settled[day]) - week) * (Double(settled[day]) - week)
    }
    return squares.reduce(0, +) / Double(squares.count)
  }

  @Test func daysAreNearerToEven() {
    let (chosen, plain) = (lived(EasyDays()), lived(nil))
    #expect(chosen.rows.count > 700 && chosen.progress.cards.count == 51 * Self.newADay)
    #expect(
      unevenness(chosen.loads) < unevenness(plain.loads) / 2,
      "\(unevenness(chosen.loads)), \(unevenness(plain.loads)) without")
    // What is remembered stays as it was: intervals are as long in the mean.
    let mean = chosen.stretch.reduce(0, +) / Double(chosen.stretch.count)
    #expect((0.97...1.04).contains(mean), "\(mean)")
    // The same rows in any order say the same.
    var random = SplitMix64(seed: 9)
    let mixed = chosen.rows.map { ($0, random.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
    #expect(Progress(History(mixed)).cards == chosen.progress.cards)
    // Taken back, the last answer leaves all as it was before.
    if let last = chosen.rows.last {
      var undone = chosen.progress
      undone.add([Review(voiding: last.id, of: last.question, moment(last.time + 1))])
      #expect(undone.cards == Progress(History(chosen.rows.dropLast())).cards)
    }
  }

  @Test func easyDaysAreLighter() throws {
    let weekend: EasyDays = try #require(EasyDays("sat sun"))
    let lived = lived(weekend)
    var (easy, others) = ([Int](), [Int]())
    for (number, load) in lived.loads.enumerated() where (15...50).contains(number) {
      // New questions come on every day; what falls due is counted.
      let due = load - Self.newADay
      let weekday = StudyDay(time: noon + number * day, offset: 0).weekday
      if weekday > 4 { easy.append(due) } else { others.append(due) }
    }
    let means = [easy, others].map { Double($0.reduce(0, +)) / Double($0.count) }
    #expect(means[0] < 0.6 * means[1], "\(means)")
  }

  /// A sitting writes what was chosen, and only where there is a choice.
  @Test func aSittingChooses() throws {
    var reader = Reader(manyNotes(lessons: 1, questions: 4))
    reader.answer(right: true)
    #expect(reader.rows.map(\.version) == ["1"])
    let rows = reader.session.easy(now: moment(reader.now + 1))
    reader.take(rows)
    let easy = try #require(reader.rows.last)
    #expect(easy.kind == .answer(.easy))
    #expect(Scheduler.daysChosen(in: easy.version).map { (6...10).contains($0) } == true)
    #expect(
      reader.progress.cards[easy.question]?.dueDay.days(since: easy.day)
        == Scheduler.daysChosen(in: easy.version))
  }
}

extension Review {
  fileprivate var day: StudyDay { StudyDay(time: time, offset: offset) }
}
