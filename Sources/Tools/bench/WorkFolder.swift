import Libc

/// A folder for what is measured, and a home for the programs, so that they find no settings.
struct WorkFolder {
  let path: String

  init() throws(BenchFailure) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((parent + "/attend-bench.XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .file(parent, String(cString: strerror(errno))) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func discard() { removeTree(path) }
}
