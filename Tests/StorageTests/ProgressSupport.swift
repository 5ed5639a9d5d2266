import Glibc
import Scheduling
import Testing

@testable import Storage

/// What these tests do to files besides calling the store.
enum ProgressDisk {
  /// A new empty folder for one test, removed at the end.
  static func folder<Result>(_ body: (String) throws -> Result) throws -> Result {
    var template = Array("/tmp/attend-test-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    defer { remove(folder) }
    return try body(folder)
  }

  private static func remove(_ path: String) {
    for name in names(in: path) { remove("\(path)/\(name)") }
    if rmdir(path) != 0 { unlink(path) }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a file.
  static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { all += chunk[..<count] }
    return all
  }

  /// Writes a file.
  static func write(_ bytes: some Sequence<UInt8>, to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    let all = Array(bytes)
    try #require(fwrite(all, 1, all.count, file) == all.count)
  }

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

/// Noon of 2 January 2026 in UTC.
let noon = 1_767_355_200_000

/// A plain answer, told apart by its number.
func answer(_ number: Int, question: String = "q", text: String = "the weights") -> Review {
  Review(
    id: ReviewID(bits: UInt128(number)), question: question, kind: .answer(.good),
    time: noon + number * 1_000, offset: 60, seed: UInt64.max - UInt64(number), answer: text,
    credit: 1, hints: 0, duration: 2_500)
}
