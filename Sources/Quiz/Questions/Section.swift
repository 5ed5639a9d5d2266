import Notes

/// A section of a lesson that is a question, parted into what the kinds need.
package struct Section: Equatable, Sendable {
  /// The heading.
  package var heading: [Inline]
  /// What the `quiz` comment says.
  package var directive = Directive()
  /// The line of the heading, counted from 1 in the lesson's text.
  package var line = 0
  /// What is asked, without hints, options and explanation.
  package var prompt: [Block] = []
  /// Hints in order.
  package var hints: [[Block]] = []
  /// What is told after every answer.
  package var explanation: [Block] = []
  /// The list of options, or of steps in their order.
  package var answers: Block.List?
  /// The marks in its text.
  package var marks = Marks()

  /// A question of these parts, as generation makes it.
  package init(
    heading: String, line: Int, prompt: [Block] = [], answers: Block.List? = nil,
    explanation: [Block], marks: Marks = Marks()
  ) {
    self.heading = [.text(heading)]
    self.line = line
    self.prompt = prompt
    self.answers = answers
    self.explanation = explanation
    self.marks = marks
  }

  /// The parts of a section as it stands in a lesson; `blocks` are what follows its comment.
  init(
    heading: [Inline], line: Int, directive: Directive, blocks: [Block], marks: Marks
  ) throws(Diagnostic) {
    self.heading = heading
    self.line = line
    self.directive = directive
    self.marks = marks
    let hasBlank = blocks.contains { $0.hasBlank(marks) }
    let options = try Self.answers(among: blocks, hasBlank: hasBlank)
    var isAnswered = false
    for block in blocks {
      switch block.kind {
      case .alert(_, let inner) where explanation.isEmpty: explanation = inner
      case .quote(let inner):
        guard !isAnswered else {
          throw Diagnostic(
            .error, line: block.line,
            "a quote after the answers: indent it under its option, or put it before them as a hint"
          )
        }
        hints.append(inner)
      case .list(let list) where answers == nil && block == options:
        answers = list
        isAnswered = true
      default:
        if block.hasBlank(marks) { isAnswered = true }
        prompt.append(block)
      }
    }
  }

  /// The list that is answered with: the one with boxes, else a numbered one; nil where there is
  /// none. Throws where it could be several.
  private static func answers(
    among blocks: [Block], hasBlank: Bool
  ) throws(Diagnostic) -> Block? {
    func lists(_ isWanted: (Block.List) -> Bool) -> [Block] {
      blocks.filter { if case .list(let list) = $0.kind { isWanted(list) } else { false } }
    }
    let tasks = lists(\.isTasks)
    if tasks.count > 1 {
      throw Diagnostic(
        .error, line: tasks[1].line,
        "a second list with boxes in one question: take the boxes [ ] and [x] out of the one that "
          + "is no list of options")
    }
    if let options = tasks.first, case .list(let list) = options.kind {
      if hasBlank {
        throw Diagnostic(
          .error, line: options.line,
          "options and an answer mark [[…]] in one question: keep one of them")
      }
      if list.items.contains(where: { $0.task == nil }) {
        throw Diagnostic(
          .error, line: options.line, "an option has no box: write [ ] or [x] before each of them")
      }
      return options
    }
    let numbered = hasBlank ? [] : lists { $0.start != nil }
    if numbered.count > 1 {
      throw Diagnostic(
        .error, line: numbered[1].line,
        "a second numbered list in one question: which one is to be put in order? "
          + "Write the other with bullets (-)")
    }
    return numbered.first
  }

  /// The numbers of the answer marks, in order.
  package var blanks: [Int] {
    prompt.flatMap { marks.indexes(in: $0.plainText) }.filter { marks.all[$0].isBlank }
  }

  func problem(_ message: String) -> Diagnostic { Diagnostic(.error, line: line, message) }
}

extension Marks.Mark {
  var isBlank: Bool { if case .blank = self { true } else { false } }
}

extension Block {
  fileprivate func hasBlank(_ marks: Marks) -> Bool {
    switch kind {
    case .quote, .alert: false
    default: marks.indexes(in: plainText).contains { marks.all[$0].isBlank }
    }
  }
}

extension Block.List {
  /// Whether it is a list of tasks.
  var isTasks: Bool { items.contains { $0.task != nil } }
}
