import Notes
import Quiz
import TextUI

/// The lines of Contents: chapters and lessons, of those titles that hold a text.
struct ContentsRows: Sendable {
  enum Row: Equatable {
    case chapter(document: Int, chapter: Int)
    /// `isAlone` where it is its chapter's only one, and has its title.
    case lesson(LessonID, isAlone: Bool)

    var document: Int {
      switch self {
      case .chapter(let document, _): document
      case .lesson(let id, _): id.document
      }
    }
  }

  private(set) var rows = LongList<Row>([])
  /// The rows of each piece of the documents, and how many of them are lessons.
  private var parts: [(rows: [Row], lessons: Int)] = []
  /// The notes that the rows are made from.
  private var library: Library
  /// Only titles that hold this are shown.
  private(set) var filter = ""

  init(_ library: Library) {
    self.library = library
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

  mutating func setLibrary(_ library: Library) {
    let before = self.library.documents
    self.library = library
    if before != library.documents { make(since: before) }
  }

  /// Rebuilds the rows of those pieces of the documents that differ from `old`, or of all.
  private mutating func make(since old: LongList<Document>? = nil) {
    let documents = library.documents
    let wanted = filter.lowercased()
    parts = documents.pieces.indices.map { piece in
      let start = documents.start(ofPiece: piece)
      if let old, old.pieces.indices.contains(piece), parts.indices.contains(piece),
        old.start(ofPiece: piece) == start, old.pieces[piece] == documents.pieces[piece]
      {
        return parts[piece]
      }
      let rows = documents.pieces[piece].enumerated().flatMap { offset, document in
        Self.rows(of: document, start + offset, holding: wanted)
      }
      return (rows, rows.count { if case .lesson = $0 { true } else { false } })
    }
    rows = LongList(pieces: parts.map(\.rows))
  }

  private static func rows(of document: Document, _ index: Int, holding wanted: String) -> [Row] {
    // Of many notes most are unread at first: their titles need not be made from their names.
    if document.state != .read, wanted.isEmpty { return [.chapter(document: index, chapter: 0)] }
    var rows: [Row] = []
    for (chapterIndex, chapter) in document.chapters.enumerated() {
      let isAlone = chapter.lessons.count == 1 && chapter.lessons[0].title == chapter.title
      let chapterMatches = wanted.isEmpty || chapter.title.lowercased().contains(wanted)
      let lessons = chapter.lessons.indices.filter {
        chapterMatches || chapter.lessons[$0].title.lowercased().contains(wanted)
      }
      guard chapterMatches || !lessons.isEmpty else { continue }
      if !isAlone { rows.append(.chapter(document: index, chapter: chapterIndex)) }
      for lesson in lessons {
        let id = LessonID(document: index, chapter: chapterIndex, lesson: lesson)
        rows.append(.lesson(id, isAlone: isAlone))
      }
    }
    return rows
  }

  // MARK: Finding

  func row(of id: LessonID) -> Int? {
    firstRow(near: id.document) {
      if case .lesson(let other, _) = $0 { other == id } else { false }
    }
  }

  func row(like row: Row) -> Int? { firstRow(near: row.document) { $0 == row } }

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

/// A row of Contents as cells: what it is at the left, how far one has come at the right.
struct ContentsLine {
  let row: ContentsRows.Row
  /// How many questions of each lesson are due today.
  let due: [LessonID: Int]
  let state: AppState

  private var library: Library { state.library }

  var cells: (left: [Cell], right: [Cell]) {
    switch row {
    case .chapter(let document, let index):
      let chapter = library.documents[document].chapters[index]
      let number = library.chapterNumber(document: document, chapter: index)
      let left = [Cell](" \(number)  \(chapter.title)", Style(.heading, amount: 2, .bold))
      let right: [Cell] =
        switch library.documents[document].state {
        case .unread: [Cell]("not read yet", .muted)
        case .unreadable(let reason): [Cell](reason, Style(.bad))
        case .read: [Cell](progress(document, index), .muted)
        }
      return (left, right)
    case .lesson(let id, let isAlone):
      let name = library[id]?.title ?? ""
      let indent = isAlone ? " " : "   "
      let number =
        isAlone
        ? "\(library.chapterNumber(document: id.document, chapter: id.chapter))"
        : library.number(of: id)
      var left = [Cell](indent, .text)
      let mark = mark(id)
      left.append(mark, mark == Self.unmarked ? .text : Style(.good))
      left.append(number, .muted)
      left.append("  \(name)", .text)
      return (left, due[id].map { [Cell]("\($0) due", Style(.accent)) } ?? [])
    }
  }

  private static let unmarked = "  "

  private func mark(_ id: LessonID) -> String {
    let key = library.key(of: id)
    if state.lessonsRead.contains(key) { return "✓ " }
    return (state.places[key] ?? 0) > 0 ? "◐ " : Self.unmarked
  }

  private func progress(_ document: Int, _ chapter: Int) -> String {
    guard !state.lessonsRead.isEmpty else { return "" }
    let lessons = library.documents[document].chapters[chapter].lessons
    guard lessons.count <= 200 else { return "" }
    let read = lessons.indices.count {
      let id = LessonID(document: document, chapter: chapter, lesson: $0)
      return state.lessonsRead.contains(library.key(of: id))
    }
    return read == 0 ? "" : "\(read) of \(lessons.count) read"
  }
}
