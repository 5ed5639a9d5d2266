import Notes

/// Steps whose numbers say another order than their lines, which is the one that is asked for: 3, 1, 2.
enum OrderSlips {
  /// Steps that are counted a second time in their texts, which would be shown: `1. 1. scores`, `1. Step 1: scores`.
  static func counted(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.start != nil, !list.isTasks else { return [] }
    let found = list.items.enumerated().compactMap { index, item -> Diagnostic? in
      guard let (number, line) = source.line(of: item), let marker = LineMarker(line.text),
        marker.isNumber || marker.isLetter, marker.isLine(index + 1), !marker.rest.isEmpty
      else { return nil }
      return Diagnostic(
        line: number, column: line.column,
        "a \(marker.isLetter ? "letter" : "number") in a step shows its place in the order",
        remedy: "write \(line.marker)\(marker.rest)")
    }
    if found.count == list.items.count,
      !areMeasures(list.items.compactMap { source.line(of: $0).map { String($0.item.text) } })
    {
      return found
    }
    return boxed(list, source) + behind(list, source) + arrows(list, source)
      + leading(list, source)
  }

  /// Whether the numbers that steps begin with count something, and are no places: `1 g of salt` and `2 g of sugar`,
  /// `1 layer` and `2 layers`, `1 May` and `2 May`.
  static func areMeasures(_ steps: [String]) -> Bool {
    let words = steps.map { $0.drop(while: \.isNumber).split(separator: " ").map(String.init) }
    // A sign behind the number counts the steps.
    guard words.count > 1,
      steps.allSatisfy({ $0.drop(while: \.isNumber).first == " " && $0.first?.isNumber == true }),
      let first = words.first, let unit = first.first
    else { return false }
    if words.allSatisfy({ $0.first.map(MeantNumbers.isUnit) ?? false }) { return true }
    return words.dropFirst().allSatisfy { other in
      other == first || other.first.map { $0 == unit + "s" || $0 == unit + "es" } ?? false
    }
  }

  /// Steps with their place in a box, `1. [2] scaling`, be it one of them: it would be shown.
  private static func boxed(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    list.items.compactMap { item in
      guard let (number, line) = source.line(of: item), let open = line.text.first,
        let sign = ["[": "]", "(": ")"][open] as Character?,
        let close = line.text.firstIndex(of: sign),
        let place = Int(line.text[..<close].dropFirst()), (1...list.items.count).contains(place),
        case let step = line.text[close...].dropFirst(), step.first == " "
      else { return nil }
      return Diagnostic(
        line: number, column: line.column, "a number in a step shows its place in the order",
        remedy: "write \(line.marker)\(step.trimmed)")
    }
  }

  /// Steps that tell their place in words behind them, `1. scaling (second)`, be it one of them; by a number alone all
  /// of them, for one may be the second of its name.
  private static func behind(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    var isOfWords = false
    let found = list.items.enumerated().compactMap { index, item -> Diagnostic? in
      guard let (number, line) = source.line(of: item), line.text.utf8.count <= ForeignGaps.longest,
        let (step, place) = lastWord(line.text.trimmed), !step.isEmpty
      else { return nil }
      let name = place.lowercased().replacing("step ", with: "").filter { $0 != "#" }
      guard LineMarker.place(of: name) == index + 1 else { return nil }
      if Int(place) == nil { isOfWords = true }
      return Diagnostic(
        line: number, column: line.column, "a word behind a step shows its place in the order",
        remedy: "write \(line.marker)\(step)")
    }
    return isOfWords || found.count == list.items.count ? found : []
  }

  /// What stands behind a text in brackets or behind a comma, and the text without it; nil for another text.
  private static func lastWord(_ text: String) -> (rest: String, word: String)? {
    for (open, close) in [(" (", ")"), (" [", "]"), (", ", "")] where text.hasSuffix(close) {
      let inner = text.dropLast(close.count)
      guard let place = inner.allRanges(of: open).last else { continue }
      return (inner[..<place.lowerBound].trimmed, inner[place.upperBound...].trimmed)
    }
    return nil
  }

  /// Steps in one line with arrows between them: `1. scores → scaling → softmax`.
  private static func arrows(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard list.items.count == 1, let (number, line) = source.line(of: list.items[0]) else {
      return []
    }
    for sign in StepSlips.arrows {
      let steps = String(line.text).replacing(sign, with: "\n").split(separator: "\n")
        .map { $0.trimmed }.filter { !$0.isEmpty }
      guard steps.count > 1 else { continue }
      let lines = steps.enumerated().map { "\($0 + 1). \($1)" }.joined(separator: ", ")
      return [
        Diagnostic(
          line: number, column: line.column, "the steps of an order stand on lines of their own",
          remedy: "write \(lines), each on a line of its own")
      ]
    }
    return []
  }

  /// Steps with arrows to the next one, which the last has not, or from the one before, which the first has not.
  private static func leading(_ list: Block.List, _ source: QuestionSource) -> [Diagnostic] {
    guard let steps = source.lines(of: list), steps.count > 2 else { return [] }
    let texts = steps.map { $0.item.text.trimmed }
    let starts = texts.map { text in StepSlips.arrows.first(where: text.hasPrefix) }
    let ends = texts.map { text in StepSlips.arrows.first(where: text.hasSuffix) }
    guard
      starts.first == .some(nil) && !starts.dropFirst().contains(nil)
        || ends.last == .some(nil) && !ends.dropLast().contains(nil)
    else { return [] }
    return steps.indices.compactMap { index in
      guard starts[index] != nil || ends[index] != nil else { return nil }
      let bare = texts[index].dropFirst(starts[index]?.count ?? 0).dropLast(ends[index]?.count ?? 0)
      return Diagnostic(
        line: steps[index].number, column: steps[index].item.column,
        "an arrow at a step shows its place in the order",
        remedy: "write \(steps[index].item.marker)\(bare.trimmed)")
    }
  }

  /// Boxes at the steps of a question that asks for an order, at some of them or without a tick: no options are meant.
  static func optional(
    _ list: Block.List, asked: String, _ source: QuestionSource
  ) -> [Diagnostic] {
    let boxes = list.items.count { $0.task != nil }
    guard list.start != nil, QuestionSection.asksForOrder(asked),
      boxes < list.items.count || !list.items.contains(where: { $0.task == true })
    else { return [] }
    return list.items.compactMap { item in
      guard item.task != nil, let (number, line) = source.line(of: item), line.hasBox else {
        return nil
      }
      return Diagnostic(
        line: number, column: line.column, "a step of an order has no box, and here is one",
        remedy: "write \(line.marker)\(line.text.dropFirst(4).trimmed)")
    }
  }

  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let answers = section.answers, let list = answers.list, list.start != nil, !list.isTasks
    else { return [] }
    let numbers = list.items.compactMap { item in
      item.blocks.first.flatMap { source[$0.line] }.flatMap(ItemLine.init).flatMap {
        Int($0.marker.filter(\.isNumber))
      }
    }
    let sorted = numbers.sorted()
    guard numbers.count == list.items.count, numbers != sorted, let first = sorted.first,
      sorted == Array(first..<first + sorted.count)
    else { return [] }
    let found = Diagnostic(
      line: answers.line, column: 1,
      "the right order is that of the lines, and these numbers say another",
      remedy:
        "write the steps from top to bottom in their order, numbered \(first)., \(first + 1)., …")
    return [found.warned]
  }
}
