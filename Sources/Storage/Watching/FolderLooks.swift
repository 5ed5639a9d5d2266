import Libc
import Notes

/// Learns what changed in folders by looking at what lies in them, on every system: the twin of what the
/// kernel tells. What changes twice between two looks, or within one tick of the file system's clock and
/// not in size, is seen once or not at all.
final class FolderLooks: FolderWatch {
  /// What tells one state of an entry from another.
  private struct Stamp: Equatable {
    var isFolder: Bool
    var size: Int
    var inode: UInt64
    /// When it was last written, and when it was last renamed or given other rights.
    var times: [Int]

    /// Whether an entry was written or replaced between the two. What happens inside a folder is told
    /// of there, and changes only its times.
    func differs(from other: Stamp) -> Bool {
      isFolder && other.isFolder ? inode != other.inode : self != other
    }
  }

  /// What lay in each folder when it was last looked at.
  private var seen: [Path: [Path: Stamp]] = [:]

  let descriptor: Int32 = -1
  var count: Int { seen.count }
  var watched: Set<Path> { Set(seen.keys) }

  func add(_ folder: Path) -> Bool {
    guard seen[folder] == nil else { return true }
    guard let found = Self.look(folder) else { return false }
    seen[folder] = found
    return true
  }

  func events() -> [Watch.Event] {
    var events: [Watch.Event] = []
    for (folder, before) in seen {
      let found = Self.look(folder)
      // A folder that is gone is watched no longer.
      seen[folder] = found
      let now = found ?? [:]
      func tell(_ name: Path, _ stamp: Stamp) {
        events.append(.named(name, isFolder: stamp.isFolder, folder: folder))
      }
      for (name, stamp) in before where now[name]?.isFolder != stamp.isFolder { tell(name, stamp) }
      for (name, stamp) in now where before[name].map({ $0.differs(from: stamp) }) ?? true {
        tell(name, stamp)
      }
    }
    return events
  }

  /// What lies in a folder; nil where it cannot be looked at.
  private static func look(_ folder: Path) -> [Path: Stamp]? {
    guard let stream = opendir(folder.cString) else { return nil }
    defer { closedir(stream) }
    var found: [Path: Stamp] = [:]
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        Path(bytes: Array($0.prefix { $0 != 0 }))
      }
      var status = stat()
      guard name.text != ".", name.text != "..",
        fstatat(dirfd(stream), name.cString, &status, AT_SYMLINK_NOFOLLOW) == 0
      else { continue }
      found[name] = Stamp(
        isFolder: status.isFolder, size: Int(status.st_size), inode: UInt64(status.st_ino),
        times: [status.written, status.changed].flatMap { [$0.tv_sec, $0.tv_nsec] })
    }
    return found
  }
}
