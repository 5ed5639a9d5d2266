import Notes

/// Which blocks of a section may be answered with; what could be meant in two ways is refused.
extension [Block] {
  func hasBlank(_ marks: Marks) -> Bool { contains { $0.hasBlank(marks) } }

  /// The list of options: the one with boxes.
  func options(_ marks: Marks) throws(Diagnostic) -> Block? {
    let tasks = lists(\.isTasks)
    guard let options = tasks.first, case .list(let list) = options.kind else { return nil }
    if tasks.count > 1 {
      throw Diagnostic(
        line: tasks[1].line, "two lists with boxes in one question",
        remedy: "take the boxes [ ] and [x] out of the one that is not a list of options")
    }
    if hasBlank(marks) {
      let index = flatMap { marks.indexes(in: $0.plainText) }.first { marks.all[$0].isBlank }
      let place = index.flatMap { marks.place(of: $0) }
      throw Diagnostic(
        line: place?.line ?? options.line, column: place?.column ?? 0,
        "an answer mark in a question that has options",
        remedy: "keep one of them; brackets as they are: \\\(place?.text ?? "[[…]]"), and a link: "
          + "[text](file.md)")
    }
    if list.items.contains(where: { $0.task == nil || $0.mark != nil }) {
      throw Diagnostic(
        .error, line: options.line, "an option has no box",
        remedy: "write [ ] or [x] before each of them")
    }
    return options
  }

  /// The numbered list, where no mark in the text asks.
  func steps(_ marks: Marks) throws(Diagnostic) -> Block? {
    let numbered = hasBlank(marks) ? [] : lists { $0.start != nil && !$0.isTasks }
    if numbered.count > 1 {
      throw Diagnostic(
        .error, line: numbered[1].line,
        "a second numbered list in one question, and one is put in order",
        remedy: "write the other with bullets (-)")
    }
    return numbered.first
  }

  /// The blocks that are such lists.
  func lists(_ isWanted: (Block.List) -> Bool) -> [Block] {
    filter { if case .list(let list) = $0.kind { isWanted(list) } else { false } }
  }
}

extension Block {
  func hasBlank(_ marks: Marks) -> Bool {
    switch kind {
    case .quote, .callout, .definitions: false
    default: marks.indexes(in: plainText).contains { marks.all[$0].isBlank }
    }
  }

  /// The list that it is.
  var list: List? { if case .list(let list) = kind { list } else { nil } }
}

extension Block.List {
  /// Whether it is a list of tasks.
  var isTasks: Bool { items.contains { $0.task != nil } }
  /// What its items say.
  var labels: [String] { items.map(\.blocks.plainText) }
}

extension Marks.Mark {
  var isBlank: Bool { if case .blank = self { true } else { false } }
}
