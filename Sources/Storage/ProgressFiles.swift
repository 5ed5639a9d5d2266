import Glibc
import Scheduling

/// The few operations on files that progress needs besides SQLite's own.
enum ProgressFiles {
  /// Whether anything has that name.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// The file's length in bytes, 0 if there is none.
  static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes the folder and those above it, readable by their owner alone.
  static func makeFolder(_ path: String) throws(StorageProblem) {
    if exists(path) { return }
    if let parent = path.parentFolder { try makeFolder(parent) }
    if mkdir(path, 0o700) != 0 && errno != EEXIST {
      throw .unwritable(path: path, reason: describe(errno: errno))
    }
  }

  /// What would keep the folder from being made or written in, if anything.
  static func obstacle(toMaking path: String) -> StorageProblem? {
    var nearest = path
    while access(nearest, W_OK | X_OK) != 0 {
      let reason = errno
      guard reason == ENOENT, let parent = nearest.parentFolder else {
        return .unwritable(path: path, reason: describe(errno: reason))
      }
      nearest = parent
    }
    var status = stat()
    if stat(nearest, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR {
      return .unwritable(path: path, reason: describe(errno: ENOTDIR))
    }
    return nil
  }

  /// Gives a damaged database and its log a dated name that nothing has yet; the new name.
  static func setAside(_ path: String, at time: Int) throws(StorageProblem) -> String {
    let stem = path.hasSuffix(".sqlite") ? String(path.dropLast(7)) : path
    let dated = "\(stem)-damaged-\(timestamp(time))"
    var name = "\(dated).sqlite"
    var attempt = 2
    while ["", "-wal", "-shm"].contains(where: { exists(name + $0) }) {
      name = "\(dated)-\(attempt).sqlite"
      attempt += 1
    }
    // The database goes last: the log must never be left to a new database of the old name.
    for suffix in ["-wal", "-shm", ""] where exists(path + suffix) || suffix.isEmpty {
      if rename(path + suffix, name + suffix) != 0 { throw .damaged(path: path) }
    }
    return name
  }
}

extension String {
  /// The path without its last name; nil for a root or a single name.
  fileprivate var parentFolder: String? {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")), slash != startIndex else { return nil }
    return String(self[..<slash])
  }
}

/// A moment in UTC, given in milliseconds of Unix time, as `2026-01-31-235959`.
private func timestamp(_ time: Int) -> String {
  let midnight = StudyDay(time: time, offset: 240)
  let seconds = (time - midnight.start(offset: 240)) / 1_000
  let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
  return midnight.iso + "-" + clock.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
}
