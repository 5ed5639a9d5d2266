import Basics
import Notes
import Quiz
import TextUI

/// The rows of Contents: parts of the book, the chapters of those that stand open, and the lessons of
/// such chapters; of those titles that hold a text.
struct ContentsRows: Sendable {
  /// A chapter by what stays as it is when notes come and go.
  private struct Chapter: Hashable {
    let path: String
    let number: Int
  }

  /// Notes of no more lessons stand open altogether.
  private static let few = 12

  private(set) var rows = LongList<Row>([])
  /// The rows of each piece of the documents, and how many lessons their chapters hold.
  private var pieces: [Piece] = []
  /// The notes that the rows are made from.
  private var library: Library
  /// Only titles that hold this are shown.
  private(set) var filter = ""
  /// The chapter being read, which stands open with the parts around it.
  private var current: Chapter?
  private var currentPart: [String] = []
  /// Chapters and parts that the reader folded or unfolded.
  private var turned: Set<Chapter> = []
  private var turnedParts: Set<[String]> = []
  private var expandsAll = true

  init(_ library: Library, reading id: LessonID?) {
    self.library = library
    current = id.flatMap(chapter)
    currentPart = id.map(part) ?? []
    make()
  }

  var lessonCount: Int { pieces.reduce(0) { $0 + $1.lessons } }
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
    currentPart = id.map(part) ?? currentPart
    // What is read now stands open, whatever was done to it before.
    if current != wasReading, let current {
      turned.remove(current)
      turnedParts = turnedParts.filter { !currentPart.starts(with: $0) }
    }
    expandsAll = isSmall
    if current != wasReading || expandsAll != wasOpen {
      make()
    } else if before != library.documents {
      make(since: before)
    }
  }

  // MARK: Folding

  private func chapter(of id: LessonID) -> Chapter? {
    library.document(of: id).map { Chapter(path: $0.path, number: id.chapter) }
  }

  private func part(of id: LessonID) -> [String] {
    library.document(of: id)?.part ?? []
  }

  private func isOpen(part: some Collection<String>) -> Bool {
    (expandsAll || currentPart.starts(with: part)) != turnedParts.contains(Array(part))
  }

  private func isOpen(_ chapter: Chapter) -> Bool {
    !filter.isEmpty || (expandsAll || chapter == current) != turned.contains(chapter)
  }

  /// Whether what a chapter or a part holds shows.
  func isOpen(_ row: Row) -> Bool {
    switch row {
    case .part(let document, let depth): isOpen(part: library.documents[document].part[...depth])
    case .chapter(let document, let chapter):
      isOpen(Chapter(path: library.documents[document].path, number: chapter))
    case .lesson: false
    }
  }

  /// Unfolds the parts around a document.
  mutating func unfoldParts(around document: Int) {
    let part = part(of: LessonID(document: document, chapter: 0, lesson: 0))
    for depth in part.indices where !isOpen(part: part[...depth]) {
      turnedParts.formSymmetricDifference([Array(part[...depth])])
    }
    make()
  }

  /// Folds the part, or the chapter that a row belongs to, or unfolds it; the row that it then has.
  mutating func turn(_ row: Int) -> Int {
    guard rows.indices.contains(row) else { return row }
    let place = rows[row].place
    if case .part(let document, let depth) = rows[row] {
      turnedParts.formSymmetricDifference([Array(library.documents[document].part[...depth])])
      make()
      return row
    }
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
    let wanted = FilterWords(filter)
    // What has another number now is looked at again.
    let old = wanted.hasNumber ? nil : old
    pieces = documents.pieces.indices.map { piece in
      let start = documents.start(ofPiece: piece)
      if let old, old.pieces.indices.contains(piece), pieces.indices.contains(piece),
        old.start(ofPiece: piece) == start, old.pieces[piece] == documents.pieces[piece],
        start == 0 || old[start - 1].part == documents[start - 1].part
      {
        return pieces[piece]
      }
      return rows(ofPiece: documents.pieces[piece], from: start, holding: wanted)
    }
    rows = LongList(pieces: pieces.map(\.rows))
  }

  /// What a piece of the documents shows.
  private struct Piece {
    var rows: [Row] = []
    var lessons = 0
    /// For each document, in how many outer parts it stands together with the one before it.
    var shared: [UInt8] = []
  }

  private func rows(
    ofPiece documents: [Document], from start: Int, holding wanted: FilterWords
  ) -> Piece {
    var made = Piece()
    made.shared.reserveCapacity(documents.count)
    made.rows.reserveCapacity(documents.count)
    var part = start == 0 ? [] : library.documents[start - 1].part
    var isShown = true
    // By index: each would be copied else.
    for index in documents.indices {
      // Titles that hold a text stand without the parts that they are found in.
      if wanted.isEmpty, index == 0 || !documents[index].sharesPart(with: documents[index - 1]) {
        let before = part
        part = documents[index].part
        let open = part.indices.first { !isOpen(part: part[...$0]) } ?? part.count
        let shared = zip(before, part).prefix { $0 == $1 }.count
        made.shared.append(UInt8(clamping: shared))
        let heads = shared..<max(shared, min(open + 1, part.count))
        made.rows += heads.map { .part(document: start + index, depth: $0) }
        isShown = open == part.count
      } else {
        made.shared.append(UInt8(clamping: part.count))
      }
      guard isShown else { continue }
      // Of many notes most are unread at first: their titles need not be made from their names.
      if wanted.isEmpty, documents[index].state != .read, !documents[index].isBegun {
        made.rows.append(.chapter(document: start + index, chapter: 0))
        continue
      }
      let own = rows(of: documents[index], start + index, holding: wanted)
      made.rows += own.rows
      made.lessons += own.lessons
    }
    return made
  }

  private func rows(
    of document: Document, _ index: Int, holding wanted: FilterWords
  ) -> (rows: [Row], lessons: Int) {
    var rows: [Row] = []
    var count = 0
    for (number, chapter) in document.chapters.enumerated() {
      let isAlone =
        chapter.lessons.count == 1
        && chapter.lessons[0].title == chapter.heading ?? chapter.title
      let chapterMatches = wanted.match(chapter.title)
      let lessons = chapter.lessons.indices.filter {
        chapterMatches
          || wanted.match(
            chapter.lessons[$0].shownTitle,
            number: library.number(of: LessonID(document: index, chapter: number, lesson: $0)))
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

  /// The row of a lesson, or of what it is folded in: its chapter, or a part.
  func row(of id: LessonID) -> Int? {
    firstRow(near: id.document) {
      if case .lesson(let other, _) = $0 { other == id } else { false }
    } ?? row(like: .chapter(document: id.document, chapter: id.chapter)) ?? rowOfPart(around: id)
  }

  private func rowOfPart(around id: LessonID) -> Int? {
    let part = part(of: id)
    return rows.lastIndex { row in
      guard case .part(let document, let depth) = row, document <= id.document else { return false }
      return part.starts(with: library.documents[document].part[...depth])
    }
  }

  /// The documents of a part, from its first one on.
  func documents(from first: Int, depth: Int) -> Range<Int> {
    var piece = library.documents.place(of: first).piece
    while pieces.indices.contains(piece) {
      let start = library.documents.start(ofPiece: piece)
      let inside = max(0, first + 1 - start)
      // What stands in fewer of the same parts is outside.
      if let end = pieces[piece].shared.dropFirst(inside).firstIndex(where: { $0 <= depth }) {
        return first..<start + end
      }
      piece += 1
    }
    return first..<library.documents.count
  }

  func row(like row: Row) -> Int? { firstRow(near: row.place.document) { $0 == row } }

  /// Where the first row stands that is as wanted, among those of a document's piece.
  private func firstRow(near document: Int, where isWanted: (Row) -> Bool) -> Int? {
    guard library.documents.indices.contains(document) else { return nil }
    let piece = library.documents.place(of: document).piece
    guard let offset = pieces[piece].rows.firstIndex(where: isWanted) else { return nil }
    return pieces[..<piece].reduce(offset) { $0 + $1.rows.count }
  }

  /// The next chapter, or lesson that is a chapter of its own, in a direction.
  func chapter(from row: Int, _ direction: Int) -> Int? {
    var at = row + direction
    while rows.indices.contains(at) {
      switch rows[at] {
      case .chapter, .part: return at
      case .lesson: break
      }
      if case .lesson(_, isAlone: true) = rows[at] { return at }
      at += direction
    }
    return nil
  }
}
