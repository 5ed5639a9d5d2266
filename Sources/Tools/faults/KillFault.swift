import TestSupport
import Libc
import TerminalTesting

/// `kill -9` at random moments, and at every change to the disk.
enum KillFault {
  static func run(_ options: Options) throws -> [Finding] {
    [try lineByLine(options), try fullScreen(options)]
      + (try ["kill", "tear"].map { try atEveryChange($0, options) })
  }

  private static func lineByLine(_ options: Options) throws -> Finding {
    try atRandom("line by line", tries: 400, options) { scene, random in
      let terminal = try scene.bench.start(Scene.quiz)
      terminal.send(Scene.script(30))
      usleep(UInt32(random.below(90_000)))
      terminal.signal(SIGKILL)
      try terminal.waitForExit()
      return results(in: String(decoding: terminal.raw, as: UTF8.self))
    }
  }

  private static func fullScreen(_ options: Options) throws -> Finding {
    try atRandom("full screen", tries: 200, options) { scene, random in
      let terminal = try scene.bench.start(Scene.screen)
      try terminal.wait(for: "1 of ")
      var shown = 0
      for _ in 0..<random.below(4) {
        terminal.send("\u{1B}r")
        try terminal.wait(for: Scene.result)
        shown += 1
        terminal.send("\r")
        try terminal.wait(until: { !$0.contains(Scene.result) })
      }
      terminal.send("\u{1B}r")
      usleep(UInt32(random.below(12_000)))
      terminal.signal(SIGKILL)
      try terminal.waitForExit()
      return terminal.screen.contains(Scene.result) ? shown + 1 : shown
    }
  }

  /// Quizzes one after another on the same log, a new log now and then; `quiz` kills one and counts
  /// the results that it showed.
  private static func atRandom(
    _ mode: String, tries: Int, _ options: Options, _ quiz: (Scene, inout Random) throws -> Int
  ) throws -> Finding {
    var finding = Finding("kill -9 at a random moment of a quiz, \(mode)")
    var random = Random(seed: options.seed)
    var scene = try Scene(options)
    var held = 0
    for number in 0..<options.tries(tries) {
      if number % 25 == 0 {
        scene = try Scene(options)
        held = 0
      }
      let shown = held + (try quiz(scene, &random))
      let rows = try scene.rows().count
      finding.count(lost: shown - rows, "kill \(number)")
      held = rows
    }
    return finding
  }

  private static func atEveryChange(_ how: String, _ options: Options) throws -> Finding {
    var finding = Finding(
      how == "kill"
        ? "killed before each change to the disk in turn" : "killed in the middle of each write")
    for prior in [0, 2] {
      for change in 1...(try Scene(options).countOfChanges()) {
        let scene = try Scene(options)
        if prior > 0 { _ = try scene.answer(prior) }
        let run = try scene.answer(3, scene.faulty(at: change, how))
        // Not every change is a write, and with earlier answers there are fewer.
        if run.status == 0 { continue }
        let rows = try scene.rows().count
        finding.count(
          lost: prior + results(in: run.output) - rows,
          broken: run.status == 128 + SIGKILL ? nil : "status \(run.status)",
          "change \(change) after \(prior)")
      }
    }
    return finding
  }
}
