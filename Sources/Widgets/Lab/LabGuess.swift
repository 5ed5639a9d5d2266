/// What a reader expects before it is seen: it stays beside the truth.
package enum LabGuess: Equatable, Sendable {
  case none, skipped
  /// The question stands, with a mark that can be moved.
  case asking(Int)
  case made(Int)

  var mark: Int? {
    switch self {
    case .none, .skipped: nil
    case .asking(let mark), .made(let mark): mark
    }
  }
  var isAsking: Bool { if case .asking = self { true } else { false } }
  /// What is left of it beside another run: it is not asked again by itself.
  var unjudged: LabGuess { made == nil ? self : .skipped }
  var made: Int? { if case .made(let mark) = self { mark } else { nil } }
}
