import Libc
import TerminalTesting
import TestSupport

/// Rights that are missing: on the folder, the file, its log.
enum RightsFault {
  /// Somebody without special rights.
  private static let nobody: UInt32 = 65534

  private static let cases: [(path: String, mode: UInt32)] = [
    ("state", 0o500), ("state", 0), ("state/attend", 0o500), ("state/attend", 0),
    (Scene.database, 0o400), (Scene.database, 0), (Scene.database + "-wal", 0o400),
    (Scene.database + "-wal", 0),
  ]

  static func run(_ options: Options) throws -> [Finding] {
    var finding = Finding("no right to write or read: folder, file, log")
    for prior in [0, 2] {
      for (path, mode) in cases {
        for isOpen in [false, true] {
          let scene = try Scene(options)
          mkdir("\(scene.folder)/state", 0o700)
          if prior > 0 { try leave(prior, isOpen: isOpen, scene) }
          let target = "\(scene.folder)/\(path)"
          guard access(target, F_OK) == 0 else { continue }
          give(scene.folder)
          let own = modes(target)
          chmod(target, mode)
          let run = try quiz(scene)
          chmod(target, own)
          let said = run.output + run.errors
          var problem =
            crash(run)
            ?? (run.status == (unstored(said) > 0 ? 1 : 0) ? nil : "status \(run.status)")
          let rows = try scene.rows().count
          let shown = results(in: run.output)
          if shown != 2 { problem = problem ?? "\(shown) of 2 results shown" }
          let isTold = ["cannot write", "cannot read", "nothing is saved"].contains(
            where: said.contains)
          if rows < prior + shown, !isTold { problem = problem ?? "not said" }
          finding.count(
            lost: isTold ? prior - rows : prior + shown - rows, broken: problem,
            "\(path) \(String(mode, radix: 8)), \(prior) before\(isOpen ? ", killed" : "")")
        }
      }
    }
    return [finding]
  }

  /// Answers given before; left by a kill, the log still stands beside the file.
  private static func leave(_ answers: Int, isOpen: Bool, _ scene: Scene) throws {
    guard isOpen else {
      _ = try scene.answer(answers)
      return
    }
    let terminal = try scene.bench.start(Scene.quiz)
    terminal.send(String(repeating: "reveal\nnext\n", count: answers))
    try terminal.wait(until: { _ in
      results(in: String(decoding: terminal.raw, as: UTF8.self)) == answers
    })
    terminal.signal(SIGKILL)
    try terminal.waitForExit()
  }

  /// Rights mean nothing to root, so the program runs as nobody then.
  private static func quiz(_ scene: Scene) throws -> ProgramRun {
    guard getuid() == 0 else { return try scene.answer(2) }
    return try scene.bench.run(
      after: "set -- --reuid=\(nobody) --clear-groups \"$0\" \"$@\"; exec setpriv \"$@\"",
      Scene.quiz, input: Scene.script(2))
  }

  private static func give(_ path: String) {
    guard getuid() == 0 else { return }
    lchown(path, nobody, nobody)
    for name in Files.names(in: path) { give("\(path)/\(name)") }
  }

  private static func modes(_ path: String) -> UInt32 {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0o700
  }
}
