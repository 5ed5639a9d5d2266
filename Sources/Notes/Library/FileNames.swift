import Basics

/// The files of a library by what links call them, so that none has to be looked through for a link.
struct FileNames: Sendable {
  /// By whole path; of paths that differ only in how accents are written, all.
  private var whole: [String: [Int]] = [:]
  /// By the last name without its ending, in small letters.
  private var last: [String: [Int]] = [:]
  /// The first file in each folder.
  private var folders: [Substring: Int] = [:]

  init(_ library: Library) {
    for (index, document) in library.documents.enumerated() {
      whole[document.path, default: []].append(index)
      last[Self.lastName(document.path.lowercased()), default: []].append(index)
      var rest = document.path[...]
      while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        if folders[rest] != nil { break }
        folders[rest] = index
      }
    }
  }

  private static func lastName(_ path: String) -> String {
    let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] }
    let bare = name.map(String.init) ?? path
    return NoteName.ending(of: bare).map { String(bare.dropLast($0.count)) } ?? bare
  }

  /// The file of a path; accents may be written in either way, unless there are files of both.
  func file(at path: String, in library: Library) -> Int? {
    let found = whole[path] ?? []
    return found.first { library.documents[$0].path.utf8.elementsEqual(path.utf8) } ?? found.first
  }

  /// The first file in the folder that a link names; from the root of a site also in one whose first folders these
  /// notes do not have.
  func firstFile(inFolder path: String, from folder: some Sequence<Substring>) -> Int? {
    var rest = RelativePath.resolved(path, from: folder, leavingRoot: true)[...]
    if rest.isEmpty { return whole.isEmpty ? nil : 0 }
    if let found = folders[rest] { return found }
    while path.hasPrefix("/"), let slash = rest.firstIndex(of: "/") {
      rest = rest[rest.index(after: slash)...]
      if let found = folders[rest] { return found }
    }
    return nil
  }

  /// The file of a wiki's name, compared as file systems that fold case do; of several the one nearest
  /// to another file.
  func file(named name: String, near: Int, in library: Library) -> Int? {
    let wanted = name.lowercased()
    let bare = Self.lastName(wanted)
    let full = Self.lastName(wanted + ".md")
    var best: (index: Int, distance: Int)?
    for index in (last[bare] ?? []) + (full == bare ? [] : last[full] ?? []) {
      let path = library.documents[index].path
      guard path.lowercased().isPath(named: wanted) else { continue }
      let distance = library.documents[near].path.commonFolders(with: path)
      let isBetter =
        best.map { distance > $0.distance || distance == $0.distance && index < $0.index } ?? true
      if isBetter { best = (index, distance) }
    }
    return best?.index
  }
}

/// Where those of a library are kept once they were asked for: its copies share them, and one with other files
/// begins anew.
struct KeptFileNames: Equatable, Sendable {
  private let known = Memo<Bool, FileNames>()

  func callAsFunction(_ library: Library) -> FileNames { known(true) { FileNames(library) } }

  /// Two libraries of the same files differ in nothing by what is known of them.
  static func == (left: Self, right: Self) -> Bool { true }
}

extension String {
  /// Whether a path is what a wiki calls so: ends in that name, in its folders or without the ending of
  /// its file's name. Both are in small letters.
  func isPath(named name: String) -> Bool {
    self == name || endsPath(in: name) || endsPath(in: name + ".md")
  }

  private func endsPath(in tail: String) -> Bool {
    let bare = NoteName.ending(of: self).map { String(dropLast($0.count)) } ?? self
    return [self, bare].contains { $0 == tail || $0.hasSuffix("/" + tail) }
  }

  /// How many folders two paths share from their start on.
  fileprivate func commonFolders(with other: String) -> Int {
    zip(split(separator: "/").dropLast(), other.split(separator: "/").dropLast())
      .prefix { $0 == $1 }.count
  }
}
