import CSystem
import Libc
import Notes

/// Notes on disk: found, read, and looked at again. A note is named by the text of its path, relative
/// to the folder.
package struct NoteFiles: Sendable {
  /// A file larger than this is not read.
  package static let sizeLimit = 2_000_000_000
  private static let deepest = 64

  /// What tells one state of a file from another.
  package struct Stamp: Equatable, Sendable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let inode: UInt
  }

  /// The file or folder as it was named.
  package let root: Path
  /// Whether it is a folder.
  package let isFolder: Bool
  /// Folders that are watched for changes.
  package internal(set) var folders: [Path] = []
  /// Folders that cannot be read, with the reason.
  package private(set) var unreadable: [(folder: Path, reason: String)] = []
  /// The files that notes and tables which are links lead to, each with those.
  package private(set) var linked: [Path: [String]] = [:]
  /// Notes that are there only to be pulled in by others, and are none of their own.
  package private(set) var parts: Set<String> = []
  /// Where the book looks for snippets.
  var snippetFolders: [String] = []
  /// Files that notes pull in, by their whole paths, with those notes.
  var pulling: [Path: Set<String>] = [:]
  /// The tables of contents among them.
  private var tables: [String] = []
  /// First pages, of Sphinx or of what was opened, which may say what the order is.
  private var fronts: [String] = []
  /// Whether the notes stand in the order of such a table, not in natural order.
  package private(set) var hasTables = false

  /// Notes beside the file that was opened which links led to, in that order.
  var neighbours: [String] = []

  /// Notes at a path; throws where there is nothing to read.
  package init(root: Path) throws(ReadProblem) {
    self.root = root
    var status = stat()
    guard stat(root.cString, &status) == 0 else { throw ReadProblem(Self.reason(errno)) }
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }

  /// A longer file is no settings of Obsidian's.
  private static let mostSettings = 64_000

  /// Whether they are a vault of Obsidian's, where each line is one that is seen unless its settings say that
  /// lines are Markdown's.
  package var keepsLines: Bool {
    let settings = home.appending(".obsidian")
    guard Mapping.isFolder(settings) else { return false }
    let app = Disk.head(of: settings.appending("app.json"), count: Self.mostSettings)
    let words = String(decoding: app, as: UTF8.self).filter { !$0.isWhitespace }
    return !words.contains("\"strictLineBreaks\":true")
  }

  /// All notes, by their paths from the folder on, in the order of the tables of contents that were
  /// found among them.
  package mutating func list() -> Book {
    guard isFolder else {
      folders = [home]
      linked = [:]
      for note in [root.name.text] + neighbours { watchOver(note) }
      watchOverPulled()
      return Book([root.name.text] + neighbours)
    }
    folders = []
    unreadable = []
    linked = [:]
    tables = []
    fronts = []
    let paths = list(under: "")
    defer { watchOverPulled() }
    func bytes(_ path: String) -> [UInt8]? { try? read(path, atMost: BookTable.sizeLimit).get() }
    var written: [(String, BookTable)] = []
    for path in tables {
      switch read(path, atMost: BookTable.sizeLimit) {
      case .success(let bytes):
        if let table = BookTable(Path(path).name.text, bytes) { written.append((path, table)) }
      case .failure(let problem):
        // The notes stand in another order then than their author gave them.
        unreadable.append((self.path(of: path), problem.message))
      }
    }
    let made = fronts.compactMap { front in
      BookTable(toctreesFrom: front, reading: bytes).map { (front, $0) }
    }
    let home = Self.absolute(root).name.description
    var book = Book(paths, tables: written + made, home: home)
    snippetFolders = book.snippetFolders
    parts = pulledInOnly(of: book)
    if !parts.isEmpty {
      book = Book(
        paths.filter { !parts.contains($0) }, tables: written + made, home: home)
    }
    hasTables = book.hasTables
    return book
  }

  /// The paths of the notes in one folder and those so far below it, in natural order.
  package mutating func list(under folder: String, depth: Int = Self.deepest) -> [String] {
    var found: [String] = []
    var seen: Set<[UInt]> = []
    walk(folder.isEmpty ? nil : Path(folder), depth, &found, &seen)
    return NaturalOrder.sorted(found)
  }

  /// The folder that paths are seen from.
  var home: Path { isFolder ? root : root.parent ?? root }

  /// What a note that is a link leads to is watched too.
  mutating func follow(_ note: String) {
    let target = Self.absolute(path(of: note))
    guard target != path(of: note) else { return }
    linked[target, default: []].append(note)
    folders.append(target.parent ?? target)
  }

  private mutating func walk(
    _ folder: Path?, _ depth: Int, _ found: inout [String], _ seen: inout Set<[UInt]>
  ) {
    let path = folder.map(root.appending) ?? root
    var status = stat()
    // A folder that was met already is a loop of links.
    guard depth > 0, stat(path.cString, &status) == 0,
      seen.insert([UInt(status.st_dev), UInt(status.st_ino)]).inserted
    else { return }
    guard let directory = opendir(path.cString) else {
      unreadable.append((path, Self.reason(errno)))
      return
    }
    defer { closedir(directory) }
    folders.append(path)
    var inner: [Path] = []
    var front: String?
    var isSphinx = false
    // The first page of what was opened too, which may be a part of such a book.
    defer { if isSphinx || folder == nil, let front { fronts.append(front) } }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        Path(bytes: Array(UnsafeRawBufferPointer(rebasing: bytes[..<strnlen(bytes)])))
      }
      guard name.bytes.first != UInt8(ascii: ".") else { continue }
      let relative = folder?.appending(name) ?? name
      // Of many thousands of names the texts are made once.
      let text = name.text
      let path = folder == nil ? text : relative.text
      let isTable = BookTable.isTable(text)
      let isNote = NoteName.isNote(text)
      if text == "conf.py" { isSphinx = true }
      if text == "index.md" { front = path }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG):
        if isNote { found.append(path) }
        if isTable { tables.append(path) }
      case Int(DT_DIR): inner.append(relative)
      case Int(DT_LNK), Int(DT_UNKNOWN):
        var target = stat()
        guard stat(root.appending(relative).cString, &target) == 0 else {
          if isNote { found.append(path) }
          continue
        }
        if target.st_mode & S_IFMT == S_IFDIR {
          inner.append(relative)
        } else if isNote || isTable {
          if isNote { found.append(path) }
          if isTable { tables.append(path) }
          follow(path)
        }
      default: break
      }
    }
    for folder in inner { walk(folder, depth - 1, &found, &seen) }
  }

  /// The whole path of a note.
  package func path(of relative: String) -> Path {
    isFolder || relative != root.name.text ? home.appending(Path(relative)) : root
  }

  /// What the file is now; nil when it is not there.
  package func stamp(of relative: String) -> Stamp? {
    var status = stat()
    guard stat(path(of: relative).cString, &status) == 0 else { return nil }
    return Stamp(
      size: Int(status.st_size), seconds: status.written.tv_sec,
      nanoseconds: status.written.tv_nsec, inode: UInt(status.st_ino))
  }

  /// The contents of a note.
  package func read(_ relative: String) -> Result<[UInt8], ReadProblem> {
    read(relative, atMost: Self.sizeLimit)
  }

  func read(_ relative: String, atMost limit: Int) -> Result<[UInt8], ReadProblem> {
    // Without O_NONBLOCK a named pipe would be waited for.
    let file = open(path(of: relative).cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .failure(ReadProblem(Self.reason(errno))) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(ReadProblem("is not a file"))
    }
    guard status.st_size <= limit else {
      return .failure(ReadProblem("is larger than \(Self.size(limit)); split it"))
    }
    var head = [UInt8](repeating: 0, count: Document.headSize)
    let count = pread(file, &head, head.count, 0)
    if let problem = Document.problem(Array(head.prefix(max(0, count)))) {
      return .failure(ReadProblem(problem))
    }
    return Self.readAll(file, expecting: status.st_size)
  }

  /// The beginning of a note that is too long to be read before anything shows; nil for others.
  package func head(of relative: String) -> [UInt8]? {
    guard let size = stamp(of: relative)?.size, size > 16 * Self.headSize, size <= Self.sizeLimit
    else {
      return nil
    }
    let file = open(path(of: relative).cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Self.headSize) { buffer, count in
      count = max(0, Libc.read(file, buffer.baseAddress, Self.headSize))
    }
  }

  /// Bytes of it.
  private static let headSize = 256 * 1024

  /// Whether a note may hold all of some words on one line; it is looked through and not kept.
  package func mayHold(
    _ searches: [ByteSearch], _ relative: String, _ buffer: inout [UInt8]
  ) -> Bool {
    let file = open(path(of: relative).cString, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return true }
    defer { close(file) }
    var count = 0
    while true {
      if count == buffer.count {
        guard buffer.count < Self.sizeLimit else { return true }
        buffer += [UInt8](repeating: 0, count: max(256 * 1024, buffer.count))
      }
      let got = buffer.withUnsafeMutableBytes { bytes in
        Libc.read(file, bytes.baseAddress?.advanced(by: count), bytes.count - count)
      }
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return true }
      count += got
      // Of a file only its end is less than was asked for.
      if count < buffer.count { return ByteSearch.areOnOneLine(searches, of: buffer, to: count) }
    }
  }

  /// All of a descriptor until its end, as for notes from standard input; no more than the head
  /// where that is refused.
  package static func readAll(
    _ file: Int32, expecting size: Int = 0, atMost limit: Int = sizeLimit,
    refusing refusal: ([UInt8]) -> String? = { _ in nil }
  ) -> Result<[UInt8], ReadProblem> {
    var isLookedAt = false
    var problem: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Libc.read(file, buffer.baseAddress?.advanced(by: count), size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { problem = errno }
        if got <= 0 { break }
        count += got
      }
    }
    // What the file has grown by meanwhile, or all of a pipe.
    var chunk = [UInt8](repeating: 0, count: size == 0 ? 65536 : 1)
    while problem == 0, size == 0 || bytes.count == size {
      let got = Libc.read(file, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { problem = errno }
      if got <= 0 { break }
      bytes.append(contentsOf: chunk[..<got])
      if !isLookedAt, bytes.count >= Document.headSize {
        isLookedAt = true
        if let problem = refusal(bytes) { return .failure(ReadProblem(problem)) }
      }
      if bytes.count > limit {
        return .failure(ReadProblem("is larger than \(Self.size(limit)); split it"))
      }
      if chunk.count == 1 { chunk = [UInt8](repeating: 0, count: 65536) }
      if size > 0, bytes.count > size { break }
    }
    return problem == 0 ? .success(bytes) : .failure(ReadProblem(reason(problem)))
  }

  /// A limit in words: `2 GB`.
  private static func size(_ bytes: Int) -> String {
    bytes >= 1_000_000_000 ? "\(bytes / 1_000_000_000) GB" : "\(bytes / 1_000_000) MB"
  }

  /// Why a file cannot be read, by the system's code: what stands after its name in a message.
  package static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "is not there; check the name"
    case EACCES: "cannot be read: permission denied"
    case ELOOP: "is a link that leads back to itself"
    case EISDIR: "is a folder"
    default: "cannot be read: \(String(cString: strerror(code)).lowercased())"
    }
  }

  /// A path from the root of the file system, links resolved: the same notes have the same one
  /// from wherever they are opened.
  package static func absolute(_ path: Path) -> Path {
    Disk.resolved(path) ?? path
  }
}

/// How long a name is that the system gave.
private func strnlen(_ bytes: UnsafeRawBufferPointer) -> Int {
  bytes.baseAddress.map { Libc.strnlen($0.assumingMemoryBound(to: CChar.self), bytes.count) } ?? 0
}
