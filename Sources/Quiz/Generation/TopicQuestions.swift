import Notes

/// Parts of a lesson that nothing else asks for, by the heading that names what they are about. The reader
/// explains it, then compares.
enum TopicQuestions {
  /// Titles of parts by their place in a text, and of what is done rather than known.
  private static let refused: Set<String> = [
    "introduction", "summary", "overview", "discussion", "implementation", "implementing",
    "training", "setup",
    "data", "dataset", "datasets", "reading", "results", "details", "notes", "exercises",
    "conclusion", "background",
    "motivation", "usage", "options", "configuration", "installation", "installing", "defining",
    "putting", "using",
    "creating", "adding", "getting", "building", "making", "running", "writing", "first", "next",
    "step", "steps",
    "more", "other", "others", "another", "simple", "scratch", "experiment", "experiments", "code",
    "demo", "what",
    "how", "why", "when", "where", "which", "your", "our", "we", "you", "let", "final", "thoughts",
    "takeaways", "my",
    "i", "it", "this", "these", "that", "listing", "figure", "table", "chapter", "part", "section",
    "preface", "word",
    "words", "things", "about", "version", "api", "new", "practice", "together", "general",
    "basics", "basic",
    "advanced", "feature", "features", "and", "vs", "worked", "caveats", "pitfalls", "history",
    "common", "questions",
    "solution", "problem", "idea", "ideas", "see", "also", "further", "release", "otherwise",
    "topics",
  ]
  private static let answers = 25...140

  static func sections(in lesson: LessonProse, besides others: [QuestionSection])
    -> [QuestionSection]
  {
    let asked = Set(others.map(\.line))
    return lesson.headings.indices.compactMap { index in
      let (title, line, next) = lesson.headings[index]
      let isLast = index + 1 == lesson.headings.count
      let end = isLast ? lesson.pieces.count : lesson.headings[index + 1].next
      let lines = line..<max(line + 1, isLast ? Int.max : lesson.headings[index + 1].line)
      guard isTopic(title), next < end, !asked.contains(where: lines.contains) else { return nil }
      let blocks = lesson.pieces[next..<end].map(\.block)
      guard let answer = HeadingQuestions.answer(from: Array(blocks.prefix { $0.prose != nil })),
        answers.contains(answer.plainText.split(separator: " ").count),
        let first = answer.first?.prose.map({ Sentences.of($0) }), isAbout(first, title)
      else { return nil }
      return .recall([.text("Explain in your own words: “\(title)”")], line: line, answer: answer)
    }
  }

  /// Whether a title names a thing.
  private static func isTopic(_ title: String) -> Bool {
    let words = Sentences.words(title)
    return (1...5).contains(words.count) && words.first?.hasSuffix("ing") == false
      && !(words.count > 1 && Verbs.commands(words[0])) && title.count > 4 && Heads.isTerm(title)
      && !Heads.isAside(title)
      && !words.contains(where: refused.contains)
      && !words.contains(where: Verbs.auxiliary.contains)
      && !title.contains(where: { ".,:;()[]`/|=<>“”\"\u{FFFC}".contains($0) })
  }

  /// Whether a text begins with what its title names, and speaks of nothing that is elsewhere.
  private static func isAbout(_ sentences: [String], _ title: String) -> Bool {
    let topic = Stems.of(title)
    guard let first = sentences.first, !topic.isEmpty else { return false }
    // Named at once as the subject of it, or soon in a text that says more of it.
    let subject = first.split(separator: " ").prefix(title.split(separator: " ").count + 2)
    let opening = sentences.prefix(2).joined(separator: " ")
    return isToldOf(topic, subject.joined(separator: " "))
      && !Sentences.words(first).contains(where: elsewhere.contains)
      || sentences.count >= 3 && isToldOf(topic, opening)
        && !Sentences.words(opening).contains(where: (elsewhere + spoken).contains)
        && !opening.contains("?") && !opening.contains(Sentences.hole)
  }

  private static func isToldOf(_ topic: Set<String>, _ text: String) -> Bool {
    Stems.told(topic, in: Stems.of(text)).count == topic.count
  }

  private static let elsewhere = [
    "section", "chapter", "above", "previous", "previously", "below", "figure", "tutorial", "now",
    "let's",
  ]
  private static let spoken = [
    "i", "i'm", "i've", "we'll", "we've", "we're", "this", "these", "it", "here", "course", "book",
    "post", "so",
    "earlier", "next", "following", "saw", "seen", "remember", "recall", "example", "imagine",
    "suppose",
  ]
}
