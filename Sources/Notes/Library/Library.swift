import Basics

/// All notes that are open: documents, their chapters and lessons, numbered as `list` prints them.
package struct Library: Equatable, Sendable {
  /// What was opened, as the reader named it: the title of Contents.
  package var title: String
  /// What identifies these notes from one run to the next: a path, or `course`.
  package var key: String
  /// What identifies the course that comes with the program.
  package static let courseKey = "course"
  /// Whether these are that course.
  package var isCourse: Bool { key == Self.courseKey }
  /// The files, in their order.
  package private(set) var documents: LongList<Document>
  /// What is known of each piece of them: sums, so that numbers are found without counting.
  private var sums: [Sums] = []
  /// The files by their names.
  private var keptNames = KeptFileNames()
  /// Whether one file was opened: what links lead to beside it is read when it is gone to.
  package var isFile = false
  /// Whether each line of a paragraph is a line of its own, as in a vault of Obsidian's.
  package var keepsLines = false
  /// What could not be opened at all.
  package var problems: [String] = []
  /// What their tables of contents name that is not among them.
  package var missing: [Book.Missing] = []

  /// Sums over a piece of the documents.
  private struct Sums: Equatable, Sendable {
    /// Chapters before each document's own, from the piece's start on.
    var before: [Int] = []
    /// Chapters of all pieces before.
    var start = 0
    /// Its chapters.
    var chapters = 0
    /// The lessons of those.
    var lessons = 0
    /// Its documents that have not been read.
    var unread = 0

    init(_ documents: [Document]) {
      before.reserveCapacity(documents.count)
      // By index: each would be copied else.
      for index in documents.indices {
        before.append(chapters)
        chapters += documents[index].chapterCount
        lessons += documents[index].lessonCount
        unread += documents[index].state == .unread ? 1 : 0
      }
    }
  }

  /// A library of documents.
  package init(title: String, key: String, documents: [Document], problems: [String] = []) {
    self.title = title
    self.key = key
    self.documents = LongList(documents)
    self.problems = problems
    sums = self.documents.pieces.map(Sums.init)
    renumber()
  }

  private mutating func renumber() {
    var start = 0
    for piece in sums.indices {
      sums[piece].start = start
      start += sums[piece].chapters
    }
  }

  /// The files by what links call them.
  var fileNames: FileNames { keptNames(self) }

  /// Changes documents by what was read, then renumbers.
  package mutating func fill(_ contents: [DocumentRead]) {
    var changed: Set<Int> = []
    for read in contents where documents.indices.contains(read.index) {
      let index = read.index
      changed.insert(documents.place(of: index).piece)
      documents[index].take(read)
    }
    for piece in changed { sums[piece] = Sums(documents.pieces[piece]) }
    renumber()
  }

  /// Puts a document in place of one.
  package mutating func replace(at index: Int, with document: Document) {
    let piece = documents.place(of: index).piece
    if !documents[index].path.utf8.elementsEqual(document.path.utf8) { keptNames = KeptFileNames() }
    documents[index] = document
    sums[piece] = Sums(documents.pieces[piece])
    renumber()
  }

  /// Puts a document before another, or at the end.
  package mutating func insert(_ document: Document, at index: Int) {
    let piece = documents.isEmpty ? 0 : documents.place(of: index).piece
    documents.insert(document, at: index)
    keptNames = KeptFileNames()
    sum(piece)
  }

  /// Takes a document out.
  package mutating func remove(at index: Int) {
    let piece = documents.place(of: index).piece
    documents.remove(at: index)
    keptNames = KeptFileNames()
    sum(piece)
  }

  /// Sums a piece again whose documents came or went; all, where pieces did.
  private mutating func sum(_ piece: Int) {
    if sums.count == documents.pieces.count {
      sums[piece] = Sums(documents.pieces[piece])
    } else {
      sums = documents.pieces.map(Sums.init)
    }
    renumber()
  }

  /// Documents that have not been read yet, at most that many, from `near` on and then from the start.
  package func unread(near: Int, limit: Int) -> [Int] {
    let near = max(0, min(near, documents.count))
    let found = unread(in: near..<documents.count, limit: limit)
    return found + unread(in: 0..<near, limit: limit - found.count)
  }

  private func unread(in range: Range<Int>, limit: Int) -> [Int] {
    var found: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound, found.count < limit {
      let (piece, offset) = documents.place(of: index)
      let end = min(range.upperBound, index - offset + documents.pieces[piece].count)
      // Nothing in it: on to the next.
      if sums[piece].unread == 0 { index = end }
      while index < end, found.count < limit {
        if documents[index].state == .unread { found.append(index) }
        index += 1
      }
    }
    return found
  }

  /// How many documents have not been read.
  package var unreadCount: Int { sums.reduce(0) { $0 + $1.unread } }

  /// How many lessons were found so far.
  package var lessonCount: Int { sums.reduce(0) { $0 + $1.lessons } }

  /// Whether every document was read.
  package var isComplete: Bool { !sums.contains { $0.unread > 0 } }
}

/// A document as it was found on disk: its bytes, or why it cannot be read.
package struct DocumentRead: Equatable, Sendable {
  /// Its place in the library.
  package let index: Int
  package let result: Result<[UInt8], ReadProblem>
  /// What it pulls in.
  package let pulled: PulledFiles?

  package init(
    _ index: Int, _ result: Result<[UInt8], ReadProblem>, pulled: PulledFiles? = nil
  ) {
    self.index = index
    self.result = result
    self.pulled = pulled
  }
}

/// Why a file could not be read.
package struct ReadProblem: Error, Equatable, Sendable {
  /// A sentence without its subject: `cannot be read: permission denied`.
  package var message: String
  /// Whether the command line is to be fixed.
  package var isUsage: Bool
  /// A problem in words.
  package init(_ message: String, isUsage: Bool = false) {
    self.message = message
    self.isUsage = isUsage
  }
}

/// Where a lesson stands: document, chapter in it, lesson in that.
package struct LessonID: Equatable, Hashable, Comparable, Sendable {
  /// Index of the document.
  package var document: Int
  /// Index of the chapter in its document.
  package var chapter: Int
  /// Index of the lesson in its chapter.
  package var lesson: Int

  /// A place.
  package init(document: Int, chapter: Int, lesson: Int) {
    self.document = document
    self.chapter = chapter
    self.lesson = lesson
  }

  /// The first lesson of its chapter: what the chapter is known by.
  package var chapterStart: LessonID { LessonID(document: document, chapter: chapter, lesson: 0) }

  /// By position in the library.
  package static func < (a: LessonID, b: LessonID) -> Bool {
    (a.document, a.chapter, a.lesson) < (b.document, b.chapter, b.lesson)
  }
}

extension Library {
  /// A lesson by its place.
  package subscript(id: LessonID) -> Lesson? {
    chapter(of: id).flatMap { $0.lessons.indices.contains(id.lesson) ? $0.lessons[id.lesson] : nil }
  }

  /// The file that a lesson stands in; nil where the notes have lost it meanwhile.
  package func document(of id: LessonID) -> Document? {
    documents.indices.contains(id.document) ? documents[id.document] : nil
  }

  /// The chapter that a lesson stands in.
  package func chapter(of id: LessonID) -> Chapter? {
    guard documents.indices.contains(id.document),
      documents[id.document].chapters.indices.contains(id.chapter)
    else { return nil }
    return documents[id.document].chapters[id.chapter]
  }

  /// A lesson's number as people name it: `4.2`.
  package func number(of id: LessonID) -> String {
    "\(chapterNumber(document: id.document, chapter: id.chapter)).\(id.lesson + 1)"
  }

  /// A chapter's number, counted from 1 over all documents.
  package func chapterNumber(document: Int, chapter: Int) -> Int {
    guard documents.indices.contains(document) else { return chapter + 1 }
    let (piece, offset) = documents.place(of: document)
    return sums[piece].start + sums[piece].before[offset] + chapter + 1
  }

  /// The document and chapter that bear a number.
  package func chapter(numbered number: Int) -> (document: Int, chapter: Int)? {
    guard number > 0, let piece = sums.lastIndex(where: { $0.start < number }),
      let offset = sums[piece].before.lastIndex(where: { sums[piece].start + $0 < number })
    else { return nil }
    let document = documents.start(ofPiece: piece) + offset
    let chapter = number - 1 - sums[piece].start - sums[piece].before[offset]
    return documents[document].chapters.indices.contains(chapter) ? (document, chapter) : nil
  }

  /// All lessons in order.
  package var lessonIDs: [LessonID] {
    documents.indices.flatMap { document in lessonIDs(inDocument: document) }
  }

  /// The lessons of one document; none where the notes have lost it meanwhile.
  package func lessonIDs(inDocument document: Int) -> [LessonID] {
    guard documents.indices.contains(document) else { return [] }
    return documents[document].chapters.enumerated().flatMap { chapter, contents in
      contents.lessons.indices.map { LessonID(document: document, chapter: chapter, lesson: $0) }
    }
  }

  /// The first lesson of a document; nil where it has none.
  package func firstLesson(ofDocument document: Int) -> LessonID? {
    guard documents.indices.contains(document) else { return nil }
    return documents[document].chapters.firstIndex { !$0.lessons.isEmpty }.map {
      LessonID(document: document, chapter: $0, lesson: 0)
    }
  }

  /// The next lesson, over chapters and documents; nil at the end.
  package func lesson(after id: LessonID) -> LessonID? {
    step(from: id, documents: documents.indices.dropFirst(id.document)) {
      $0.first { $0 > id }
    }
  }

  /// The lesson before; nil at the start.
  package func lesson(before id: LessonID) -> LessonID? {
    step(from: id, documents: documents.indices.prefix(id.document + 1).reversed()) {
      $0.last { $0 < id }
    }
  }

  private func step(
    from id: LessonID, documents order: some Sequence<Int>, _ pick: ([LessonID]) -> LessonID?
  ) -> LessonID? {
    for document in order {
      if let found = pick(lessonIDs(inDocument: document)) { return found }
    }
    return nil
  }

  /// What identifies a lesson from one run to the next: its file and title, and a count where
  /// two in one file are titled alike.
  package func key(of id: LessonID) -> String {
    guard self[id] != nil else { return "" }
    return documents[id.document].path + title(of: id)
  }

  /// The same whatever folder was opened, and from wherever: of the file its name alone, with its accents in
  /// one form, for systems write them in different ones.
  package func keyInAnyFolder(of id: LessonID) -> String {
    guard self[id] != nil else { return "" }
    return Path(documents[id.document].path).name.text.composed + title(of: id)
  }

  private func title(of id: LessonID) -> String {
    guard let lesson = self[id] else { return "" }
    return "#\(lesson.title)" + (lesson.twins == 0 ? "" : "#\(lesson.twins + 1)")
  }

  /// The lesson with a key, if it is still there; its title may have had marks that are shown otherwise now.
  package func lesson(withKey key: String) -> LessonID? {
    lesson(keyed: key) ?? LessonKey.withoutMarks(key).flatMap(lesson(keyed:))
  }

  private func lesson(keyed key: String) -> LessonID? {
    // Accents may be written in another way than when the key was stored.
    var near: LessonID?
    for (index, document) in documents.enumerated() where key.hasPrefix(document.path) {
      guard key.dropFirst(document.path.count).first == "#" else { continue }
      let name = key.dropFirst(document.path.count + 1)
      for (chapter, contents) in document.chapters.enumerated() {
        let found = contents.lessons.firstIndex { lesson in
          guard name.utf8.starts(with: lesson.title.utf8) else { return false }
          let rest = name.utf8.dropFirst(lesson.title.utf8.count)
          return lesson.twins == 0
            ? rest.isEmpty : rest.elementsEqual("#\(lesson.twins + 1)".utf8)
        }
        guard let found else { continue }
        let id = LessonID(document: index, chapter: chapter, lesson: found)
        if key.utf8.starts(with: document.path.utf8) { return id }
        near = near ?? id
      }
    }
    return near
  }
}
