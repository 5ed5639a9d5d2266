import Notes

/// Options that tell by themselves whether they are right: `- [x] softmax (right)`, `- [x] ✅ softmax`,
/// `- [x] softmax <-- correct`.
enum ToldOptions {
  private static let ticks: Set<UInt32> = [
    0x2705, 0x2714, 0x2713, 0x2611, 0x1F7E2, 0x1F7E9, 0x1F44D,
  ]
  private static let crosses: Set<UInt32> = [
    0x274C, 0x2717, 0x2718, 0x2612, 0x1F534, 0x1F7E5, 0x1F44E,
  ]
  /// What a verdict in brackets says, be it of an option that is wrong.
  private static let verdicts = affirmed.union([
    "wrong", "incorrect", "false", "no", "wrong answer",
  ])
  /// Those of one that is right.
  private static let affirmed: Set = [
    "right", "correct", "true", "yes", "correct answer", "right answer", "this one", "the answer",
    "answer", "the right one",
  ]
  /// What says so in capitals or in square brackets: else a key is one of queries and values.
  private static let keys: Set = ["KEY", "ANS", "OK", "SOLUTION", "THE KEY"]
  /// What is said of the right option behind a sign: `right` may be a place.
  private static let rights = [
    "correct", "correct answer", "right answer", "the answer", "the right one", "this one", "right",
    "answer",
  ]
  private static let wrongs = [
    "wrong", "incorrect", "false", "not correct", "not right", "no:", "no,",
  ]
  /// What says so before a colon, where no other option has a word there: those that are wrong may have other ones.
  private static let labels = ["true", "right", "yes", "key", "answer"]
  /// Signs that part a verdict from its option, `right` among them.
  private static let signs = ["<--", "<-", "\u{2190}", "\u{21D0}", "#", "//"]
  /// Signs behind which `right` may be a place.
  private static let weakSigns = [
    ",", ";", ":", "->", "=>", "\u{2192}", "\u{2013}", "\u{2014}", "--", "-",
  ]
  /// The signs of Markdown that set off a text.
  static let signFrames = [
    ("**", "**"), ("__", "__"), ("==", "=="), ("*", "*"), ("_", "_"),
    ("~~", "~~"),
  ]
  /// The tags that do.
  static let tagFrames = [
    ("<b>", "</b>"), ("<strong>", "</strong>"), ("<u>", "</u>"), ("<i>", "</i>"),
    ("<em>", "</em>"), ("<mark>", "</mark>"), ("<ins>", "</ins>"), ("<s>", "</s>"),
    ("<del>", "</del>"),
  ]
  /// What sets off a text.
  static let frames = signFrames + tagFrames

  /// An option as it stands, and as it is read.
  struct Option {
    let line: Int
    let item: ItemLine
    let isRight: Bool
    /// Its text behind the box.
    var text: String { String(item.text.dropFirst(4)).trimmed }
  }

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.isTasks else { return [] }
    let options = list.items.compactMap { item -> Option? in
      guard let (number, line) = source.line(of: item), line.hasBox,
        line.text.utf8.count <= ForeignGaps.longest
      else { return nil }
      return Option(line: number, item: line, isRight: item.task == true)
    }
    // Where no box is ticked, the verdicts say what is right.
    let isTicked = options.contains(where: \.isRight)
    // Where others have something else in brackets, or a word that is not true, that is what is asked.
    let words = options.map { bracketed($0.text) }
    let saysElse = words.contains { $0.map { !isVerdict($0) } ?? false }
    let signs = options.map { bySign($0.text) }
    // The same sign at all of them tells nothing, and is what is asked.
    let isSame =
      options.count > 1 && words.allSatisfy { $0 == nil } && signs.allSatisfy { $0 != nil }
      && Set(signs.map { $0?.isTick }).count == 1
    let said = zip(options, zip(signs, words)).compactMap { option, sign -> Diagnostic? in
      guard !isSame, case (let (bare, isTick, isRight)?, let word) = sign else { return nil }
      let isWord = word.map(isVerdict) ?? false
      if isWord, saysElse || isTicked && isRight != option.isRight { return nil }
      var found = told(
        option,
        remedy: "\(ForeignTicks.box(isTick || option.isRight || isRight && !isTicked)) \(bare)")
      // They may be values too.
      if isWord, let word, Verdicts.isValue(word) { found.severity = .warning }
      return found
    }
    guard said.isEmpty else { return said }
    guard options.count == list.items.count else { return [] }
    let verdicts = ofRightAlone(options, byWord) { rest in
      // Where others say that they are wrong, that may be what is asked.
      !rest.contains { option in
        let text = option.text.lowercased()
        return VerdictOptions.endsInSign(text)
          || wrongs.contains { text.hasPrefix($0) || text.hasSuffix($0) }
      }
    }
    // Where each has a word before a colon, that is what is asked.
    let isOfLabels =
      options.allSatisfy { $0.text.contains(": ") }
      && verdicts.allSatisfy { $0.0.text.hasSuffix(": \($0.1)") }
    if !verdicts.isEmpty, !isOfLabels {
      return verdicts.map { option, bare in
        var found = told(option, remedy: "[x] \(bare)")
        // A word of a sentence, and no name of an answer.
        if option.text.hasPrefix("correct:"), option.text.hasSuffix(bare) {
          found.severity = .warning
          found.remedy += "; where the word is meant, \(option.item.marker)[x] \"correct\": \(bare)"
        }
        return found
      }
    }
    let labelled = ofRightAlone(options, byLabel) { !$0.contains { $0.text.contains(":") } }
    if !labelled.isEmpty { return labelled.map { told($0, remedy: "[x] \($1)") } }
    let verdictsAtEnds = VerdictOptions.bare(options.map { ($0.text, $0.isRight) })
    if !verdictsAtEnds.isEmpty {
      // They may be values too.
      let mayBeValues = verdictsAtEnds.keys.allSatisfy { VerdictOptions.isValue(options[$0].text) }
      return options.indices.compactMap { index in
        verdictsAtEnds[index].map {
          var found = told(
            options[index], remedy: "\(ForeignTicks.box(options[index].isRight)) \($0)")
          if mayBeValues { found.severity = .warning }
          return found
        }
      }
    }
    return OptionLooks.find(options, in: section)
  }

  /// An option without what sets off its end.
  private static func label(of text: String) -> Substring {
    var label = text[...]
    while let last = label.last, "*_. ".contains(last) { label.removeLast() }
    return label
  }

  /// What stands in brackets at the end of an option; nil where nothing does.
  private static func bracketed(_ text: String) -> String? {
    let label = label(of: text)
    return label.last == "}" ? nil : Verdicts.bracketed(label)?.inner.trimmed
  }

  private static func isVerdict(_ word: String) -> Bool {
    let letters = word.filter { $0.isLetter || $0 == " " }.trimmed
    return verdicts.contains(letters.lowercased()) || keys.contains(letters.uppercased())
  }

  private static func told(_ option: Option, remedy: String) -> Diagnostic {
    Diagnostic(
      line: option.line, column: option.item.column,
      "this option says itself whether it is right",
      remedy: "write \(option.item.marker)\(remedy)")
  }

  /// The right options with their texts as they ought to be, where all of them and no others are so marked.
  static func ofRightAlone(
    _ options: [Option], _ read: (String) -> String?, where holds: ([Option]) -> Bool
  ) -> [(Option, String)] {
    let wrong = options.filter { !$0.isRight }
    let right = options.filter(\.isRight)
    guard !wrong.isEmpty, holds(wrong), wrong.allSatisfy({ read($0.text) == nil }) else {
      return []
    }
    let marked = right.compactMap { option in read(option.text).map { (option, $0) } }
    return marked.count == right.count ? marked : []
  }

  /// A text without the tick or the verdict in brackets that marks it, which no text has for its own, whether it
  /// was a tick, and whether it was a word that says it is right; nil where there is none.
  private static func bySign(
    _ text: String
  ) -> (bare: String, isTick: Bool, isRight: Bool)? {
    let scalars = text.unicodeScalars
    if let first = scalars.first, ticks.contains(first.value) || crosses.contains(first.value) {
      // `✓ (check mark)` says what the sign is called.
      return kept(text.dropFirst()).flatMap { bare in
        bare.hasPrefix("(") && bare.hasSuffix(")")
          ? nil : (bare, ticks.contains(first.value), false)
      }
    }
    let label = label(of: text)
    // A picture of one is that with a selector behind it.
    if let last = label.last?.unicodeScalars.first,
      ticks.contains(last.value) || crosses.contains(last.value)
    {
      return kept(label.dropLast()).map { ($0, ticks.contains(last.value), false) }
    }
    guard let last = label.last, let (bare, inner) = Verdicts.bracketed(label),
      case let word = inner.filter({ $0.isLetter || $0 == " " }).trimmed,
      verdicts.contains(word.lowercased())
        && (last != "}" || inner.contains(".") || inner.contains("#"))
        || keys.contains(last == "]" ? word.uppercased() : word)
    else { return nil }
    let isRight = keys.contains(word.uppercased()) || affirmed.contains(word.lowercased())
    return kept(bare).map { ($0, false, isRight) }
  }

  /// A text without what says that it is right: `Correct: b`, `b <-- correct`, `b *`, `b (x)`; nil where nothing does.
  private static func byWord(_ text: String) -> String? {
    let lower = text.lowercased()
    for word in rights where word != "right" && lower.hasPrefix("\(word):") {
      return kept(text.dropFirst(word.count + 1))
    }
    // `Right:` may be a place, beside `Left:`.
    if text.hasPrefix("RIGHT:") { return kept(text.dropFirst(6)) }
    for word in rights where lower.hasPrefix("(\(word)) ") || lower.hasPrefix("[\(word)] ") {
      return kept(text.dropFirst(word.count + 2))
    }
    // Whatever picture stands at the right ones alone.
    let words = text.split(separator: " ")
    if words.count > 1 {
      if let last = words.last, isPicture(last) { return kept(text.dropLast(last.count)) }
      if isPicture(words[0]) { return kept(text.dropFirst(words[0].count)) }
    }
    var label = text[...]
    while let last = label.last, "*_.! ".contains(last) { label.removeLast() }
    let end = label.lowercased()
    for word in rights where end.hasSuffix(word) {
      let before = label.dropLast(word.count)
      var bare = before
      while let last = bare.last, "*_ ".contains(last) { bare.removeLast() }
      let isClear = word != "right" && word != "answer"
      guard
        let sign = (signs + (isClear ? weakSigns : [])).first(where: { bare.hasSuffix($0) }),
        // A word with a hyphen is no verdict.
        sign != "-" || bare.hasSuffix(" -") && before.last == " "
      else { continue }
      return kept(bare.dropLast(sign.count))
    }
    return nil
  }

  private static func isPicture(_ word: Substring) -> Bool {
    word.count == 1 && word.unicodeScalars.first?.properties.isEmojiPresentation == true
  }

  /// A text without a word before a colon that may say it is right: `True: b`; nil where none does.
  private static func byLabel(_ text: String) -> String? {
    let lower = text.lowercased()
    return labels.first { lower.hasPrefix("\($0):") }.flatMap { kept(text.dropFirst($0.count + 1)) }
  }

  /// A text without the signs that set off all of it; nil where there are none.
  static func withoutFrame(_ text: String, _ frames: [(String, String)]) -> String? {
    for (open, close) in frames where text.hasPrefix(open) && text.hasSuffix(close) {
      let inner = text.dropFirst(open.count).dropLast(close.count)
      guard text.count > open.count + close.count, !inner.contains(open) else { continue }
      return String(inner)
    }
    return nil
  }

  /// What is left of a text; nil where that is nothing.
  private static func kept(_ text: Substring) -> String? {
    var text = text.drop { "*_ ".contains($0) }
    while let last = text.last, "*_ ".contains(last) { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
