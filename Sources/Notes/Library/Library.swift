/// All notes that are open: documents, their chapters and lessons, numbered as `list` prints them.
package struct Library: Equatable, Sendable {
  /// What was opened, as the reader named it: the title of Contents.
  package var title: String
  /// What identifies these notes from one run to the next: a path, or `course`.
  package var key: String
  /// The files, in natural order.
  package private(set) var documents: [Document]
  /// Chapters before each document's own: sums, so that numbers are found without counting.
  private var chaptersBefore: [Int] = []
  /// What could not be opened at all.
  package var problems: [String] = []

  /// A library of documents.
  package init(title: String, key: String, documents: [Document], problems: [String] = []) {
    self.title = title
    self.key = key
    self.documents = documents
    self.problems = problems
    renumber(from: 0)
  }

  private mutating func renumber(from first: Int) {
    chaptersBefore.removeSubrange(min(first, chaptersBefore.count)...)
    var sum = first == 0 ? 0 : chaptersBefore[first - 1] + documents[first - 1].chapters.count
    for document in documents[first...] {
      chaptersBefore.append(sum)
      sum += document.chapters.count
    }
  }

  /// Changes documents by what was read, then numbers anew.
  package mutating func fill(_ contents: [(index: Int, result: Result<[UInt8], ReadProblem>)]) {
    guard let first = contents.map(\.index).min() else { return }
    for (index, result) in contents where documents.indices.contains(index) {
      switch result {
      case .success(let bytes): documents[index].fill(bytes)
      case .failure(let problem): documents[index].state = .unreadable(problem.message)
      }
    }
    renumber(from: first)
  }

  /// Documents that have not been read yet, at most so many, from `near` on and then from the start.
  package func unread(near: Int, limit: Int) -> [Int] {
    var found: [Int] = []
    for index in Array(near..<max(near, documents.count)) + Array(0..<min(near, documents.count)) {
      if documents[index].state == .unread { found.append(index) }
      if found.count == limit { break }
    }
    return found
  }

  /// Whether every document was read.
  package var isComplete: Bool { !documents.contains { $0.state == .unread } }
}

/// Why a file could not be read.
package struct ReadProblem: Error, Equatable, Sendable {
  /// A sentence without its subject: `cannot be read: permission denied`.
  package var message: String
  /// Whether the command line is to be mended.
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
    (chaptersBefore.indices.contains(document) ? chaptersBefore[document] : 0) + chapter + 1
  }

  /// The document and chapter that bear a number.
  package func chapter(numbered number: Int) -> (document: Int, chapter: Int)? {
    guard number > 0, let document = chaptersBefore.lastIndex(where: { $0 < number }) else {
      return nil
    }
    let chapter = number - 1 - chaptersBefore[document]
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

  /// The next lesson, over chapters and documents; nil at the end.
  package func lesson(after id: LessonID) -> LessonID? {
    step(from: id, documents: Array(documents.indices.dropFirst(id.document))) {
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
    from id: LessonID, documents order: [Int], _ pick: ([LessonID]) -> LessonID?
  ) -> LessonID? {
    for document in order {
      if let found = pick(lessonIDs(inDocument: document)) { return found }
    }
    return nil
  }

  /// What identifies a lesson from one run to the next: its file and title, and a count where
  /// two in one file are titled alike.
  package func key(of id: LessonID) -> String {
    guard let lesson = self[id] else { return "" }
    return "\(documents[id.document].path)#\(lesson.title)"
      + (lesson.twins == 0 ? "" : "#\(lesson.twins + 1)")
  }

  /// The lesson with a key, if it is still there.
  package func lesson(withKey key: String) -> LessonID? {
    for index in documents.indices where key.hasPrefix(documents[index].path + "#") {
      let name = key.dropFirst(documents[index].path.count + 1)
      for id in lessonIDs(inDocument: index) {
        guard let lesson = self[id], name.hasPrefix(lesson.title) else { continue }
        let rest = name.dropFirst(lesson.title.count)
        if lesson.twins == 0 ? rest.isEmpty : rest == "#\(lesson.twins + 1)" { return id }
      }
    }
    return nil
  }
}
