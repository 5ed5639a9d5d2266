import Notes

/// What the watch tells, as it concerns these notes.
extension NoteFiles {
  /// Notes what happened, as far as it may have changed the notes.
  package func add(_ event: Watch.Event, to changes: inout Changes) {
    guard case .named(let name, let isFolder, let folder) = event else {
      changes.isEverything = true
      return
    }
    for note in linked[folder.appending(name)] ?? [] {
      let path = Path(note)
      if BookTable.isTable(path.name.text) {
        changes.isEverything = true
      } else {
        changes.add(note: path)
      }
    }
    guard self.isFolder else {
      for note in [root.name.text] + neighbours where name == Path(note).name {
        if folder == path(of: note).parent { changes.add(note: Path(note)) }
      }
      return
    }
    // The watched folders are named from the root, as the walk does.
    let inside = root.appending(Path("")).bytes
    if folder == root {
      changes.add(name.text, isFolder: isFolder, in: "")
    } else if folder.bytes.starts(with: inside) {
      let inner = folder.bytes.dropFirst(inside.count)
      changes.add(name.text, isFolder: isFolder, in: Path(bytes: Array(inner)).text)
    }
  }
}
