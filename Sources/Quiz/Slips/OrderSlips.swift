import Notes

/// Steps whose numbers say another order than their lines, which is the one that is asked for: 3, 1, 2.
enum OrderSlips {
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
