import Formulas
import Notes

/// The written questions of a lesson, and where they stand in it.
package struct LessonQuestions: Sendable {
  /// A question with the blocks of the lesson that it takes, its heading first.
  package struct Written: Sendable {
    package let question: Question
    package let blocks: Range<Int>
  }
  /// A question that cannot be asked, as the author left it: its answers stand in it.
  package struct Broken: Sendable {
    package let title: String
    package let blocks: Range<Int>
  }
  /// Those that cannot be asked, in order.
  package private(set) var broken: [Broken] = []
  /// The questions in order.
  package private(set) var written: [Written] = []
  /// What is wrong with others, by line of the file.
  package private(set) var diagnostics: [Diagnostic] = []
  /// The lines of the file with a `quiz` comment that has no identity.
  package private(set) var unnamed: [Int] = []
  private var kinds: [any QuestionKind.Type] = []

  /// The questions of a lesson; none where no `quiz` comment stands in it.
  package init(
    _ id: LessonID, in library: Library, kinds: [any QuestionKind.Type] = allKinds
  ) {
    guard let lesson = library[id] else { return }
    let document = library.documents[id.document]
    guard let search = ByteSearch("<!-- quiz"),
      search.first(in: document.bytes, from: lesson.range.lowerBound, to: lesson.range.upperBound)
        != nil
    else { return }
    var marks = Marks()
    let markdown = library.markdown(of: id) { bytes in
      let taken = Marks.take(from: bytes)
      marks = taken.marks
      return taken.bytes
    }
    self.kinds = kinds
    read(markdown.blocks, marks, id, lesson, place: library.key(of: id), path: document.path)
  }

  private mutating func read(
    _ blocks: [Block], _ marks: Marks, _ id: LessonID, _ lesson: Lesson, place: String, path: String
  ) {
    for index in blocks.indices {
      guard case .html(let html) = blocks[index].kind, Directive.isQuiz(html) else { continue }
      let line = lesson.line + blocks[index].line - 1
      let end =
        blocks[(index + 1)...].firstIndex { if case .heading = $0.kind { true } else { false } }
        ?? blocks.firstIndex { if case .footnotes = $0.kind { true } else { false } }
        ?? blocks.count
      guard index > 0, case .heading(_, let heading) = blocks[index - 1].kind else {
        diagnostics.append(
          Diagnostic(
            .error, path: path, line: line,
            "a quiz comment stands under no heading: put a heading on the line before it"))
        broken.append(Broken(title: "A question", blocks: index..<max(index + 1, end)))
        continue
      }
      do throws(Diagnostic) {
        let directive: Directive
        do throws(ExpressionProblem) {
          directive = try Directive(comment: html)
        } catch { throw Diagnostic(.error, line: blocks[index].line, error.message) }
        if directive.id == nil { unnamed.append(line) }
        let section = try QuestionSection(
          heading: heading, line: blocks[index - 1].line, directive: directive,
          blocks: Array(blocks[(index + 1)..<max(index + 1, end)]), marks: marks, kinds: kinds)
        let question = try Question(
          section, lesson: id, firstLine: lesson.line, place: place, kinds: kinds)
        written.append(Written(question: question, blocks: index - 1..<max(index + 1, end)))
        if question.isSelfJudged, let matrix = section.matrixProblem {
          diagnostics.append(
            Diagnostic(
              .warning, path: path, line: lesson.line + matrix.line - 1, matrix.message))
        }
      } catch {
        var diagnostic = error
        diagnostic.path = path
        diagnostic.line = lesson.line + max(1, error.line) - 1
        diagnostics.append(diagnostic)
        broken.append(
          Broken(title: heading.plainText, blocks: index - 1..<max(index + 1, end)))
      }
    }
  }
}
