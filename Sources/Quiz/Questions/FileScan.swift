import Notes

/// A file on its way through: its lessons are looked at twice, once for written questions and for
/// definitions, and, where no question is written, once more to make some.
struct FileScan: Equatable, Sendable {
  /// Larger files are dumps and logs rather than notes, and reading them would hold up the quiz.
  private static let largestFile = 2_000_000

  private struct First: Equatable, Sendable {
    let lesson: Int
    let definition: Definition
  }

  /// What was found.
  private(set) var questions: [Question] = []
  /// What is wrong with others.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many written questions cannot be asked.
  private(set) var broken = 0
  private let lessons: [LessonID]
  private var definitions: [[Definition]] = []
  /// The first definitions of the file, each with its lesson's number.
  private var first: [First] = []
  private var isWritten = false
  private var made = 0
  /// Whether the file says that it holds cards; nil before it was looked for.
  private var hasCards: Bool?

  init(_ document: Int, of library: Library) {
    let contents = library.documents[document]
    let isBook = contents.state == .read && contents.bytes.count <= Self.largestFile
    lessons = isBook ? library.lessonIDs(inDocument: document) : []
  }

  /// Looks at one more lesson; the bytes that it took, nil at the end.
  mutating func step(_ library: Library) -> Int? {
    let id: LessonID
    if definitions.count < lessons.count {
      id = lessons[definitions.count]
      let lesson = LessonQuestions(id, in: library)
      isWritten = isWritten || !lesson.written.isEmpty || !lesson.diagnostics.isEmpty
      diagnostics += lesson.diagnostics
      broken += lesson.broken.count
      questions += lesson.written.map(\.question)
      let found = isWritten ? [] : Definition.all(in: library.markdown(of: id).blocks)
      let room = max(0, 2 * Definition.enough - first.count)
      first += found.prefix(room).map { First(lesson: definitions.count, definition: $0) }
      definitions.append(found)
    } else if !isWritten, made < lessons.count {
      id = lessons[made]
      let others = first.filter { $0.lesson != made }.prefix(Definition.enough)
      let hasCards = hasCards ?? Generation.hasCards(library.documents[id.document])
      self.hasCards = hasCards
      questions += Generation.questions(
        of: id, in: library, hasCards: hasCards, definitions: definitions[made],
        others: others.map(\.definition))
      made += 1
    } else {
      return nil
    }
    return 100 + (library[id]?.range.count ?? 0)
  }
}
