import CSQLite
import Libc
import Notes

/// One connection to an SQLite file.
final class Database {
  /// What the connection may do to the file.
  enum Access {
    /// Read and write a file that exists.
    case existing
    /// Read and write, and make the file if it is missing.
    case creating
    /// Read and write a file that exists, where programs share no memory (some folders of networks
    /// and of other systems) or the disk is too full for it.
    case unshared
    /// Read only.
    case reading
    /// Read only, and no file is made beside it: for folders that cannot be written.
    case frozen
  }

  let path: Path
  let access: Access
  let handle: OpaquePointer
  /// Whether a failure may have been that programs share no memory there.
  private(set) var lacksSharing = false

  /// How long to wait for another program's lock, in milliseconds.
  static let patience: Int32 = 5_000

  /// Opens the file; SQLite reads nothing of it before the first statement.
  init(path: Path, access: Access) throws(StorageProblem) {
    let flags =
      switch access {
      case .existing, .unshared: SQLITE_OPEN_READWRITE
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .reading: SQLITE_OPEN_READONLY
      case .frozen: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      }
    // Debian's SQLite takes any name that begins with "file:" for a URI.
    let file = path.isAbsolute ? path : Path(".").appending(path)
    let name = access == .frozen ? Path("file:\(file.percentEncoded)?immutable=1") : file
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(name.cString, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let handle else { throw .failed(path: path.description, reason: "out of memory") }
    self.path = path
    self.access = access
    self.handle = handle
    if code != SQLITE_OK { throw problem(code) }
    sqlite3_extended_result_codes(handle, 1)
    csqlite_distrust(handle)
    sqlite3_busy_timeout(handle, Self.patience)
    if access == .unshared {
      // Alone with the file, SQLite needs no shared memory to go back to its older journal; where
      // even that fails, on a full disk, it goes on alone.
      try run("PRAGMA locking_mode = EXCLUSIVE")
      try? run("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL")
    }
  }

  /// Makes an empty one that is in memory alone; `path` is what problems call it.
  init(inMemoryNamed path: Path) throws(StorageProblem) {
    var handle: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(":memory:", &handle, flags, nil)
    guard let handle else { throw .failed(path: path.description, reason: "out of memory") }
    self.path = path
    access = .frozen
    self.handle = handle
    if code != SQLITE_OK { throw problem(code) }
    sqlite3_extended_result_codes(handle, 1)
    csqlite_distrust(handle)
  }

  /// Opens a file that stands in memory, to be read only; the memory has to outlive it. As many steps are
  /// allowed as its size has any use for.
  convenience init(
    image: UnsafeMutableBufferPointer<UInt8>, named path: Path
  ) throws(StorageProblem) {
    try self.init(inMemoryNamed: path)
    let size = Int64(image.count)
    let taken = sqlite3_deserialize(
      handle, "main", image.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
    if taken != SQLITE_OK { throw problem(taken) }
    // Anki's own order of names: SQLite opens no table whose columns are sorted by one that it misses. Nothing
    // that is asked here depends on it.
    let code = sqlite3_create_collation_v2(
      handle, "unicase", SQLITE_UTF8, nil, { _, count, _, other, _ in count - other }, nil)
    if code != SQLITE_OK { throw problem(code) }
    limitSteps(forBytes: image.count)
  }

  deinit {
    // Closing would otherwise delete by name the log of the file that now stands there.
    if hasMoved { leaveUntouched() }
    sqlite3_close_v2(handle)
  }

  /// Runs statements that have no parameters.
  func run(_ sql: String) throws(StorageProblem) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    if code != SQLITE_OK { throw problem(code) }
  }

  /// The one number that a query gives, 0 if none.
  func number(_ sql: String) throws(StorageProblem) -> Int {
    let statement = try Statement(sql, on: self)
    return try statement.step() ? statement.int(0) : 0
  }

  /// Whether the file has that table, as one of an earlier version may not.
  func has(table name: String) throws(StorageProblem) -> Bool {
    let select = try Statement(
      "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", on: self)
    try select.bind(name, at: 1)
    return try select.step()
  }

  /// Runs the body between `BEGIN IMMEDIATE` and `COMMIT`; all of it happens, or nothing.
  func transaction<Result>(
    _ body: () throws(StorageProblem) -> Result
  ) throws(StorageProblem) -> Result {
    try run("BEGIN IMMEDIATE")
    do throws(StorageProblem) {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  /// How many rows the last statement changed.
  var changes: Int { Int(sqlite3_changes(handle)) }

  /// Whether the file was renamed, replaced or deleted since it was opened.
  var hasMoved: Bool { csqlite_has_moved(handle) != 0 }

  /// Whether the file can only be read.
  var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// From now on a query is ended as damage that takes more steps than a file of that size has rows
  /// for: pages that lead back to themselves have no end.
  func limitSteps() { limitSteps(forBytes: Disk.size(path)) }

  private func limitSteps(forBytes size: Int) {
    let steps = 100_000_000 + 20 * size
    sqlite3_progress_handler(handle, Int32(clamping: steps), { _ in 1 }, nil)
  }

  /// Lets a statement run as often as it is needed.
  func liftLimit() { sqlite3_progress_handler(handle, 0, nil, nil) }

  /// SQLITE_IOERR_SHMSIZE.
  private static let noRoomToShare: Int32 = SQLITE_IOERR | 19 << 8

  /// Makes closing leave every byte of the file as it is.
  func leaveUntouched() {
    csqlite_close_without_checkpoint(handle)
  }

  /// What an SQLite result code means for the reader.
  func problem(_ code: Int32) -> StorageProblem {
    // From SQLITE_IOERR_SHMOPEN to SHMMAP: macros that Swift cannot see.
    let isOfSharing = code & 0xff == SQLITE_IOERR && (18...21).contains(code >> 8)
    if isOfSharing || code & 0xff == SQLITE_CANTOPEN { lacksSharing = true }
    let path = path.description
    switch code & 0xff {
    case SQLITE_FULL:
      return .full(path: path)
    case SQLITE_BUSY, SQLITE_LOCKED:
      return .busy(path: path)
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_INTERRUPT:
      return .damaged(path: path)
    case SQLITE_IOERR where code == Self.noRoomToShare:
      return .full(path: path)
    case SQLITE_IOERR where [ENOSPC, EDQUOT, EFBIG].contains(csqlite_write_errno(handle)):
      return .full(path: path)
    case SQLITE_READONLY, SQLITE_PERM:
      return .unwritable(path: path, reason: "it is read-only")
    case SQLITE_CANTOPEN:
      let number = sqlite3_system_errno(handle)
      return .unreadable(path: path, reason: number == 0 ? message : describe(errno: number))
    default:
      return .failed(path: path, reason: message)
    }
  }

  private var message: String { String(cString: sqlite3_errmsg(handle)) }
}

/// What the system calls an error number.
func describe(errno number: Int32) -> String {
  guard let text = strerror(number) else { return "error \(number)" }
  return String(cString: text)
}

extension Path {
  /// The path with every byte that means something in a URI written as `%xx`.
  fileprivate var percentEncoded: String {
    var result = ""
    for byte in bytes {
      switch byte {
      case 0...32, UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "?"), 127...:
        result += byte < 16 ? "%0" : "%"
        result += String(byte, radix: 16)
      default:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }
}
