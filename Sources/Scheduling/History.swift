/// The log as memory follows from it: what was answered, by question and in the order of time.
/// Every device arrives at the same history, whatever order its rows came in.
package struct History: Equatable, Sendable {
  /// What counts of an answer or a skip.
  package struct Entry: Hashable, Sendable {
    /// The row's name.
    package let id: ReviewID
    /// The grade that was earned; nil for a skip.
    package let grade: Grade?
    /// When it was, in milliseconds of Unix time.
    package let time: Int
    /// Minutes that local time was ahead of UTC.
    package let offset: Int
    /// How long the question was on the screen, in milliseconds.
    package let duration: Int
    /// What rebuilds the question as it was asked.
    package let seed: UInt64

    /// What counts of a row.
    package init(
      id: ReviewID, grade: Grade?, time: Int, offset: Int, duration: Int, seed: UInt64
    ) {
      self.id = id
      self.grade = grade
      self.time = time
      self.offset = offset
      self.duration = duration
      self.seed = seed
    }

    /// The study day on which it was.
    package var day: StudyDay { StudyDay(time: time, offset: offset) }

    fileprivate init(_ review: Review, _ grade: Grade?) {
      self.init(
        id: review.id, grade: grade, time: review.time, offset: review.offset,
        duration: review.duration, seed: review.seed)
    }

    fileprivate static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      // Two rows that share time and name still have one order on every device.
      (left.time, left.id, left.grade?.rawValue ?? 0)
        < (right.time, right.id, right.grade?.rawValue ?? 0)
    }
  }

  /// All that was ever answered or skipped of one question.
  private struct Track: Equatable, Sendable {
    let question: String
    var entries: [Entry] = []
    /// Whether entries came that are not in order yet.
    var isMixed = false
  }

  private var tracks: [Track] = []
  private var numbers: [String: Int] = [:]
  private var voided: Set<ReviewID> = []

  /// Nothing answered yet.
  package init() {}

  /// The history of some rows.
  package init(_ reviews: some Sequence<Review>) { add(reviews) }

  package static func == (left: History, right: History) -> Bool {
    left.tracks == right.tracks && left.voided == right.voided
  }

  // MARK: Taking in

  /// Takes in rows; those that are there already change nothing. The questions that they are about.
  @discardableResult
  package mutating func add(_ reviews: some Sequence<Review>) -> Set<String> {
    var touched: Set<String> = []
    var targets: Set<ReviewID> = []
    for review in reviews {
      switch review.kind {
      case .answer(let grade): append(Entry(review, grade), to: review.question)
      case .skip: append(Entry(review, nil), to: review.question)
      case .void(let target): targets.insert(target)
      }
      touched.insert(review.question)
    }
    settle()
    targets.subtract(voided)
    voided.formUnion(targets)
    // A row may be taken back under the name of another question.
    if !targets.isEmpty {
      for track in tracks where track.entries.contains(where: { targets.contains($0.id) }) {
        touched.insert(track.question)
      }
    }
    return touched
  }

  /// Takes in an answer or skip; `settle` is to follow once all are in.
  package mutating func append(_ entry: Entry, to question: String) {
    let number: Int
    if let known = numbers[question] {
      number = known
    } else {
      number = tracks.count
      numbers[question] = number
      tracks.append(Track(question: question))
    }
    if let last = tracks[number].entries.last, !Entry.precedes(last, entry) {
      tracks[number].isMixed = true
    }
    tracks[number].entries.append(entry)
  }

  /// Notes that a row was taken back.
  package mutating func void(_ id: ReviewID) { voided.insert(id) }

  /// Puts what was appended in order, each entry once.
  package mutating func settle() {
    for number in tracks.indices where tracks[number].isMixed {
      var sorted: [Entry] = []
      for entry in tracks[number].entries.sorted(by: Entry.precedes) where entry != sorted.last {
        sorted.append(entry)
      }
      tracks[number].entries = sorted
      tracks[number].isMixed = false
    }
  }

  // MARK: Looking

  /// The questions that were ever answered or skipped.
  package var questions: [String] { tracks.map(\.question) }

  /// Whether a row was taken back.
  package func isVoided(_ id: ReviewID) -> Bool { !voided.isEmpty && voided.contains(id) }

  /// All answers and skips of a question, also those taken back.
  package func entries(of question: String) -> [Entry] {
    numbers[question].map { tracks[$0].entries } ?? []
  }

  /// The answers to a question that count.
  package func answers(to question: String) -> [Entry] {
    entries(of: question).filter { $0.grade != nil && !isVoided($0.id) }
  }

  /// The answer or skip that an undo takes back: the latest to one of these questions.
  package func last(
    among isKnown: (String) -> Bool = { _ in true }
  ) -> (question: String, entry: Entry)? {
    var last: (question: String, entry: Entry)?
    for track in tracks {
      guard let entry = track.entries.last(where: { !isVoided($0.id) }), isKnown(track.question),
        last.map({ Entry.precedes($0.entry, entry) }) ?? true
      else { continue }
      last = (track.question, entry)
    }
    return last
  }

  /// The answers that count of one study day, by question.
  package func answers(on day: StudyDay) -> [String: [Entry]] {
    // No offset moves a day by more than one.
    let earliest = day.start(offset: 0) - 86_400_000
    var found: [String: [Entry]] = [:]
    for track in tracks {
      for entry in track.entries.reversed().prefix(while: { $0.time >= earliest })
      where entry.grade != nil && entry.day == day && !isVoided(entry.id) {
        found[track.question, default: []].append(entry)
      }
    }
    return found
  }
}
