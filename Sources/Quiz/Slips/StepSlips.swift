import Notes

/// Steps and lists that ask nothing for want of numbers or boxes, so that the answer would be shown:
/// bullets, `scores -> scaling`, `a) scores`, `Step 1: scores`.
enum StepSlips {
  static let arrows = ["->", "=>", "\u{2192}", "\u{21D2}", "\u{27F6}"]
  /// What headings say of steps.
  private static let words = ["order", "step", "first", "sequence", "then", "before", "after"]

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard !section.hasAnswers else { return [] }
    let isOrder = section.asksForOrder
    let counted = counted(in: section, source, isOrder)
    return counted
      + section.prompt.flatMap { block -> [Diagnostic] in
        switch block.kind {
        case .list(let list) where list.start == nil && !list.isTasks:
          guard isOrder || section.isBareList, !CardSides.areAll(of: list, source) else {
            return []
          }
          return find(in: list, block.line, source, isOrder || section.says(words))
        case .table(let table) where isOrder: return rows(of: table, block.line)
        case .paragraph where isOrder && counted.isEmpty:
          let found = arrows(in: block, source, isAlone: section.shown.count == 1)
          return found.isEmpty && section.shown.count == 1
            ? BareLines.steps(in: block, source) : found
        default: return []
        }
      }
  }

  /// Lines that are counted and begin no list, of a question that asks for an order, or of steps and shows
  /// nothing else.
  private static func counted(
    in section: QuestionSection, _ source: QuestionSource, _ isOrder: Bool
  ) -> [Diagnostic] {
    guard isOrder || section.says(words) else { return [] }
    var steps: [(line: Int, step: String)] = []
    for block in section.prompt {
      switch block.kind {
      case .html: continue
      case .paragraph: break
      default: if !isOrder { return [] } else { continue }
      }
      for line in source.lines.paragraph(from: block.line) {
        guard let marker = LineMarker(line.trimmed), marker.isLine(steps.count + 1),
          marker.rest.contains(where: \.isLetter)
        else {
          if !isOrder { return [] } else { continue }
        }
        steps.append((line.number, marker.rest))
      }
    }
    guard steps.count > 1,
      !OrderSlips.areMeasures(steps.compactMap { source[$0.line]?.trimmed })
    else { return [] }
    return steps.enumerated().map { index, step in
      Diagnostic(
        line: step.line, column: 1, "this is nearly a step of a list, and none",
        remedy: "write \(index + 1). \(step.step)")
    }
  }

  /// A step without the number that it has already.
  private static func bare(_ text: String, _ count: Int) -> String {
    guard let marker = LineMarker(text), marker.isNumber, marker.isLine(count) else { return text }
    return marker.rest
  }

  /// Steps in the rows of a table.
  private static func rows(of table: Block.Table, _ line: Int) -> [Diagnostic] {
    let steps = table.rows.enumerated().compactMap { index, row -> String? in
      guard row.count > 1, let number = row.first?.plainText.trimmed,
        ["\(index + 1)", "\(index + 1)."].contains(number)
      else { return nil }
      return row.dropFirst().map { $0.plainText.trimmed }.filter { !$0.isEmpty }
        .joined(separator: ": ")
    }
    guard steps.count == table.rows.count, steps.count > 1 else { return [] }
    let list = steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: ", ")
    return [
      Diagnostic(
        line: line, column: 1, "this table shows the order that is asked for",
        remedy: "write \(list), each on a line of its own in place of the table")
    ]
  }

  private static func find(
    in list: Block.List, _ line: Int, _ source: QuestionSource, _ isOrder: Bool
  ) -> [Diagnostic] {
    let items = list.items.compactMap { source.line(of: $0) }
    // Marks that tick nothing are told as such.
    guard !items.contains(where: { ForeignTicks.tick($0.item.text) != nil }),
      !LoneMarks.isMarked(list, source)
    else { return [] }
    if isOrder, items.count == list.items.count, items.count > 1 {
      return items.enumerated().map { index, place in
        let indent = place.item.marker.prefix { $0 == " " }
        return Diagnostic(
          line: place.number, column: indent.count + 1,
          "a list with bullets asks for no order, and would be shown in it",
          remedy: "write \(indent)\(index + 1). \(bare(place.item.text.trimmed, index + 1))")
      }
    }
    let text = items.first?.item.text.trimmed ?? "a"
    if text.hasPrefix("> [!") {
      return [
        Diagnostic(
          line: line, column: 1, "a note in a list is a part of the list",
          remedy: "write \(text) at the margin, without the sign before it")
      ]
    }
    return [
      Diagnostic(
        line: line, column: 1,
        "a list by itself asks nothing, and would be shown before the answer",
        remedy: "write - [x] \(text) where it is right and - [ ] \(text) where it is wrong, or "
          + "1. and 2. for an order; what is only given has a sentence above it, such as Given:")
    ]
  }

  /// Steps that arrows part in a line.
  ///
  /// - Parameter isAlone: whether the question shows nothing else, so that commas may part steps too.
  private static func arrows(
    in block: Block, _ source: QuestionSource, isAlone: Bool
  ) -> [Diagnostic] {
    let lines = source.lines.paragraph(from: block.line)
    return lines.compactMap { line in
      guard line.text.utf8.count <= ForeignGaps.longest else { return nil }
      for arrow in arrows + [" > ", " \u{BB} "] + (isAlone && lines.count == 1 ? [", "] : []) {
        let parts = parts(line.trimmed, arrow)
        // Of these, two are compared, or joined.
        guard parts.count > (arrows.contains(arrow) ? 1 : 2) else { continue }
        if arrow == ", ", parts.contains(where: { !isStep($0) }) { continue }
        let list = parts.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: ", ")
        return Diagnostic(
          line: line.number, column: 1, "this shows the order that is asked for",
          remedy: "write \(list), each on a line of its own below an empty one")
      }
      return nil
    }
  }

  /// Whether a part of a sentence may be a step: few words, and no sign of a sentence.
  private static func isStep(_ text: String) -> Bool {
    text.split(separator: " ").count < 4 && !text.hasPrefix("and ")
      && text.allSatisfy { $0.isLetter || $0.isNumber || " -".contains($0) }
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
}
