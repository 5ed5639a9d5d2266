import Libc
import Notes
import Scheduling
import Testing

@testable import Storage

/// What these tests do to files besides calling the store.
enum ProgressDisk {
  /// While this runs no file of this process may grow beyond so many bytes: a full disk.
  static func whileFull(at bytes: UInt, _ body: () throws -> Void) throws {
    let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    signal(SIGXFSZ, SIG_IGN)
    var old = rlimit()
    try #require(getrlimit(resource, &old) == 0)
    var limit = rlimit(rlim_cur: bytes, rlim_max: old.rlim_max)
    try #require(setrlimit(resource, &limit) == 0)
    defer { setrlimit(resource, &old) }
    try body()
  }
}

/// Paths as texts, which is what most tests have.
extension ProgressStore {
  static func open(folder: String, now: Int) throws(StorageProblem) -> ProgressStore {
    try open(folder: Path(folder), now: now)
  }

  func merge(fileAt path: String) throws(StorageProblem) -> MergeReport {
    try merge(fileAt: Path(path))
  }

  func sync(
    folder: String, using random: inout some RandomNumberGenerator
  ) throws(StorageProblem) -> SyncReport {
    try sync(folder: Path(folder), using: &random)
  }
}

extension Database {
  convenience init(path: String, access: Access) throws(StorageProblem) {
    try self.init(path: Path(path), access: access)
  }
}

/// Noon of 2 January 2026 in UTC.
let noon = 1_767_355_200_000

/// A plain answer, told apart by its number.
func answer(_ number: Int, question: String = "q", text: String = "the weights") -> Review {
  Review(
    id: ReviewID(bits: UInt128(number)), question: question, kind: .answer(.good),
    time: noon + number * 1_000, offset: 60, seed: UInt64.max - UInt64(number), answer: text,
    credit: 1, hints: 0, duration: 2_500)
}
