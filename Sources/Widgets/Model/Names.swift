/// Names that rows or columns have.
extension [String] {
  /// So many names: behind the last one the numbers.
  func filled(to count: Int) -> [String] {
    (0..<count).map { indices.contains($0) ? self[$0] : "\($0 + 1)" }
  }

  /// Has a new name behind a place, or none there any more, as the rows come and go; what went.
  mutating func follow(_ change: Resizing, at place: Int) -> String? {
    if change.adds {
      insert("new", at: Swift.min(place + 1, count))
      return nil
    }
    return indices.contains(place) ? remove(at: place) : nil
  }
}
