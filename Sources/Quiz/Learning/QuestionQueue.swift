/// What is still to be asked in a sitting, in its order; what was wrong comes back after a while.
struct QuestionQueue: Sendable {
  /// How many other questions stand between a wrong answer and its question.
  private static let pause = 4

  private var waiting: [String]
  private var again: [(question: String, after: Int)] = []
  private(set) var asked = 0

  init(_ questions: [String] = []) { waiting = questions }

  /// How many there are, those aside that are not to be asked any more.
  func count(without held: Set<String>) -> Int {
    waiting.count { !held.contains($0) } + again.count { !held.contains($0.question) }
  }
  /// Those that were wrong and are to come back.
  var repeats: [String] { again.map(\.question) }
  var questions: Set<String> { Set(waiting).union(again.map(\.question)) }
  /// How many of those that wait for their first time are such.
  func waitingCount(where isSuch: (String) -> Bool) -> Int { waiting.count(where: isSuch) }

  mutating func next() -> String? {
    if let index = again.firstIndex(where: { $0.after <= asked || waiting.isEmpty }) {
      return again.remove(at: index).question
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  /// One more was asked: what is to come back does so the sooner.
  mutating func countAsked() { asked += 1 }

  mutating func comeBack(with question: String) {
    again.append((question, asked + Self.pause))
  }

  /// It need not come back: it was answered since, or that answer was taken back.
  mutating func forgetWrong(_ question: String) { again.removeAll { $0.question == question } }

  mutating func remove(_ question: String) {
    waiting.removeAll { $0 == question }
    forgetWrong(question)
  }

  /// Nothing more is to be asked.
  mutating func removeAll() { (waiting, again) = ([], []) }

  mutating func putLast(_ questions: some Collection<String>) {
    waiting.append(contentsOf: questions)
  }

  mutating func putFirst(_ questions: some Collection<String>) {
    waiting.insert(contentsOf: questions, at: 0)
  }
}
