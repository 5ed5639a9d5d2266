extension History {
  /// What counts of an answer or a skip.
  package struct Entry: Hashable, Sendable {
    /// The row's name.
    package let id: ReviewID
    /// The grade that was earned; nil for a skip.
    package let grade: Grade?
    /// Percent, or 255 where it was not asked: a million entries are held at once.
    private let sure: UInt8
    /// Days, or 0 where none were chosen.
    private let chosen: UInt16
    /// How many came before it: the order in which they were taken in, which a wrong clock does
    /// not upset. It differs from one device to the next, and is not part of what the entry is.
    var arrival: UInt32 = 0
    /// When it was, in milliseconds of Unix time.
    package let time: Int
    /// Minutes that local time was ahead of UTC.
    package let offset: Int
    /// How long the question was on the screen, in milliseconds.
    package let duration: Int
    /// What rebuilds the question as it was asked.
    package let seed: UInt64
    /// Whether it was given here; what was taken in from elsewhere is not part of what can be undone.
    var isOwn: Bool

    /// What counts of a row.
    package init(
      id: ReviewID, grade: Grade?, time: Int, offset: Int, duration: Int, seed: UInt64,
      confidence: Int? = nil, daysChosen: Int? = nil, isOwn: Bool = true
    ) {
      self.id = id
      self.grade = grade
      self.time = time
      self.offset = offset
      self.duration = duration
      self.seed = seed
      self.isOwn = isOwn
      sure = confidence.flatMap(UInt8.init(exactly:)) ?? .max
      chosen = daysChosen.flatMap(UInt16.init(exactly:)) ?? 0
    }

    /// How sure the reader was, in percent, where asked.
    package var confidence: Int? { sure == .max ? nil : Int(sure) }

    /// The days after which the question was to come back, where they were chosen among those that the
    /// fuzz allows.
    package var daysChosen: Int? { chosen == 0 ? nil : Int(chosen) }

    /// The study day on which it was.
    package var day: StudyDay { StudyDay(time: time, offset: offset) }
    /// The date that a clock showed: before four in the morning it is a day ahead of the study day.
    package var date: StudyDay { StudyDay.calendar(time: time, offset: offset) }

    init(_ review: Review, _ grade: Grade?, isOwn: Bool) {
      self.init(
        id: review.id, grade: grade, time: review.time, offset: review.offset,
        duration: review.duration, seed: review.seed, confidence: review.confidence,
        daysChosen: Scheduler.daysChosen(in: review.version), isOwn: isOwn)
    }

    package static func == (left: Entry, right: Entry) -> Bool {
      left.id == right.id && left.grade == right.grade && left.time == right.time
        && left.offset == right.offset && left.duration == right.duration
        && left.seed == right.seed && left.sure == right.sure && left.chosen == right.chosen
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    static func precedes(_ left: Entry, _ right: Entry) -> Bool {
      // Two rows that share time and name still have one order on every device.
      (left.time, left.id, left.grade?.rawValue ?? 0, left.chosen)
        < (right.time, right.id, right.grade?.rawValue ?? 0, right.chosen)
    }
  }
}
