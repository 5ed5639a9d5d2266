import Basics
import CSystem
import Libc
import Notes

/// Large files that are looked into where they lie.
package enum Mapping {
  /// A file's bytes, mapped for reading: nothing is copied, and what is not looked at is not read.
  ///
  /// Where someone shortens the file meanwhile, zeros are read, and the bytes are no longer whole.
  package static func map(_ path: Path) throws(StorageProblem) -> MappedBytes {
    func problem(_ number: Int32) -> StorageProblem {
      Disk.misplaced(path, number)
        ?? .unreadable(path: path.description, reason: describe(errno: number))
    }
    let descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw problem(errno) }
    // Whether the file is as long as it was is asked of it as long as it is mapped.
    var isMapped = false
    defer { if !isMapped { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
    guard !status.isFolder else { throw problem(EISDIR) }
    guard status.isRegular else {
      throw .unreadable(path: path.description, reason: "it is no regular file")
    }
    let count = Int(status.st_size)
    guard count > 0 else {
      throw .unreadable(path: path.description, reason: "it is empty")
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { throw problem(errno) }
    let place = system_mapping_begin(start, Int64(count))
    guard place >= 0 else {
      munmap(start, count)
      throw .unreadable(path: path.description, reason: "too many files are mapped already")
    }
    isMapped = true
    return MappedBytes(start, count: count) {
      var now = stat()
      // What was cut and grew again was read as zeros between.
      return system_mapping_lost(place) == 0 && fstat(descriptor, &now) == 0
        && Int(now.st_size) >= count
    } release: {
      system_mapping_end(place)
      munmap($0, $1)
      close(descriptor)
    }
  }

  /// Whether that is a file that can be read to its end.
  package static func isFile(_ path: Path) -> Bool { Disk.isRegular(path) }

  /// Whether anything lies at a path.
  package static func isThere(_ path: Path) -> Bool { Disk.status(of: path) != nil }

  /// Whether a file is a database, as progress is kept in.
  package static func isDatabase(_ path: Path) -> Bool {
    isFile(path) && Disk.head(of: path, count: 16).elementsEqual("SQLite format 3\0".utf8)
  }

  package static func isFolder(_ path: Path) -> Bool { Disk.status(of: path)?.isFolder ?? false }

  package static func size(of path: Path) -> Int { Disk.size(path) }

  /// The first bytes of a file, where that many are enough; none where it cannot be read.
  package static func head(of path: Path, count: Int) -> [UInt8] {
    Disk.head(of: path, count: count)
  }

  /// The names in a folder; none where it cannot be read.
  package static func names(in folder: Path) -> [Path] {
    do throws(StorageProblem) { return try Disk.names(in: folder) } catch { return [] }
  }

  /// Bytes of memory that this machine has.
  package static var memory: Int {
    Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
