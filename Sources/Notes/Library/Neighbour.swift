/// What a link leads to that is none of the notes that are open: a note beside a file that was opened alone,
/// which is read when it is gone to, or a file or folder that is no note.
package struct Neighbour: Equatable, Sendable {
  /// The paths that it may have, seen from the folder of the file that was opened, the best one first.
  package let paths: [String]
  /// What a wiki calls it; then it may also lie anywhere below that folder.
  package let name: String?
  /// The path itself, seen from the folder that was opened, where what lies there may be no note; nil for a wiki's
  /// name.
  package let place: String?

  /// Where a link's path leads that stands in a note of a folder. It leads out of the opened file's own
  /// folder only where it says so.
  init(path: String, from folder: some Sequence<Substring>) {
    let wanted = RelativePath.resolved(path, from: folder, leavingRoot: true)
    paths = NoteName.paths(meantBy: wanted).filter { $0 != wanted || NoteName.isNote(wanted) }
    name = nil
    place = wanted
  }

  /// What a wiki's link names in a note of a folder.
  init(name: String, from folder: some Sequence<Substring>) {
    paths = Neighbour(path: name, from: folder).paths
    self.name = name
    place = nil
  }

  /// The path among some that is the wiki's name, as file systems that fold case compare it.
  package func path(among paths: [String]) -> String? {
    guard let name else { return nil }
    return paths.first { $0.lowercased().isPath(named: name.lowercased()) }
  }
}

extension Library {
  /// What lies where a link leads that leads to none of these notes, as far as it names a path.
  package func neighbour(ofLink link: String, from id: LessonID) -> Neighbour? {
    let path = link.prefix { $0 != "#" && $0 != "?" }
    guard WikiName(link) == nil, !path.isEmpty, !path.hasPrefix("/"), !path.contains(":") else {
      return nil
    }
    return Neighbour(path: RelativePath.percentDecoded(String(path)), from: folder(of: id))
  }
}
