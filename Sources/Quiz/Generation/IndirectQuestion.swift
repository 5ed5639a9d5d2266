/// A title that holds a question without asking it: `What a loom does`, `Why the cloth shrinks`, `When to stop`.
enum IndirectQuestion {
  /// What it asks; nil where it holds none, or speaks to its reader.
  ///
  /// - Parameter subject: what `it` stands for.
  static func asked(_ title: String, of subject: String? = nil) -> String? {
    let title = withoutPlace(title)
    guard !title.contains(where: { ",:;!?()[]“”\"\u{FFFC}".contains($0) }) else { return nil }
    var words = title.split(separator: " ").map(String.init)
    guard (3...12).contains(words.count) else { return nil }
    if let subject, let at = words.firstIndex(of: "it") {
      words.replaceSubrange(at...at, with: subject.split(separator: " ").map(String.init))
    }
    let opening = words.removeFirst().lowercased()
    guard !words.contains(where: { refused.contains(Said.bare($0)) }) else { return nil }
    let asked = question(opening, Said(phrase: words))
    return asked.map { ($0.joined(separator: " ") + "?") }.map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }
  }

  /// A title without the place that it begins with: `Slide 4 — `, `Part A. `.
  private static func withoutPlace(_ title: String) -> String {
    let words = title.split(separator: " ").map(String.init)
    guard words.count > 3, places.contains(words[0].lowercased()), words[1].count <= 3 else {
      return title
    }
    if ["—", "–", "-", ":"].contains(words[2]) { return words.dropFirst(3).joined(separator: " ") }
    return words[1].last.map { ".:".contains($0) } ?? false
      ? words.dropFirst(2).joined(separator: " ") : title
  }
  private static let places: Set<String> = [
    "slide", "part", "step", "chapter", "section", "lecture", "lesson", "unit", "week", "day",
  ]

  private static func question(_ opening: String, _ said: Said) -> [String]? {
    let words = said.words
    let last = said.lower.last ?? ""
    let subject = Array(words.dropLast())
    let isSubject =
      !subject.isEmpty && !said.lower.dropLast().contains(where: Verbs.auxiliary.contains)
    switch opening {
    case "what" where ["does", "do"].contains(last) && isSubject:
      return ["What", last] + subject + ["do"]
    case "what" where ["is", "are"].contains(last) && isSubject: return ["What", last] + subject
    case "what" where ["means", "mean"].contains(last) && isSubject:
      return ["What", last == "means" ? "does" : "do"] + subject + ["mean"]
    case "why", "how":
      if opening == "why", Verbs.commands(said.lower[0]), words.count > 1 { return ["Why"] + words }
      if let asked = said.asked(opening.capitalizedFirst, 0..<words.count) { return asked }
      guard isSubject, words.count > 1,
        let form = Verbs.form(last, after: said.lower.dropLast()[...], before: "")
      else { return nil }
      return [opening.capitalizedFirst, form.isPlural ? "do" : "does"] + subject + [form.base]
    case "when" where said.lower[0] == "to" && words.count > 2:
      return ["When", "should", "you"] + words.dropFirst()
    default: return nil
    }
  }

  private static let refused: Set<String> = [
    "i", "i'd", "i'll", "we", "we'll", "you", "you'll", "it", "this", "these", "those", "my", "our",
    "your", "they",
    "here", "next", "not", "and", "or", "so", "install", "else", "there",
  ]
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
