import Glibc
import Notes

/// Tells when folders change, by inotify: the only Linux call of its kind here.
package final class Watch {
  /// Folders beyond this many are not watched.
  private static let limit = 4096

  /// Readable when something has changed; −1 where the system has no watches to give.
  package let descriptor: Int32

  /// Watches nothing yet.
  package init() { descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches these folders too; one that is watched already stays so.
  package func add(_ folders: [Path]) {
    guard descriptor >= 0 else { return }
    let mask =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO) | UInt32(IN_CREATE)
      | UInt32(IN_DELETE) | UInt32(IN_MODIFY) | UInt32(IN_DELETE_SELF)
    for folder in folders.prefix(Self.limit) { inotify_add_watch(descriptor, folder.cString, mask) }
  }

  /// Takes what has arrived, so that the descriptor is quiet until the next change.
  package func drain() {
    guard descriptor >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    while read(descriptor, &buffer, buffer.count) > 0 {}
  }
}
