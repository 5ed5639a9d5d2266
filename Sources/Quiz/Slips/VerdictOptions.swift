import Notes

/// A part of an option that says by itself whether it is right, in whatever language, which only the right ones have, or
/// only the wrong ones: `nectar (richtig)`, `nectar - 100%`, `nectar :)`, `sand: wrong`.
enum VerdictOptions {
  /// An option behind its box, without that part, and the part in small letters.
  private typealias Parts = (bare: String, verdict: String)

  /// What is to be written in place of some options, by their place; nothing where none tells itself.
  static func bare(_ options: [(text: String, isRight: Bool)]) -> [Int: String] {
    let right = options.indices.filter { options[$0].isRight }
    let wrong = options.indices.filter { !options[$0].isRight }
    guard !right.isEmpty, !wrong.isEmpty else { return [:] }
    let all = options.map { parts($0.text) }
    func bare(_ places: [Int]) -> [Int: String] {
      Dictionary(uniqueKeysWithValues: places.compactMap { at in all[at].map { (at, $0.bare) } })
    }
    func areAll(_ places: [Int]) -> Bool { places.allSatisfy { all[$0] != nil } }
    func isNone(_ places: [Int]) -> Bool {
      // Where others say something else in the same place, all of it is what is asked.
      places.allSatisfy { all[$0] == nil && ending(options[$0].text) == nil }
    }
    if areAll(right), isNone(wrong) { return bare(right) }
    if areAll(wrong), isNone(right) { return bare(wrong) }
    let said = all.compactMap(\.self)
    guard said.count == options.count, Set(said.map(\.bare)).count == said.count,
      said.allSatisfy({
        Verdicts.words.contains($0.verdict) && !Verdicts.values.contains($0.verdict)
      }),
      Set(right.map { said[$0].verdict }).isDisjoint(with: wrong.map { said[$0].verdict })
    else { return [:] }
    return bare(Array(options.indices))
  }

  private static let faces = [":)", ":-)", ":(", ":-(", ";)", "=>", "<=", "->", "<-", "!!"]
  private static let signs = [
    ": ", " - ", " -- ", " \u{2013} ", " \u{2014} ", " = ",
  ]
  private static let pairs: [Character: Character] = [")": "(", "]": "["]

  private static func parts(_ text: String) -> Parts? {
    for face in faces {
      if text.hasSuffix(" \(face)") { return kept(text.dropLast(face.count), face) }
      if text.hasPrefix("\(face) ") { return kept(text.dropFirst(face.count), face) }
    }
    return ending(text).flatMap { isVerdict($0.verdict) ? $0 : nil }
  }

  /// A text and what stands in brackets or behind a sign at its end, or in brackets before it.
  private static func ending(_ text: String) -> Parts? {
    if let first = text.first, let close = pairs.first(where: { $0.value == first })?.key,
      let end = text.firstIndex(of: close)
    {
      return kept(text[end...].dropFirst(), String(text[..<end].dropFirst()))
    }
    if text.last != "}", let (bare, inner) = Verdicts.bracketed(text[...]) {
      return kept(bare, String(inner))
    }
    for sign in signs {
      guard let place = text.allRanges(of: sign).last else { continue }
      return kept(text[..<place.lowerBound], String(text[place.upperBound...]))
    }
    return nil
  }

  private static func kept(_ bare: Substring, _ verdict: String) -> Parts? {
    var said = verdict.trimmed[...].drop { "*_.! ".contains($0) }
    while let last = said.last, "*_.! ".contains(last) { said.removeLast() }
    let text = bare.trimmed
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return (text, faces.contains(verdict) ? verdict : said.lowercased())
  }

  private static let points: Set = [
    "%", "point", "points", "pt", "pts", "punkt", "punkte", "punto", "puntos", "punti", "mark",
    "marks",
  ]

  /// Whether a part is a verdict in words, or a score.
  private static func isVerdict(_ text: String) -> Bool {
    if faces.contains(text) || Verdicts.words.contains(text) { return true }
    let digits = text.drop { "+-".contains($0) }.prefix(while: \.isNumber)
    let unit = text.drop { "+-".contains($0) }.dropFirst(digits.count).trimmed
    return !digits.isEmpty && points.contains(unit)
  }
}
