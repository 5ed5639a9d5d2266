import Notes

/// Files beside notes that those refer to: pictures and the like.
extension NoteFiles {
  /// Files of so many folders are looked through for a name.
  private static let mostFolders = 20_000

  /// Whether a file or folder lies at a path, from the folder of the notes on, or one of its name anywhere in
  /// them, as wikis refer to pictures. The names are found when they are first needed.
  package func holds(_ path: String, _ names: inout Set<String>?) -> Bool {
    if stamp(of: path) != nil { return true }
    guard isFolder, !path.hasPrefix("../") else { return false }
    let known = names ?? allNames
    names = known
    return path.split(separator: "/").last.map { known.contains(String($0)) } ?? false
  }

  private var allNames: Set<String> {
    var names: Set<String> = []
    for folder in folders.prefix(Self.mostFolders) {
      names.formUnion(Mapping.names(in: folder).map(\.text))
    }
    return names
  }
}
