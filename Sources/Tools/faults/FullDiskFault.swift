import Libc
import TerminalTesting

/// A disk that is full, or fails, from each change on.
enum FullDiskFault {
  static func run(_ options: Options) throws -> [Finding] {
    let kinds = [
      ("full", "disk full from each change to the disk on"),
      ("once", "disk full at one change, each in turn"),
      ("sick", "disk error at one change, each in turn"),
    ]
    return try kinds.map { try atEveryChange($0.0, $0.1, options) }
      + [
        try withLimits(options), try onSmallDisks(options),
      ].compactMap(\.self)
  }

  private static func atEveryChange(
    _ how: String, _ name: String, _ options: Options
  ) throws -> Finding {
    var finding = Finding(name)
    let changes = try Scene(options).countOfChanges()
    for prior in [0, 2] {
      // What fails makes for more changes than there are without: errors at the end count too.
      for change in 1...changes + 20 {
        let scene = try Scene(options)
        if prior > 0 { _ = try scene.answer(prior) }
        let run = try scene.answer(3, scene.faulty(at: change, how))
        judge(run, scene, prior, "change \(change) after \(prior)", &finding)
      }
    }
    return finding
  }

  /// A limit on the size of files, in steps of the shell's 512 bytes.
  private static func withLimits(_ options: Options) throws -> Finding {
    var finding = Finding("no file may grow past each limit (RLIMIT_FSIZE)")
    for blocks in stride(from: 0, through: 96, by: 1) {
      let scene = try Scene(options)
      let run = try scene.bench.run(
        after: "ulimit -f \(blocks)", Scene.quiz, input: Scene.script(3))
      judge(run, scene, 0, "\(blocks) blocks", &finding)
    }
    return finding
  }

  /// Real disks in memory, of that many pages; nil for somebody who may not mount them.
  private static func onSmallDisks(_ options: Options) throws -> Finding? {
    var finding = Finding("a full disk (tmpfs) of each size")
    for pages in 1...32 {
      let scene = try Scene(options)
      let state = "\(scene.folder)/state"
      mkdir(state, 0o700)
      guard mount("none", state, "tmpfs", 0, "size=\(pages * 4096)") == 0 else { return nil }
      defer { umount2(state, Int32(MNT_DETACH)) }
      let run = try scene.answer(3)
      judge(run, scene, 0, "\(pages) pages", &finding)
    }
    return finding
  }

  /// What was shown is there, or was said not to be.
  private static func judge(
    _ run: ProgramRun, _ scene: Scene, _ prior: Int, _ place: String, _ finding: inout Finding
  ) {
    let shown = results(in: run.output)
    let unstored = unstored(run.output + run.errors)
    var problem = crash(run)
    // What was not stored in the end is told there, and is the one reason for another status.
    if run.status != (unstored > 0 ? 1 : 0) {
      problem = problem ?? "status \(run.status): \(run.errors)"
    }
    if shown != 3 { problem = problem ?? "\(shown) of 3 results shown" }
    do {
      let rows = try scene.rows().count
      finding.count(
        lost: prior + shown - unstored - rows, broken: problem, place)
    } catch {
      finding.count(broken: "\(error)", place)
    }
  }
}
