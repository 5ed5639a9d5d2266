import Notes

/// What the watch tells, as it concerns these notes.
extension NoteFiles {
  /// Notes what happened, as far as it may have changed the notes.
  package func add(_ event: Watch.Event, to changes: inout Changes) {
    guard case .named(let name, let isFolder, let folder) = event else {
      changes.isEverything = true
      return
    }
    for note in linked["\(folder)/\(name)"] ?? [] { changes.add(note: note) }
    guard self.isFolder else {
      if name == Self.name(of: root), folder == folders.first { changes.add(note: name) }
      return
    }
    if folder == root {
      changes.add(name, isFolder: isFolder, in: "")
    } else if folder.hasPrefix(root + "/") {
      changes.add(name, isFolder: isFolder, in: String(folder.dropFirst(root.count + 1)))
    }
  }
}
