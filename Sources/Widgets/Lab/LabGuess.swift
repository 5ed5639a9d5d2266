/// What a reader expects before it is seen: it stays beside the truth.
package enum LabGuess: Equatable, Sendable {
  case none, skipped
  /// It was guessed and judged of another seed, or of other choices: the same question is not asked again.
  case known
  /// The question stands, with a mark that can be moved; where one guesses once more, what was guessed
  /// before stays until another answer is given.
  case asking(Int, was: Int? = nil)
  case made(Int)

  var mark: Int? {
    switch self {
    case .none, .skipped, .known: nil
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
    case .none, .skipped, .known: self
    case .asking(let mark, _): .asking(mark)
    case .made: .skipped
    }
  }
  /// What is left of it where another seed makes the same question: what was judged need not be asked again, and
  /// what was not is asked of the new run.
  func ofAnotherSeed(isJudged: Bool) -> LabGuess {
    made == nil ? unjudged : isJudged ? .known : .none
  }
  /// What is left of it beside another question, which is asked unless nobody guesses.
  var ofAnotherQuestion: LabGuess {
    switch self {
    case .none, .known, .made: .none
    case .skipped: .skipped
    case .asking(let mark, _): .asking(mark)
    }
  }
  var made: Int? { if case .made(let mark) = self { mark } else { nil } }
}
