/// GitHub's anchors for headings.
package struct Slugs: Sendable {
  /// The anchors that were given, and how many headings of the same text followed each.
  private var seen: [String: Int] = [:]
  private let separator: Character

  /// No heading yet.
  ///
  /// - Parameter separator: what stands before the number of a second heading of the same text: `_` in MkDocs.
  package init(separator: Character = "-") { self.separator = separator }

  /// `Why divide by √dₖ?` → `why-divide-by-dₖ`.
  package static func slug(_ title: String) -> String {
    String(
      title.lowercased().compactMap { character -> Character? in
        if character == " " { return "-" }
        return character.isLetter || character.isNumber || character == "-" || character == "_"
          ? character : nil
      })
  }

  /// The anchor of the next heading of a file: a second one of the same text gets `-1`, or the next number that no
  /// heading has for itself.
  package mutating func next(_ title: String) -> String {
    let slug = Slugs.slug(title)
    var name = slug
    while seen[name] != nil {
      seen[slug, default: 0] += 1
      name = "\(slug)\(separator)\(seen[slug] ?? 0)"
    }
    seen[name] = 0
    return name
  }
}
