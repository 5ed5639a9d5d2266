import Basics

/// What a wiki's link names: `[[note#heading]]`, `[[#heading]]`, `[[note#^block]]`.
struct WikiName {
  /// A file's name or the end of its path, without ending; empty for the file itself.
  var note: String
  /// A heading; of a path of headings each below the one before.
  var headings: [String] = []
  /// The name of a block.
  var block = ""

  /// Reads a destination as `WikiLinks` makes it; nil for another one.
  init?(_ destination: String) {
    guard destination.hasPrefix("[["), destination.hasSuffix("]]") else { return nil }
    let parts = destination.dropFirst(2).dropLast(2)
      .split(separator: "#", omittingEmptySubsequences: false).map { String($0).trimmed }
    note = parts.first ?? ""
    for part in parts.dropFirst() where !part.isEmpty {
      if part.hasPrefix("^") { block = String(part.dropFirst()) } else { headings.append(part) }
    }
  }
}

extension Library {
  /// Where a wiki's link leads: to the note of that name, however deep it lies, else to a lesson so titled.
  func resolve(_ name: WikiName, from id: LessonID, _ anchors: inout Anchors) -> LinkTarget {
    if name.note.isEmpty, name.headings.isEmpty, name.block.isEmpty {
      return .nowhere("the link names nothing")
    }
    func file(_ name: String) -> Int? {
      fileNames.file(named: name, near: id.document, in: self)
    }
    // In GitHub's wikis the names of files have no blanks.
    let found =
      name.note.isEmpty
      ? id.document : file(name.note) ?? file(name.note.replacing(" ", with: "-"))
    guard let document = found else {
      let slug = Slugs.slug(name.note)
      if let lesson = anchors.lesson(titled: slug, inDocument: id.document, of: self) {
        return .lesson(lesson, anchor: nil)
      }
      if isFile { return .beside(Neighbour(name: name.note, from: folder(of: id))) }
      return .nowhere("\(name.note) is not among these notes")
    }
    if name.block.isEmpty, let last = name.headings.last {
      let found =
        name.headings.count > 1
        ? anchors.headings(inDocument: document, of: self).heading(at: name.headings) : nil
      return (found ?? anchors.heading(Slugs.slug(last), inDocument: document, of: self))
        .map { .lesson($0.lesson, anchor: $0.anchor) } ?? .nowhere("there is no heading #\(last)")
    }
    if !name.block.isEmpty,
      let lesson = anchors.named(inDocument: document, of: self).lesson(ofBlock: name.block)
    {
      return .lesson(lesson, anchor: nil)
    }
    return firstLesson(ofDocument: document).map { .lesson($0, anchor: nil) }
      ?? .nowhere("\(name.note) holds no lesson")
  }
}
