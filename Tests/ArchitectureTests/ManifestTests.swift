import Testing

@Suite struct ManifestTests {
  @Test func everyWayToDeclareATargetIsRead() {
    let text = """
      /// A call in a definition: target(name: "none").
      func library(_ name: String) -> Target { .target(name: name) }
      let package = Package(
        name: "p", products: [
          .executable(name: "a", targets: ["a"]), .library(name: "B", targets: ["B"]),
        ],
        targets: [
          .executableTarget(
            name: "a", dependencies: ["B", "C"], // "D"
            swiftSettings: shipped, linkerSettings: [.unsafeFlags(["-x", "y"], .when(1))]),
          library("B", ["C"]), library("C"),
          .target(name: "E", path: ".", sources: ["Sources/E"], plugins: ["P"]),
          .plugin(name: "P", capability: .buildTool(), dependencies: ["a"], path: "Sources/Q/P"),
          tests("BTests", ["B"]),
          .testTarget(name: "FTests", dependencies: ["C"], path: "Tests/F/Tests"),
          .systemLibrary(name: "L", path: "Sources/L"),
        ])
      """
    #expect(
      Manifest.targets(in: text) == [
        DeclaredTarget(name: "a", dependencies: ["B", "C"], path: "Sources/a"),
        DeclaredTarget(name: "B", dependencies: ["C"], path: "Sources/B"),
        DeclaredTarget(name: "C", dependencies: [], path: "Sources/C"),
        DeclaredTarget(name: "E", dependencies: [], path: "Sources/E"),
        DeclaredTarget(name: "P", dependencies: ["a"], path: "Sources/Q/P"),
        DeclaredTarget(name: "BTests", dependencies: ["B", "TestSupport"], path: "Tests/BTests"),
        DeclaredTarget(name: "FTests", dependencies: ["C"], path: "Tests/F/Tests"),
        DeclaredTarget(name: "L", dependencies: [], path: "Sources/L"),
      ])
  }
}
