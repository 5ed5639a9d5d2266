import Notes

/// Steps that each begin or end with a time, one later than the other, which shows the order that is asked for:
/// `9:00 scores`, `scaling (Tuesday)`, `2017 Transformer`.
enum StepTimes {
  /// Two are in their order by chance as often as not.
  private static let fewest = 3
  private static let names = [
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ],
    [
      "januar", "februar", "m\u{E4}rz", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "dezember",
    ],
  ]
  private static let (clock, year) = (-1, -2)
  /// Words that stand before a time, and go with it.
  private static let before: Set = ["at", "in", "on", "um", "am", "im", "\u{E0}", "en", "le"]

  /// A time: how late it is, of what kind, and the step without it.
  private struct Time {
    let kind: Int
    let at: Int
    let step: String
  }

  static func find(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard list.items.count >= fewest, let steps = source.lines(of: list) else { return [] }
    for read in [leading, trailing] {
      let times = steps.compactMap { read(String($0.item.text).trimmed) }
      guard times.count == steps.count, Set(times.map(\.kind)).count == 1,
        zip(times, times.dropFirst()).allSatisfy({ $0.at < $1.at })
      else { continue }
      return zip(steps, times).map { step, time in
        Diagnostic(
          line: step.number, column: step.item.column, "this time shows the place of the step",
          remedy: "write \(step.item.marker)\(time.step)")
      }
    }
    return []
  }

  private static func leading(_ text: String) -> Time? {
    var words = text.split(separator: " ")
    if let first = words.first, words.count > 1, before.contains(first.lowercased()) {
      words.removeFirst()
    }
    return time(words, rest: { words[$0...].joined(separator: " ") }) { count in
      Array(words.prefix(count))
    }
  }

  private static func trailing(_ text: String) -> Time? {
    let words = text.split(separator: " ")
    return time(
      words,
      rest: { count in
        var rest = words.dropLast(count)
        if let last = rest.last, before.contains(last.lowercased()) { rest.removeLast() }
        return rest.joined(separator: " ")
      }, part: { count in Array(words.suffix(count)) })
  }

  /// The time in one or two words of a step, and what is left; nil where nothing is, or there is no time.
  private static func time(
    _ words: [Substring], rest: (Int) -> String, part: (Int) -> [Substring]
  ) -> Time? {
    for count in [2, 1] where words.count > count {
      let word = part(count).joined(separator: " ").filter { !"()[],;.\u{2013}".contains($0) }
      guard let (kind, at) = value(of: word.trimmed.lowercased()) else { continue }
      let left = rest(count).trimmed.drop { ":,;-\u{2013}\u{2014} ".contains($0) }
      return left.contains(where: \.isLetter) ? Time(kind: kind, at: at, step: String(left)) : nil
    }
    return nil
  }

  /// How late a word says that it is, and of what kind it is: a clock's, a year, the name of a day or month.
  private static func value(of word: String) -> (kind: Int, at: Int)? {
    var text = word.hasSuffix(":") ? String(word.dropLast()) : word
    for (index, all) in names.enumerated() {
      if let at = all.firstIndex(of: text) { return (index, at) }
    }
    let ends = ["am", "pm", "uhr", "h"]
    let half = ends.first(where: text.hasSuffix)
    text = text.dropLast(half?.count ?? 0).trimmed
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count < 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let first = Int(parts[0])
    else { return nil }
    if half == nil, parts.count == 1 {
      return text.count == 4 && (1000...2199).contains(first) ? (year, first) : nil
    }
    guard first < 25, parts.count == 1 || parts[1].count == 2,
      let minutes = Int(parts.count == 2 ? parts[1] : "0"), minutes < 60
    else { return nil }
    let hour = half == "pm" ? first % 12 + 12 : half == "am" ? first % 12 : first
    return (clock, hour * 60 + minutes)
  }
}
