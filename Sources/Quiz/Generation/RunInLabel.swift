/// Labels at the beginning of a paragraph that name a thing, and are neither sentences nor names for a part of the
/// text: `Weight tying`, and neither `Only differences count` nor `Main claim`.
enum RunInLabel {
  static func isTerm(_ label: String) -> Bool {
    let words = label.split(separator: " ").map(Said.bare)
    guard (1...5).contains(words.count), let last = words.last, Heads.isTerm(label),
      !label.contains(where: { $0.isNumber || "()[]:;,.?!/=“”\"".contains($0) }),
      !isOfText(label),
      !(words.count == 1
        && (alone.contains(last) || isDeed(last) || Verbs.commands(last))),
      !words.contains(where: { sentence.contains($0) || Verbs.auxiliary.contains($0) })
    else { return false }
    return !words.indices.dropFirst().contains { at in
      Verbs.form(words[at], after: words[..<at], before: at + 1 < words.count ? words[at + 1] : "")
        != nil
    } && !(words.count > 1 && Verbs.commands(words[0]))
  }

  /// Whether a word names what is done, as titles of paragraphs do: `Serving`, `Replication`.
  static func isDeed(_ word: String) -> Bool {
    word.hasSuffix("ing") && word.count > 5 || word.hasSuffix("ation") && word.count < 12
      || word.hasSuffix("isation") || word.hasSuffix("ization")
  }

  /// Whether it names a part of the text: `Key point`.
  static func isOfText(_ label: String) -> Bool {
    let words = label.split(separator: " ").map(Said.bare)
    guard let last = words.last else { return true }
    return parts.contains(last) || last.hasSuffix("s") && parts.contains(String(last.dropLast()))
      || ["key", "main", "quick", "final"].contains(words[0]) && words.count < 3
  }

  /// Words of sentences.
  private static let sentence: Set<String> = [
    "the", "a", "an", "only", "not", "no", "that", "if", "when", "with", "and", "or", "vs",
    "versus",
    "first", "once", "more", "less", "than", "first", "second", "third", "main", "next", "another",
  ]
  /// Last words of names for a part of the text.
  private static let parts: Set<String> = [
    "comment", "comments", "remark", "remarks", "caveat", "caveats", "warning", "takeaway",
    "claim", "claims", "point", "points", "idea", "ideas", "result", "results", "summary", "note",
    "notes", "trouble", "news", "detail", "details", "part", "lever", "story", "evidence",
    "finding",
    "findings", "recipe", "practice", "question", "questions", "work", "reading", "version",
    "paragraph", "section", "conclusion", "advice", "case", "cases", "trick", "fix", "setup",
    "numbers", "checklist", "reminder", "aside", "observation", "consequences", "consequence",
  ]
  /// Words that alone name no one thing.
  private static let alone: Set<String> = [
    "memory", "speed", "size", "scope", "status", "usage", "training", "inference", "evaluation",
    "architecture", "implementation", "method", "methods", "discussion", "limits", "costs",
    "quality", "throughput", "latency", "compute", "loss", "proof", "sketch", "setting", "tokens",
    "weights", "objective", "proofs", "objectives", "batch", "why", "how", "what", "when",
    "test", "tests", "capacity", "placement", "scaling", "merging", "swapping", "deployment",
    "maintenance", "hardware", "software", "monitoring", "safety", "security", "budget", "pricing",
    "stability", "performance", "efficiency", "accuracy", "variance", "bias", "data", "storage",
    "bandwidth", "precision", "ordering", "timing", "design", "analysis", "measurement", "theory",
    "train", "save", "load", "merge", "evaluate", "prepare", "measure", "choose", "deploy",
    "experiment", "experiments", "baseline", "baselines", "ablation", "ablations", "outlook",
  ]
}
