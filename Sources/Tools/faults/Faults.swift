import Libc
import TerminalTesting

/// `faults`: kills the program, cuts its power, fills its disk, takes its rights, damages its file,
/// and counts what is lost by it.
@main
struct Faults {
  private static var all: [(name: String, run: (Options) throws -> [Finding])] {
    [
      ("kill", KillFault.run), ("power", PowerFault.run), ("full", FullDiskFault.run),
      ("rights", RightsFault.run), ("damage", DamageFault.run), ("together", TogetherFault.run),
      ("notes", ReplacedNotesFault.run), ("terminals", TerminalFault.run),
    ]
  }

  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.wantsHelp { return print(Options.help(all.map(\.name))) }
      print("| fault | tries | answers lost | crashes, hangs, unclear |\n|---|---|---|---|")
      var isSound = true
      for fault in all where options.wants(fault.name) {
        for finding in try fault.run(options) {
          print(finding.row)
          fflush(nil)
          for detail in finding.details.prefix(options.details) { complain("  \(detail)") }
          isSound = isSound && finding.lost == 0 && finding.broken == 0
        }
      }
      exit(isSound ? 0 : 1)
    } catch {
      complain("faults: \(error)")
      exit(2)
    }
  }
}

/// Writes a line to standard error.
func complain(_ message: String) {
  let bytes = Array((message + "\n").utf8)
  _ = write(2, bytes, bytes.count)
}
