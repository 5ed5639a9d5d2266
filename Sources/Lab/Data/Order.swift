/// What can be asked to be done with a row.
package enum Order: String, CaseIterable, Equatable, Sendable {
  case copy, reverse, shift, sort

  package func answer(_ row: [Int32]) -> [Int32] {
    switch self {
    case .copy: row
    case .reverse: row.reversed()
    case .shift: row.suffix(1) + row.dropLast()
    case .sort: row.sorted()
    }
  }

  /// Where an answer's place has its token from; nil for sort, where it depends on the row.
  package func source(of place: Int, length: Int) -> Int? {
    switch self {
    case .copy: place
    case .reverse: length - 1 - place
    case .shift: (place + length - 1) % length
    case .sort: nil
    }
  }
}
