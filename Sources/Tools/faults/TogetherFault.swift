import Libc
import TerminalTesting

/// Several programs at once, all answering.
enum TogetherFault {
  static func run(_ options: Options) throws -> [Finding] {
    try [2, 10].map { count in
      var finding = Finding("\(count) programs at once, 20 answers each")
      for round in 0..<options.tries(10) {
        let scene = try Scene(options)
        let programs = try (0..<count).map { _ in
          let terminal = try scene.bench.start(Scene.quiz)
          terminal.send(Scene.script(20))
          return terminal
        }
        var shown = 0
        var problem: String?
        for program in programs {
          let status = try program.waitForExit(timeout: .seconds(120))
          let text = String(decoding: program.raw, as: UTF8.self)
          shown += results(in: text) - unstored(text)
          if status != 0 { problem = "status \(status)" }
          if results(in: text) != 20 { problem = "\(results(in: text)) of 20 results shown" }
        }
        let rows = Set(try scene.rows()).count
        finding.count(lost: shown - rows, broken: problem, "round \(round)")
      }
      return finding
    }
  }
}
