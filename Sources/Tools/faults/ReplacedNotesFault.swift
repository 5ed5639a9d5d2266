import Libc
import TerminalTesting

/// A notes file that is replaced under the reader a hundred times a second, while pages turn.
enum ReplacedNotesFault {
  private enum Way: String, CaseIterable {
    case renamed = "a new one renamed to it"
    case rewritten = "cut to nothing and written again"
    case recreated = "deleted and made again"
  }

  static func run(_ options: Options) throws -> [Finding] {
    try Way.allCases.map { way in
      var finding = Finding("notes replaced 100 times a second for 10 s: \(way.rawValue)")
      let scene = try Scene(options)
      try write(text(0), way, scene)
      let terminal = try scene.bench.start(["reader.md", "--lesson", "1"])
      try terminal.wait(for: "Version 0")
      let keys = [" ", "b", "G", "g", "j", "]", "[", "n"]
      for version in 1...options.tries(1000) {
        try write(text(version), way, scene)
        terminal.send(keys[version % keys.count])
        _ = terminal.screen
        usleep(10_000)
        finding.count("version \(version)")
      }
      try write(text(-1), way, scene)
      terminal.send("g")
      do {
        try terminal.wait(for: "Version -1")
        terminal.send("qq")
        let status = try terminal.waitForExit()
        if status != 0 { finding.count(broken: "status \(status)", "the end") }
      } catch {
        finding.count(broken: "\(error)", "the end")
      }
      return finding
    }
  }

  private static func text(_ version: Int) -> String {
    "# Notes\n\n## One\n\nVersion \(version).\n\n"
      + String(repeating: "A line that stays.\n\n", count: 20 + abs(version) % 40)
      + (version % 3 == 0 ? "## Two\n\nMore.\n" : "")
  }

  private static func write(_ text: String, _ way: Way, _ scene: Scene) throws {
    if way == .renamed { return _ = try scene.bench.write("reader.md", text) }
    let path = "\(scene.folder)/reader.md"
    if way == .recreated { unlink(path) }
    let bytes = Array(text.utf8)
    guard let file = fopen(path, "w") else { throw Workbench.Failure(path) }
    // In two parts, so that a half is there for a moment.
    fwrite(bytes, 1, bytes.count / 2, file)
    fflush(file)
    bytes[(bytes.count / 2)...].withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }
}
