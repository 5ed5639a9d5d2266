import Notes

/// Tells what changes in folders: the kernel says so where it can, else they are looked at.
package final class Watch {
  /// What happened.
  package enum Event: Hashable, Sendable {
    /// Something by that name was written, made, renamed or taken away.
    case named(Path, isFolder: Bool, folder: Path)
    /// More happened than could be told.
    case lost
  }

  /// How it is known what happens.
  package enum Means: CaseIterable, Sendable {
    /// The kernel tells; where it has no watches to give, they are looked at all the same.
    case told
    /// The folders are looked at each time that it is asked for.
    case looked
  }

  private let folders: any FolderWatch
  /// Folders beyond this many are not watched.
  private let limit: Int

  /// Watches nothing yet.
  package init(_ means: Means = .told, limit: Int = 4096) {
    self.limit = limit
    folders = (means == .told ? systemWatch() : nil) ?? FolderLooks()
  }

  /// Readable when something has changed; −1 where nothing tells of it.
  package var descriptor: Int32 { folders.descriptor }

  /// How often to ask for events where no descriptor tells of them; nil where one does.
  package var interval: Duration? { descriptor < 0 ? .seconds(1) : nil }

  /// Watches these folders too; one that is watched already stays so. Says whether each of them is watched.
  @discardableResult
  package func add(_ folders: [Path]) -> Bool {
    // Looked up only where no more are taken.
    lazy var watched = self.folders.watched
    var isWhole = true
    for folder in folders {
      let hasPlace = self.folders.count < limit || watched.contains(folder)
      if !hasPlace || !self.folders.add(folder) { isWhole = false }
    }
    return isWhole
  }

  /// What has happened since the last time.
  package func events() -> [Event] { folders.events() }
}

/// One way to learn what changes in folders.
protocol FolderWatch: AnyObject {
  /// Readable when something has changed; −1 where nothing tells of it.
  var descriptor: Int32 { get }
  /// How many folders are watched.
  var count: Int { get }
  /// The names by which they are.
  var watched: Set<Path> { get }
  /// Watches a folder too. Says whether it is watched.
  func add(_ folder: Path) -> Bool
  /// What has happened since the last time.
  func events() -> [Watch.Event]
}
