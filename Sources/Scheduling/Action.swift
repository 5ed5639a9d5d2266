extension Review {
  /// What happened to a question besides being answered: a decision of the reader's, or of the program
  /// on the reader's behalf.
  package enum Action: Hashable, Sendable {
    /// The question is bad, and why, as far as that was said: for its author.
    case flag(String)
    /// It is not bad after all.
    case unflag
    /// It is not asked any more.
    case suspend
    /// It was known before it was asked: it is not asked, and counts as known, until an answer is wrong.
    case known
    /// It is asked as the schedule says, though it was suspended, known or put off.
    case resume
    /// It is not asked before that day.
    case bury(until: StudyDay)
    /// It falls due on that day, whatever the schedule says, until it is answered.
    case due(StudyDay)
    /// It is the one that had this identity before its words or its place changed.
    case continues(String)
    /// It was one with the question of this identity up to that moment, in milliseconds of Unix time: words of one
    /// of two places have changed that held the same. What was answered until then is of both.
    case branches(String, until: Int)
    /// These weights fit the answers so far: the schedule of all questions follows them.
    case weights(Weights)
  }
}

extension Review.Action {
  /// An action as a row holds it; nil where such a row makes no sense.
  package init?(name: String, day: Int?, text: String) {
    let day = day.flatMap { Self.days.contains($0) ? StudyDay(number: $0) : nil }
    switch (name, day) {
    case ("flag", nil): self = .flag(text)
    case ("unflag", nil): self = .unflag
    case ("suspend", nil): self = .suspend
    case ("known", nil): self = .known
    case ("resume", nil): self = .resume
    case ("bury", let day?): self = .bury(until: day)
    case ("due", let day?): self = .due(day)
    case ("continues", nil) where Review.Limits.question.contains(text.utf8.count):
      self = Self.branch(text) ?? .continues(text)
    case ("weights", nil):
      guard let weights = Weights(text: text) else { return nil }
      self = .weights(weights)
    default: return nil
    }
    if self.text != text { return nil }
  }

  /// The name that a row holds.
  package var name: String {
    switch self {
    case .flag: "flag"
    case .unflag: "unflag"
    case .suspend: "suspend"
    case .known: "known"
    case .resume: "resume"
    case .bury: "bury"
    case .due: "due"
    case .continues, .branches: "continues"
    case .weights: "weights"
    }
  }

  /// Stands between an identity and the moment up to which it counts; programs that know of none take both for an
  /// identity that has no answers.
  private static let untilSign: Character = "@"

  /// What a row says that is more than an identity; nil where it is none.
  private static func branch(_ text: String) -> Self? {
    guard let sign = text.lastIndex(of: untilSign), sign > text.startIndex,
      let until = Int(text[text.index(after: sign)...]), Review.Limits.time.contains(until),
      case let branch = Self.branches(String(text[..<sign]), until: until), branch.text == text
    else { return nil }
    return branch
  }

  /// The identity that it says a question had, or shared; nil where it says none.
  package var former: String? {
    switch self {
    case .continues(let former), .branches(let former, _): former
    default: nil
    }
  }

  /// All names, in the order of their declaration.
  package static let names = [
    "flag", "unflag", "suspend", "known", "resume", "bury", "due", "continues", "weights",
  ]

  /// The day that it speaks of.
  package var day: StudyDay? {
    switch self {
    case .bury(let day), .due(let day): day
    default: nil
    }
  }

  /// What it says besides: a remark, an identity, weights.
  package var text: String {
    switch self {
    case .flag(let remark): remark
    case .continues(let former): former
    case .branches(let former, let until): "\(former)\(Self.untilSign)\(until)"
    case .weights(let weights): weights.text
    default: ""
    }
  }

  /// The days that a row may speak of: the years 1970 to 9999.
  package static let days = 0...2_932_896

  /// The question under which what concerns all of them stands.
  package static let allQuestions = "*"
}
