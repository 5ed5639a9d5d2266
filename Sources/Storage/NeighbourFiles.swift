import Notes

/// Notes beside a file that was opened alone.
extension NoteFiles {
  /// Folders below the file's own that are looked into for a wiki's name.
  private static let neighbourDepth = 6

  /// The path of a note that a link leads to, which is one of these notes from then on; nil where there
  /// is none.
  package mutating func neighbour(_ wanted: Neighbour) -> String? {
    guard !isFolder, let found = wanted.paths.first(where: isFile) ?? path(named: wanted) else {
      return nil
    }
    // The same file may be named on two ways.
    let whole = Self.absolute(path(of: found))
    let known = [root.name.text] + neighbours
    if let same = known.first(where: { Self.absolute(path(of: $0)) == whole }) { return same }
    neighbours.append(found)
    watchOver(found)
    return found
  }

  /// What to say of a file or a folder that lies where a link leads, and is none of these notes; nil where nothing
  /// lies there.
  package func remark(on wanted: Neighbour) -> String? {
    guard let place = wanted.place, !NoteName.isNote(place) else { return nil }
    if isFile(place) { return "\(Path.shown(place)) is no note: another program opens it" }
    return Mapping.isFolder(path(of: place))
      ? "\(Path.shown(place)) is a folder that holds no note of these" : nil
  }

  /// Where it is kept how far a lesson of a note beside the opened file was read: under that note, as if
  /// it had been opened itself, so that both know of it. Nil for lessons of the opened file.
  package func ownPlace(ofLesson key: String) -> (document: String, lesson: String)? {
    guard let note = neighbours.first(where: { key.hasPrefix($0 + "#") }) else { return nil }
    let name = Path(note).name.text
    return (ownKey(of: note), name + key.dropFirst(note.count))
  }

  /// What a note's own progress is kept under.
  package func ownKey(of note: String) -> String { Self.absolute(path(of: note)).text }

  /// A note's folder is watched, and what it leads to where it is a link.
  mutating func watchOver(_ note: String) {
    if let folder = path(of: note).parent, !folders.contains(folder) { folders.append(folder) }
    follow(note)
  }

  private func isFile(_ relative: String) -> Bool { Mapping.isFile(path(of: relative)) }

  private func path(named wanted: Neighbour) -> String? {
    guard wanted.name != nil, var around = try? NoteFiles(root: home) else { return nil }
    return wanted.path(among: around.list(under: "", depth: Self.neighbourDepth))
  }
}
