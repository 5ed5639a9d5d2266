import Notes

/// Answers in the braces of Moodle's GIFT, so that they would be shown: `{=right ~wrong}`, `{=one =another}`,
/// `{#3:0.1}`.
enum GiftSlips {
  /// So many lines are read for the brace that closes one.
  private static let most = 30

  static func find(in source: QuestionSource) -> [Diagnostic] {
    guard source.lines.contains(where: { $0.signs.contains("{") }) else { return [] }
    let lines = source.linesWithoutCode { $0.text.utf8.count <= ForeignGaps.longest }
    return lines.indices.compactMap { index in
      let line = lines[index]
      guard line.signs.contains("{"), let open = start(of: line.text) else { return nil }
      let column = line.text.distance(from: line.text.startIndex, to: open)
      let behind =
        [String(line.text.dropFirst(column + 1))] + lines[(index + 1)...].prefix(most).map(\.text)
      let text = behind.joined(separator: "\n")
      guard let close = text.firstIndex(of: "}"),
        let remedy = remedy(String(text[..<close]).trimmed)
      else { return nil }
      return Diagnostic(
        line: line.number, column: column + 1, "answers in braces ask nothing here",
        remedy: "write \(remedy)")
    }
  }

  /// The first brace that stands by itself, and not behind code, whose attribute it would be.
  private static func start(of text: String) -> String.Index? {
    guard let open = text.firstIndex(of: "{") else { return nil }
    let before = text[..<open].last
    let next = text[open...].dropFirst().first
    return before.map { "{\\$`".contains($0) } ?? false || next == "{" ? nil : open
  }

  /// What to write for what stands in the braces; nil where that is something else.
  private static func remedy(_ inner: String) -> String? {
    if inner.first == "#" {
      let parts = inner.dropFirst().split(separator: ":").map { String($0).trimmed }
      guard let number = parts.first, Double(number) != nil, parts.count < 3 else { return nil }
      return "[[\(number)\(parts.count == 2 ? " ± \(parts[1])" : "")]] in place of them"
    }
    if let inner = ofCloze(inner) { return remedy(inner) }
    guard inner.first == "=" || inner.first == "~" else { return nil }
    let answers = answers(in: inner)
    guard !answers.isEmpty, answers.allSatisfy({ $0.text.contains { $0.isLetter || $0.isNumber } })
    else { return nil }
    let right = answers.filter(\.isRight)
    if answers.allSatisfy({ $0.text.contains(" -> ") }) {
      return lines(answers.map { "- \($0.text.replacing(" -> ", with: " :: "))" })
    }
    if right.count == answers.count {
      return "[[\(right.map(\.text).joined(separator: "|"))]] in place of them"
    }
    return lines(ForeignTicks.options(answers.map { ($0.isRight, $0.text) }))
  }

  /// What a gap of Moodle's cloze has in it, `{1:SHORTANSWER:=softmax}`, as a question has it; nil for another text.
  private static func ofCloze(_ inner: String) -> String? {
    let parts = inner.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].allSatisfy(\.isNumber),
      parts[1].contains(where: \.isUppercase), !parts[1].contains(where: \.isLowercase)
    else { return nil }
    let rest = String(parts[2])
    if parts[1].hasPrefix("N") {
      return "#" + rest.drop { $0 == "=" || $0 == "~" }.prefix { $0 != "~" && $0 != "#" }
    }
    // Of several to choose from one without a sign is wrong.
    let isChoice = parts[1].hasPrefix("M")
    return "~=".contains(rest.first ?? "=") ? rest : "\(isChoice ? "~" : "=")\(rest)"
  }

  /// The right answers in a gap of Moodle's cloze, bars between them; nil for another text.
  static func right(inCloze text: String) -> String? {
    guard let inner = ofCloze(text) else { return nil }
    if inner.first == "#" {
      let parts = inner.dropFirst().split(separator: ":").map { String($0).trimmed }
      return parts.joined(separator: " \u{B1} ")
    }
    let right = answers(in: inner).filter(\.isRight).map(\.text)
    return right.isEmpty ? nil : right.joined(separator: "|")
  }

  private static func lines(_ items: [String]) -> String {
    "\(items.joined(separator: ", ")), each on a line of its own below an empty one, in place of them"
  }

  /// The answers, each with its sign in front, without what it counts and what is said of it: `~%50%a#no`.
  private static func answers(in inner: String) -> [(isRight: Bool, text: String)] {
    var found: [(isRight: Bool, text: String)] = []
    var before: Character?
    for character in inner {
      if character == "=", before == "~", found.last?.text.isEmpty == true {
        found[found.count - 1].isRight = true
      } else if "=~".contains(character), before != "\\",
        before?.isWhitespace ?? true || character == "~"
      {
        found.append((character == "=", ""))
      } else if !found.isEmpty {
        found[found.count - 1].text.append(character)
      }
      before = character
    }
    return found.map { isRight, text in
      var text = text.trimmed[...]
      var share = isRight
      if text.first == "%", let end = text.dropFirst().firstIndex(of: "%") {
        share = !(text.dropFirst().hasPrefix("-") || text.dropFirst().hasPrefix("0"))
        text = text[end...].dropFirst()
      }
      return (share, String(text.prefix { $0 != "#" }).trimmed)
    }
  }
}
