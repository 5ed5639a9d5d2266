import TestSupport
import Libc
import TerminalTesting

/// The power goes after every change to the disk: what may be left of the files is put on a disk,
/// and the program has to find every answer there whose result was shown by then.
enum PowerFault {
  static func run(_ options: Options) throws -> [Finding] {
    let short = try record(answers: 4, options)
    let long = try record(answers: 400, options)
    let unshared = try record(answers: 4, denied: "-shm", options)
    return [
      try check(
        "power loss after each change to the disk, first quiz", short, options, points: .max),
      try check(
        "power loss in a long quiz, over a checkpoint", long, options, points: options.tries(250)),
      try check(
        "power loss on a disk that cannot share memory", unshared, options, points: .max),
    ]
  }

  private struct Record {
    let changes: [DiskChange]
    let root: String
  }

  private static func record(
    answers: Int, denied: String? = nil, _ options: Options
  ) throws -> Record {
    let scene = try Scene(options)
    let run = try scene.answer(answers, scene.faulty(log: true, denied: denied))
    guard run.status == 0, results(in: run.output) == answers, unstored(run.output) == 0 else {
      throw Workbench.Failure("no quiz to record: \(run)")
    }
    return Record(changes: DiskChange.all(try scene.bench.read("log")), root: scene.folder)
  }

  private static func check(
    _ name: String, _ record: Record, _ options: Options, points: Int
  ) throws -> Finding {
    var finding = Finding(name)
    var random = Random(seed: options.seed)
    var model = PowerModel()
    var shown = 0
    let scene = try Scene(options)
    for (number, change) in record.changes.enumerated() {
      model.apply(change)
      if case .output(let text) = change { shown += results(in: text) }
      if random.below(record.changes.count) >= points { continue }
      for part in [.nothing, .everything] + Array(repeating: PowerModel.Part.random, count: 8) {
        let left = model.left(part, &random)
        scene.clear()
        for path in left.folders { mkdir(moved(path, from: record, to: scene), 0o700) }
        for (path, bytes) in left.files { try put(bytes, moved(path, from: record, to: scene)) }
        do {
          let rows = try scene.rows().count
          var problem: String?
          if random.below(10) == 0 {
            let run = try scene.answer(1)
            let after = try scene.rows().count
            if run.status != 0 || after != rows + 1 {
              problem = "the next answer: status \(run.status), \(after - rows) rows more"
            }
          }
          finding.count(
            lost: shown - rows, broken: problem, "after change \(number) \(brief(change)), \(part)")
        } catch {
          finding.count(
            lost: 0, broken: "\(error)", "after change \(number) \(brief(change)), \(part)")
        }
      }
    }
    return finding
  }

  private static func moved(_ path: String, from record: Record, to scene: Scene) -> String {
    scene.folder + path.dropFirst(record.root.count)
  }

  private static func put(_ bytes: [UInt8], _ path: String) throws {
    guard let file = fopen(path, "w") else { throw Workbench.Failure(path) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private static func brief(_ change: DiskChange) -> String {
    switch change {
    case .write(let path, let offset, let bytes): "write \(path) at \(offset), \(bytes.count)"
    case .output: "output"
    default: "\(change)"
    }
  }
}
