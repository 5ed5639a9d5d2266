import Libc
import Notes
import TestSupport
import Testing

@testable import Storage

/// Files that notes pull in, as they lie on disk.
@Suite struct PulledNotesTests {
  @Test func onlyFilesOfTheNotesArePulledIn() throws {
    let folder = try TemporaryFolder()
    let notes = folder.path + "/notes"
    #expect(mkdir(notes, 0o755) == 0)
    try Files.write(
      "{{#include p.md}}\n{{#include out.md}}\n{{#include in.md}}\n".utf8, to: notes + "/a.md")
    try Files.write("P\n".utf8, to: notes + "/p.md")
    try Files.write("secret\n".utf8, to: folder.path + "/secret.md")
    #expect(symlink("../secret.md", notes + "/out.md") == 0)
    #expect(symlink("p.md", notes + "/in.md") == 0)
    var files = try NoteFiles(root: Path(notes))
    _ = files.list()
    let pulled = files.document(0, "a.md").pulled
    #expect(pulled?.texts == ["p.md": Array("P\n".utf8), "in.md": Array("P\n".utf8)])
    // Where it changes, the note is to be read again.
    let event = Watch.Event.named(
      Path("p.md"), isFolder: false, folder: NoteFiles.absolute(Path(notes)))
    #expect(files.notes(pullingIn: event) == ["a.md"])
    #expect(files.document(1, "p.md").pulled == nil)
  }

  @Test func whyAFileIsNotReadIsKnown() throws {
    let folder = try TemporaryFolder()
    let notes = folder.path + "/notes"
    #expect(mkdir(notes, 0o755) == 0)
    try Files.write(
      "{{#include none.md}}\n{{#include out.md}}\n{{#include big.md}}\n{{#include dir.md}}\n".utf8,
      to: notes + "/a.md")
    try Files.write("secret\n".utf8, to: folder.path + "/secret.md")
    #expect(symlink("../secret.md", notes + "/out.md") == 0)
    #expect(mkdir(notes + "/dir.md", 0o755) == 0)
    try Files.write(
      [UInt8](repeating: 0x61, count: PulledFiles.sizeLimit + 1), to: notes + "/big.md")
    var files = try NoteFiles(root: Path(notes))
    _ = files.list()
    let pulled = try #require(files.document(0, "a.md").pulled)
    #expect(pulled.texts.isEmpty)
    #expect(pulled.refusals == ["out.md": .liesOutside, "big.md": .isTooLarge])
  }

  /// What is there to be pulled in is no note beside those that do so; what is asked or named elsewhere is.
  @Test func partsAreNoNotes() throws {
    let folder = try TemporaryFolder()
    for (name, text) in [
      (
        "a.md",
        "{{#include p.md}}\n--8<-- \"asked.md\"\n{{#include cut.md:2}}\n{{#include named.md}}\n"
      ),
      ("p.md", "- [x] key\n\n{{#include inner.md}}\n{{#include a.md}}\n"), ("inner.md", "In.\n"),
      ("asked.md", "## Q\n<!-- quiz -->\nIt is [[a]].\n"), ("cut.md", "One.\nTwo.\n"),
      ("named.md", "Named.\n"), ("shown.md", "Shown.\n"),
      ("z.md", "```md\n{{#include shown.md}}\n```\n"),
      ("_part.qmd", "Part.\n"), ("SUMMARY.md", "- [A](a.md)\n- [N](named.md)\n"),
    ] {
      try Files.write(Array(text.utf8), to: folder.path + "/" + name)
    }
    var files = try NoteFiles(root: Path(folder.path))
    #expect(files.list().paths == ["a.md", "named.md", "asked.md", "cut.md", "shown.md", "z.md"])
    #expect(files.parts == ["p.md", "inner.md"])
  }
}
