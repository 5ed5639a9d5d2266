/// What the map of a head may look like.
enum MapTemplate: Int, CaseIterable, Sendable {
  case itself = 1, mirrored, before, everywhere

  /// For people, in a column of eleven.
  var name: String {
    switch self {
    case .itself: "itself"
    case .mirrored: "mirrored"
    case .before: "one before"
    case .everywhere: "all alike"
    }
  }

  /// In a column of eight.
  var shortName: String {
    switch self {
    case .before: "before"
    case .everywhere: "alike"
    case .itself, .mirrored: name
    }
  }

  /// What a place then looks at.
  var meaning: String {
    switch self {
    case .itself: "each place looks at itself"
    case .mirrored: "the last place looks at the first"
    case .before: "each looks at the one before it"
    case .everywhere: "each place looks at all places alike"
    }
  }

  /// The map of it for so many places.
  func weights(_ count: Int) -> [[Float]] {
    (0..<count).map { row in
      (0..<count).map { column in
        switch self {
        case .itself: row == column ? 1 : 0
        case .mirrored: row + column == count - 1 ? 1 : 0
        case .before: (column + 1) % count == row ? 1 : 0
        case .everywhere: 1 / Float(max(count, 1))
        }
      }
    }
  }

  /// How near a map comes to it: the cosine of the two, taken as vectors.
  func likeness(to map: [[Float]]) -> Double {
    var (both, own, other) = (0.0, 0.0, 0.0)
    for (a, b) in zip(weights(map.count).joined(), map.joined()) {
      both += Double(a * b)
      own += Double(a * a)
      other += Double(b * b)
    }
    return both / max((own * other).squareRoot(), 1e-12)
  }

  /// The one that a map looks like, and whether it does so clearly; nil where it looks like none of them.
  static func nearest(to map: [[Float]]) -> (template: MapTemplate, isClear: Bool)? {
    let all = allCases.map { ($0, $0.likeness(to: map)) }
    // The clear ones of the lab come to 0.98 and more, that of copying to between 0.74 and 0.86.
    guard let best = all.max(by: { $0.1 < $1.1 }), best.1 > 0.7 else { return nil }
    return (best.0, best.1 > 0.9)
  }
}
