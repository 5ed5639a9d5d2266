import Basics
import Notes
import Quiz
import TextUI

/// The rows of Contents: chapters, and the lessons of those that stand open; of those titles that
/// hold a text.
struct ContentsRows: Sendable {
  enum Row: Equatable {
    case chapter(document: Int, chapter: Int)
    /// `isAlone` where it is its chapter's only one, and has its title.
    case lesson(LessonID, isAlone: Bool)

    /// The lesson, or where the first of the chapter is.
    var place: LessonID {
      switch self {
      case .chapter(let document, let chapter):
        LessonID(document: document, chapter: chapter, lesson: 0)
      case .lesson(let id, _): id
      }
    }
  }

  /// A chapter by what stays as it is when notes come and go.
  private struct Chapter: Hashable {
    let path: String
    let number: Int
  }

  /// Notes of no more lessons stand open altogether.
  private static let few = 12

  private(set) var rows = LongList<Row>([])
  /// The rows of each piece of the documents, and how many lessons their chapters hold.
  private var parts: [(rows: [Row], lessons: Int)] = []
  /// The notes that the rows are made from.
  private var library: Library
  /// Only titles that hold this are shown.
  private(set) var filter = ""
  /// The chapter being read, which stands open.
  private var current: Chapter?
  /// Chapters that the reader folded or unfolded.
  private var turned: Set<Chapter> = []
  private var expandsAll = true

  init(_ library: Library, reading id: LessonID?) {
    self.library = library
    current = id.flatMap(chapter)
    make()
  }

  var lessonCount: Int { parts.reduce(0) { $0 + $1.lessons } }
  var firstLesson: Int {
    rows.firstIndex { if case .lesson = $0 { true } else { false } } ?? 0
  }

  mutating func setFilter(_ text: String) {
    filter = text
    make()
  }

  mutating func setLibrary(_ library: Library, reading id: LessonID?) {
    let before = self.library.documents
    self.library = library
    let (wasReading, wasOpen) = (current, expandsAll)
    current = id.flatMap(chapter) ?? current
    // What is read now stands open, whatever was done to it before.
    if current != wasReading, let current { turned.remove(current) }
    expandsAll = isSmall
    if current != wasReading || expandsAll != wasOpen {
      make()
    } else if before != library.documents {
      make(since: before)
    }
  }

  // MARK: Folding

  private func chapter(of id: LessonID) -> Chapter? {
    library.documents.indices.contains(id.document)
      ? Chapter(path: library.documents[id.document].path, number: id.chapter) : nil
  }

  private func isOpen(_ chapter: Chapter) -> Bool {
    !filter.isEmpty || (expandsAll || chapter == current) != turned.contains(chapter)
  }

  /// Whether the lessons of a chapter show.
  func isOpen(document: Int, chapter: Int) -> Bool {
    isOpen(Chapter(path: library.documents[document].path, number: chapter))
  }

  /// Folds the chapter that a row belongs to, or unfolds it; the row that it then has.
  mutating func turn(_ row: Int) -> Int {
    guard rows.indices.contains(row) else { return row }
    let place = rows[row].place
    guard let chapter = chapter(of: place), filter.isEmpty else { return row }
    turned.formSymmetricDifference([chapter])
    make()
    return self.row(like: .chapter(document: place.document, chapter: place.chapter)) ?? row
  }

  /// The lessons in some of the rows, so many at most.
  func lessons(in window: Range<Int>, most: Int) -> [LessonID] {
    var found: [LessonID] = []
    for row in window.clamped(to: rows.indices) where found.count < most {
      if case .lesson(let id, _) = rows[row] { found.append(id) }
    }
    return found
  }

  private var isSmall: Bool {
    library.documents.count <= Self.few && library.lessonCount <= Self.few
  }

  // MARK: Making

  /// Rebuilds the rows of those pieces of the documents that differ from `old`, or of all.
  private mutating func make(since old: LongList<Document>? = nil) {
    expandsAll = isSmall
    let documents = library.documents
    let wanted = filter.folded
    parts = documents.pieces.indices.map { piece in
      let start = documents.start(ofPiece: piece)
      if let old, old.pieces.indices.contains(piece), parts.indices.contains(piece),
        old.start(ofPiece: piece) == start, old.pieces[piece] == documents.pieces[piece]
      {
        return parts[piece]
      }
      let made = documents.pieces[piece].enumerated().map { offset, document in
        rows(of: document, start + offset, holding: wanted)
      }
      return (made.flatMap(\.rows), made.reduce(0) { $0 + $1.lessons })
    }
    rows = LongList(pieces: parts.map(\.rows))
  }

  private func rows(
    of document: Document, _ index: Int, holding wanted: String
  ) -> (rows: [Row], lessons: Int) {
    // Of many notes most are unread at first: their titles need not be made from their names.
    if document.state != .read, wanted.isEmpty {
      return ([.chapter(document: index, chapter: 0)], 0)
    }
    var rows: [Row] = []
    var count = 0
    for (number, chapter) in document.chapters.enumerated() {
      let isAlone = chapter.lessons.count == 1 && chapter.lessons[0].title == chapter.title
      let chapterMatches = wanted.isEmpty || chapter.title.folded.contains(wanted)
      let lessons = chapter.lessons.indices.filter {
        chapterMatches || chapter.lessons[$0].title.folded.contains(wanted)
      }
      guard chapterMatches || !lessons.isEmpty else { continue }
      count += lessons.count
      if !isAlone { rows.append(.chapter(document: index, chapter: number)) }
      guard isAlone || isOpen(Chapter(path: document.path, number: number)) else { continue }
      for lesson in lessons {
        let id = LessonID(document: index, chapter: number, lesson: lesson)
        rows.append(.lesson(id, isAlone: isAlone))
      }
    }
    return (rows, count)
  }

  // MARK: Finding

  /// The row of a lesson, or of its chapter where that is folded.
  func row(of id: LessonID) -> Int? {
    firstRow(near: id.document) {
      if case .lesson(let other, _) = $0 { other == id } else { false }
    } ?? row(like: .chapter(document: id.document, chapter: id.chapter))
  }

  func row(like row: Row) -> Int? { firstRow(near: row.place.document) { $0 == row } }

  /// Where the first row stands that is as wanted, among those of a document's piece.
  private func firstRow(near document: Int, where isWanted: (Row) -> Bool) -> Int? {
    guard library.documents.indices.contains(document) else { return nil }
    let piece = library.documents.place(of: document).piece
    guard let offset = parts[piece].rows.firstIndex(where: isWanted) else { return nil }
    return parts[..<piece].reduce(offset) { $0 + $1.rows.count }
  }

  /// The next chapter, or lesson that is a chapter of its own, in a direction.
  func chapter(from row: Int, _ direction: Int) -> Int? {
    var at = row + direction
    while rows.indices.contains(at) {
      if case .chapter = rows[at] { return at }
      if case .lesson(_, isAlone: true) = rows[at] { return at }
      at += direction
    }
    return nil
  }
}
