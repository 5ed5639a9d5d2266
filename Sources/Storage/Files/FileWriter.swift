import Libc
import Notes

/// The one writer of files. What is written is whole on disk or not there at all, and nothing is
/// replaced that `Replacing` does not allow: a draft beside the file takes its place in one step.
package enum FileWriter {
  /// Writes a file. Links are followed to the file that they lead to, whose rights are kept; what
  /// is not a plain file, such as a pipe, is written into.
  package static func write(
    _ bytes: [UInt8], to path: Path, replacing: Replacing
  ) throws(StorageProblem) {
    if case .nothing = replacing { return try writeNew(bytes, to: path) }
    guard let old = Disk.status(of: path) else {
      if errno != ENOENT { throw Disk.unwritten(path) }
      let target = try missingTarget(of: path)
      if ProgressStore.holds(target) { throw .store(path: path.description) }
      let draft = try DraftFile(bytes, beside: target, like: nil)
      return try draft.take(target)
    }
    if old.isFolder { throw .misplaced(path: path.description, .isAFolder) }
    guard old.isRegular else { return try pour(bytes, into: path) }
    let target = Disk.resolved(path) ?? path
    if let objection = try replacing.objection(to: target, named: path) { throw objection }
    let draft = try DraftFile(bytes, beside: target, like: old)
    // It may have changed while the draft was written.
    do throws(StorageProblem) {
      guard try replacing.isUnchanged(target, since: old) else {
        throw .changed(path: path.description)
      }
    } catch {
      draft.discard()
      throw error
    }
    if old.st_nlink > 1 {
      try draft.fill(target, bytes)
    } else {
      try draft.take(target)
    }
  }

  /// Whether nothing has that name.
  package static func isFree(_ path: Path) -> Bool {
    var status = stat()
    return lstat(path.cString, &status) != 0
  }

  /// What would keep a new file from being made there, as far as that shows before it is written; a link
  /// that leads nowhere is no name that is free.
  package static func obstacle(toMaking path: Path) -> StorageProblem? {
    if path.bytes.isEmpty { return .misplaced(path: "", .noName) }
    guard isFree(path) else { return .occupied(path: path.description) }
    if errno == ENAMETOOLONG { return Disk.unwritten(path) }
    if ProgressStore.holds(path) { return .store(path: path.description) }
    if path.bytes.last == UInt8(ascii: "/") {
      return .misplaced(path: path.description, .isAFolder)
    }
    let folder = path.parent ?? Path("/")
    guard let status = Disk.status(of: folder) else { return Disk.unwritten(path) }
    guard status.isFolder else { return Disk.misplaced(path, ENOTDIR) }
    return access(folder.cString, W_OK | X_OK) == 0 ? nil : Disk.unwritten(path)
  }

  /// A file under a name that is free.
  private static func writeNew(_ bytes: [UInt8], to path: Path) throws(StorageProblem) {
    if let problem = obstacle(toMaking: path) { throw problem }
    try DraftFile(bytes, beside: path, like: nil).takeFree(path)
  }

  /// Where a file is to be made: at the end of the links, if any.
  private static func missingTarget(of path: Path) throws(StorageProblem) -> Path {
    var target = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(target.cString, &buffer, buffer.count)
      if count < 0 { return target }
      let link = Path(bytes: buffer.prefix(count).map { UInt8(bitPattern: $0) })
      target = link.isAbsolute ? link : (target.parent ?? Path("/")).appending(link)
    }
    errno = ELOOP
    throw Disk.unwritten(path)
  }

  /// Writes into what is not a plain file.
  private static func pour(_ bytes: [UInt8], into path: Path) throws(StorageProblem) {
    let descriptor = open(path.cString, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Disk.unwritten(path) }
    let number = bytes.written(to: descriptor)
    if close(descriptor) != 0 || number != 0 {
      if number != 0 { errno = number }
      throw Disk.unwritten(path)
    }
  }
}

extension [UInt8] {
  /// Writes all of them; the number of the error that kept them from it, 0 for none.
  package func written(to descriptor: Int32) -> Int32 {
    var start = 0
    while start < count {
      let done = self[start...].withUnsafeBytes {
        Libc.write(descriptor, $0.baseAddress, $0.count)
      }
      if done < 0, errno == EINTR { continue }
      if done < 0, errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
        continue
      }
      if done <= 0 { return done < 0 ? errno : EIO }
      start += done
    }
    return 0
  }
}
