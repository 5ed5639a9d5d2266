import Libc
import Notes

#if os(Linux)
  /// What the kernel tells of folders, by inotify; nil where it has no watches to give.
  func systemWatch() -> (any FolderWatch)? { Inotify() }

  /// Tells what changes in folders, by inotify: the only Linux call of its kind here.
  final class Inotify: FolderWatch {
    let descriptor: Int32
    /// The watched folders, as they were named: one may have several names.
    private var folders: [Int32: [Path]] = [:]
    var count: Int { folders.count }
    var watched: Set<Path> { Set(folders.values.joined()) }

    /// Watches nothing yet; nil where the person has as many watches already as one may have.
    init?() {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      if descriptor < 0 { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    func add(_ folder: Path) -> Bool {
      let mask =
        UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
        | UInt32(IN_DELETE) | UInt32(IN_MODIFY) | UInt32(IN_ONLYDIR) | UInt32(IN_DELETE_SELF)
        | UInt32(IN_MOVE_SELF)
      let watch = inotify_add_watch(descriptor, folder.cString, mask)
      guard watch >= 0 else { return false }
      if folders[watch]?.contains(folder) != true { folders[watch, default: []].append(folder) }
      return true
    }

    func events() -> [Watch.Event] {
      var found: [Watch.Event] = []
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
      return Raw(watch: watch, mask: mask, name: Path(bytes: Array(name)))
    }

    private func tell(_ event: Raw) -> [Watch.Event] {
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return [.lost] }
      if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.watch] = nil }
      guard !event.name.bytes.isEmpty else { return [] }
      let isFolder = event.mask & UInt32(IN_ISDIR) != 0
      return (folders[event.watch] ?? []).map {
        .named(event.name, isFolder: isFolder, folder: $0)
      }
    }
  }
#else
  /// There is nothing of the kind here: the folders are looked at.
  func systemWatch() -> (any FolderWatch)? { nil }
#endif
