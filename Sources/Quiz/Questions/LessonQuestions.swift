import Formulas
import Notes

/// The written questions of a lesson, and where they stand in it.
package struct LessonQuestions: Sendable {
  /// A question with the blocks of the lesson that it takes, its heading first.
  package struct Written: Sendable {
    package let question: Question
    package let blocks: Range<Int>
    /// Its lines in the file.
    package let lines: Range<Int>
  }
  /// A question that cannot be asked, as the author left it: its answers stand in it.
  package struct Broken: Sendable {
    package let title: String
    package let blocks: Range<Int>
    /// Its lines in the file.
    package let lines: Range<Int>
    /// The identity that its comment gives it; nil where that cannot be read.
    package let id: String?
    /// What is wrong with it; its remedy is for the author alone.
    package let problem: Diagnostic
  }
  /// A `quiz` comment without an identity.
  package struct Unnamed: Equatable, Sendable {
    /// Its line in the file.
    package let line: Int
    /// What the question is known by in the log meanwhile; nil where it cannot be asked.
    package let id: String?
  }

  /// Those that cannot be asked, in order.
  package private(set) var broken: [Broken] = []
  /// The questions in order.
  package private(set) var written: [Written] = []
  /// What is wrong with others, by line of the file.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The comments that have no identity.
  package private(set) var unnamed: [Unnamed] = []
  private var kinds: [any QuestionKind.Type] = []
  private var lines: [Substring] = []
  private var marks = Marks()

  /// The questions of a lesson; none where nothing like a `quiz` comment stands in it.
  package init(
    _ id: LessonID, in library: Library, kinds: [any QuestionKind.Type] = allKinds
  ) {
    guard let lesson = library[id] else { return }
    let document = library.documents[id.document]
    let bytes = document.bytes[lesson.range]
    let above = OpenQuestion.above(id, in: library)
    guard
      above != nil || QuizComment.mayStand(in: bytes)
        || ForeignComment.mayStand(in: document.bytes, lesson.range)
        || ComponentQuestions.mayStand(in: Array(bytes)) || library.pullsIn(id)
    else { return }
    var marks = Marks()
    let markdown = library.markdown(of: id) { bytes, origin in
      let taken = Marks.take(from: bytes)
      marks = taken.marks.moved(by: origin)
      return taken.bytes
    }
    self.kinds = kinds
    self.marks = marks
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)[...]
    }
    let unclosed = Dictionary(
      document.unclosed.map { ($0.line - lesson.line + 1, $0.remedy) }, uniquingKeysWith: { $1 })
    let answered = above.map { follow($0, markdown.blocks, id, lesson, in: library) } ?? 0
    read(markdown.blocks, from: answered, unclosed, id, lesson, place: library.key(of: id))
    for index in diagnostics.indices {
      diagnostics[index].path = document.path
      diagnostics[index].line = lesson.line + max(1, diagnostics[index].line) - 1
    }
  }

  private mutating func read(
    _ blocks: [Block], from start: Int, _ unclosed: [Int: String], _ id: LessonID,
    _ lesson: Lesson, place: String
  ) {
    var hidden = start
    /// Where the last question ended.
    var asked = 0
    for index in blocks.indices where index >= hidden {
      let block = blocks[index]
      if case .html(let html) = block.kind, Directive.isQuiz(html) {
        let top = Self.top(of: index, in: blocks)
        guard top >= 0, case .heading(let level, let heading) = blocks[top].kind else {
          let (start, level, title) = extent(blocks).begin(
            at: index, from: max(hidden, asked))
          hidden = hide(
            blocks, from: start, level: level, title,
            [MissingHeading.find(at: block.line, in: lines)], lesson)
          // Its answers stand below that heading.
          if MissingHeading.isAbove(block.line, in: lines), index + 1 < blocks.count {
            asked = Self.end(blocks, after: index + 1)
          }
          continue
        }
        // What is made of another tool's element stands on one line, and ends with its options.
        let isMade = blocks[top].line == block.line
        let end = isMade ? Self.endOfOptions(blocks, after: index) : Self.end(blocks, after: index)
        do throws(Problems) {
          let question = try question(
            heading, level, html, blocks, index, top, end, id, lesson, place: place)
          written.append(
            Written(
              question: question, blocks: top..<end,
              lines: lines(of: top..<end, in: blocks, lesson)))
          asked = end
        } catch {
          hidden = hide(
            blocks, from: top, level: level, heading.plainText, error.all, lesson,
            through: error.through)
        }
      } else if index > 0, case .heading(let level, let heading) = blocks[index - 1].kind,
        let slip = indented(block, below: blocks[index - 1].line)
      {
        hidden = hide(
          blocks, from: index - 1, level: level, heading.plainText, [slip], lesson)
      } else if index >= asked, let (comment, line) = ForeignComment.find(in: block, lines),
        comment.asks(
          blocks[index..<Self.end(blocks, after: index)], marks,
          below: index > 0 && blocks[index - 1].isHeading ? blocks[index - 1].plainText : "")
      {
        let (start, level, title) = extent(blocks).begin(at: index, from: max(hidden, asked))
        let slip = comment.slip(
          in: block, line: line,
          isBelowHeading: block.isHeading || index > 0 && blocks[index - 1].isHeading)
        hidden = hide(blocks, from: start, level: level, title, [slip], lesson)
      } else if let slip = slip(in: block, closing: unclosed[block.line - 1]) {
        if case .code = block.kind {
          diagnostics.append(slip)
          broken.append(
            Broken(
              title: "Questions", blocks: index..<index + 1,
              lines: lines(of: index..<index + 1, in: blocks, lesson), id: nil,
              problem: inFile(slip, lesson)))
          continue
        }
        let (start, level, title) = extent(blocks).begin(
          at: index, from: max(hidden, asked))
        hidden = hide(blocks, from: start, level: level, title, [slip], lesson)
      }
    }
  }

  /// The block that a quiz comment stands below, comments of other kinds passed over; -1 where none is above.
  private static func top(of index: Int, in blocks: [Block]) -> Int {
    var top = index - 1
    while top >= 0, case .html(let html) = blocks[top].kind, showsNothing(html),
      !QuizComment.mayStand(in: Array(html.utf8))
    {
      top -= 1
    }
    return top
  }

  /// Whether HTML is a comment of another program, or tags without a text, such as the name of a place.
  private static func showsNothing(_ html: String) -> Bool {
    let html = html.trimmed
    if html.hasPrefix("<!--") { return html.hasSuffix("-->") }
    let texts = html.split(separator: "<").map { $0.drop { $0 != ">" }.dropFirst() }
    return html.hasPrefix("<") && texts.allSatisfy { $0.allSatisfy(\.isWhitespace) }
  }

  /// What is wrong with a quiz comment right below the line of a heading that is code for its indent; nil for
  /// all else.
  private func indented(_ block: Block, below heading: Int) -> Diagnostic? {
    guard case .code("", let text) = block.kind, Directive.isQuiz(text.trimmed),
      block.line == heading + 1,
      lines.indices.contains(block.line - 1),
      lines[block.line - 1].hasPrefix("    ") || lines[block.line - 1].hasPrefix("\t")
    else { return nil }
    return Diagnostic(
      line: block.line, column: 1, "a quiz comment that is indented so far is code",
      remedy: "write \(text.trimmed) at the margin")
  }

  /// All that is wrong with one question.
  private struct Problems: Error {
    let all: [Diagnostic]
    /// Before which block what is hidden with it does not end.
    var through = 0
  }

  private mutating func question(
    _ heading: [Inline], _ level: Int, _ html: String, _ blocks: [Block], _ index: Int,
    _ top: Int, _ end: Int,
    _ id: LessonID, _ lesson: Lesson, place: String
  ) throws(Problems) -> Question {
    let line = blocks[index].line
    // What was taken for a value in it is told as it was written.
    let html = marks.fill(html) { marks.place(of: $0)?.text ?? "" }
    let (directive, unread) = Directive.read(html)
    if !unread.isEmpty {
      if let second = CommentSlips.second(in: html, line: line) {
        throw Problems(all: [second])
      }
      if CommentSlips.drawsWords(html) {
        throw Problems(all: [CommentSlips.drawnWords(line: line)])
      }
      if let right = CommentSlips.named(html, after: heading.plainText) {
        throw Problems(
          all: unread.map {
            Diagnostic(line: line, column: 1, $0.message, remedy: "write \(right)")
          })
      }
      guard let right = CommentSlips.mended(html) else {
        throw Problems(all: unread.map { Diagnostic(.error, line: line, $0.message) })
      }
      throw Problems(all: [
        Diagnostic(
          line: line, column: 1, "the settings of this comment cannot be read",
          remedy: "write \(right)")
      ])
    }
    let headingLine = blocks[top].line
    let source = QuestionSource(lines, headingLine..<lineOf(end, in: blocks))
    let slips = Slips.find(in: source)
    let after = Array(blocks[(index + 1)..<end])
    let parting = PartingHeading(
      blocks: blocks, end: end, level: level, isOneOfMany: written.count + broken.count > 0)
    var known: String?
    defer {
      if directive.id == nil { unnamed.append(Unnamed(line: lesson.line + line - 1, id: known)) }
    }
    if !slips.isEmpty { throw Problems(all: slips) }
    var section: QuestionSection
    let question: Question
    var more: [Diagnostic] = []
    var unsure: [Diagnostic] = []
    var matrix: Diagnostic?
    do throws(Diagnostic) {
      section = try QuestionSection(
        heading: heading, line: headingLine, directive: directive, blocks: after, marks: marks,
        kinds: kinds)
      if let many = section.tooMany { throw many }
      section.explanation += Self.footnotes(of: after, in: blocks)
      unsure = Slips.unsure(in: section, source)
      more = Slips.find(in: section, source, unsure)
      if let first = more.first {
        more += Self.unreadable(section, in: id, lesson.line, place, kinds, beside: more)
        throw first
      }
      question = try Question(
        section, lesson: id, firstLine: lesson.line, place: place, kinds: kinds)
      if heading.plainText.trimmed.isEmpty {
        throw Diagnostic(
          line: headingLine, column: 1, "a question without words",
          remedy: "write what is asked behind \(String(repeating: "#", count: level))")
      }
      if question.isSelfJudged {
        if let lines = ForeignGaps.lines(in: source) { throw lines }
      }
      // Beside answer marks a matrix may be given, and a number with a comma is none.
      if question.isSelfJudged || !section.blanks.isEmpty,
        let (problem, isDecimal) = section.matrixProblem
      {
        if isDecimal { throw problem }
        if question.isSelfJudged { matrix = problem }
      }
    } catch {
      if !more.isEmpty { throw Problems(all: more) }
      if let cut = parting.cut(after, marks) { throw Problems(all: [cut]) }
      let missing =
        after.lists(\.isTasks).first?.list.map { BoxSlips.missing(in: $0, source) } ?? []
      // What is set off in the text may be meant to be asked for.
      let marked =
        error.message.hasPrefix(QuestionSection.noAnswer) ? MarkedSlips.all(in: source) : []
      throw Problems(all: !missing.isEmpty ? missing : marked.isEmpty ? [error] : marked)
    }
    if let aside = parting.parting(section) ?? parting.telling {
      throw Problems(all: [aside], through: parting.rest.endIndex)
    }
    known = question.id
    if var warning = matrix {
      warning.severity = .warning
      diagnostics.append(warning)
    }
    let comment = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    diagnostics += ParameterSlips.unused(in: section, comment: (line, comment)) + section.warnings
    diagnostics += Slips.warnings(
      in: section, source, unsure, isSelfJudged: question.isSelfJudged)
    return question
  }

  /// What cannot be read of a question besides what is told of it already: all is mended in one round.
  private static func unreadable(
    _ section: QuestionSection, in lesson: LessonID, _ line: Int, _ place: String,
    _ kinds: [any QuestionKind.Type], beside told: [Diagnostic]
  ) -> [Diagnostic] {
    do throws(Diagnostic) {
      _ = try Question(section, lesson: lesson, firstLine: line, place: place, kinds: kinds)
      return []
    } catch {
      // Told at the mark it is better told than at the heading.
      let isKnown = error.line == section.line || told.contains { $0.line == error.line }
      return isKnown || error.message.hasPrefix(QuestionSection.noAnswer) ? [] : [error]
    }
  }

  /// The footnotes that a question refers to, to be told with its reasons: in the lesson they would show it.
  private static func footnotes(of section: [Block], in blocks: [Block]) -> [Block] {
    guard let last = blocks.last, last.isFootnotes else { return [] }
    return [last].keepingFootnotes(section.footnotesUsed.contains)
  }

  // MARK: What is nearly a question

  /// What is wrong with a block that holds what is nearly a quiz comment.
  ///
  /// - Parameter closing: what to write where it is a fence that nothing closes.
  private func slip(in block: Block, closing: String?) -> Diagnostic? {
    switch block.kind {
    case .html(let html):
      guard lines.indices.contains(block.line - 1) else { return nil }
      if let comment = QuizComment(lines[block.line - 1], goesOn: !QuizComment.isMended(html)),
        let what = comment.slip
      {
        let column = lines[block.line - 1].prefix { $0 == " " }.count + 1
        return Diagnostic(line: block.line, column: column, what, remedy: "write \(comment.right)")
      }
      guard QuizComment.mayStand(in: Array(html.utf8)) else { return nil }
      let inner = html.split(separator: "\n").lazy.compactMap { QuizComment($0) }.first
      let behind = html.dropFirst(4)
      let closing = behind.firstRange(of: "-->")?.lowerBound ?? behind.endIndex
      if inner != nil, html.hasPrefix("<!--"), behind[..<closing].contains("<!--") {
        return Diagnostic(
          line: block.line, column: 1,
          "this comment is never closed, and a question stands below it",
          remedy: "write --> at its end")
      }
      return inner.map {
        Diagnostic(
          line: block.line, "a quiz comment stands inside other HTML",
          remedy: "write \($0.right) on a line of its own, below the heading of its question")
      }
    case .code(_, let text):
      guard let closing, QuizComment.mayStand(in: Array(text.utf8)) else { return nil }
      // The text of a fence begins on the line below it.
      return Diagnostic(
        line: block.line - 1, column: 1, "this fence is never closed, and a question stands in it",
        remedy: closing)
    default:
      let comments = block.comments.lazy.compactMap {
        QuizComment($0.split(separator: "\n").joined(separator: " "))
      }
      guard let comment = comments.first else { return nil }
      return Diagnostic(
        line: block.line, "a quiz comment needs a line of its own",
        remedy: "write \(comment.right) on the line below the heading of its question")
    }
  }

  // MARK: Hiding

  /// Hides what cannot be asked, up to the next heading that is not one of its own; where that is.
  private mutating func hide(
    _ blocks: [Block], from start: Int, level: Int, _ title: String, _ problems: [Diagnostic],
    _ lesson: Lesson, through: Int = 0
  ) -> Int {
    let end = max(through, extent(blocks).end(from: start, level: level))
    diagnostics += problems
    guard let first = problems.first else { return end }
    broken.append(
      Broken(
        title: marks.fill(title) { _ in "____" }, blocks: start..<end,
        lines: lines(of: start..<end, in: blocks, lesson),
        id: Self.identity(of: blocks[start..<end]), problem: inFile(first, lesson)))
    return end
  }

  /// What of a lesson is hidden with a question.
  private func extent(_ blocks: [Block]) -> HiddenBlocks {
    HiddenBlocks(blocks: blocks, marks: marks, isQuestion: slipOrQuestion)
  }

  /// Hides what answers the question above a lesson, of which its author is told there; where that ends.
  private mutating func follow(
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
  private mutating func followAnswer(
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

  private func slipOrQuestion(_ block: Block) -> Bool {
    if case .html(let html) = block.kind, Directive.isQuiz(html) { return true }
    return slip(in: block, closing: nil) != nil
  }

  /// The identity in the quiz comment of some blocks, be it one with a slip.
  private static func identity(of blocks: ArraySlice<Block>) -> String? {
    blocks.lazy.compactMap { block -> String? in
      guard case .html(let html) = block.kind else { return nil }
      let right = Directive.isQuiz(html) ? html : QuizComment(html)?.right ?? ""
      return Directive.read(right).0.identity
    }.first
  }

  /// The lines of some blocks in the file.
  private func lines(of range: Range<Int>, in blocks: [Block], _ lesson: Lesson) -> Range<Int> {
    let start = blocks[range.lowerBound].line
    // A last line end begins no line of the lesson's.
    let all = lines.count - (lines.last?.isEmpty == true ? 1 : 0)
    let end = min(all + 1, lineOf(range.upperBound, in: blocks))
    return lesson.line + start - 1..<max(lesson.line + start, lesson.line + end - 1)
  }

  private func inFile(_ problem: Diagnostic, _ lesson: Lesson) -> Diagnostic {
    var problem = problem
    problem.line = lesson.line + max(1, problem.line) - 1
    // What stands in a gap is its key, whether it can be computed or not.
    if let name = problem.message.firstRange(of: ExpressionProblem.unknownName) {
      problem.message = "a name" + problem.message[name.lowerBound...]
    }
    return problem
  }

  /// Where a question ends: at the next heading.
  private static func end(_ blocks: [Block], after index: Int) -> Int {
    let end =
      blocks[(index + 1)...].firstIndex { if case .heading = $0.kind { true } else { false } }
      ?? blocks.firstIndex(where: \.isFootnotes)
      ?? blocks.count
    return max(index + 1, end)
  }

  /// Where a question ends that ends with its options.
  private static func endOfOptions(_ blocks: [Block], after index: Int) -> Int {
    let end = end(blocks, after: index)
    guard let options = blocks[index..<end].firstIndex(where: { $0.list?.isTasks == true }) else {
      return end
    }
    return blocks[(options + 1)..<end].firstIndex {
      if case .callout = $0.kind { false } else { true }
    } ?? end
  }

  private func lineOf(_ index: Int, in blocks: [Block]) -> Int {
    guard index < blocks.count else { return lines.count + 1 }
    if blocks[index].isFootnotes { return lines.count + 1 }
    return blocks[index].line
  }
}
