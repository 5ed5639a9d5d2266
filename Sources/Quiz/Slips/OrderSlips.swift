import Notes

/// Steps whose numbers say another order than their lines, which is the one that is asked for: 3, 1, 2.
enum OrderSlips {
  /// Steps that are counted a second time in their texts, which would be shown: `1. 1. scores`, `1. Step 1: scores`.
  static func counted(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    guard let list = section.answers?.list, list.start != nil, !list.isTasks else { return [] }
    let found = list.items.enumerated().compactMap { index, item -> Diagnostic? in
      guard let (number, line) = source.line(of: item), let marker = LineMarker(line.text),
        marker.isNumber, marker.isLine(index + 1), !marker.rest.isEmpty
      else { return nil }
      return Diagnostic(
        line: number, column: line.column, "a number in a step shows its place in the order",
        remedy: "write \(line.marker)\(marker.rest)")
    }
    return found.count == list.items.count ? found : boxed(list, source)
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
    var found = Diagnostic(
      line: answers.line, column: 1,
      "the right order is that of the lines, and these numbers say another",
      remedy:
        "write the steps from top to bottom in their order, numbered \(first)., \(first + 1)., …")
    found.severity = .warning
    return [found]
  }
}
