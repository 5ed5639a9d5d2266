/// GitHub's anchors for headings.
package struct Slugs: Sendable {
  private var seen: [String: Int] = [:]

  /// No heading yet.
  package init() {}

  /// `Why divide by √dₖ?` → `why-divide-by-dₖ`.
  package static func slug(_ title: String) -> String {
    String(
      title.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// The anchor of the next heading of a file: a second one of the same text gets `-1`.
  package mutating func next(_ title: String) -> String {
    let slug = Slugs.slug(title)
    defer { seen[slug, default: 0] += 1 }
    guard let count = seen[slug] else { return slug }
    return "\(slug)-\(count)"
  }
}
