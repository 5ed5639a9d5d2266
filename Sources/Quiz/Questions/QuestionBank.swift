import Notes

/// All questions of some notes: written ones, and made ones where a file holds none. It is filled a
/// few lessons at a time, so that many notes do not hold anything up.
package struct QuestionBank: Equatable, Sendable {
  /// The questions, in the order of the notes.
  package private(set) var questions: [Question] = []
  /// What is wrong with others.
  package private(set) var diagnostics: [Diagnostic] = []
  /// How many files were looked at.
  package private(set) var documents = 0
  /// The file that is looked at.
  private var scan: FileScan?
  private var places: [String: Int] = [:]
  private var byLesson: [LessonID: [Int]] = [:]
  /// The words of the notes, and the answers that their questions ask for.
  package private(set) var words = KnownWords()

  /// No file looked at yet.
  package init() {}

  /// All questions of notes.
  package init(_ library: Library) {
    while !isComplete(library) { fill(from: library) }
  }

  /// Whether every file was looked at.
  package func isComplete(_ library: Library) -> Bool { documents >= library.documents.count }

  /// Looks at the next lessons, up to some kilobytes.
  package mutating func fill(from library: Library, bytes: Int = 50_000) {
    var size = 0
    while size < bytes, documents < library.documents.count {
      if scan == nil { scan = FileScan(documents, of: library) }
      if let step = scan?.step(library) {
        size += step
      } else {
        size += 1_000
        if let scan { add(scan, library) }
        words.add(library.documents[documents].bytes)
        scan = nil
        documents += 1
      }
    }
  }

  private mutating func add(_ scan: FileScan, _ library: Library) {
    let path = library.documents[documents].path
    diagnostics += scan.diagnostics
    for question in scan.questions {
      if let index = places[question.id] {
        guard !question.isGenerated else { continue }
        let first = questions[index]
        let other = library.documents[first.lesson.document].path
        diagnostics.append(
          Diagnostic(
            .error, path: path, line: question.line,
            first.section.directive.id == nil
              ? "the same question stands at \(other):\(first.line): change one, or leave it out"
              : "id=\(question.id) is that of the question at \(other):\(first.line): "
                + "take it away, and `attend check --mint` gives a new one"))
        continue
      }
      places[question.id] = questions.count
      byLesson[question.lesson, default: []].append(questions.count)
      questions.append(question)
      words.add(answersOf: question.section)
    }
  }

  /// The question with an identity.
  package subscript(id: String) -> Question? { places[id].map { questions[$0] } }

  /// The questions of the chapter that a lesson stands in.
  package func questions(ofChapter id: LessonID) -> [Question] {
    questions.filter { $0.lesson.document == id.document && $0.lesson.chapter == id.chapter }
  }

  /// The questions of a lesson.
  package func questions(of lesson: LessonID) -> [Question] {
    (byLesson[lesson] ?? []).map { questions[$0] }
  }
}
