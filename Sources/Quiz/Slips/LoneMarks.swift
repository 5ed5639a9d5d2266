import Notes

/// A mark at one of some options alone, by which people show the right one: an arrow, a star, bold letters, as in
/// `- weights <-`, `-> weights`, `1. weights*`, `1. **weights**`.
enum LoneMarks {
  private static let arrows = [
    "->", "=>", "\u{2192}", "\u{21D2}", "<-", "<=", "\u{2190}", "\u{21D0}", ">>",
  ]
  /// What may stand behind an arrow: `weights <- right`.
  private static let verdicts: Set = [
    "", "right", "correct", "this", "this one", "the answer", "answer", "true", "yes",
    "the right one",
  ]
  /// Longer lines are sentences, and so are those that end as one.
  private static let longest = 60

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard section.blanks.isEmpty, section.answers?.list?.isTasks != true else { return [] }
    return (section.prompt + [section.answers].compactMap(\.self)).flatMap {
      block -> [Diagnostic] in
      switch block.kind {
      case .list(let list) where !Pair.isList(list):
        let found = items(of: list, source)
        // What a sentence above gives may have a word set off.
        let isBare = block == section.answers || section.isBareList
        return found.isEmpty && isBare ? items(of: list, source, bold) : found
      case .paragraph where section.answers == nil: return lines(of: block, source)
      default: return []
      }
    }
  }

  /// Whether one of the items of a list is marked so.
  static func isMarked(_ list: Block.List, _ source: QuestionSource) -> Bool {
    !items(of: list, source).isEmpty || !items(of: list, source, bold).isEmpty
  }

  private static func items(
    of list: Block.List, _ source: QuestionSource, _ label: (String) -> String? = label
  ) -> [Diagnostic] {
    guard let items = source.lines(of: list) else { return [] }
    return told(
      items.map { ($0.number, $0.item.column, String($0.item.text).trimmed, $0.item.marker) },
      label)
  }

  private static func lines(of block: Block, _ source: QuestionSource) -> [Diagnostic] {
    let lines = source.lines.paragraph(from: block.line)
    guard lines.count > 2,
      lines.allSatisfy({ line in
        line.text.utf8.count <= longest && !line.text.hasSuffix("  ")
          && line.trimmed.last.map { !".?!:,;".contains($0) } ?? false
      })
    else { return [] }
    return told(lines.map { ($0.number, 1, $0.trimmed, "1. ") }, label)
  }

  private static func told(
    _ all: [(line: Int, column: Int, text: String, marker: String)],
    _ label: (String) -> String?
  ) -> [Diagnostic] {
    let labels = all.map { label($0.text) }
    guard all.count > 1, labels.count(where: { $0 != nil }) == 1,
      // Elsewhere such a sign is a part of what is said.
      zip(all, labels).allSatisfy({ option, label in
        label != nil || !(arrows + ["*"]).contains { option.text.firstRange(of: $0) != nil }
      })
    else { return [] }
    return zip(all, labels).map { option, label in
      Diagnostic(
        line: option.line, column: option.column,
        label == nil
          ? "an option has no box, and another one is marked"
          : "this mark ticks nothing, and would be shown",
        remedy:
          "write \(option.marker)\(ForeignTicks.box(label != nil)) \(label ?? option.text)")
    }
  }

  /// An option without the arrow or star before or behind it; nil where there is none.
  private static func label(_ text: String) -> String? {
    let bare = text.drop { "*_".contains($0) }
    for arrow in arrows {
      guard let place = bare.firstRange(of: arrow),
        bare[place.upperBound...].firstRange(of: arrow) == nil
      else { continue }
      let (before, behind) = (bare[..<place.lowerBound], bare[place.upperBound...])
      let label = before.isEmpty ? behind : before
      guard before.isEmpty || isVerdict(behind) else { continue }
      let words = label.filter { $0 != "*" }.trimmed
      return words.contains { $0.isLetter || $0.isNumber } ? words : nil
    }
    guard text.count(where: { $0 == "*" }) == 1, text.hasPrefix("*") || text.hasSuffix("*"),
      case let words = text.filter({ $0 != "*" }).trimmed, words.contains(where: \.isLetter)
    else { return nil }
    return words
  }

  private static func isVerdict(_ text: Substring) -> Bool {
    let words = text.lowercased().filter { $0.isLetter || $0 == " " }.trimmed
    return verdicts.contains(words) || AnswerWords.isVerdict(words)
  }

  /// An option that is bold, slanted or highlighted as a whole, without the signs of that; nil for another.
  private static func bold(_ text: String) -> String? {
    ToldOptions.withoutFrame(text, ToldOptions.signFrames)
  }
}
