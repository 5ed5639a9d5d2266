import CSystem
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

  /// Makes the folder and those above it, readable by their owner alone; their names are on disk
  /// when this returns, for what is stored in a folder is lost with its name.
  static func makeFolder(_ path: String) throws(StorageProblem) {
    if exists(path) { return }
    if let parent = path.parentFolder { try makeFolder(parent) }
    if mkdir(path, 0o700) != 0 && errno != EEXIST { throw unwritten(path) }
    // A system that cannot do that keeps the folder all the same.
    _ = system_fsync_directory(path.parentFolder ?? "/")
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

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(StorageProblem) -> [String] {
    guard let stream = opendir(folder) else {
      throw .unreadable(path: folder, reason: describe(errno: errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted()
  }

  /// Whether that is a file that can be read to its end.
  static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The bytes of a file, which may also be a pipe.
  static func contents(of path: String) throws(StorageProblem) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: describe(errno: errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 { bytes += chunk[..<count] }
      if count < 0 && errno != EINTR {
        throw .unreadable(path: path, reason: describe(errno: errno))
      }
      if bytes.count > largest { throw .unreadable(path: path, reason: "it is larger than 1 GB") }
    }
  }

  private static let largest = 1_000_000_000

  /// Makes a file whose name stands for its contents: under that name there is never a part of it.
  static func writeNew(
    _ bytes: [UInt8], to name: String, in folder: String
  ) throws(StorageProblem) {
    let path = "\(folder)/\(name)"
    let draft = "\(folder)/.\(name).\(getpid())"
    do throws(StorageProblem) {
      try write(bytes, to: draft)
      if rename(draft, path) != 0 { throw unwritten(path) }
    } catch {
      unlink(draft)
      throw error
    }
    // The name itself is made durable; a folder that cannot do that keeps the file all the same.
    _ = system_fsync_directory(folder)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(StorageProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw unwritten(path) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      start += count
    }
    let isWhole = start == bytes.count && fsync(descriptor) == 0
    let number = errno
    if close(descriptor) != 0 || !isWhole {
      errno = isWhole ? errno : number
      throw unwritten(path)
    }
  }

  private static func unwritten(_ path: String) -> StorageProblem {
    [ENOSPC, EDQUOT, EFBIG].contains(errno)
      ? .full(path: path) : .unwritable(path: path, reason: describe(errno: errno))
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
