import TestSupport

/// The files of the package that the tests were built from, by their paths from its folder.
enum SourceTree {
  static func swiftFiles(under folder: String) -> [String] {
    Files.paths(under: "\(Files.package)/\(folder)").filter { $0.hasSuffix(".swift") }
      .map { "\(folder)/\($0)" }
  }

  static func text(of path: String) throws -> String {
    try Files.text(of: "\(Files.package)/\(path)")
  }

  static func lines(of path: String) throws -> [Substring] {
    try text(of: path).split(separator: "\n")
  }

  /// The modules that a file imports.
  static func imports(of path: String) throws -> [String] {
    try lines(of: path).compactMap { line in
      // An indented one stands in the text of a script.
      if line.hasPrefix(" ") { return nil }
      let words = line.split(separator: " ")
      guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
        words[..<at].allSatisfy({ $0.hasPrefix("@") })
      else { return nil }
      return String(words[at + 1])
    }
  }
}
