import Testing

/// The arrows of the house point down only: each target imports what the manifest gives it, since
/// an undeclared import through another target would compile; and the documentation's map is the manifest's.
@Suite struct ImportTests {
  private let targets: [DeclaredTarget]
  private let map: HouseMap
  /// What comes with the toolchain.
  private static let given: Set<String> = [
    "Testing", "Synchronization", "PackagePlugin", "Foundation",
  ]
  /// The C library, as systems call it.
  private static let libraries: Set<String> = [
    "Glibc", "Musl", "Darwin", "Android", "Bionic", "WASILibc", "ucrt",
  ]

  init() throws {
    targets = Manifest.targets(in: try SourceTree.text(of: "Package.swift"))
    map = HouseMap(page: try SourceTree.text(of: "Sources/Documentation/architecture.md"))
  }

  private func declared(_ name: String) -> DeclaredTarget? {
    targets.first { $0.name == name }
  }

  @Test func everyImportIsDeclared() throws {
    for target in targets {
      for path in SourceTree.swiftFiles(under: target.path) {
        for name in try SourceTree.imports(of: path) where !Self.given.contains(name) {
          #expect(
            target.dependencies.contains(name),
            "\(path) imports \(name), which Package.swift does not give to \(target.name)")
        }
      }
    }
  }

  /// A system that has another C library is told of in one place.
  @Test func theCLibraryIsNamedInOneFile() throws {
    let files = SourceTree.swiftFiles(under: "Sources") + SourceTree.swiftFiles(under: "Tests")
    let naming = try files.filter { file in
      try SourceTree.lines(of: file).contains { line in
        let words = line.split(separator: " ").map(String.init)
        let rest = words.drop { $0.hasPrefix("@") }
        return rest.first == "import" && Self.libraries.contains(rest.dropFirst().first ?? "")
      } || SourceTree.text(of: file).contains("Glibc" + ".")
    }
    #expect(naming == ["Sources/Libc/Libc.swift"])
  }

  /// Which system this is, is asked in few files: one a thing that systems do in their own ways.
  @Test func fewFilesAskForTheSystem() throws {
    let asking = try SourceTree.swiftFiles(under: "Sources").filter { file in
      try SourceTree.lines(of: file).contains { line in
        let words = line.drop { $0 == " " }
        return words.hasPrefix("#if os(") || words.hasPrefix("#if canImport(")
          || words.hasPrefix("#elseif os(")
      }
    }
    #expect(
      asking.sorted() == [
        "Sources/Libc/Libc.swift", "Sources/Storage/Files/Disk.swift",
        "Sources/Storage/Watching/Inotify.swift",
      ])
  }

  /// A dependency that no file imports is an arrow too many. A program is only built, the tools link
  /// what they like, and what tests share is given to them all.
  @Test func everyDependencyIsImported() throws {
    for target in targets where !target.path.hasPrefix("Sources/Tools/") {
      let files = SourceTree.swiftFiles(under: target.path)
      let imports = Set(try files.flatMap(SourceTree.imports))
      for name in target.dependencies
      where name != "TestSupport" && declared(name)?.isProgram == false {
        #expect(imports.contains(name), "\(target.name) does not import \(name)")
      }
    }
  }

  /// Else the tests above could pass over some of it.
  @Test func everyFileBelongsToATarget() {
    let files = SourceTree.swiftFiles(under: "Sources") + SourceTree.swiftFiles(under: "Tests")
    #expect(files.count > 400)
    for file in files {
      let owners = targets.filter { file.hasPrefix($0.path + "/") }
      #expect(owners.count == 1, "\(file) belongs to \(owners.map(\.name))")
    }
  }

  @Test func theMapHasEveryTarget() {
    let shipped = targets.filter { $0.path == "Sources/\($0.name)" }.map(\.name)
    #expect(Set(map.rows.map(\.target)) == Set(shipped))
    for row in map.rows {
      guard let library = row.library else { continue }
      #expect(declared(row.target)?.dependencies.contains(library) == true, "\(row)")
    }
  }

  /// What a target depends on stands below it in the map, so that no arrow can point up.
  @Test func theMapIsReadFromTopToBottom() throws {
    let order = map.rows.map(\.target)
    for (index, name) in order.enumerated() {
      let target = try #require(declared(name))
      for dependency in target.dependencies {
        guard let at = order.firstIndex(of: dependency) else { continue }
        #expect(at > index, "\(name) uses \(dependency), which stands above it")
      }
    }
  }

  @Test func pureTargetsTouchNothingOutside() throws {
    #expect(map.pure.count > 8)
    for name in map.pure {
      for path in SourceTree.swiftFiles(under: "Sources/\(name)") {
        for line in try SourceTree.lines(of: path) {
          for call in ["fopen(", " open(\"", "getenv(", "clock_gettime(", "time(nil", "Foundation"]
          {
            #expect(!line.contains(call), "\(path): \(line)")
          }
        }
      }
    }
  }
}

extension DeclaredTarget {
  /// Whether it is a program, which others can have built but cannot import.
  fileprivate var isProgram: Bool {
    SourceTree.swiftFiles(under: path).contains { file in
      file.hasSuffix("/main.swift")
        || (try? SourceTree.lines(of: file).contains { $0.hasPrefix("@main") }) == true
    }
  }
}
