import Models

/// Which parameters a training moves; the rest keep every bit.
package enum Moving: Equatable, Sendable {
  case all, head, adapters

  func slots(of decoder: Decoder<Float>) -> [Slot] {
    switch self {
    case .all: decoder.named.map(\.slot)
    case .head: decoder.head.map { [$0.weight] } ?? []
    case .adapters: decoder.adapters.flatMap { [$0.down, $0.up] }
    }
  }
}
