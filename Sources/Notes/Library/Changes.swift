/// What may have changed among notes on disk, by name: what nothing names is not looked at.
package struct Changes: Equatable, Sendable {
  /// Notes, by their paths from the folder that was opened: bytes, for where accents are written in
  /// another way, texts are equal and files are not.
  package private(set) var notes: Set<Path> = []
  /// Folders that came, went or were renamed.
  package private(set) var folders: Set<Path> = []
  /// Whether names were lost, so that everything has to be looked at.
  package var isEverything = false

  /// Nothing has changed.
  package init() {}

  /// Whether there is nothing to look at.
  package var isEmpty: Bool { notes.isEmpty && folders.isEmpty && !isEverything }

  /// Something happened to a name in a folder: that counts where it is a folder's or a note's, and
  /// neither is hidden.
  package mutating func add(_ name: String, isFolder: Bool, in folder: String) {
    guard !name.hasPrefix(".") else { return }
    let path = folder.isEmpty ? name : "\(folder)/\(name)"
    if isFolder {
      folders.insert(Path(path))
    } else if BookTable.isTable(name) {
      isEverything = true
    } else if NoteName.isNote(name) {
      notes.insert(Path(path))
    }
  }

  /// Something happened to a note.
  package mutating func add(note path: Path) { notes.insert(path) }

  /// Takes all out; of many notes only that many.
  fileprivate mutating func take(notes most: Int) -> Changes {
    var taken = self
    self = Changes()
    if taken.notes.count > most {
      notes = Set(taken.notes.dropFirst(most))
      taken.notes.subtract(notes)
    }
    return taken
  }
}

/// Changes that wait to be looked at: the disk is looked at no more than twice a second, however
/// much is written.
package struct PendingChanges: Equatable, Sendable {
  /// Milliseconds between two looks.
  package static let pause = 500
  /// Notes looked at in one go, so that no key waits for them.
  package static let most = 1000

  /// What waits.
  package var changes = Changes()
  private var lastLook: Int?

  /// Nothing waits.
  package init() {}

  /// What is to be looked at at that time, in milliseconds; nothing while it is too early.
  package mutating func take(now: Int) -> Changes {
    guard wait(now: now) == 0 else { return Changes() }
    lastLook = now
    return changes.take(notes: Self.most)
  }

  /// Milliseconds until the next look; nil where nothing waits.
  package func wait(now: Int) -> Int? {
    guard !changes.isEmpty else { return nil }
    return lastLook.map { max(0, $0 + Self.pause - now) } ?? 0
  }
}
