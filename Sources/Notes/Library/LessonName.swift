import Basics

/// What a person means by `--lesson 4.2` or `--lesson softmax`.
package enum LessonName {
  /// Why no lesson was found.
  package enum Problem: Error, Equatable, Sendable {
    case noneCalled(String, nearest: String?)
    case severalCalled(String, [String])
    /// The chapter is nil where that is missing too.
    case noneNumbered(String, chapter: Int?, last: String)

    /// One line: what, and what to do.
    package var message: String { message(listedBy: "`attend list`") }

    /// The same where something else names all lessons, such as a word that is typed.
    package func message(listedBy list: String) -> String {
      switch self {
      case .noneCalled(let name, let nearest):
        "no lesson or chapter is called \"\(name)\""
          + (nearest.map { "; did you mean \"\($0)\"?" } ?? ".") + " \(list) names them all"
      case .severalCalled(let name, let titles):
        "several lessons match \"\(name)\": \(titles.prefix(5).joined(separator: "; "))"
          + (titles.count > 5 ? "; and \(titles.count - 5) more" : "")
          + ". Give the number, or more of the title"
      case .noneNumbered(let number, let chapter, let last):
        "there is no lesson \(number); the last one "
          + (chapter.map { "of chapter \($0) " } ?? "") + "is \(last). \(list) names them all"
      }
    }
  }

  /// Whether a name is a chapter's number, which stands for its first lesson where one is wanted.
  package static func isChapter(_ name: String) -> Bool { Int(name) != nil }

  /// The lesson that `name` stands for: a number (`4.2`, or `4` for a chapter's first; in notes of one chapter,
  /// `4` for its fourth), a whole title, or a part that only one title has; where no lesson has it, a chapter's,
  /// for its first.
  package static func find(_ name: String, in library: Library) throws(Problem) -> LessonID {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      .map { UInt32($0).map(Int.init) }
    if let chapterNumber = parts.first ?? nil, parts.count <= 2, !parts.contains(nil) {
      let lesson = parts.count == 2 ? (parts[1] ?? 1) : 1
      if let (document, chapter) = library.chapter(numbered: chapterNumber) {
        let id = LessonID(document: document, chapter: chapter, lesson: lesson - 1)
        if library[id] != nil { return id }
      } else if parts.count == 1, library.chapter(numbered: 2) == nil,
        let (document, chapter) = library.chapter(numbered: 1)
      {
        let id = LessonID(document: document, chapter: chapter, lesson: chapterNumber - 1)
        if library[id] != nil { return id }
      }
      if let (document, chapter) = library.chapter(numbered: chapterNumber),
        let last = library.lessonIDs(inDocument: document).last(where: { $0.chapter == chapter })
      {
        throw .noneNumbered(name, chapter: chapterNumber, last: library.number(of: last))
      }
      let last = library.lessonIDs.last.map(library.number) ?? "0"
      throw .noneNumbered(name, chapter: nil, last: last)
    }
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw .noneCalled(name, nearest: nil)
    }
    let wanted = name.folded
    var exact: [LessonID] = []
    var partial: [LessonID] = []
    let bytes = Array(wanted.utf8)
    for id in library.lessonIDs {
      let title = library[id]?.title ?? ""
      // Of tens of thousands of titles few need to be folded.
      guard title.mayHold(folded: bytes) else { continue }
      let folded = title.folded
      if folded == wanted { exact.append(id) }
      if folded.contains(wanted) { partial.append(id) }
    }
    if exact.count == 1 { return exact[0] }
    if partial.count == 1 { return partial[0] }
    if partial.isEmpty, let first = try chapter(wanted, name, library) { return first }
    if partial.isEmpty {
      let titles = library.lessonIDs.prefix(5000).compactMap { library[$0]?.title }
      throw .noneCalled(name, nearest: NearestWord.nearest(to: name, among: titles))
    }
    throw .severalCalled(
      name, partial.map { "\(library.number(of: $0)) \(library[$0]?.title ?? "")" })
  }

  /// The first lesson of the chapter with that title, or with that part of one.
  private static func chapter(
    _ wanted: String, _ name: String, _ library: Library
  ) throws(Problem) -> LessonID? {
    let firsts = library.lessonIDs.filter { $0.lesson == 0 }
    func title(_ id: LessonID) -> String { library.chapter(of: id)?.title ?? "" }
    let found = firsts.filter { title($0).folded.contains(wanted) }
    let exact = found.filter { title($0).folded == wanted }
    if exact.count == 1 { return exact[0] }
    guard found.count > 1 else { return found.first }
    throw .severalCalled(name, found.map { "\(library.number(of: $0)) \(title($0))" })
  }
}

extension String {
  /// Whether what it is folded to may hold some bytes: false only for ASCII that does not.
  fileprivate func mayHold(folded wanted: [UInt8]) -> Bool {
    var text = self
    return text.withUTF8 { text in
      guard let first = wanted.first, !text.contains(where: { $0 >= 0x80 }) else { return true }
      guard text.count >= wanted.count else { return false }
      func small(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
      return (0...text.count - wanted.count).contains { start in
        small(text[start]) == first
          && wanted.indices.allSatisfy { small(text[start + $0]) == wanted[$0] }
      }
    }
  }
}
