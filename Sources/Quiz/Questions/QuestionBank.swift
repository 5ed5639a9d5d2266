import Notes

/// All questions of some notes: written ones, and made ones where a file holds none. It is filled a
/// few lessons at a time, so that many notes do not hold anything up.
package struct QuestionBank: Equatable, Sendable {
  /// The questions, in the order of the notes.
  package private(set) var questions: [Question] = []
  /// What is wrong with others.
  package private(set) var diagnostics: [Diagnostic] = []
  /// How many written questions are not among the questions: they cannot be asked, or stand
  /// elsewhere already.
  package private(set) var leftOut = 0
  /// How many files were looked at.
  package private(set) var documents = 0
  /// The file that is looked at.
  private var scan: FileScan?
  /// Where questions stand once more that are asked elsewhere.
  private(set) var copies: [Copy] = []
  private var places: [String: Int] = [:]
  private var ids = GivenIDs()
  /// What is asked by those that were made.
  private var asked: Set<String> = []
  private var byLesson: [LessonID: [Int]] = [:]
  /// The words of the notes, and the answers that their questions ask for.
  package private(set) var words = KnownWords()
  /// What was found in each file, by its path.
  private var found: [String: Found] = [:]
  /// The same of the notes before they changed: a file that has not is not looked at again.
  private var earlier: [String: Found] = [:]

  /// A question that another file holds already.
  struct Copy: Equatable, Sendable {
    let id: String
    let lesson: LessonID
  }

  private struct Found: Equatable, Sendable {
    let bytes: [UInt8]
    /// What it pulled in, of which questions are made too.
    let pulled: PulledFiles?
    /// The texts of the notes that it embeds parts of.
    let embedded: [[UInt8]]
    let questions: [Question]
    let diagnostics: [Diagnostic]
    let broken: Int
  }

  /// No file looked at yet.
  package init() {}

  /// No file looked at since the notes have changed.
  package init(after before: QuestionBank) {
    earlier = before.found
    // Of many notes this takes long, and is for those alone that were not looked at again yet.
    if !before.earlier.isEmpty { earlier.merge(before.earlier) { current, _ in current } }
  }

  /// One question, asked before any file is looked at.
  init(only question: Question) {
    questions = [question]
    places = [question.id: 0]
    byLesson = [question.lesson: [0]]
    words.add(answers: question.kind.wordsAskedFor)
  }

  /// All questions of notes, of those that were read.
  package init(_ library: Library) { fill(from: library, bytes: .max) }

  /// Whether every file was looked at.
  package func isComplete(_ library: Library) -> Bool { documents >= library.documents.count }

  /// Looks at the next lessons, up to some kilobytes, as far as the notes were read.
  package mutating func fill(from library: Library, bytes: Int = 50_000) {
    var size = 0
    while size < bytes, documents < library.documents.count {
      let document = library.documents[documents]
      guard document.state != .unread else { return }
      if scan == nil, let known = earlier.removeValue(forKey: document.path),
        known.bytes == document.bytes, known.pulled == document.pulled,
        known.embedded == Self.embedded(in: documents, library)
      {
        // Its words are looked through again, which takes a twentieth of the time.
        size += 20 + known.bytes.count / 20
        add(known, library)
        continue
      }
      if scan == nil { scan = FileScan(documents, of: library) }
      if let step = scan?.step(library) {
        size += step
      } else {
        size += 1_000
        if let scan {
          let found = Found(
            bytes: document.bytes, pulled: document.pulled,
            embedded: Self.embedded(in: documents, library), questions: scan.questions,
            diagnostics: scan.diagnostics,
            broken: scan.broken)
          add(found, library)
        }
        scan = nil
      }
    }
    if documents == library.documents.count { earlier = [:] }
  }

  private static func embedded(in document: Int, _ library: Library) -> [[UInt8]] {
    library.notes(embeddedIn: document).map { library.documents[$0].bytes }
  }

  private mutating func add(_ file: Found, _ library: Library) {
    let path = library.documents[documents].path
    defer { documents += 1 }
    found[path] = file
    words.add(file.bytes)
    diagnostics += file.diagnostics
    leftOut += file.broken
    for question in file.questions.map({ $0.moved(toDocument: documents) }) {
      if let same = ids.take(question, at: path, in: library.documents[documents].bytes) {
        leftOut += 1
        diagnostics.append(same)
        continue
      }
      if let index = places[question.id] {
        let first = questions[index]
        if first.lesson.document != question.lesson.document,
          first.section.directive.id == nil
        {
          copies.append(Copy(id: question.id, lesson: question.lesson))
        }
        guard !question.isGenerated else { continue }
        // A translation shares the identity, and the answers.
        if question.section.directive.language != first.section.directive.language { continue }
        leftOut += 1
        let other = library.documents[first.lesson.document].path
        diagnostics.append(
          Self.repeated(
            question, at: path, first, "\(other):\(first.line)", isCopy: other != path))
        continue
      }
      // One of many files is enough to ask what an abbreviation stands for.
      if question.isGenerated, !asked.insert(question.asks).inserted { continue }
      places[question.id] = questions.count
      byLesson[question.lesson, default: []].append(questions.count)
      questions.append(question)
      words.add(answers: question.kind.wordsAskedFor)
    }
  }

  /// What an author is told of a question that stands elsewhere already.
  private static func repeated(
    _ question: Question, at path: String, _ first: Question, _ place: String, isCopy: Bool
  ) -> Diagnostic {
    guard first.section.directive.id == nil else {
      // The identity was given after the name that the other one has.
      var same = Diagnostic(
        line: question.line, "id=\(question.id) is the same as that of the question at \(place)",
        remedy: "take id=\(question.id) away, and `attend check --mint` gives a new one")
      same.path = path
      return same
    }
    guard isCopy else {
      return Diagnostic(
        .error, path: path, line: question.line,
        "the same question stands at \(place)",
        remedy: "change one, or leave it out")
    }
    var copy = Diagnostic(
      line: question.line, column: 1, "the same question with the same answer stands at \(place)",
      remedy: "leave one out; as they are it is asked once. To have both asked, give one an id=")
    copy.severity = .warning
    copy.path = path
    return copy
  }

  /// The question with an identity.
  package subscript(id: String) -> Question? { places[id].map { questions[$0] } }

  /// The questions of the chapter that a lesson stands in.
  package func questions(ofChapter id: LessonID) -> [Question] {
    questions.filter { $0.lesson.chapterStart == id.chapterStart }
  }

  /// The questions of a lesson.
  package func questions(of lesson: LessonID) -> [Question] {
    (byLesson[lesson] ?? []).map { questions[$0] }
  }
}
