import Glibc
import Notes

/// Tells what changes in folders, by inotify: the only Linux call of its kind here.
package final class Watch {
  /// What happened.
  package enum Event: Equatable, Sendable {
    /// Something by that name was written, made, renamed or taken away.
    case named(Path, isFolder: Bool, folder: Path)
    /// More happened than could be told.
    case lost
  }

  /// Readable when something has changed; −1 where the system has no watches to give.
  package let descriptor: Int32
  /// The watched folders, as they were named: one may have several names.
  private var folders: [Int32: [Path]] = [:]
  /// Folders beyond this many are not watched.
  private let limit: Int

  /// Watches nothing yet.
  package init(limit: Int = 4096) {
    self.limit = limit
    descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these folders too; one that is watched already stays so. Says whether each of them is watched.
  @discardableResult
  package func add(_ folders: [Path]) -> Bool {
    guard descriptor >= 0 else { return false }
    var isWhole = true
    // Looked up only where no more are taken.
    lazy var watched = Set(self.folders.values.joined())
    let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
      | UInt32(IN_DELETE) | UInt32(IN_MODIFY) | UInt32(IN_ONLYDIR) | UInt32(IN_DELETE_SELF)
      | UInt32(IN_MOVE_SELF)
    for folder in folders {
      guard self.folders.count < limit || watched.contains(folder),
        case let watch = inotify_add_watch(descriptor, folder.cString, mask), watch >= 0
      else {
        isWhole = false
        continue
      }
      guard self.folders[watch]?.contains(folder) != true else { continue }
      self.folders[watch, default: []].append(folder)
    }
    return isWhole
  }

  /// What has happened since the last time.
  package func events() -> [Event] {
    guard descriptor >= 0 else { return [] }
    var found: [Event] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      var rest = buffer[..<count]
      while let event = Self.next(&rest) { found += tell(event) }
    }
    return found
  }

  /// One event as the kernel tells it.
  private struct Raw {
    static let size = 16
    var watch: Int32
    var mask: UInt32
    var name: Path
  }

  private static func next(_ bytes: inout ArraySlice<UInt8>) -> Raw? {
    guard bytes.count >= Raw.size else { return nil }
    let (watch, mask, length) = bytes.withUnsafeBytes {
      (
        $0.loadUnaligned(as: Int32.self), $0.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
        Int($0.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
      )
    }
    let name = bytes.dropFirst(Raw.size).prefix(length).prefix { $0 != 0 }
    bytes = bytes.dropFirst(Raw.size + length)
    return Raw(watch: watch, mask: mask, name: Path(bytes: name))
  }

  private func tell(_ event: Raw) -> [Event] {
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return [.lost] }
    if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.watch] = nil }
    guard !event.name.bytes.isEmpty else { return [] }
    let isFolder = event.mask & UInt32(IN_ISDIR) != 0
    return (folders[event.watch] ?? []).map {
      .named(event.name, isFolder: isFolder, folder: $0)
    }
  }
}
