import Notes
import Pages

extension AppState {
  /// A lesson's number and title as they are shown, with formulas drawn.
  func shownName(of id: LessonID) -> String {
    "\(library.number(of: id)) \(library.shownTitle(of: id, ascii: ascii))"
  }
}

extension Library {
  /// A lesson's number and title, as lists and titles name it.
  func name(of id: LessonID) -> String { "\(number(of: id)) \(self[id]?.shownTitle ?? "")" }

  /// The number and title of the chapter that a lesson stands in.
  func chapterName(of id: LessonID) -> String {
    "\(chapterNumber(document: id.document, chapter: id.chapter)) \(chapter(of: id)?.title ?? "")"
  }

  /// The lesson of a key that stood at `id` before the notes changed; nil where it is gone.
  func lesson(withKey key: String, before id: LessonID) -> LessonID? {
    if self.key(of: id) == key { return id }
    if let found = lesson(withKey: key) { return found }
    // A new title in the same place is the same lesson.
    return self[id] != nil && key.hasPrefix(documents[id.document].path + "#") ? id : nil
  }
}
