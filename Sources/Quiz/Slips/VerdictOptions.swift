import Notes

/// A part of an option that says by itself whether it is right, in whatever language, which only the right ones have, or
/// only the wrong ones, or all of them: `nectar (richtig)`, `nectar - 100%`, `nectar :)`, `sand: wrong`, `right: nectar`.
enum VerdictOptions {
  /// An option behind its box, without that part, and the part in small letters.
  private struct Parts {
    let bare: String
    let verdict: String
    /// Whether the part is a sign without words.
    var isMark = false
    /// Whether the part stands before the text, and a sign between both.
    var isInFront = false
    /// Whether it stands behind a sign that parts what options list too.
    var isListed = false
    /// Whether it stands behind the sign of a setting.
    var isSet = false
  }

  /// What is to be written in place of some options, by their place; nothing where none tells itself.
  static func bare(_ options: [(text: String, isRight: Bool)]) -> [Int: String] {
    let right = options.indices.filter { options[$0].isRight }
    let wrong = options.indices.filter { !options[$0].isRight }
    guard !right.isEmpty, !wrong.isEmpty else { return [:] }
    let all = options.map { parts($0.text) }
    // What says the contrary of its box, or stands behind such a word, is what it says in another language.
    let isGloss = zip(options, all).contains { option, parts in
      guard let parts, !parts.isMark else { return false }
      return !Verdicts.fits(parts.verdict, isRight: option.isRight)
        || Verdicts.words.contains(parts.bare.lowercased())
    }
    if isGloss { return [:] }
    func bare(_ places: [Int]) -> [Int: String] {
      Dictionary(
        uniqueKeysWithValues: places.compactMap { at in all[at].map { (at, $0.bare) } })
    }
    func areAll(_ places: [Int]) -> Bool {
      places.allSatisfy { all[$0].map { isSure($0, isOneOfSeveral: places.count > 1) } ?? false }
    }
    func areTold(_ told: [Int], beside others: [Int]) -> Bool {
      let areMarks = told.allSatisfy { all[$0]?.isMark == true }
      // Where others say something else in the same place, all of it is what is asked.
      return areAll(told)
        && others.allSatisfy {
          all[$0] == nil
            && (areMarks ? !endsInSign(options[$0].text) : ending(options[$0].text) == nil)
        }
    }
    if areTold(right, beside: wrong) { return bare(right) }
    if areTold(wrong, beside: right) { return bare(wrong) }
    if let scores = scores(options) { return scores }
    let said = all.compactMap(\.self)
    guard said.count == options.count, Set(said.map(\.bare)).count == said.count,
      zip(options, said).allSatisfy({
        ($1.isMark ? OptionMarks.isTicked($1.verdict) : Verdicts.isRight($1.verdict)) == $0.isRight
      }),
      // `sparse: false` is a setting, and `yes: it hides them` an answer.
      !said.allSatisfy({ ($0.isInFront || $0.isSet) && Verdicts.isValue($0.verdict) }),
      // `Right: it grows` beside `Wrong: it shrinks` answers whether something holds.
      options.count > 2 || !zip(options, said).allSatisfy({ isSentence($0.text, $1) }),
      Set(right.map { said[$0].verdict }).isDisjoint(with: wrong.map { said[$0].verdict })
    else { return [:] }
    return bare(Array(options.indices))
  }

  /// Whether another sign stands where a mark may: `the star *` beside `the mark ?`.
  static func endsInSign(_ text: String) -> Bool {
    guard text.count > 2, text.dropLast().last == " ", let last = text.last else { return false }
    return !last.isLetter && !last.isNumber
  }

  /// Whether what an option says of itself may be a value too: `0 (wahr)`.
  static func isValue(_ text: String) -> Bool {
    parts(text).map { parts in
      parts.isMark ? OptionMarks.isOfText(parts.verdict) : Verdicts.isValue(parts.verdict)
    } ?? false
  }

  private static func isSentence(_ text: String, _ parts: Parts) -> Bool {
    parts.isInFront && text.first?.isUppercase == true
  }

  /// Whether a part is a verdict wherever it stands: in front of an option `yes:` may begin what is said.
  private static func isSure(_ parts: Parts, isOneOfSeveral: Bool) -> Bool {
    if parts.isInFront {
      return !Verdicts.mayOpen(parts.verdict)
        || isOneOfSeveral && ["wrong", "incorrect", "right", "correct"].contains(parts.verdict)
    }
    // `3, true` is what is printed, and `left, right` are places.
    return !parts.isListed
      || !Verdicts.isValue(parts.verdict) && parts.verdict != "right"
  }

  private static let signs = [
    ": ", " - ", " -- ", " \u{2013} ", " \u{2014} ", " = ", "\u{FF1A}",
  ]
  private static let settings: Set = [": ", " = ", "\u{FF1A}"]
  private static let brackets: [Character: Character] = [
    "(": ")", "[": "]", "\u{FF08}": "\u{FF09}",
  ]

  private static func parts(_ text: String) -> Parts? {
    if let (bare, mark) = OptionMarks.find(in: text) {
      return Parts(bare: bare, verdict: mark, isMark: true)
    }
    if let end = ending(text), isVerdict(end.verdict) { return end }
    if let end = listed(text), isVerdict(end.verdict) { return end }
    return beginning(text).flatMap { isVerdict($0.verdict) ? $0 : nil }
  }

  /// A text and what stands at its end set off, or behind a sign that parts what options list too:
  /// `nectar *correct*`, `nectar, correct`.
  private static func listed(_ text: String) -> Parts? {
    for (sign, close) in [(" **", "**"), (" *", "*"), (" _", "_"), (" `", "`")]
    where text.hasSuffix(close) {
      let inner = text.dropLast(close.count)
      guard let place = inner.allRanges(of: sign).last else { continue }
      return kept(inner[..<place.lowerBound], String(inner[place.upperBound...]))
    }
    for sign in [", ", "; ", " / ", ". "] {
      guard let place = text.allRanges(of: sign).last else { continue }
      var parts = kept(text[..<place.lowerBound], String(text[place.upperBound...]))
      parts?.isSet = true
      parts?.isListed = true
      return parts
    }
    return nil
  }

  /// A text and what stands in brackets or behind a sign at its end, or in brackets before it.
  private static func ending(_ text: String) -> Parts? {
    if let first = text.first, let close = brackets[first],
      let end = text.firstIndex(of: close)
    {
      return kept(text[end...].dropFirst(), String(text[..<end].dropFirst()))
    }
    if text.last != "}", let (bare, inner) = Verdicts.bracketed(text[...]) {
      return kept(bare, String(inner))
    }
    for sign in signs {
      guard let place = text.allRanges(of: sign).last else { continue }
      var parts = kept(text[..<place.lowerBound], String(text[place.upperBound...]))
      parts?.isSet = settings.contains(sign)
      return parts
    }
    return nil
  }

  /// A text and what stands before the first sign in it.
  private static func beginning(_ text: String) -> Parts? {
    let places = signs.compactMap { text.firstRange(of: $0) }
    guard let place = places.min(by: { $0.lowerBound < $1.lowerBound }),
      var parts = kept(text[place.upperBound...], String(text[..<place.lowerBound]))
    else { return nil }
    parts.isInFront = true
    return parts
  }

  private static func kept(_ bare: Substring, _ verdict: String) -> Parts? {
    var said = verdict.trimmed[...].drop { "*_.! ".contains($0) }
    while let last = said.last, "*_.! ".contains(last) { said.removeLast() }
    let text = bare.trimmed
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return Parts(bare: text, verdict: said.lowercased())
  }

  // MARK: Scores

  private static let points: Set = [
    "%", "point", "points", "pt", "pts", "punkt", "punkte", "punto", "puntos", "punti", "mark",
    "marks",
  ]

  /// Whether a part is a verdict in words, or a score.
  private static func isVerdict(_ text: String) -> Bool {
    AnswerWords.isVerdict(text) || score(text) != nil
  }

  /// The number of a score: `100 %`, `-1 point`; nil for another text.
  private static func score(_ text: some StringProtocol) -> Int? {
    let sign = text.first.map { "+-".contains($0) } ?? false
    let digits = text.dropFirst(sign ? 1 : 0).prefix(while: \.isNumber)
    let unit = text.dropFirst((sign ? 1 : 0) + digits.count)
    guard let number = Int(digits), points.contains(String(unit).trimmed.lowercased()) else {
      return nil
    }
    return text.first == "-" ? -number : number
  }

  /// A text and its score, before it or behind it, and whether signs set that apart: `100 % nectar`, `nectar (1 point)`.
  private static func scored(_ text: String) -> (score: Int, bare: String, isApart: Bool)? {
    if let parts = ending(text) ?? beginning(text), let score = score(parts.verdict) {
      return (score, parts.bare, true)
    }
    // As programs for tests write it: `nectar {100}`, `%100%nectar`.
    if text.last == "}", let (bare, inner) = Verdicts.bracketed(text[...]),
      let score = Int(inner.trimmed)
    {
      return (score, bare.trimmed, true)
    }
    if text.first == "%", let end = text.dropFirst().firstIndex(of: "%"),
      let score = score(text[...end].dropFirst())
    {
      return (score, text[end...].dropFirst().trimmed, true)
    }
    let words = text.split(separator: " ")
    for count in [1, 2] where words.count > count {
      if let score = score(words[..<count].joined(separator: " ")) {
        return (score, words[count...].joined(separator: " "), false)
      }
      if let score = score(words.suffix(count).joined(separator: " ")) {
        return (score, words.dropLast(count).joined(separator: " "), false)
      }
    }
    return nil
  }

  /// The texts of options that all have a score, above nothing where they are right and nothing or less where they are
  /// wrong; nil for others.
  private static func scores(_ options: [(text: String, isRight: Bool)]) -> [Int: String]? {
    let all = options.compactMap { scored($0.text) }
    guard all.count == options.count, Set(all.map(\.bare)).count == all.count,
      // Two shares of something may be what is asked.
      all.count > 2 || all.allSatisfy(\.isApart),
      all.allSatisfy({ $0.bare.contains { $0.isLetter || $0.isNumber } }),
      zip(options, all).allSatisfy({ $0.isRight ? $1.score > 0 : $1.score <= 0 })
    else { return nil }
    return Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0, $1.bare) })
  }
}
