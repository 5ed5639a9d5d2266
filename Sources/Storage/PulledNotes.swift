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
    let files = PulledFiles(for: note, bytes) { path in
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
