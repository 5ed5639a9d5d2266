/// Finds the heading that a path of headings leads to, each below the one before: `Setup#Linux`. Levels between may
/// be left out.
struct HeadingPath {
  private let wanted: [String]
  /// The headings that the next one stands below, outermost first.
  private var above: [(level: Int, slug: String)] = []

  init(_ path: [String]) { wanted = path.map { Slugs.slug($0) } }

  /// Whether the next heading of a text is it.
  mutating func isEnd(_ level: Int, _ slug: String) -> Bool {
    above.removeAll { $0.level >= level }
    defer { above.append((level, slug)) }
    guard slug == wanted.last else { return false }
    var rest = wanted.dropLast()
    for outer in above where outer.slug == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
