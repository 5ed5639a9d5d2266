/// A note beside a file that was opened alone, to which a link leads: it is read when it is gone to.
package struct Neighbour: Equatable, Sendable {
  /// The paths that it may have, seen from the folder of the file that was opened, the best one first.
  package let paths: [String]
  /// What a wiki calls it; then it may also lie anywhere below that folder.
  package let name: String?

  /// Where a link's path leads that stands in a note of a folder. It leads out of the opened file's own
  /// folder only where it says so.
  init(path: String, from folder: some Sequence<Substring>) {
    let wanted = RelativePath.resolved(path, from: folder, leavingRoot: true)
    paths = NoteName.paths(meantBy: wanted).filter { $0 != wanted || NoteName.isNote(wanted) }
    name = nil
  }

  /// What a wiki's link names in a note of a folder.
  init(name: String, from folder: some Sequence<Substring>) {
    paths = Neighbour(path: name, from: folder).paths
    self.name = name
  }

  /// The path among some that is the wiki's name, as file systems that fold case compare it.
  package func path(among paths: [String]) -> String? {
    guard let name else { return nil }
    return paths.first { $0.lowercased().isPath(named: name.lowercased()) }
  }
}
