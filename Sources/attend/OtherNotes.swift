import Notes
import Scheduling

/// What is known of questions of other notes than those that are open, to tell which of them these may have
/// taken over.
struct OtherNotes {
  /// The key of the notes that are open.
  let key: String
  /// Whether there is a file.
  let isThere: (String) -> Bool

  /// Those that their own notes do not hold any more, as far as that can be known without a look into these;
  /// with the keys of their lessons as they would be in the notes that are open.
  ///
  /// - Parameter held: the identities that files hold, as `held` has them.
  func free(
    _ known: [(document: String, question: KnownQuestion)], held: Set<String>
  ) -> [KnownQuestion] {
    var seen: [String: Bool] = [:]
    return known.compactMap { document, question in
      guard !question.isCopy, !held.contains(question.id) else { return nil }
      let (file, title) = place(of: question.lesson, in: document)
      // It is read: whether it holds the question is seen there.
      if let here = pathHere(file) { return question.moved(to: here + title) }
      // What it asked for is not known: its file has to be gone.
      if question.key == nil {
        guard document != Library.courseKey, file.hasPrefix("/") else { return nil }
        let exists = seen[file] ?? isThere(file)
        seen[file] = exists
        if exists { return nil }
      }
      return question.moved(to: file + title)
    }
  }

  /// Those of files of the notes that are open, each once in a lesson; with the keys of their lessons as they are
  /// here.
  func ofSameFiles(_ known: [(document: String, question: KnownQuestion)]) -> [KnownQuestion] {
    var seen: Set<String> = []
    return known.compactMap { document, question in
      let (file, title) = place(of: question.lesson, in: document)
      guard let here = pathHere(file),
        seen.insert("\(question.id)\u{1F}\(here)\(title)").inserted
      else { return nil }
      return question.moved(to: here + title)
    }
  }

  /// The identities of those that files hold which are there, and are none of the notes that are open, as far as that
  /// is remembered.
  func held(_ known: [(document: String, question: KnownQuestion)]) -> Set<String> {
    var seen: [String: Bool] = [:]
    var held: Set<String> = []
    for (document, question) in known where question.isHeld && !held.contains(question.id) {
      let file = place(of: question.lesson, in: document).file
      let isElsewhere =
        seen[file]
        ?? (pathHere(file) == nil
          && (document == Library.courseKey || file.hasPrefix("/") && isThere(file)))
      seen[file] = isElsewhere
      if isElsewhere { held.insert(question.id) }
    }
    return held
  }

  /// The file of a lesson, and what follows it in the lesson's key.
  private func place(of lesson: String, in document: String) -> (file: String, title: Substring) {
    let name = Path(document).name.text
    if lesson.hasPrefix(name + "#") { return (document, lesson.dropFirst(name.count)) }
    let sign = lesson.firstIndex(of: "#") ?? lesson.endIndex
    return ("\(document)/\(lesson[..<sign])", lesson[sign...])
  }

  /// What a file is called in the notes that are open; nil where it is none of theirs.
  private func pathHere(_ file: String) -> String? {
    if file == key { return Path(key).name.text }
    return file.hasPrefix(key + "/") ? String(file.dropFirst(key.count + 1)) : nil
  }
}

extension KnownQuestion {
  fileprivate func moved(to lesson: String) -> KnownQuestion {
    var moved = self
    moved.lesson = lesson
    return moved
  }
}
