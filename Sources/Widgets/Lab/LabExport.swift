/// Files of a figure hold the whole run: whoever has them written has seen how it ends, and whoever opens
/// them is asked.
extension LabFigure {
  package var readersKeys: [String] {
    // At the last step nothing is left to ask about.
    ["seen", "guess", "guesses", "asked"] + (parameters.step >= parameters.steps ? ["step"] : [])
  }

  /// The files tell how the run ends, which is guessed first.
  package var whyNotExported: String? {
    guard isAsking || asksFirst else { return nil }
    return "A guess first: the files tell how it ends"
      + (isAsking ? "" : "; \(Self.mention(.time(.play))) asks")
  }

  package var exported: Parameters {
    guard isAsking || asksFirst || parameters.seen < parameters.steps else { return parameters }
    var changed = parameters
    changed.seen = max(parameters.seen, parameters.steps)
    switch parameters.guess {
    case .asking(_, let was?): changed.guess = .made(was)
    case .none, .asking: changed.guess = .skipped
    case .skipped, .known, .made: break
    }
    return changed
  }
}
