import Notes

/// Reasons that are not indented far enough to stand under their option: under `10.` it takes four
/// columns.
enum ReasonSlips {
  static func find(in source: QuestionSource) -> [Diagnostic] {
    guard source.lines.contains(where: { $0.trimmed.utf8.first == 0x3E }) else { return [] }
    var found: [Diagnostic] = []
    var item: ItemLine?
    var hasMargin = false
    let opensOption = opensOption(in: source)
    for (index, line) in source.lines.enumerated() {
      let text = line.trimmed
      if let next = line.item {
        item = next.text.hasPrefix("[") ? next : nil
        continue
      }
      guard let option = item, text.hasPrefix(">"), !text.hasPrefix("> [!") else {
        if text.isEmpty || columns(before: line.text) == 0 { item = text.isEmpty ? item : nil }
        continue
      }
      let indent = columns(before: line.text)
      // What stands at the margin behind the last option is none of its reasons, unless others stand so.
      guard indent > 0 || opensOption[index] || hasMargin, indent < option.marker.count else {
        continue
      }
      hasMargin = hasMargin || indent == 0
      let pad = String(repeating: " ", count: option.marker.count)
      found.append(
        Diagnostic(
          line: line.number, column: line.text.prefix { $0 == " " || $0 == "\t" }.count + 1,
          "this reason is indented by \(indent) columns, and under \"\(option.marker.trimmed)\" it "
            + "takes \(option.marker.count)",
          remedy: "write \"\(pad)\(text)\""))
    }
    return found
  }

  /// The columns before a text; a tab goes to the next that four divides.
  private static func columns(before text: String) -> Int {
    text.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $1 == "\t" ? $0 / 4 * 4 + 4 : $0 + 1 }
  }

  /// Lines below an option that begin a sentence where the line above had room for more, and lists below it:
  /// they are shown as part of the option, and are meant as its reason.
  static func unmarked(in source: QuestionSource) -> [Diagnostic] {
    told(in: source).filter { !isVerdict($0.text) }.map(\.slip.warned)
  }

  /// Those that say whether the option is right.
  static func verdicts(in source: QuestionSource) -> [Diagnostic] {
    told(in: source).filter { isVerdict($0.text) }.map(\.slip)
  }

  /// Those behind the words of an option: `- [ ] sand > no, it is dry`.
  static func inline(in source: QuestionSource) -> [Diagnostic] {
    source.lines.compactMap { line in
      guard let item = line.item, item.hasBox, line.signs.contains(">"),
        line.text.utf8.count <= ForeignGaps.longest,
        case let text = line.text.withoutCode, text.count == line.text.count,
        let place = text.firstRange(of: " > "),
        case let count = text.distance(from: text.startIndex, to: place.lowerBound),
        case let reason = String(line.text.dropFirst(count + 3)).trimmed,
        reason.contains(" "), isVerdict(reason), count > item.marker.count + 4
      else { return nil }
      let pad = String(repeating: " ", count: item.marker.count)
      return Diagnostic(
        line: line.number, column: count + 2,
        "this is shown as part of the option, and not as its reason",
        remedy: "write \"\(line.text.prefix(count))\" and below it \"\(pad)> \(reason)\"")
    }
  }

  private static func told(in source: QuestionSource) -> [(text: String, slip: Diagnostic)] {
    var above: QuestionSource.Line?
    var isParted = false
    return source.lines.compactMap { line in
      if line.trimmed.isEmpty {
        isParted = true
        return nil
      }
      let last = above
      let isParagraph = isParted
      (above, isParted) = (line, false)
      guard let last, let option = last.item, option.hasBox, !line.trimmed.hasPrefix(">") else {
        return nil
      }
      let indent = line.text.prefix { $0 == " " }.count
      guard indent >= option.marker.count else { return nil }
      let text = line.item.map { String($0.text) } ?? line.trimmed
      let word = text.prefix { !$0.isWhitespace }
      // Nobody who wraps a line leaves it so short, but where it is to end there.
      // What sets it off: `*Not yet.*`, `(not yet)`, `→ not yet`.
      let bare = text.drop { "*_([\"'\u{201C}\u{2192}->=\u{2013}\u{2014} ".contains($0) }
      let isSentence = bare.first?.isUppercase == true
      let begins =
        isVerdict(text)
        || (isSentence || bare.first?.isLetter == true && !goesOn(last.trimmed, text))
          && text.contains(" ") && !last.text.hasSuffix("  ") && !last.text.hasSuffix("\\")
      guard line.item?.hasBox != true,
        line.item != nil
          || begins
            && (isParagraph
              || last.text.count + 1 + word.count
                <= (isSentence || isVerdict(text) ? roomy : narrow))
      else { return nil }
      return (
        text,
        Diagnostic(
          line: line.number, column: indent + 1,
          "this is shown as part of the option, and not as its reason",
          remedy: "write \"\(line.text.prefix(indent))> \(text)\"")
      )
    }
  }

  /// What the words of an option go on with on their next line, however short the first one is.
  private static let goingOn: Set = [
    "and", "or", "of", "that", "which", "who", "than", "with", "without", "by", "as", "per", "to",
    "into", "for", "from", "in", "on", "at", "over", "under", "between", "then", "plus", "minus",
    "times", "where", "when", "while", "if",
  ]

  /// Whether a line goes on with the option on the line above it: either needs more words.
  private static func goesOn(_ above: String, _ text: String) -> Bool {
    let first = text.prefix { !$0.isWhitespace }.lowercased()
    let last = above.split(separator: " ").last?.lowercased() ?? ""
    return goingOn.contains(first) || goingOn.contains(last)
      || ["the", "a", "an", "is", "are", "be"].contains(last) || last.hasSuffix(",")
  }

  /// What begins the reason of an option, in the languages that notes are mostly written in.
  private static let causes: Set = [
    "because", "since", "weil", "denn", "parce", "car", "porque", "perch\u{E9}", "omdat",
  ]

  /// Whether a text begins with what is said of right and wrong: `No, since …`, `wrong: …`, `because …`.
  private static func isVerdict(_ text: String) -> Bool {
    let word = text.prefix(while: \.isLetter).lowercased()
    if causes.contains(word) { return true }
    let rest = text.dropFirst(word.count)
    return Verdicts.words.contains(word)
      && rest.first.map { ",:.;!\u{2013}\u{2014}".contains($0) } ?? true
  }

  /// No author wraps a line before this column.
  private static let roomy = 60
  /// Nor before this one where the next line begins with a small letter.
  private static let narrow = 40

  /// For each line whether an option comes next behind it, quotes and empty lines left out.
  private static func opensOption(in source: QuestionSource) -> [Bool] {
    var result = [Bool](repeating: false, count: source.lines.count)
    var isOption = false
    for (index, line) in source.lines.enumerated().reversed() {
      result[index] = isOption
      guard !line.text.hasPrefix(">"), !line.trimmed.isEmpty else { continue }
      isOption = line.item?.hasBox == true
    }
    return result
  }
}
