/// What a wiki's link names: `[[note#heading]]`, `[[#heading]]`, `[[note#^block]]`.
struct WikiName {
  /// A file's name or the end of its path, without ending; empty for the file itself.
  var note: String
  /// A heading; of a path of headings the last.
  var heading = ""
  /// The name of a block.
  var block = ""

  /// Reads a destination as `WikiLinks` makes it; nil for another one.
  init?(_ destination: String) {
    guard destination.hasPrefix("[["), destination.hasSuffix("]]") else { return nil }
    let parts = destination.dropFirst(2).dropLast(2)
      .split(separator: "#", omittingEmptySubsequences: false).map { String($0).trimmed }
    note = parts.first ?? ""
    if let last = parts.dropFirst().last {
      if last.hasPrefix("^") { block = String(last.dropFirst()) } else { heading = last }
    }
  }
}

extension Library {
  /// Where a wiki's link leads: to the note of that name, however deep it lies, else to a lesson so titled.
  func resolve(_ name: WikiName, from id: LessonID, _ anchors: inout Anchors) -> LinkTarget {
    if name.note.isEmpty, name.heading.isEmpty, name.block.isEmpty {
      return .nowhere("the link names nothing")
    }
    func file(_ name: String) -> Int? {
      anchors.files(of: self).file(named: name, near: id.document, in: self)
    }
    // In GitHub's wikis the names of files have no blanks.
    let found =
      name.note.isEmpty
      ? id.document : file(name.note) ?? file(name.note.replacing(" ", with: "-"))
    guard let document = found else {
      let slug = Slugs.slug(name.note)
      if let lesson = lessonIDs(inDocument: id.document).first(where: {
        Slugs.slug(self[$0]?.title ?? "") == slug
      }) {
        return .lesson(lesson, anchor: nil)
      }
      if isFile { return .beside(Neighbour(name: name.note, from: folder(of: id))) }
      return .nowhere("\(name.note) is not among these notes")
    }
    if !name.heading.isEmpty {
      let slug = Slugs.slug(name.heading)
      return anchors.lesson(slug, inDocument: document, of: self)
        .map { .lesson($0, anchor: slug) } ?? .nowhere("there is no heading #\(name.heading)")
    }
    let ids = lessonIDs(inDocument: document)
    if !name.block.isEmpty, let place = place(ofBlock: name.block, in: document),
      let lesson = lesson(at: place, in: document)
    {
      return .lesson(lesson, anchor: nil)
    }
    return ids.first.map { .lesson($0, anchor: nil) } ?? .nowhere("\(name.note) holds no lesson")
  }

  private func place(ofBlock name: String, in document: Int) -> Int? {
    let bytes = documents[document].bytes
    let mark = Array("^\(name)".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.first { at in
        bytes[at] == UInt8(ascii: "^") && bytes[at...].starts(with: mark)
          && (at + mark.count >= bytes.count || bytes[at + mark.count] <= 0x20)
      }
    }
  }
}
