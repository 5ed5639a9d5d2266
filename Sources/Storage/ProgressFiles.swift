import Libc
import Notes
import Scheduling

/// What progress does to its files besides SQLite's own doings.
enum ProgressFiles {
  /// How the name of every file begins that was set aside.
  private static let aside = "progress-damaged-"

  /// Takes from others what rights they have to the folder and to what progress keeps in it; what is
  /// not ours to change stays.
  static func makePrivate(_ folder: Path) {
    guard let status = Disk.status(of: folder), status.isFolder else { return }
    takeFromOthers(folder, status)
    let own = ProgressStore.fileName
    for name in (try? Disk.names(in: folder)) ?? [] {
      guard name.text.hasPrefix(own) || name.text.hasPrefix(aside) else { continue }
      let path = folder.appending(name)
      if let status = Disk.status(of: path), status.isRegular { takeFromOthers(path, status) }
    }
  }

  private static func takeFromOthers(_ path: Path, _ status: stat) {
    if status.st_mode & 0o077 != 0 { chmod(path.cString, status.st_mode & 0o7700) }
  }

  /// Makes an empty file that only its owner may read, unless one is there: SQLite, which gives the
  /// files beside it the same rights, takes it for a new database.
  static func makePrivateFile(_ path: Path) {
    let file = open(path.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) }
  }

  /// What would keep the folder from being made or written in, if anything.
  static func obstacle(toMaking path: Path) -> StorageProblem? {
    var nearest = path
    while access(nearest.cString, W_OK | X_OK) != 0 {
      let reason = errno
      guard reason == ENOENT, let parent = nearest.parent else {
        return Disk.misplaced(path, reason)
          ?? .unwritable(path: path.description, reason: describe(errno: reason))
      }
      nearest = parent
    }
    if let status = Disk.status(of: nearest), !status.isFolder {
      return Disk.misplaced(path, ENOTDIR)
    }
    return nil
  }

  /// Gives a damaged database and its log a dated name that nothing has yet; the new name.
  static func setAside(_ path: Path, at time: Int) throws(StorageProblem) -> Path {
    let dated = (path.parent ?? Path("/")).appending("\(aside)\(timestamp(time))")
    var name = dated + ".sqlite"
    var attempt = 2
    while ["", "-wal", "-shm"].contains(where: { Disk.exists(name + $0) }) {
      name = dated + "-\(attempt).sqlite"
      attempt += 1
    }
    // The database goes last: the log must never be left to a new database of the old name.
    for suffix in ["-wal", "-shm", ""] where Disk.exists(path + suffix) || suffix.isEmpty {
      if rename((path + suffix).cString, (name + suffix).cString) != 0 {
        throw .damaged(path: path.description)
      }
    }
    return name
  }
}

/// A moment in UTC, given in milliseconds of Unix time, as `2026-01-31-235959`.
private func timestamp(_ time: Int) -> String {
  let midnight = StudyDay(time: time, offset: 240)
  let seconds = (time - midnight.start(offset: 240)) / 1_000
  let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
  return midnight.iso + "-" + clock.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
}
