/// What stands in a text beside its matter: links, exercises, news. Words are taken whole, so that `Learning rate
/// schedule` and `Weight updates` are matter.
extension Heads {
  /// Words that tell it wherever they stand.
  private static let always: Set<String> = [
    "changelog", "roadmap", "contributing", "contributors", "contribution", "contributions",
    "license", "licence",
    "acknowledgement", "acknowledgements", "acknowledgment", "acknowledgments", "prerequisite",
    "prerequisites",
    "todo", "faq", "exercise", "exercises", "homework", "install", "installing", "installation",
    "quickstart",
  ]
  private static let phrases = [
    "further reading", "to do", "getting started", "quick start", "table of contents",
    "learning objective",
    "learning objectives", "learning outcome", "learning outcomes", "you will learn",
    "you'll learn", "see also",
    "about the author", "about the authors", "about me",
  ].map { $0.split(separator: " ").map(String.init) }
  /// Words that tell it where nothing else is named.
  private static let alone: Set<String> = [
    "resource", "resources", "reference", "references", "link", "links", "reading", "readings",
    "news", "update",
    "updates", "author", "authors", "schedule", "community", "support", "tool", "tools", "library",
    "libraries",
    "paper", "papers", "project", "projects", "blog", "blogs", "course", "courses", "example",
    "examples", "tip",
    "tips", "book", "books", "video", "videos", "tutorial", "tutorials", "requirement",
    "requirements", "repository",
  ]
  /// Words of them that tell it at the end of a title too: `Key papers`.
  private static let last: Set<String> = [
    "resources", "references", "links", "readings", "papers", "blogs", "authors", "tutorials",
    "videos", "books",
  ]
  /// Words beside which nothing is named.
  private static let small: Set<String> = [
    "the", "a", "an", "some", "our", "my", "and", "or", "more", "further", "useful", "other",
    "additional", "key",
    "recommended", "of", "for", "here", "are", "is", "this", "in", "few", "general", "worked",
    "practical",
  ]

  /// Whether what stands under such a title is no matter to be asked for.
  static func isAside(_ title: String) -> Bool {
    let words = Sentences.words(title)
    let named = words.filter { !small.contains($0) }
    return words.contains(where: always.contains) || phrases.contains { holds($0, words) }
      || !named.isEmpty && named.allSatisfy(alone.contains)
      || words.last.map(last.contains) ?? false
  }

  /// Words for what is listed and has no name.
  private static let nameless: Set<String> = [
    "benefit", "benefits", "limitation", "limitations", "consideration", "considerations", "tip",
    "tips", "example",
    "examples", "resource", "resources", "requirement", "requirements", "principle", "principles",
    "tools",
    "libraries", "papers", "projects", "links", "references", "detail", "details", "practicalities",
    "caveats", "remarks", "observations", "facts", "pitfalls", "gotchas",
    "challenge", "challenges", "trade-offs", "tradeoffs", "knobs",
  ]
  private static let namelessPhrases = [
    ["best", "practice"], ["best", "practices"], ["use", "case"], ["use", "cases"],
  ]

  /// Whether what is listed under such a title or line are no terms to be told apart.
  static func isOfNoTerms(_ text: String) -> Bool {
    let words = Sentences.words(text)
    return isAside(text) || words.contains(where: nameless.contains)
      || namelessPhrases.contains { holds($0, words) }
  }

  private static func holds(_ phrase: [String], _ words: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: phrase) }
  }
}
