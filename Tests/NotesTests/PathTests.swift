import Notes
import Testing

@Suite struct PathTests {
  private static let paths: [[UInt8]] = [
    [], Array("notes/a.md".utf8), Array("é.md".utf8), [0xE9], [0x63, 0xE9, 0x2E, 0x6D, 0x64],
    [0xFF, 0xFE], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x80],
    // The scalars that stand for bytes, as bytes of a path themselves.
    [0xF4, 0x8F, 0xBE, 0x80], [0xF4, 0x8F, 0xBF, 0xA9, 0xE9], [0xF4, 0x8F, 0xBF, 0xBF],
  ]

  @Test(arguments: paths) func aTextLosesNothing(bytes: [UInt8]) {
    #expect(Path(Path(bytes: bytes).text).bytes == bytes)
  }

  @Test func noTwoPathsShareAText() {
    #expect(Set(Self.paths.map { Array(Path(bytes: $0).text.utf8) }).count == Self.paths.count)
  }

  @Test func anyBytesComeBack() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        [0x61, 0xF4, 0x8F, 0xBF, 0xBE, 0x80, UInt8.random(in: 0...255, using: &random)]
          .randomElement(using: &random) ?? 0
      }
      #expect(Path(Path(bytes: bytes).text).bytes == bytes)
    }
  }

  @Test func aPersonReadsTheBytes() {
    #expect(Path(bytes: [0x63, 0xE9, 0x2E, 0x6D, 0x64]).description == "c\\xE9.md")
    #expect(Path.shown(Path(bytes: [0x63, 0xE9]).text + " is gone") == "c\\xE9 is gone")
    #expect(Path("é.md").description == "é.md")
    #expect(
      Titles.readable(fileName: Path(bytes: [0x63, 0xE9, 0x2E, 0x6D, 0x64]).text) == "C\\xE9")
  }

  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/", "/", "a"), ("a//b/", "a", "b"),
    ("/", nil, "/"), ("//", nil, "//"), ("..", ".", ".."),
  ]) func folderAndName(path: String, parent: String?, name: String) {
    #expect(Path(path).parent == parent.map { Path($0) })
    #expect(Path(path).name == Path(name))
  }

  @Test func namesAreAppended() {
    #expect(Path("/").appending("a").text == "/a")
    #expect(Path("a").appending(Path(bytes: [0xE9])).bytes == [0x61, 0x2F, 0xE9])
    #expect((Path("a") + "-wal").text == "a-wal")
  }
}
