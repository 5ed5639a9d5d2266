import Libc

extension TestTerminal {
  /// The path of an executable built together with the running tests.
  package static func builtProduct(named name: String) throws -> String {
    let neighbours = [currentExecutable].compactMap(\.self) + mappedFiles()
    for file in neighbours {
      guard let slash = file.lastIndex(of: "/") else { continue }
      let candidate = file[...slash] + name
      if access(String(candidate), X_OK) == 0 { return String(candidate) }
    }
    throw TerminalFailure("No executable \(name) next to the tests")
  }

  private static var currentExecutable: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// The tests may be a library that a helper elsewhere has loaded: then only the map knows.
  private static func mappedFiles() -> [String] {
    guard let maps = fopen("/proc/self/maps", "r") else { return [] }
    defer { fclose(maps) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    var files: [String] = []
    while getline(&line, &capacity, maps) > 0, let text = line {
      let row = String(cString: text)
      guard row.contains(".xctest") || row.contains(".so"), let slash = row.firstIndex(of: "/")
      else { continue }
      files.append(String(row[slash...].dropLast()))
    }
    free(line)
    return files
  }
}
