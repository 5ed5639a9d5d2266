/// What the programs are given to show.
struct Subject {
  let title: String
  let path: String
  /// The text that makes the first frame.
  let awaited: String
  var isFolder = false
  /// Whether a program that fails here would only fail again at what comes later.
  var grows = false
  /// Whether it was made for the purpose, and goes afterwards.
  var isOurs = false

  /// What a reader shows first of a file: the last heading within its first five lines, as far as
  /// it is plain.
  static func heading(of path: String) throws(BenchFailure) -> String {
    guard let text = contents(of: path, limit: 4096) else { throw .file(path, "cannot be read") }
    let lines = text.split(separator: "\n", maxSplits: 5).prefix(5)
    guard let heading = lines.last(where: { $0.hasPrefix("#") }) else {
      throw .file(path, "has no heading in its first lines")
    }
    let words = heading.drop { $0 == "#" || $0 == " " }
    return String(words.prefix { $0.isLetter || $0.isNumber || " -".contains($0) }.prefix(40))
  }

  /// Removes what was made for the purpose.
  func discard() {
    if isOurs { removeTree(path) }
  }
}
