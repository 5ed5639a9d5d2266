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
  package internal(set) var broken: [Broken] = []
  /// The questions in order.
  package internal(set) var written: [Written] = []
  /// What is wrong with others, by line of the file.
  package internal(set) var diagnostics: [Diagnostic] = []
  /// How many blocks the lesson has where its questions are read: signs that a question may hold are no shortcodes
  /// there, and a line of one alone is a paragraph.
  package private(set) var blockCount = 0
  /// The comments that have no identity.
  package internal(set) var unnamed: [Unnamed] = []
  var kinds: [any QuestionKind.Type] = []
  var lines: [Substring] = []
  var marks = Marks()

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
    blockCount = markdown.blocks.count
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)[...]
    }
    let unclosed = Dictionary(
      document.unclosed.map { ($0.line - lesson.line + 1, $0.remedy) }, uniquingKeysWith: { $1 })
    let answered = above.map { follow($0, markdown.blocks, id, lesson, in: library) } ?? 0
    read(
      markdown.blocks, from: answered, unclosed, id, lesson, place: LessonPlace(id, in: library),
      isLast: lesson.range.upperBound >= document.bytes.count)
    if !written.isEmpty || !broken.isEmpty {
      diagnostics += BarredLines.find(in: markdown.blocks, lines)
    }
    for index in diagnostics.indices {
      diagnostics[index].path = document.path
      diagnostics[index].line = lesson.line + max(1, diagnostics[index].line) - 1
    }
  }

  private mutating func read(
    _ blocks: [Block], from start: Int, _ unclosed: [Int: String], _ id: LessonID,
    _ lesson: Lesson, place: LessonPlace, isLast: Bool
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
          if start == index, asksNothing(html, at: index, in: blocks, isLast: isLast) {
            diagnostics.append(MissingHeading.lone(at: block.line))
            continue
          }
          hidden = hide(
            blocks, from: start, level: level, title,
            [
              MissingHeading.find(
                at: block.line, in: lines,
                asked: start < index && blocks[start].isHeading ? blocks[start].line : nil)
            ], lesson)
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
            blocks, from: top, level: level, heading.plainText,
            caused(error.all, in: blocks[top].line..<lineOf(end, in: blocks), unclosed), lesson,
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
      } else if !isExclaimed(at: index, in: blocks),
        let slip = slip(in: block, closing: unclosed[block.line - 1])
      {
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

  /// Whether nothing is asked by a comment under no heading: the file ends with it, or it counts what is none of ours
  /// among plain text, as `<!-- quiz 1 -->` may.
  ///
  /// - Parameter isLast: whether no lesson follows in the file.
  private func asksNothing(
    _ html: String, at index: Int, in blocks: [Block], isLast: Bool
  ) -> Bool {
    let rest = blocks[(index + 1)...]
    if MissingHeading.isAbove(blocks[index].line, in: lines)
      || index > 0 && blocks[index - 1].plainText.trimmed.hasSuffix("?")
    {
      return false
    }
    if rest.isEmpty { return isLast }
    let said = html.dropFirst(4).prefix { $0 != ">" }.split { $0.isWhitespace || $0 == "-" }
    let isText = blocks[(index + 1)..<Self.end(blocks, after: index)].allSatisfy { block in
      guard case .paragraph(let inlines) = block.kind else { return false }
      return ToldAnswers.label(inlines.plainText) == nil
    }
    // What stands below another heading, up to the next question, may be meant to answer it.
    let next = rest.indices.dropFirst().first { slipOrQuestion(blocks[$0]) } ?? rest.endIndex
    return said.count == 2 && Int(said[1]) != nil && isText
      && blocks[(index + 1)..<next].allSatisfy { $0.list == nil && !$0.hasBlank(marks) }
  }

  /// Where a question ends: at the next heading.
  static func end(_ blocks: [Block], after index: Int) -> Int {
    let end =
      blocks[(index + 1)...].firstIndex { if case .heading = $0.kind { true } else { false } }
      ?? blocks.firstIndex(where: \.isFootnotes)
      ?? blocks.count
    return max(index + 1, end)
  }

  /// Where a question ends that ends with its options.
  static func endOfOptions(_ blocks: [Block], after index: Int) -> Int {
    let end = end(blocks, after: index)
    guard let options = blocks[index..<end].firstIndex(where: { $0.list?.isTasks == true }) else {
      return end
    }
    return blocks[(options + 1)..<end].firstIndex {
      if case .callout = $0.kind { false } else { true }
    } ?? end
  }

  func lineOf(_ index: Int, in blocks: [Block]) -> Int {
    guard index < blocks.count else { return lines.count + 1 }
    if blocks[index].isFootnotes { return lines.count + 1 }
    return blocks[index].line
  }
}
