import Formulas
import Notes

/// Files of a figure hold the whole run: whoever has them written has seen how it ends, and whoever opens
/// them is asked.
extension LabFigure {
  package static var readersKeys: [String] { ["seen", "guess", "guesses", "asked"] }
  /// At the last step nothing is left to ask about.
  package static func readersKeys(beside inputs: Inputs) -> [String] {
    let parameters = try? fields.parameters(of: inputs.withoutLook, in: name, from: initial)
    return parameters.map { $0.step >= $0.steps } ?? false ? ["step"] : []
  }

  package var exported: Parameters {
    guard isAsking || asksFirst || parameters.seen < parameters.steps else { return parameters }
    var changed = parameters
    changed.seen = max(parameters.seen, parameters.steps)
    switch parameters.guess {
    case .asking(_, let was?): changed.guess = .made(was)
    case .none, .asking: changed.guess = .known
    case .skipped, .known, .made: break
    }
    return changed
  }
}
