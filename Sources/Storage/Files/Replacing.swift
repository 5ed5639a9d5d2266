import Libc
import Notes

/// What a write may replace.
package enum Replacing {
  /// Nothing: the name must be free.
  case nothing
  /// An older file of the same kind: the closure says what speaks against it, nil if nothing does.
  case own((_ old: [UInt8], _ path: String) -> StorageProblem?)
  /// The file that holds exactly this, whatever it is.
  case exactly([UInt8])
  /// Any file, since the person said so.
  case anything

  /// A file that is recognised by its contents, or any where that is forced.
  package static func own(
    _ kind: String, force: Bool, _ recognises: @escaping ([UInt8]) -> Bool
  ) -> Replacing {
    force ? .anything : .own { recognises($0) ? nil : .notOurs(path: $1, kind: kind) }
  }

  /// What speaks against replacing a plain file, if anything. An empty file holds nothing to lose.
  func objection(to path: Path, named name: Path) throws(StorageProblem) -> StorageProblem? {
    if ProgressStore.holds(path) { return .store(path: name.description) }
    switch self {
    case .nothing: return .occupied(path: name.description)
    case .anything: return nil
    case .exactly(let expected):
      return try Disk.contents(of: path) == expected ? nil : .changed(path: name.description)
    case .own(let object):
      if Disk.size(path) == 0 { return nil }
      return object(try Disk.contents(of: path), name.description)
    }
  }
}

extension Replacing {
  /// Whether the file is still the one that was looked at before.
  func isUnchanged(_ path: Path, since old: stat) throws(StorageProblem) -> Bool {
    if case .exactly(let expected) = self { return try Disk.contents(of: path) == expected }
    guard let now = Disk.status(of: path) else { return false }
    return now.isSameFile(as: old) && now.st_size == old.st_size
      && now.written.tv_sec == old.written.tv_sec && now.written.tv_nsec == old.written.tv_nsec
  }
}

extension ProgressStore {
  /// What SQLite writes beside a file.
  static let companions = ["-wal", "-shm", "-journal"]

  /// Whether that is progress, by its name or by what it holds, or one of the files beside it.
  static func holds(_ path: Path) -> Bool {
    let name = path.name.bytes
    let ending = companions.first { name.reversed().starts(with: $0.utf8.reversed()) } ?? ""
    let main = Path(bytes: Array(path.bytes.dropLast(ending.utf8.count)))
    if main.name.text == fileName { return true }
    return ProgressSchema.isInHeader(Disk.head(of: main, count: 100))
  }
}
