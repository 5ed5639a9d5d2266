/// A disk under a folder, and what may be left of it when the power goes: all that was synced, and
/// of the rest any part. A file's contents and its name are synced apart, as POSIX has it: the name
/// only with its folder.
struct PowerModel {
  private enum Thing: Equatable {
    case folder
    case file(Int)
  }
  private enum Edit {
    case write(at: Int, [UInt8])
    case truncate(to: Int)
  }
  private struct File {
    var settled: [UInt8] = []
    var edits: [Edit] = []
  }
  private struct Naming {
    let folder: String
    let path: String
    let thing: Thing?
  }

  private var files: [File] = []
  private var names: [String: Thing] = [:]
  private var settledNames: [String: Thing] = [:]
  private var namings: [Naming] = []

  /// How much of what was not synced is left.
  enum Part: CaseIterable {
    case nothing, everything, random
  }

  /// The model as it was when every change so far had been synced.
  mutating func settle() {
    for index in files.indices { settle(index) }
    settledNames = names
    namings = []
  }

  /// Takes the next change.
  mutating func apply(_ change: DiskChange) {
    switch change {
    case .create(let path):
      files.append(File())
      name(path, .file(files.count - 1))
    case .makeFolder(let path): name(path, .folder)
    case .unlink(let path): name(path, nil)
    case .rename(let old, let new):
      let thing = names[old]
      name(old, nil)
      name(new, thing)
    case .write(let path, let offset, let bytes): edit(path, .write(at: offset, bytes))
    case .truncate(let path, let length): edit(path, .truncate(to: length))
    case .sync(let path):
      if case .file(let index) = names[path] { settle(index) }
      for naming in namings where naming.folder == path { settledNames[naming.path] = naming.thing }
      namings.removeAll { $0.folder == path }
    case .output: break
    }
  }

  /// What may be on the disk after the power was away: the folders, and the files with their bytes.
  func left(
    _ part: Part, _ random: inout Random
  ) -> (folders: [String], files: [String: [UInt8]]) {
    var names = settledNames
    // Changes of names go to a journal in their order.
    let kept =
      part == .nothing
      ? 0
      : part == .everything
        ? namings.count
        : random.below(namings.count + 1)
    for naming in namings.prefix(kept) { names[naming.path] = naming.thing }
    var found: [String: [UInt8]] = [:]
    var folders: [String] = []
    for (path, thing) in names.sorted(by: { $0.key < $1.key }) where isReachable(path, names) {
      switch thing {
      case .folder: folders.append(path)
      case .file(let index): found[path] = left(of: files[index], part, &random)
      }
    }
    return (folders, found)
  }

  private func isReachable(_ path: String, _ names: [String: Thing]) -> Bool {
    let parent = Self.parent(path)
    // What was there before the record began has no name in it.
    guard self.names[parent] != nil || settledNames[parent] != nil else { return true }
    return names[parent] == .folder && isReachable(parent, names)
  }

  private func left(of file: File, _ part: Part, _ random: inout Random) -> [UInt8] {
    var bytes = file.settled
    let edits: [Edit]
    switch part {
    case .nothing: edits = []
    case .everything: edits = file.edits
    case .random:
      let isInOrder = random.below(2) == 0
      let end = random.below(file.edits.count + 1)
      edits =
        isInOrder
        ? Array(file.edits.prefix(end))
        : file.edits.filter { _ in
          random.below(2) == 0
        }
    }
    for (number, edit) in edits.enumerated() {
      var edit = edit
      // The last one may be torn between two sectors.
      if part == .random, number == edits.count - 1, case .write(let offset, let new) = edit {
        let sectors = (new.count + 511) / 512
        edit = .write(at: offset, Array(new.prefix(512 * (1 + random.below(sectors)))))
      }
      Self.carry(edit, &bytes)
    }
    return bytes
  }

  private mutating func name(_ path: String, _ thing: Thing?) {
    names[path] = thing
    namings.append(Naming(folder: Self.parent(path), path: path, thing: thing))
  }

  private mutating func edit(_ path: String, _ edit: Edit) {
    if case .file(let index) = names[path] { files[index].edits.append(edit) }
  }

  private mutating func settle(_ index: Int) {
    for edit in files[index].edits { Self.carry(edit, &files[index].settled) }
    files[index].edits = []
  }

  private static func carry(_ edit: Edit, _ bytes: inout [UInt8]) {
    switch edit {
    case .write(let offset, let new):
      let end = offset + new.count
      if bytes.count < end { bytes += Array(repeating: 0, count: end - bytes.count) }
      bytes.replaceSubrange(offset..<end, with: new)
    case .truncate(let length):
      bytes = Array(bytes.prefix(length))
      bytes += Array(repeating: 0, count: length - bytes.count)
    }
  }

  private static func parent(_ path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }
}
