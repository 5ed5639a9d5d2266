import CSystem
import Libc
import Notes

/// The file system, asked by bytes.
enum Disk {
  /// What stands under a name, links followed; nil where nothing can be seen there.
  static func status(of path: Path) -> stat? {
    var status = stat()
    return stat(path.cString, &status) == 0 ? status : nil
  }

  /// Whether anything that can be seen has that name.
  static func exists(_ path: Path) -> Bool { access(path.cString, F_OK) == 0 }

  /// Whether that is a file that can be read to its end.
  static func isRegular(_ path: Path) -> Bool { status(of: path)?.isRegular ?? false }

  /// The file's length in bytes, 0 if there is none.
  static func size(_ path: Path) -> Int { status(of: path).map { Int($0.st_size) } ?? 0 }

  /// The path from the root of the file system, links resolved; nil where nothing is there.
  static func resolved(_ path: Path) -> Path? {
    guard let found = realpath(path.cString, nil) else { return nil }
    defer { free(found) }
    return Path(cString: found)
  }

  /// The names in a folder, as bytes order them, without `.` and `..`.
  static func names(in folder: Path) throws(StorageProblem) -> [Path] {
    guard let stream = opendir(folder.cString) else { throw unread(folder) }
    defer { closedir(stream) }
    var names: [Path] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        Path(bytes: Array($0.prefix { $0 != 0 }))
      }
      if name.text != ".", name.text != ".." { names.append(name) }
    }
    return names.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// The bytes of a file, which may also be a pipe.
  static func contents(of path: Path) throws(StorageProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    if let status = status(of: path), status.isRegular {
      bytes.reserveCapacity(min(Int(status.st_size), largest))
    }
    try read(path) { bytes += $0 }
    return bytes
  }

  /// The bytes of a file, piece by piece.
  static func read(
    _ path: Path, _ take: (ArraySlice<UInt8>) -> Void
  ) throws(StorageProblem) {
    let descriptor = open(path.cString, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unread(path) }
    defer { close(descriptor) }
    var total = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Libc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return }
      if count > 0 { take(chunk[..<count]) }
      if count < 0 && errno != EINTR { throw unread(path) }
      total += max(0, count)
      if total > largest {
        throw .unreadable(path: path.description, reason: "it is larger than 1 GB")
      }
    }
  }

  private static let largest = 1_000_000_000

  private static func unread(_ path: Path) -> StorageProblem {
    let number = errno
    return misplaced(path, number)
      ?? .unreadable(path: path.description, reason: describe(errno: number))
  }

  /// What is wrong with a path of which a call said so; nil where it is something else.
  static func misplaced(_ path: Path, _ number: Int32) -> StorageProblem? {
    func problem(_ misplacement: Misplacement) -> StorageProblem {
      .misplaced(path: path.description, misplacement)
    }
    switch number {
    case ENOENT where path.bytes.isEmpty: return problem(.noName)
    case ENOTDIR where status(of: path)?.isFolder == false:
      return problem(.notAFolder(path.description))
    case ENOENT, ENOTDIR:
      // The nearest thing above it that is there.
      var missing = path
      while let above = missing.parent {
        if let status = status(of: above) {
          if !status.isFolder { return problem(.notAFolder(above.description)) }
          return missing == path ? nil : problem(.noFolder(missing.description))
        }
        missing = above
      }
      return nil
    case EISDIR: return problem(.isAFolder)
    case ENAMETOOLONG: return problem(.tooLong)
    case ELOOP: return problem(.linkCircle)
    case EROFS: return problem(.readOnlyDisk)
    default: return nil
    }
  }

  /// The first bytes of a plain file; none where it cannot be read.
  static func head(of path: Path, count: Int) -> [UInt8] {
    let descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let found = Libc.read(descriptor, &bytes, count)
    return Array(bytes.prefix(max(0, found)))
  }

  /// Makes a folder that others may read as the person's mask allows, in one that is there.
  static func makeSharedFolder(_ path: Path) throws(StorageProblem) {
    if mkdir(path.cString, 0o777) != 0 && errno != EEXIST { throw unwritten(path) }
    syncFolder(of: path)
  }

  /// Makes the folder and those above it, readable by their owner alone; their names are on disk
  /// when this returns, for what is stored in a folder is lost with its name.
  static func makePrivateFolder(_ path: Path) throws(StorageProblem) {
    if exists(path) { return }
    if let parent = path.parent { try makePrivateFolder(parent) }
    if mkdir(path.cString, 0o700) != 0 && errno != EEXIST { throw unwritten(path) }
    syncFolder(of: path)
  }

  /// Makes the names beside that path durable; a system that cannot do that keeps them all the same.
  static func syncFolder(of path: Path) {
    _ = system_fsync_directory((path.parent ?? Path("/")).cString)
  }

  /// What the last failed call means for writing to that path.
  static func unwritten(_ path: Path) -> StorageProblem {
    let number = errno
    if [ENOSPC, EDQUOT, EFBIG].contains(number) { return .full(path: path.description) }
    return misplaced(path, number)
      ?? .unwritable(path: path.description, reason: describe(errno: number))
  }
}

extension stat {
  /// When it was last written.
  var written: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
  /// When it was last written, renamed or given other rights.
  var changed: timespec {
    #if canImport(Darwin)
      st_ctimespec
    #else
      st_ctim
    #endif
  }

  /// Whether it is a plain file.
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
  /// Whether it is a folder.
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }

  /// Whether both are the same file.
  func isSameFile(as other: stat) -> Bool { st_dev == other.st_dev && st_ino == other.st_ino }
}
