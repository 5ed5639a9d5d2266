import Libc
import TerminalTesting
import TestSupport

/// Each byte of the first two pages of the file in turn is another one.
enum DamageFault {
  private static let answers = 12
  private static let bytes = 8192

  static func run(_ options: Options) throws -> [Finding] {
    try [0xFF, 0x01].map { try flip(UInt8($0), options) }
  }

  private static func flip(_ bits: UInt8, _ options: Options) throws -> Finding {
    var finding = Finding("a damaged byte: each of the first two pages, ^ \(bits)")
    let scene = try Scene(options)
    _ = try scene.answer(answers)
    let whole = try scene.bench.read(Scene.database)
    let rows = try scene.rows()
    var counts: [String: Int] = [:]
    let step = max(1, Int(1 / max(options.effort, 0.0001)))
    for place in stride(from: 0, to: min(bytes, whole.count), by: step) {
      var damaged = whole
      damaged[place] ^= bits
      scene.clear()
      for folder in ["state", "state/attend"] { mkdir("\(scene.folder)/\(folder)", 0o700) }
      try scene.bench.write(Scene.database, damaged)
      let run = try scene.bench.run(["progress", "export"])
      let found = run.output.split(separator: "\n")
      var problem = crash(run)
      var lost = 0
      let name: String
      if run.status == 0, run.errors.isEmpty, found == rows {
        name = "all there"
      } else if !run.errors.isEmpty {
        name = run.errors.contains("was damaged") ? "set aside" : "refused"
        if !["it is kept as", "not touched", "by hand"].contains(where: run.errors.contains) {
          problem = problem ?? "unclear: \(run.status) \(run.errors)"
        }
        if !isKept(damaged, scene) { problem = problem ?? "the file was not kept" }
      } else if found.count == rows.count {
        name = "other text in an answer"
      } else {
        name = "rows gone without a word"
        lost = rows.count - found.count
      }
      counts[name, default: 0] += 1
      finding.count(lost: lost, broken: problem, "byte \(place)")
    }
    let summary = counts.sorted { $0.value > $1.value }.map { "\($0.key) \($0.value)" }
    finding.remark = summary.joined(separator: ", ")
    return finding
  }

  private static func isKept(_ bytes: [UInt8], _ scene: Scene) -> Bool {
    Files.names(in: "\(scene.folder)/state/attend").contains { name in
      (try? scene.bench.read("state/attend/\(name)")) == bytes
    }
  }
}
