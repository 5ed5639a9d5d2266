import Basics
import Formulas
import Notes

/// A question of the blocks below its comment, or all that is wrong with it.
extension LessonQuestions {
  /// All that is wrong with one question.
  struct Problems: Error {
    let all: [Diagnostic]
    /// Before which block what is hidden with it does not end.
    var through = 0
  }

  mutating func question(
    _ heading: [Inline], _ level: Int, _ html: String, _ blocks: [Block], _ index: Int,
    _ top: Int, _ end: Int,
    _ id: LessonID, _ lesson: Lesson, place: LessonPlace
  ) throws(Problems) -> Question {
    let line = blocks[index].line
    // What was taken for a value in it is told as it was written.
    let html = marks.fill(html) { marks.place(of: $0)?.text ?? "" }
    let (directive, unread) = Directive.read(html)
    let headingLine = blocks[top].line
    let source = QuestionSource(lines, headingLine..<lineOf(end, in: blocks))
    let slips = Slips.find(in: source)
    if !unread.isEmpty {
      // Its lines are mended in the same round as its comment.
      func problems(_ all: [Diagnostic]) -> Problems {
        Problems(all: all + slips.filter { $0.line != line })
      }
      if let second = CommentSlips.second(in: html, line: line) {
        throw problems([second])
      }
      if CommentSlips.drawsWords(html) {
        throw problems([CommentSlips.drawnWords(line: line)])
      }
      if let right = CommentSlips.named(html, after: heading.plainText) {
        throw problems(
          unread.map {
            Diagnostic(line: line, column: 1, $0.advice.fault, remedy: "write \(right)")
          })
      }
      guard let right = CommentSlips.mended(html) else {
        throw problems(unread.map { Diagnostic(.error, line: line, $0.advice) })
      }
      throw problems([
        Diagnostic(
          line: line, column: 1, "the settings of this comment cannot be read",
          remedy: "write \(right)")
      ])
    }
    let after = Array(blocks[(index + 1)..<end])
    let parting = PartingHeading(
      blocks: blocks, end: end, level: level, isOneOfMany: written.count + broken.count > 0)
    var known: String?
    defer {
      if directive.id == nil { unnamed.append(Unnamed(line: lesson.line + line - 1, id: known)) }
    }
    if !slips.isEmpty {
      let section = try? QuestionSection(
        heading: heading, line: headingLine, directive: directive, blocks: after, marks: marks,
        kinds: kinds)
      let beside = section.map { Slips.beside(slips, in: $0, source) } ?? []
      throw Problems(all: (slips + beside).inOrder)
    }
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
      section.matrixPlace = source.matrixPlace(in: section.prompt)
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
        after.lists(\.isTasks).first?.list.map { list -> [Diagnostic] in
          let steps = OrderSlips.optional(
            list, asked: QuestionSection.asking(heading, after), source)
          return steps.isEmpty ? BoxSlips.missing(in: list, source) : steps
        } ?? []
      // What is set off in the text may be meant to be asked for.
      let marked =
        error.message.hasPrefix(QuestionSection.noAnswer) ? MarkedSlips.all(in: source) : []
      throw Problems(all: !missing.isEmpty ? missing : marked.isEmpty ? [error] : marked)
    }
    if let aside = parting.parting(section) ?? parting.telling {
      throw Problems(all: [aside], through: parting.rest.endIndex)
    }
    if let unposed = QuestionCheck.unposed(question) { throw Problems(all: [unposed]) }
    known = question.id
    if let matrix { diagnostics.append(matrix.warned) }
    let comment = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
    diagnostics +=
      UnusedParameters.find(in: section, comment: (line, comment))
      + ConstantDraws.find(in: section, comment: (line, comment)) + section.warnings
    diagnostics += Slips.warnings(
      in: section, source, unsure, isSelfJudged: question.isSelfJudged)
    return question
  }

  /// What is wrong with a question where a fence in it is never closed: what stands in that is read as code, and what is
  /// told of it is told of the fence.
  ///
  /// - Parameter unclosed: what to write where such fences stand, by their lines.
  func caused(
    _ problems: [Diagnostic], in range: Range<Int>, _ unclosed: [Int: String]
  ) -> [Diagnostic] {
    guard let line = unclosed.keys.filter(range.contains).min(), let remedy = unclosed[line],
      !remedy.hasPrefix("write -->"),
      problems.contains(where: { $0.line >= line || $0.message.hasPrefix(QuestionSection.noAnswer) }
      )
    else { return problems }
    let fence = Diagnostic(
      line: line, column: 1, "this fence is never closed, and what stands in it is read as code",
      remedy: remedy)
    return [fence]
      + problems.filter { $0.line < line && !$0.message.hasPrefix(QuestionSection.noAnswer) }
  }

  /// What cannot be read of a question besides what is told of it already: all is mended in one round.
  static func unreadable(
    _ section: QuestionSection, in lesson: LessonID, _ line: Int, _ place: LessonPlace,
    _ kinds: [any QuestionKind.Type], beside told: [Diagnostic]
  ) -> [Diagnostic] {
    do throws(Diagnostic) {
      _ = try Question(section, lesson: lesson, firstLine: line, place: place, kinds: kinds)
      return []
    } catch {
      // Told at the mark it is better told than at the heading.
      let isMark = error.message.hasSuffix("cannot be read") && error.column > 0
      let isKnown =
        error.line == section.line
        || told.contains { $0.line == error.line && (!isMark || $0.column == error.column) }
      return isKnown || error.message.hasPrefix(QuestionSection.noAnswer) ? [] : [error]
    }
  }

  /// The footnotes that a question refers to, to be told with its reasons: in the lesson they would show it.
  static func footnotes(of section: [Block], in blocks: [Block]) -> [Block] {
    guard let last = blocks.last, last.isFootnotes else { return [] }
    return [last].keepingFootnotes(section.footnotesUsed.contains)
  }
}
