/// What a person means by `--lesson 4.2` or `--lesson softmax`.
package enum LessonName {
  /// Why no lesson was found.
  package enum Problem: Error, Equatable, Sendable {
    case noneCalled(String, nearest: String?)
    case severalCalled(String, [String])
    case noneNumbered(String, last: String)

    /// One line: what, and what to do.
    package var message: String {
      switch self {
      case .noneCalled(let name, let nearest):
        "no lesson is called \"\(name)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
          + " `attend list` names them all"
      case .severalCalled(let name, let titles):
        "several lessons match \"\(name)\": \(titles.prefix(5).joined(separator: "; "))"
          + (titles.count > 5 ? "; and \(titles.count - 5) more" : "")
          + ". Give the number, or more of the title"
      case .noneNumbered(let number, let last):
        "there is no lesson \(number); the last one is \(last). `attend list` names them all"
      }
    }
  }

  /// Whether a name is a chapter's number, which stands for its first lesson where one is wanted.
  package static func isChapter(_ name: String) -> Bool { Int(name) != nil }

  /// The lesson that `name` stands for: a number (`4.2`, or `4` for a chapter's first), a whole
  /// title, or a part that only one title has.
  package static func find(_ name: String, in library: Library) throws(Problem) -> LessonID {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    if let chapterNumber = parts.first ?? nil, parts.count <= 2, !parts.contains(nil) {
      let lesson = parts.count == 2 ? (parts[1] ?? 1) : 1
      if let (document, chapter) = library.chapter(numbered: chapterNumber) {
        let id = LessonID(document: document, chapter: chapter, lesson: lesson - 1)
        if library[id] != nil { return id }
      }
      let last = library.lessonIDs.last.map(library.number) ?? "0"
      throw .noneNumbered(name, last: last)
    }
    let wanted = name.lowercased()
    var exact: [LessonID] = []
    var partial: [LessonID] = []
    for id in library.lessonIDs {
      let title = library[id]?.title.lowercased() ?? ""
      if title == wanted { exact.append(id) }
      if title.contains(wanted) { partial.append(id) }
    }
    if exact.count == 1 { return exact[0] }
    if partial.count == 1 { return partial[0] }
    if partial.isEmpty {
      let titles = library.lessonIDs.prefix(5000).compactMap { library[$0]?.title }
      throw .noneCalled(name, nearest: NearestWord.nearest(to: name, among: titles))
    }
    throw .severalCalled(
      name, partial.map { "\(library.number(of: $0)) \(library[$0]?.title ?? "")" })
  }
}
