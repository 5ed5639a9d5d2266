import Notes

/// Which blocks of a lesson are hidden with a question that cannot be asked: those that may answer it, on
/// whichever side of its comment or of a heading they stand.
struct HiddenBlocks {
  let blocks: [Block]
  let marks: Marks
  /// Whether a block begins a question, or what is nearly one.
  let isQuestion: (Block) -> Bool

  /// Where hiding begins for a comment that is not right below its heading, the level of what is hidden, and
  /// how it is called: at the heading above where answers stand between them.
  func begin(at index: Int, from first: Int) -> (start: Int, level: Int, title: String) {
    if case .heading(let level, let title) = blocks[index].kind {
      return (index, level, title.plainText)
    }
    guard first < index,
      let heading = blocks[first..<index].lastIndex(where: \.isHeading),
      case .heading(let level, let title) = blocks[heading].kind
    else {
      let isAnswer = first < index && blocks[first..<index].contains { $0.isKey(marks) }
      return (isAnswer ? first : index, 6, "A question")
    }
    let between = blocks[(heading + 1)..<index]
    return between.isEmpty || between.contains { $0.isKey(marks) }
      ? (heading, level, title.plainText) : (index, 6, "A question")
  }

  /// Where hiding ends that begins at a block: at a heading that is not below its own, or at the next question,
  /// but behind the answers.
  func end(from start: Int, level: Int) -> Int {
    var level = level
    var end = start + 1
    var hasAnswer = blocks[start].isAnswer(marks)
    /// Whether nothing but headings and comments stand there so far.
    var isBare = true
    while end < blocks.count {
      let block = blocks[end]
      switch block.kind {
      case .footnotes: return end
      case .heading(let other, _):
        if end + 1 < blocks.count, isQuestion(blocks[end + 1]) { return end }
        if other <= level {
          guard !hasAnswer, isAnswered(below: end, isBare: isBare) else { return end }
          level = other
        }
      default:
        if end > start + 1, isQuestion(block) { return end }
        if case .html = block.kind { break }
        isBare = false
        hasAnswer = hasAnswer || block.isAnswer(marks)
      }
      end += 1
    }
    return end
  }

  /// Whether what stands below a heading may answer the question above it.
  private func isAnswered(below heading: Int, isBare: Bool) -> Bool {
    let section = blocks[(heading + 1)...].prefix { !$0.isHeading }
    return section.contains { isBare ? $0.isAnswer(marks) : $0.isKey(marks) }
  }

  /// How many blocks of a lesson answer the question above it; 0 for none.
  func answering(_ question: OpenQuestion) -> Int {
    guard case .heading(let level, _)? = blocks.first?.kind,
      blocks.count < 2 || !isQuestion(blocks[1])
    else { return 0 }
    let end = end(from: 0, level: level)
    let isMeant = blocks[..<end].contains {
      switch question {
      case .bare: $0.isAnswer(marks)
      case .asked: $0.isKey(marks)
      case .whole: false
      }
    }
    return isMeant ? end : 0
  }
}

extension Block {
  var isHeading: Bool { if case .heading = kind { true } else { false } }

  /// Whether it may be what a question is answered with.
  fileprivate func isAnswer(_ marks: Marks) -> Bool {
    switch kind {
    case .list, .table, .definitions: true
    default: isKey(marks)
    }
  }

  /// Whether boxes or answer marks stand in it.
  fileprivate func isKey(_ marks: Marks) -> Bool {
    switch kind {
    case .list(let list) where list.isTasks: true
    case .list(let list): list.items.contains { $0.blocks.contains { $0.isKey(marks) } }
    case .quote(let blocks), .callout(_, let blocks): blocks.contains { $0.isKey(marks) }
    default: hasBlank(marks)
    }
  }
}
