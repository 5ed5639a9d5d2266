import Notes

/// Files that notes pull in.
extension NoteFiles {
  /// A note as it is on disk, with what it pulls in; that is watched from then on.
  package mutating func document(_ index: Int, _ note: String) -> DocumentRead {
    let result = read(note)
    return DocumentRead(index, result, pulled: (try? result.get()).flatMap { pulled(by: note, $0) })
  }

  /// What a note with these bytes pulls in, all of it from the folder of the notes; nil for nothing.
  package mutating func pulled(by note: String, _ bytes: [UInt8]) -> PulledFiles? {
    let home = home
    // Hardly any note pulls in another file.
    lazy var root = Self.absolute(home)
    var found: [Path] = []
    let files = PulledFiles(for: note, bytes, snippetFolders: snippetFolders) { path in
      guard let file = Self.file(path, in: root), Self.refusal(of: file, in: root) == nil else {
        // It may come.
        pulling[home.appending(Path(path)), default: []].insert(note)
        return nil
      }
      found.append(file)
      return try? read(path, atMost: PulledFiles.sizeLimit).get()
    } refusing: { path in
      Self.file(path, in: root).flatMap { Self.refusal(of: $0, in: root) }
    }
    for file in found {
      pulling[file, default: []].insert(note)
      if let folder = file.parent, !folders.contains(folder) { folders.append(folder) }
    }
    return files
  }

  /// More notes are not looked through for what they pull in.
  private static let mostLookedThrough = 400

  /// The notes that are there only to be pulled in by others: all of one stands in another, no table of contents
  /// names it, and no question in it is asked where it stands.
  func pulledInOnly(of book: Book) -> Set<String> {
    guard book.paths.count <= Self.mostLookedThrough else { return [] }
    let known = Set(book.paths)
    var parts: Set<String> = []
    // What pulls in others stays where only one of those pulls it in.
    var wholes: Set<String> = []
    for note in book.paths {
      guard let bytes = try? read(note, atMost: PulledFiles.sizeLimit).get() else { continue }
      for paths in PulledFiles.wholeFiles(
        in: note, bytes, snippetFolders: book.snippetFolders)
      {
        guard let part = paths.first(where: known.contains), part != note, !book.isNamed(part),
          !parts.contains(part), !(parts.contains(note) && wholes.contains(part)),
          let text = try? read(part, atMost: PulledFiles.sizeLimit).get(),
          !QuizComment.mayStand(in: text)
        else { continue }
        parts.insert(part)
        wholes.insert(note)
      }
    }
    return parts
  }

  /// The notes that pull in the file of a name.
  package func notes(pullingIn event: Watch.Event) -> Set<String> {
    guard case .named(let name, _, let folder) = event else { return [] }
    return pulling[folder.appending(name)] ?? []
  }

  /// The folders of files that were pulled in are watched on.
  mutating func watchOverPulled() {
    let known = Set(folders)
    folders += Set(pulling.keys.compactMap(\.parent)).subtracting(known)
  }

  /// The whole path of a file that is seen from a folder, wherever links lead; nil where there is none.
  private static func file(_ path: String, in root: Path) -> Path? {
    Disk.resolved(root.appending(Path(path))).flatMap { Disk.isRegular($0) ? $0 : nil }
  }

  /// Why a file is not read for notes in a folder; nil where it is.
  private static func refusal(of file: Path, in root: Path) -> PulledFiles.Refusal? {
    guard file.bytes.starts(with: root.appending(Path("")).bytes) else { return .liesOutside }
    return Disk.size(file) > PulledFiles.sizeLimit ? .isTooLarge : nil
  }
}
