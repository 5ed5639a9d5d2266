import Notes

/// All questions of some notes: written ones, and made ones where a file holds none. It is filled a
/// few files at a time, so that many notes do not hold anything up.
package struct QuestionBank: Equatable, Sendable {
  /// The questions, in the order of the notes.
  package private(set) var questions: [Question] = []
  /// What is wrong with others.
  package private(set) var diagnostics: [Diagnostic] = []
  /// How many files were looked at.
  package private(set) var documents = 0
  private var places: [String: Int] = [:]
  private var byLesson: [LessonID: [Int]] = [:]

  /// No file looked at yet.
  package init() {}

  /// All questions of notes.
  package init(_ library: Library) {
    while !isComplete(library) { fill(from: library) }
  }

  /// Whether every file was looked at.
  package func isComplete(_ library: Library) -> Bool { documents >= library.documents.count }

  /// Looks at the next files, up to some hundred kilobytes.
  package mutating func fill(from library: Library, bytes: Int = 300_000) {
    var size = 0
    while size < bytes, documents < library.documents.count {
      size += 1_000 + library.documents[documents].bytes.count
      add(documents, of: library)
      documents += 1
    }
  }

  /// A larger file is no lesson book but a heap: looking through it would hold the reader up.
  private static let largestFile = 2_000_000

  private mutating func add(_ document: Int, of library: Library) {
    guard library.documents[document].bytes.count <= Self.largestFile else { return }
    let ids = library.lessonIDs(inDocument: document)
    var found: [Question] = []
    var isWritten = false
    for id in ids {
      let lesson = LessonQuestions(id, in: library)
      isWritten = isWritten || !lesson.written.isEmpty || !lesson.diagnostics.isEmpty
      diagnostics += lesson.diagnostics
      found += lesson.written.map(\.question)
    }
    if !isWritten { found = Generation.questions(inDocument: document, of: library) }
    let path = library.documents[document].path
    for question in found {
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
    }
  }

  /// The question with an identity.
  package subscript(id: String) -> Question? { places[id].map { questions[$0] } }

  /// The questions of a lesson.
  package func questions(of lesson: LessonID) -> [Question] {
    (byLesson[lesson] ?? []).map { questions[$0] }
  }
}
