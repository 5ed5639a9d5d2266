/// What a reader expects before it is seen: it stays beside the truth.
package enum LabGuess: Equatable, Sendable {
  case none, skipped
  /// The question stands, with a mark that can be moved; where one guesses once more, what was guessed
  /// before stays until another answer is given.
  case asking(Int, was: Int? = nil)
  case made(Int)

  var mark: Int? {
    switch self {
    case .none, .skipped: nil
    case .asking(let mark, _), .made(let mark): mark
    }
  }
  /// What is left where no answer is given: the guess before, if there was one.
  var dismissed: LabGuess { if case .asking(_, let was?) = self { .made(was) } else { .skipped } }
  var isAsking: Bool { if case .asking = self { true } else { false } }
  /// What is left of it beside another run: it is not asked again by itself, and a question that stands
  /// no longer has a guess before it.
  var unjudged: LabGuess {
    switch self {
    case .none, .skipped: self
    case .asking(let mark, _): .asking(mark)
    case .made: .skipped
    }
  }
  var made: Int? { if case .made(let mark) = self { mark } else { nil } }
}
