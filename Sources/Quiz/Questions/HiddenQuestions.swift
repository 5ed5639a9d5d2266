import Formulas
import Notes

/// What is hidden of a lesson: questions that cannot be asked, with their answers, wherever these stand.
extension LessonQuestions {
  /// Hides what cannot be asked, up to the next heading that is not one of its own; where that is.
  mutating func hide(
    _ blocks: [Block], from start: Int, level: Int, _ title: String, _ problems: [Diagnostic],
    _ lesson: Lesson, through: Int = 0
  ) -> Int {
    let end = max(through, extent(blocks).end(from: start, level: level))
    diagnostics += problems
    guard let first = problems.first else { return end }
    broken.append(
      Broken(
        title: marks.fill(HeadKeys.asked(in: title)) { _ in "____" }, blocks: start..<end,
        lines: lines(of: start..<end, in: blocks, lesson),
        id: Self.identity(of: blocks[start..<end]), problem: inFile(first, lesson)))
    return end
  }

  /// What of a lesson is hidden with a question.
  func extent(_ blocks: [Block]) -> HiddenBlocks {
    HiddenBlocks(blocks: blocks, marks: marks, isQuestion: slipOrQuestion)
  }

  /// Hides what answers the question above a lesson, of which its author is told there; where that ends.
  mutating func follow(
    _ question: OpenQuestion, _ blocks: [Block], _ id: LessonID, _ lesson: Lesson,
    in library: Library
  ) -> Int {
    if question == .whole { return followAnswer(blocks, id, lesson, in: library) }
    let end = extent(blocks).answering(question)
    guard end > 0, case .heading(_, let title) = blocks[0].kind else { return 0 }
    let problem = Diagnostic(
      line: blocks[0].line, column: 1, "this heading parts a question from its comment",
      remedy: "write <!-- quiz --> on the line below the heading of its question")
    broken.append(
      Broken(
        title: marks.fill(title.plainText) { _ in "____" }, blocks: 0..<end,
        lines: lines(of: 0..<end, in: blocks, lesson), id: nil, problem: inFile(problem, lesson)))
    return end
  }

  /// Hides a lesson that tells the answer of the question above it, up to its next heading; where that ends.
  mutating func followAnswer(
    _ blocks: [Block], _ id: LessonID, _ lesson: Lesson, in library: Library
  ) -> Int {
    guard case .heading(let level, let title)? = blocks.first?.kind,
      PartingHeading.tellsAnswer(title.plainText)
    else { return 0 }
    let parting = PartingHeading(
      blocks: blocks, end: 0, level: level,
      isOneOfMany: OpenQuestion.isOneOfMany(above: id, in: library))
    guard let problem = parting.telling else { return 0 }
    let end = max(1, parting.rest.endIndex)
    diagnostics.append(problem)
    broken.append(
      Broken(
        title: title.plainText, blocks: 0..<end, lines: lines(of: 0..<end, in: blocks, lesson),
        id: nil, problem: inFile(problem, lesson)))
    return end
  }

  /// The identity in the quiz comment of some blocks, be it one with a slip.
  static func identity(of blocks: ArraySlice<Block>) -> String? {
    blocks.lazy.compactMap { block -> String? in
      guard case .html(let html) = block.kind else { return nil }
      let right = Directive.isQuiz(html) ? html : QuizComment(html)?.right ?? ""
      return Directive.read(right).0.identity
    }.first
  }

  /// The lines of some blocks in the file.
  func lines(of range: Range<Int>, in blocks: [Block], _ lesson: Lesson) -> Range<Int> {
    let start = blocks[range.lowerBound].line
    // A last line end begins no line of the lesson's.
    let all = lines.count - (lines.last?.isEmpty == true ? 1 : 0)
    let end = min(all + 1, lineOf(range.upperBound, in: blocks))
    return lesson.line + start - 1..<max(lesson.line + start, lesson.line + end - 1)
  }

  func inFile(_ problem: Diagnostic, _ lesson: Lesson) -> Diagnostic {
    var problem = problem
    problem.line = lesson.line + max(1, problem.line) - 1
    // What stands in a gap is its key, whether it can be computed or not.
    if let name = problem.message.firstRange(of: ExpressionProblem.unknownName) {
      problem.message = "a name" + problem.message[name.lowerBound...]
    }
    return problem
  }
}
