import Notes

/// An arrow at one of some options, by which people mark the right one: `- weights <-`, `-> weights`.
enum ArrowedOptions {
  private static let arrows = [
    "->", "=>", "\u{2192}", "\u{21D2}", "<-", "<=", "\u{2190}", "\u{21D0}", ">>",
  ]
  /// Longer lines are sentences, and so are those that end as one.
  private static let longest = 60

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard section.blanks.isEmpty, section.answers?.list?.isTasks != true else { return [] }
    return (section.prompt + [section.answers].compactMap(\.self)).flatMap {
      block -> [Diagnostic] in
      switch block.kind {
      case .list(let list) where !Pair.isList(list): return items(of: list, source)
      case .paragraph where section.answers == nil: return lines(of: block, source)
      default: return []
      }
    }
  }

  /// Whether one of the items of a list is marked so.
  static func isMarked(_ list: Block.List, _ source: QuestionSource) -> Bool {
    !items(of: list, source).isEmpty
  }

  private static func items(of list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    let items = list.items.compactMap { source.line(of: $0) }
    guard items.count == list.items.count else { return [] }
    return told(
      items.map { ($0.number, $0.item.column, String($0.item.text).trimmed, $0.item.marker) })
  }

  private static func lines(of block: Block, _ source: QuestionSource) -> [Diagnostic] {
    let lines = source.lines.from(block.line).prefix(60).prefix { !$0.trimmed.isEmpty }
    guard lines.count > 2,
      lines.allSatisfy({ line in
        line.text.utf8.count <= longest && !line.text.hasSuffix("  ")
          && line.trimmed.last.map { !".?!:,;".contains($0) } ?? false
      })
    else { return [] }
    return told(lines.map { ($0.number, 1, $0.trimmed, "1. ") })
  }

  private static func told(
    _ all: [(line: Int, column: Int, text: String, marker: String)]
  ) -> [Diagnostic] {
    let labels = all.map { label($0.text) }
    guard all.count > 1, labels.count(where: { $0 != nil }) == 1,
      // Elsewhere an arrow is a part of what is said.
      zip(all, labels).allSatisfy({ option, label in
        label != nil || !arrows.contains { option.text.firstRange(of: $0) != nil }
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

  /// An option without the arrow before or behind it; nil where there is none.
  private static func label(_ text: String) -> String? {
    let bare = text.drop { "*_".contains($0) }
    for arrow in arrows {
      let label =
        bare.hasPrefix(arrow)
        ? bare.dropFirst(arrow.count)
        : text.hasSuffix(arrow) ? text.dropLast(arrow.count)[...] : nil
      guard let label, label.firstRange(of: arrow) == nil else { continue }
      let words = label.filter { !"*".contains($0) }.trimmed
      return words.contains { $0.isLetter || $0.isNumber } ? words : nil
    }
    return nil
  }
}
