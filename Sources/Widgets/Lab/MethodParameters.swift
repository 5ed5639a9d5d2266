/// Parameters of a figure that learns by one of several methods, each with a guess of its own.
protocol MethodParameters {
  associatedtype Method: Hashable
  var method: Method { get }
  var guess: LabGuess { get set }
  /// What was guessed of the methods whose end was seen.
  var guesses: [Method: LabGuess] { get set }
}

extension MethodParameters {
  /// These of one method as they were left, whatever was guessed of others since.
  ///
  /// - Parameters:
  ///   - now: those of the method that was looked at since.
  ///   - isJudged: whether its guess was.
  func left(since now: Self, isJudged: Bool) -> Self {
    var old = self
    old.guesses = now.guesses
    if isJudged { old.guesses[now.method] = now.guess }
    if let guess = old.guesses[old.method] { old.guess = guess }
    if now.guess == .skipped { old.guess = .skipped }
    return old
  }
}
