/// The texts of the files that a note pulls in, and those that they pull in, by their paths from the folder
/// that was opened.
package struct PulledFiles: Equatable, Sendable {
  package private(set) var texts: [String: [UInt8]] = [:]
  /// The folders in which MkDocs looks for snippets, from the one that was opened.
  let snippetFolders: [String]
  /// Why files are there and were not read.
  package private(set) var refusals: [String: Refusal] = [:]

  /// Why a file that is there is not pulled in.
  package enum Refusal: Equatable, Sendable { case liesOutside, isTooLarge }

  /// A file longer than that is not pulled in.
  package static let sizeLimit = 1_000_000
  /// What one note may pull in at most.
  private static let mostBytes = 4_000_000
  private static let mostFiles = 200
  /// How deep files may pull in others.
  static let deepest = 8

  /// Reads what a note pulls in; nil where it pulls in nothing.
  ///
  /// - Parameters:
  ///   - read: the file at a path from the folder that was opened on; nil where there is none in it.
  ///   - refusal: why one that is there was not read; nil where there is none.
  package init?(
    for note: String, _ bytes: [UInt8], snippetFolders: [String] = [],
    reading read: (String) -> [UInt8]?,
    refusing refusal: (String) -> Refusal? = { _ in nil }
  ) {
    guard InclusionLines.mayStand(in: bytes) else { return nil }
    self.snippetFolders = snippetFolders
    var tried: Set<String> = []
    var size = 0
    var isThere = false
    // Files whose own are looked for next.
    var next = [(path: note, bytes: bytes)]
    for _ in 0..<Self.deepest {
      var found: [(path: String, bytes: [UInt8])] = []
      for (path, bytes) in next where InclusionLines.mayStand(in: bytes) {
        let folder = path.split(separator: "/").dropLast()
        for inclusion in Inclusion.all(in: bytes) {
          isThere = true
          for path in inclusion.paths(from: Array(folder), snippets: snippetFolders) {
            if texts[path] != nil { break }
            guard tried.insert(path).inserted else { continue }
            guard texts.count < Self.mostFiles, size < Self.mostBytes else {
              refusals[path] = .isTooLarge
              continue
            }
            guard let bytes = read(path) else {
              refusals[path] = refusal(path)
              continue
            }
            texts[path] = bytes
            size += bytes.count
            found.append((path, bytes))
            break
          }
        }
      }
      next = found
    }
    if !isThere { return nil }
  }
}

extension PulledFiles {
  /// The files that a note pulls in whole as a part of its text, each by the paths that it may have.
  package static func wholeFiles(
    in note: String, _ bytes: [UInt8], snippetFolders: [String] = []
  ) -> [[String]] {
    guard InclusionLines.mayStand(in: bytes) else { return [] }
    let folder = Array(note.split(separator: "/").dropLast())
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return InclusionLines.pieces(of: lines).flatMap { piece -> [Inclusion] in
      switch piece {
      case .line, .other, .files(_, _, _, .some): []
      case .files(let inclusions, _, _, nil): inclusions
      case .mixed(let parts, _):
        parts.compactMap { if case .file(let inclusion) = $0 { inclusion } else { nil } }
      }
    }.filter(\.isWholeText).map { $0.paths(from: folder, snippets: snippetFolders) }
  }
}

extension Inclusion {
  /// Whether all of a file becomes a part of the text.
  fileprivate var isWholeText: Bool {
    guard language == nil else { return false }
    return switch part {
    case .all, .section(nil): true
    case .options(let options): options.isEmpty
    default: false
    }
  }

  fileprivate static func all(in bytes: [UInt8]) -> [Inclusion] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    return InclusionLines.pieces(of: lines).flatMap { piece -> [Inclusion] in
      switch piece {
      case .line, .other: []
      case .files(let inclusions, _, _, _): inclusions
      case .mixed(let parts, _):
        parts.compactMap { if case .file(let inclusion) = $0 { inclusion } else { nil } }
      }
    }
  }
}
