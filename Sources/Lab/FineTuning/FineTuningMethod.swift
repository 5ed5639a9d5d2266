import Models

/// What of a trained model may change when it learns something new.
package enum FineTuningMethod: Equatable, Sendable {
  case full
  /// All of it, with that share of the rows of the old task.
  case replay(share: Double)
  /// Adapters of that rank on queries and keys; the model itself keeps every bit.
  case lora(rank: Int)
  /// The way out alone, which cannot make anything look elsewhere.
  case head

  package static let usual: [FineTuningMethod] = [
    .full, .replay(share: 0.2), .lora(rank: 4), .head,
  ]

  package var name: String {
    switch self {
    case .full: "full"
    case .replay: "replay"
    case .lora: "lora"
    case .head: "head"
    }
  }

  var moving: Moving {
    switch self {
    case .full, .replay: .all
    case .lora: .adapters
    case .head: .head
    }
  }
}
