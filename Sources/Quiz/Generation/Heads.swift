import Notes

/// Words by which a rule tells what it may ask from what it may not.
enum Heads {
  /// Words that leave no doubt, and others that a line may hold for another reason.
  private static let steps: Set<String> = [
    "step", "steps", "stage", "stages", "phase", "phases", "procedure", "workflow", "recipe",
  ]
  private static let perhapsSteps: Set<String> = [
    "process", "pipeline", "loop", "cycle", "iterate", "iterates", "iteration", "iterations",
    "iterative", "iteratively", "algorithm",
  ]
  private static let stepPhrases = [
    "how to ", "works as follows", "work as follows", "proceeds as follows", "goes as follows",
    "is done as follows", "computed as follows", "in sequence", "sequence of steps",
    "sequence of operations", "in this order", "in that order", "in order:", "the order is",
  ]
  private static let noSteps = [
    "component", "layer", "metric", "best practice", "benefit", "limitation", "consideration",
    "use case", "when to", "type", "tips", "example", "principle", "advantage", "challenge",
    "factor", "method", "technique", "approaches", "option", "reason", "application", "resource",
    "requirement", "prerequisite", "strateg", "kinds", "categor", "variant", "feature", "question",
    "exercise", "paper", "topic", "goal", "criteria", "propert", "evaluation", "improv", "model",
    "challenge", "issue", "way to", "ways to", "concept", "difference",
  ]

  /// What titles of lists name that are no steps, whatever the line before them says.
  private static let things = [
    "component", "layers", "metric", "benefit", "limitation", "consideration", "tips", "example",
    "principle", "approaches", "types", "techniques", "methods", "options", "use cases",
    "best practice",
  ]

  /// Whether a list is one of steps, by the last sentence before it and by the title over it.
  static func isOfSteps(lead: String, title: String) -> Bool {
    let lead = Sentences.of(lead).last?.lowercased() ?? ""
    let title = title.lowercased()
    func holds(_ phrases: [String], _ text: String) -> Bool {
      phrases.contains { text.firstRange(of: $0) != nil }
    }
    func says(_ words: Set<String>, _ text: String) -> Bool {
      Sentences.words(text).contains(where: words.contains)
    }
    let isOfOthers = holds(noSteps, title)
    if says(steps, lead) {
      return !holds(noSteps.filter { $0 != "model" }, lead) && !holds(things, title)
    }
    if says(perhapsSteps, lead) || holds(stepPhrases, lead) {
      return !isOfOthers && !holds(noSteps, lead)
    }
    return !isOfOthers && !holds(noSteps, lead) && !isOfNoTerms(lead)
      && (says(steps, title) || holds(["how to ", "process", "algorithm"], title))
  }

  /// What readers are told to do in order to learn.
  private static let study: Set<String> = [
    "understand", "explore", "learn", "read", "try", "watch", "familiarize", "study", "see",
    "practice",
    "practise", "discover", "dive", "get", "check", "review", "master", "remember",
  ]

  /// Whether a sentence tells readers what to study rather than what holds.
  static func isAdvice(_ sentence: String) -> Bool {
    Sentences.words(sentence.prefix(40)).first.map(study.contains) ?? false
  }

  /// Labels that name a place in the text rather than a thing.
  private static let labels: Set<String> = [
    "example", "examples", "note", "notes", "tip", "tips", "warning", "important", "caution",
    "hint",
    "summary", "conclusion", "introduction", "overview", "background", "result", "results",
    "answer",
    "question", "input", "output", "prompt", "response", "description", "definition", "goal",
    "goals",
    "purpose", "pros", "cons", "advantages", "disadvantages", "benefits", "limitations", "use case",
    "use cases", "when to use", "paper", "code", "link", "links", "source", "author", "authors",
    "date",
    "title", "solution", "problem", "problems", "exercise", "step", "formula", "why", "how", "what",
    "remark", "caveat", "other", "others", "misc", "more", "default", "key idea", "key takeaway",
    "key takeaways", "takeaway", "mnemonic", "see also", "references", "resources", "todo", "tl;dr",
    "context",
    "term", "terms", "name", "word", "task", "user", "assistant", "system", "human", "ai", "model",
    "data", "key points", "time",
    "cost", "take home", "take-home", "bottom line", "the bottom line", "upshot", "rule of thumb",
    "sanity check",
    "good news", "bad news", "catch", "the catch", "gotcha", "gotchas", "history", "motivation",
    "intuition", "lesson", "moral", "verdict", "fine print", "big picture", "surprise",
  ]
  /// What a label begins with that is the beginning of a sentence or question, or tells where: `What β does`, `In
  /// practice`, `A surprising detail`.
  private static let openings: Set<String> = [
    "a", "an", "what", "why", "how", "when", "where", "who", "which", "in", "on", "at", "for", "if",
    "one", "some", "not", "but", "and", "so",
  ]
  /// Verbs with which advice begins.
  private static let advice: Set<String> = [
    "understand", "explore", "learn", "build", "read", "watch", "try", "practice", "practise",
    "study",
    "start", "stay", "keep", "avoid", "ensure", "consider", "remember", "check", "make", "use",
    "get",
    "join", "follow", "know", "be", "don't", "do", "master", "experiment", "review", "think",
    "focus",
    "discover", "apply", "visit", "see", "run", "install", "download", "clone", "open", "click",
    "add",
    "create", "write", "set", "contact", "ask", "find", "give", "provide", "include", "specify",
    "limit",
  ]

  /// Whether a label names something that can be asked for.
  static func isTerm(_ label: String) -> Bool {
    let lower = label.lowercased().trimmed
    let words = Sentences.words(lower)
    guard let first = words.first, words.count <= 7, !labels.contains(lower),
      !lower.hasSuffix("?"), !lower.hasSuffix("!"), !lower.contains("http"),
      lower.firstRange(of: " : ") == nil, !lower.contains("\""), !lower.contains("{")
    else { return false }
    // `A*` and `In-context learning` are terms.
    let opening = lower.prefix { $0 != " " }
    return !advice.contains(first) && !openings.contains(String(opening))
      && !labels.contains(lower.filter { !$0.isNumber }.trimmed)
      && !words.contains { ["this", "these", "you", "your", "we", "our", "it"].contains($0) }
  }

  /// Whether what is set apart in a text is worth asking for: `not`, `very` and `easily` are stressed, and no more.
  static func hasWeight(_ text: String) -> Bool {
    let words = Sentences.words(text)
    return words.isEmpty
      || words.contains { word in
        Stems.stem(word) != nil && !word.hasSuffix("ly") && !Definition.praise.contains(word)
          && !Verbs.auxiliary.contains(word) && !Verbs.articles.contains(word)
          && !Sentences.isPointing(word)
      }
  }

  /// Whether labels differ by a number alone: `Step 1`, `Step 2`.
  static func differByNumberAlone(_ labels: [String]) -> Bool {
    let bare = labels.map { $0.filter { !$0.isNumber }.trimmed.lowercased() }
    return Set(bare).count < labels.count && Set(labels).count == labels.count
  }
}

extension String {
  /// A title without the number, the name of a step and the signs that it begins with.
  var withoutNumber: String {
    var rest = self[...]
    rest = rest.drop { !$0.isLetter && !$0.isNumber && $0 != "(" && $0 != "`" }
    let number = rest.prefix { $0.isNumber || $0 == "." }
    if !number.isEmpty {
      let behind = rest.dropFirst(number.count)
      let mark = behind.first
      if number.contains(".") || mark == ")" || mark == ":" {
        rest = behind.drop { !$0.isLetter && $0 != "(" && $0 != "`" }
      }
    }
    return String(rest).trimmed
  }
}
