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
  func free(_ known: [(document: String, question: KnownQuestion)]) -> [KnownQuestion] {
    var owned: Set<String> = []
    var free: [KnownQuestion] = []
    var seen: [String: Bool] = [:]
    for (document, question) in known {
      let (file, title) = place(of: question.lesson, in: document)
      if let here = pathHere(file) {
        // It is read: whether it holds the question is seen there.
        free.append(question.moved(to: here + title))
        continue
      }
      let exists =
        document == Library.courseKey || (seen[file] ?? (file.hasPrefix("/") && isThere(file)))
      seen[file] = exists
      if question.place != nil, exists {
        owned.insert(question.id)
      } else if question.key != nil || (file.hasPrefix("/") && !exists) {
        free.append(question.moved(to: file + title))
      }
    }
    return free.filter { !owned.contains($0.id) }
  }

  /// Those of files of the notes that are open, each once; with the keys of their lessons as they are here.
  func ofSameFiles(_ known: [(document: String, question: KnownQuestion)]) -> [KnownQuestion] {
    var seen: Set<String> = []
    return known.compactMap { document, question in
      let (file, title) = place(of: question.lesson, in: document)
      guard let here = pathHere(file), seen.insert(question.id).inserted else { return nil }
      return question.moved(to: here + title)
    }
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
