import CSystem
import Libc

/// `bench`: measures attend and the readers beside it from outside, each on a terminal of its own.
@main
struct Bench {
  static func main() {
    do throws(BenchFailure) {
      let options = try Options(CommandLine.arguments.dropFirst())
      if options.wantsHelp { return print(Options.help) }
      _ = system_signals_start()
      defer { system_signals_stop(0) }
      if options.wants("throughput") { printThroughput() }
      if options.wants("models") { ModelSpeed.run() }
      if options.only.contains("disk") { DiskSpeed.run() }
      try measurePrograms(options)
    } catch {
      complain("bench: \(error.message)")
      exit(error.status)
    }
  }

  private static func measurePrograms(_ options: Options) throws(BenchFailure) {
    let folder = try WorkFolder()
    defer { folder.discard() }
    let programs = try Program.all(options, home: folder.path)
    if options.wants("quiz"), let path = try Program.attend(options) {
      try QuizGrowth.run(path, options, environment: Program.environment(home: folder.path))
    }
    if options.wants("widgets"), let path = try Program.attend(options) {
      try WidgetSpeed.run(path, environment: Program.environment(home: folder.path))
    }
    let isOther = ["throughput", "models", "disk", "quiz", "widgets"].contains {
      options.only.contains($0)
    }
    guard !programs.isEmpty || isOther else {
      throw .usage("none of the programs asked for is installed")
    }
    var failed: Set<String> = []
    for size in options.sizes {
      let subject = try size.make(in: folder, notes: options.notes)
      let able = programs.filter {
        !failed.contains($0.name) && $0.command(for: subject) != nil
      }
      let rows = try Rounds(programs: able, subject: subject, options: options).run()
      for row in rows where row.failure != nil && subject.grows { failed.insert(row.name) }
      if !rows.isEmpty { print(table(rows, title: subject.title)) }
      subject.discard()
    }
  }
}

/// Writes a line to standard error.
func complain(_ message: String) {
  let bytes = Array((message + "\n").utf8)
  _ = write(2, bytes, bytes.count)
}
