import Basics
import CSystem
import Content
import Libc
import Notes
import Quiz
import Scheduling
import Storage

/// What the quiz costs as the log of answers grows, measured from outside on a terminal, and what
/// of it is reading the log and replaying it.
struct QuizGrowth {
  private static let sizes = [10, 100, 1_000, 10_000, 100_000, 1_000_000]
  private static let second: UInt64 = 1_000_000_000
  /// Different questions in the log, those of the course among them.
  private static let questions = 2_000

  private let path: String
  private let environment: [String]
  private let rounds: Int

  /// Prints one row a size.
  static func run(
    _ path: String, _ options: Options, environment: [String]
  ) throws(BenchFailure) {
    let growth = QuizGrowth(path: path, environment: environment, rounds: options.rounds)
    print("\n### The quiz, as the log of answers grows (milliseconds)\n")
    print(
      "| reviews | first question | statistics | an answer stored | `due` after it | read | replay |"
    )
    print("|---|---|---|---|---|---|---|")
    let ids = questionIDs()
    for size in sizes { try growth.measure(size, ids) }
  }

  private func measure(_ size: Int, _ ids: [String]) throws(BenchFailure) {
    let folder = try WorkFolder()
    defer { folder.discard() }
    let now = Int(time(nil)) * 1_000
    let store: ProgressStore
    do throws(StorageProblem) {
      store = try ProgressStore.open(folder: Path(folder.path + "/attend"), now: now)
      for start in stride(from: 0, to: size, by: 50_000) {
        let rows = (start..<min(size, start + 50_000)).map { row($0, of: size, now, ids) }
        try store.append(contentsOf: rows)
      }
    } catch { throw .file(folder.path, error.message) }

    var firsts: [Double] = []
    var statistics: [Double] = []
    var answers: [Double] = []
    var dues: [Double] = []
    var reads: [Double] = []
    var replays: [Double] = []
    let environment = environment + ["XDG_STATE_HOME=" + folder.path]
    for _ in 0..<rounds {
      let shown = try Session([path, "stats"], environment: environment)
      if let time = try wait(shown, for: "Weakest", since: shown.start) {
        statistics.append(time)
      }
      let quiz = try Session(
        [path, "quiz", "--count", "20", "--seed", "1"], environment: environment)
      guard let first = try wait(quiz, for: "1 of ", since: quiz.start) else { continue }
      firsts.append(first)
      for _ in 0..<4 {
        // What has come up so far is not what is waited for.
        _ = try quiz.read(until: .silence(Self.second / 10, orNothing: Self.second / 10))
        _ = quiz.lines
        let pressed = quiz.press("\u{1b}r")
        guard let time = try wait(quiz, for: "without a try", since: pressed) else {
          break
        }
        answers.append(time)
        _ = quiz.press("\r")
      }
      // The first look works in what was answered, as each first one after a quiz does.
      let due = try Session([path, "due"], environment: environment)
      if let time = try wait(due, for: " due", since: due.start) { dues.append(time) }
      let start = system_now()
      guard let history = try? store.history() else { continue }
      let read = system_now()
      guard !history.cards(by: Scheduler()).isEmpty else { continue }
      reads.append(Double(read - start) / 1e6)
      replays.append(Double(system_now() - read) / 1e6)
    }
    let cells =
      [firsts, statistics, answers, dues, reads, replays].map { median($0).map(number) ?? "–" }
    print("| \(size) | " + cells.joined(separator: " | ") + " |")
  }

  /// The milliseconds until a text comes up; nil if it does not.
  private func wait(
    _ session: Session, for text: String, since start: UInt64
  ) throws(BenchFailure) -> Double? {
    try session.read(until: .text(text, within: 60 * Self.second)).seen
      .map { Double($0 - start) / 1e6 }
  }

  // MARK: The log

  private static func questionIDs() -> [String] {
    let documents = Course.files.map { file in
      Document(
        path: file.name,
        bytes: Array(
          UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount)))
    }
    let library = Library(title: "The course", key: "course", documents: documents)
    let own = QuestionBank(library).questions.map(\.id)
    return own + (0..<max(0, questions - own.count)).map { "other-\($0)" }
  }

  /// A row of three years of study: six answers in seven are right, one row in fifty takes back the
  /// one before it.
  private func row(_ number: Int, of size: Int, _ now: Int, _ ids: [String]) -> Review {
    let span = 3 * 365 * 86_400_000
    let time = now - span + span / size * number
    let drawn = scrambled(number)
    if number > 0, number % 50 == 0 {
      return Review(
        id: id(number), question: question(number - 1, ids), kind: .void(id(number - 1)),
        time: time, offset: 60)
    }
    let grade: Grade = drawn % 7 == 0 ? .again : drawn % 7 == 1 ? .hard : .good
    return Review(
      id: id(number), question: question(number, ids), kind: .answer(grade), time: time,
      offset: 60, seed: drawn, answer: "\(drawn % 100)", credit: grade == .again ? 0 : 1,
      duration: Int(drawn % 40_000))
  }

  private func id(_ number: Int) -> ReviewID {
    ReviewID(bits: UInt128(scrambled(number)) << 64 | UInt128(number))
  }

  private func question(_ number: Int, _ ids: [String]) -> String {
    ids[Int(scrambled(number &+ 7_777_777) % UInt64(ids.count))]
  }

  private func scrambled(_ number: Int) -> UInt64 {
    SplitMix64.mixed(UInt64(truncatingIfNeeded: number) &* SplitMix64.increment)
  }
}
