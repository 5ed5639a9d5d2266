import Notes

/// The right order of steps where it is seen before it is given: named in the question, in its heading or in a hint, or told
/// by words such as `first` and `finally` in the steps themselves.
enum OrderKeys {
  /// Two are in their order by chance as often as not.
  private static let fewest = 3
  private static let firsts: Set = [
    "first", "firstly", "zuerst", "zun\u{E4}chst", "d'abord", "primero", "primeiro", "prima",
  ]
  private static let nexts: Set = [
    "then", "next", "afterwards", "dann", "danach", "puis", "ensuite", "luego", "despu\u{E9}s",
    "poi",
    "depois", "second", "third",
  ]
  private static let lasts: Set = [
    "finally", "lastly", "last", "zuletzt", "schlie\u{DF}lich", "enfin", "finalement", "finalmente",
    "infine",
  ]

  /// Words that count, of which each stands at its place.
  private static let counting = [
    ["erstens", "zweitens", "drittens", "viertens", "f\u{FC}nftens", "sechstens"],
    ["firstly", "secondly", "thirdly", "fourthly", "fifthly", "sixthly"],
    [
      "premi\u{E8}rement", "deuxi\u{E8}mement", "troisi\u{E8}mement", "quatri\u{E8}mement",
      "cinqui\u{E8}mement",
    ],
    ["primero", "segundo", "tercero", "cuarto", "quinto"],
    ["primo", "secondo", "terzo", "quarto", "quinto"],
    ["primeiro", "segundo", "terceiro", "quarto", "quinto"],
  ]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.start != nil, !list.isTasks,
      list.items.count >= fewest
    else { return [] }
    let told = named(in: section, list.items.map { KeyWords.words(of: $0.blocks.plainText) })
    return (told + counted(list, source) + StepTimes.find(list, source)).map(\.warned)
  }

  private static func named(in section: QuestionSection, _ steps: [[String]]) -> [Diagnostic] {
    guard steps.allSatisfy({ $0.joined().count(where: \.isLetter) > 2 }) else { return [] }
    let texts =
      [(section.line, section.heading.plainText)]
      + section.prompt.filter(\.isParagraph).map { ($0.line, [$0].plainText) }
      + section.hints.map { ($0.first?.line ?? section.line, $0.plainText) }
    return texts.filter { holds($0.1, steps) }.map { line, _ in
      Diagnostic(
        line: line, column: 1, "the steps are named here in the order that is asked for",
        remedy: "name them in another order, or take them away")
    }
  }

  /// Whether all steps stand in a text, one behind the other.
  private static func holds(_ text: String, _ steps: [[String]]) -> Bool {
    guard text.utf8.count <= ForeignGaps.longest else { return false }
    let words = KeyWords.words(of: text)
    var next = 0
    var at = 0
    while at < words.count, next < steps.count {
      if words[at...].starts(with: steps[next]) {
        at += steps[next].count
        next += 1
      } else {
        at += 1
      }
    }
    return next == steps.count
  }

  /// Steps of which the first says that it is, and the last too.
  private static func counted(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard let steps = source.lines(of: list) else { return [] }
    let words = steps.map { $0.item.text.prefix { $0 != " " && $0 != "," }.lowercased() }
    let isCounted = counting.contains { $0.starts(with: words) }
    guard let first = words.first, let last = words.last,
      isCounted || firsts.contains(first) && lasts.contains(last)
    else { return [] }
    return zip(steps, words).compactMap { step, word in
      guard isCounted || firsts.contains(word) || nexts.contains(word) || lasts.contains(word)
      else {
        return nil
      }
      let rest = step.item.text.dropFirst(word.count).drop { " ,".contains($0) }
      guard !rest.isEmpty else { return nil }
      return Diagnostic(
        line: step.number, column: step.item.column, "this word shows the place of the step",
        remedy: "write \(step.item.marker)\(rest)")
    }
  }
}
