import Libc
import TerminalTesting
import TestSupport
import Testing

/// `attend model` on what is no whole model: what is wrong, where, and what to do about it.
@Suite struct ModelTroubleTests {
  private static let seeds = "\(Files.tests)/Fuzz/Seeds"

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    let gguf = Array(try Files.bytes(of: "\(Self.seeds)/gguf/small"))
    let parts = try Files.bytes(of: "\(Self.seeds)/safetensors/small")
      .split(separator: 0, maxSplits: 2).map { Array($0) }
    for name in ["deep", "hollow", "lone", "bare", "torn", "dumb"] {
      mkdir("\(bench.folder)/\(name)", 0o700)
    }
    try bench.write("deep/cut.gguf", Array(gguf.prefix(300)))
    try bench.write("deep/empty.gguf", [])
    try bench.write("notes.md", "# Notes\n")
    try bench.write("lone/model.safetensors", parts[2])
    try bench.write("bare/config.json", parts[0])
    try bench.write("torn/config.json", parts[0])
    try bench.write("torn/model.safetensors", Array(parts[2].prefix(100)))
    try bench.write("dumb/config.json", Array(parts[0].prefix(20)))
    try bench.write("half.model", Array("attendLM".utf8) + [1, 0, 0, 0, 9])
    try bench.write("later.model", Array("attendLM".utf8) + [7, 0, 0, 0, 9])
    mkfifo("\(bench.folder)/pipe", 0o600)
    return bench
  }

  @Test func aFolderOfVeryManyFilesIsLookedThroughInPart() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/many", 0o700)
    for number in 0..<20_001 { close(creat("\(bench.folder)/many/\(number)", 0o600)) }
    let run = try bench.run(["model", "many", "--ids", "1"])
    #expect(run.status != 0 && run.errors.contains("first 20,000 files"), "\(run.errors)")
    let list = try bench.run(["models", "many"])
    #expect(list.status == 0 && list.output.contains("first 20,000 files"), "\(list.output)")
  }

  @Test func eachIsToldWithItsPlaceAndRemedy() throws {
    let bench = try bench()
    for (path, what, remedy) in [
      ("deep/cut.gguf", "deep/cut.gguf ends inside its settings: it is cut", "copy it again"),
      ("deep/empty.gguf", "deep/empty.gguf is empty", "fetch or copy it again"),
      ("deep/gone.gguf", "deep/gone.gguf cannot be read: ", "attend models lists"),
      ("notes.md", "notes.md is no model that this program opens", "files of GGUF"),
      ("hollow", "hollow holds no model that this program opens", "files of GGUF"),
      ("lone", "lone: the model has no config.json beside its model.safetensors", "copy all of it"),
      ("bare", "bare: the model has no model.safetensors beside its config.json", "copy all of it"),
      (
        "torn", "torn: model.safetensors ends inside its list of tensors: it is cut",
        "copy it again"
      ),
      ("dumb", "dumb: config.json is no JSON: ", "copy it again"),
      ("half.model", "half.model cannot be read: it ends inside its vocabulary", "copy it again"),
      ("later.model", "later.model cannot be read: it is of version 7", "opens it"),
      ("pipe", "pipe cannot be read: it is no regular file", "the path of a file, or of a model's"),
    ] {
      for words in [["--ids", "1"], ["--plain"], ["--text", "a", "--json"]] {
        let run = try bench.run(["model", path] + words)
        #expect(run.status != 0 && run.output.isEmpty, "\(run.output)")
        #expect(run.errors.hasPrefix("attend: \(what)"), "\(run.errors)")
        #expect(run.errors.contains(remedy), "\(run.errors)")
        #expect(run.errors.ranges(of: path).count == 1, "\(run.errors)")
      }
    }
  }

  /// Steps on notes have one bound, which is told.
  @Test func stepsOnNotesAreBounded() throws {
    let bench = try bench()
    let run = try bench.run(["model", "--learn", "notes.md", "--steps", "1001"])
    #expect(run.status == 2, "\(run.errors)")
    #expect(
      run.errors.contains("for 1 to 1,000 steps, as on the screen, not 1,001"), "\(run.errors)")
  }
}
