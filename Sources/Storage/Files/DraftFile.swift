import Libc
import Notes

/// A file written in full beside the one whose place it is to take, and on disk.
struct DraftFile {
  private let path: Path

  /// Writes it, with the rights and, where that is allowed, the owner of the old file.
  init(_ bytes: [UInt8], beside target: Path, like old: stat?) throws(StorageProblem) {
    let folder = target.parent ?? Path("/")
    var descriptor: Int32
    var attempt = 1
    var path: Path
    repeat {
      path = folder.appending(".attend-\(getpid())-\(attempt).draft")
      descriptor = open(
        path.cString, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, old == nil ? 0o666 : 0o600)
      attempt += 1
    } while descriptor < 0 && errno == EEXIST && attempt < 1_000
    guard descriptor >= 0 else { throw Disk.unwritten(target) }
    self.path = path
    var number = bytes.written(to: descriptor)
    if number == 0, let old {
      // First the owner: a change of owner takes rights away.
      if fchown(descriptor, old.st_uid, old.st_gid) != 0 {
        _ = fchown(descriptor, uid_t.max, old.st_gid)
      }
      if fchmod(descriptor, old.st_mode & 0o7777) != 0 { number = errno }
    }
    if number == 0, fsync(descriptor) != 0 { number = errno }
    if close(descriptor) != 0, number == 0 { number = errno }
    if number != 0 {
      discard()
      errno = number
      throw Disk.unwritten(target)
    }
  }

  /// Removes it.
  func discard() { unlink(path.cString) }

  /// Puts it in the place of whatever has that name.
  func take(_ target: Path) throws(StorageProblem) {
    if rename(path.cString, target.cString) != 0 { throw failure(target) }
    Disk.syncFolder(of: target)
  }

  /// Copies it into a file that has other names too, which stay its names. What is cut off there
  /// stands in the draft.
  func fill(_ target: Path, _ bytes: [UInt8]) throws(StorageProblem) {
    let descriptor = open(target.cString, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(target) }
    var number = bytes.written(to: descriptor)
    if number == 0, ftruncate(descriptor, bytes.count) != 0 { number = errno }
    if number == 0, fsync(descriptor) != 0 { number = errno }
    if close(descriptor) != 0, number == 0 { number = errno }
    guard number == 0 else {
      throw .failed(
        path: target.description,
        reason: "\(describe(errno: number)); what should stand in it is whole in \(path)")
    }
    discard()
  }

  /// Gives it a name that nothing has.
  func takeFree(_ target: Path) throws(StorageProblem) {
    if link(path.cString, target.cString) == 0 {
      discard()
    } else if errno == EEXIST {
      discard()
      throw .occupied(path: target.description)
    } else if rename(path.cString, target.cString) != 0 {
      // Some systems have no second names: the name was free a moment ago.
      throw failure(target)
    }
    Disk.syncFolder(of: target)
  }

  private func failure(_ target: Path) -> StorageProblem {
    let number = errno
    discard()
    errno = number
    return Disk.unwritten(target)
  }
}
