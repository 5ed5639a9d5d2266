import Notes

/// Steps and lists that ask nothing for want of numbers or boxes, so that the answer would be shown:
/// bullets, `scores -> scaling`, `a) scores`, `Step 1: scores`.
enum StepSlips {
  private static let arrows = ["->", "=>", "\u{2192}", "\u{21D2}", "\u{27F6}"]
  /// What headings say of steps.
  private static let words = ["order", "step", "first", "sequence", "then", "before", "after"]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard section.blanks.isEmpty, section.answers == nil else { return [] }
    let isOrder = section.asksForOrder
    return section.prompt.flatMap { block -> [Diagnostic] in
      switch block.kind {
      case .list(let list) where list.start == nil && !list.isTasks:
        guard isOrder || section.isBareList else { return [] }
        return find(in: list, block.line, source, isOrder || section.says(words))
      case .paragraph where isOrder: return lines(of: block, source)
      default: return []
      }
    }
  }

  private static func find(
    in list: Block.List, _ line: Int, _ source: QuestionSource, _ isOrder: Bool
  ) -> [Diagnostic] {
    let items = list.items.compactMap { source.line(of: $0) }
    // Marks that tick nothing are told as such.
    guard !items.contains(where: { ForeignTicks.tick($0.item.text) != nil }) else { return [] }
    if isOrder, items.count == list.items.count, items.count > 1 {
      return items.enumerated().map { index, place in
        let indent = place.item.marker.prefix { $0 == " " }
        return Diagnostic(
          line: place.number, column: indent.count + 1,
          "a list with bullets asks for no order, and would be shown in it",
          remedy: "write \(indent)\(index + 1). \(place.item.text.trimmed)")
      }
    }
    let text = items.first?.item.text.trimmed ?? "a"
    return [
      Diagnostic(
        line: line, column: 1,
        "a list by itself asks nothing, and would be shown before the answer",
        remedy: "write - [x] \(text) where it is right and - [ ] \(text) where it is wrong, or "
          + "1. and 2. for an order; what is only given has a sentence above it, such as Given:")
    ]
  }

  /// Steps in the lines of a text.
  private static func lines(of block: Block, _ source: QuestionSource) -> [Diagnostic] {
    let lines = Array(source.lines.from(block.line).prefix(60).prefix { !$0.trimmed.isEmpty })
    if lines.count > 1 {
      let steps = lines.enumerated().compactMap { step($1.trimmed, $0 + 1) }
      if steps.count == lines.count {
        return zip(lines, steps).enumerated().map { index, place in
          Diagnostic(
            line: place.0.number, column: 1, "this is nearly a step of a list, and none",
            remedy: "write \(index + 1). \(place.1)")
        }
      }
    }
    return lines.compactMap { line in
      guard line.text.utf8.count <= ForeignGaps.longest else { return nil }
      for arrow in arrows {
        let parts = parts(line.trimmed, arrow)
        guard parts.count > 1 else { continue }
        let list = parts.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: ", ")
        return Diagnostic(
          line: line.number, column: 1, "this shows the order that is asked for",
          remedy: "write \(list), each on a line of its own below an empty one")
      }
      return nil
    }
  }

  private static func parts(_ text: String, _ sign: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let place = rest.firstRange(of: sign) {
      parts.append(String(rest[..<place.lowerBound]).trimmed)
      rest = rest[place.upperBound...]
    }
    parts.append(String(rest).trimmed)
    return parts.allSatisfy { $0.contains(where: \.isLetter) } ? parts : []
  }

  /// What stands behind the number or letter of a step.
  private static func step(_ text: String, _ count: Int) -> String? {
    guard let letter = Unicode.Scalar(UInt32(0x60 + min(count, 26))) else { return nil }
    var rest = text[...]
    if rest.lowercased().hasPrefix("step ") { rest = rest.dropFirst(5) }
    if rest.first == "(" { rest = rest.dropFirst() }
    let names = ["\(count)", "\(letter)"]
    guard let name = names.first(where: { rest.lowercased().hasPrefix($0) }) else { return nil }
    rest = rest.dropFirst(name.count)
    let signs = rest.prefix { ".):/".contains($0) }
    rest = rest[signs.endIndex...]
    guard !signs.isEmpty || name == "\(count)", rest.first == " " || !signs.isEmpty else {
      return nil
    }
    let step = rest.trimmed
    return step.contains(where: \.isLetter) ? step : nil
  }
}
