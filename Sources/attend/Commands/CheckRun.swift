import Basics
import CSystem
import Libc
import JSONText
import Notes
import Quiz
import Storage

/// `attend check` from the command line: findings alone for programs, with a summary for people.
struct CheckRun {
  private let invocation: Invocation
  private let environment: [String: String]
  /// Whether people read it.
  private let isSeen = isatty(STDOUT_FILENO) == 1

  init(_ invocation: Invocation, _ environment: [String: String]) {
    self.invocation = invocation
    self.environment = environment
  }

  func run() throws(ReadProblem) -> Int32 {
    if invocation.operands.isEmpty {
      throw ReadProblem("check needs PATH...: the notes to look at", isUsage: true)
    }
    if invocation.has("watch"), invocation.has("json") {
      throw ReadProblem("check takes --watch or --json, not both", isUsage: true)
    }
    if invocation.has("mint") {
      try SecureMode(environment: environment).forbid("check --mint")
      for path in invocation.operands { try mint(path) }
    }
    guard invocation.has("watch") else { return try once() }
    return try watch()
  }

  private func mint(_ path: String) throws(ReadProblem) {
    var source = try NotesSource(path: path)
    source.readAll()
    guard let files = source.files else {
      if let notice = source.notice { Output.complain(notice) }
      return
    }
    let changed = try MintCommand.run(source.library, files: files)
    Output.complain("\(counted(changed, "file")) changed")
  }

  /// More notes would hide what is wrong: they are counted, and not told one by one.
  private static let mostNotes = 20

  /// What is told of what was found: where notes are many, how many there are, and how to see them.
  static func told(_ found: [Diagnostic], in paths: String) -> [Diagnostic] {
    let notes = found.count(where: CheckCommand.isOfYield)
    guard notes > mostNotes else { return found }
    let many = Diagnostic(
      .note, path: paths,
      "\(notes) lessons yield no question",
      remedy: "check one file or a smaller folder, or take --json, to see "
        + "why each does not")
    return found.filter { !CheckCommand.isOfYield($0) } + [many]
  }

  /// Looks once, and prints what is found.
  private func once() throws(ReadProblem) -> Int32 {
    var found: [Diagnostic] = []
    var summary = CheckSummary()
    for path in invocation.operands {
      let (more, library, bank) = try look(path)
      found += more
      summary.add(library, bank)
      if isSeen { summary.addAnswers(to: bank, of: library, environment: environment) }
    }
    summary.errors = found.count { $0.severity == .error }
    summary.warnings = found.count { $0.severity == .warning }
    let status: Int32 = summary.errors > 0 ? 1 : 0
    if invocation.has("json") {
      return Output.write(Output.json(json(found, summary))) ? status : 1
    }
    for diagnostic in Self.told(found, in: invocation.operands.joined(separator: " ")) {
      guard Output.say(diagnostic.text) else { return 1 }
    }
    for line in isSeen ? summary.lines : [] {
      guard Output.say(line) else { return 1 }
    }
    return status
  }

  private func look(
    _ path: String
  ) throws(ReadProblem) -> ([Diagnostic], Library, QuestionBank) {
    var source = try NotesSource(path: path)
    source.readAll()
    if let notice = source.notice { Output.complain(notice) }
    let files = source.files
    let unreadable = (files?.unreadable ?? []).map { folder, reason in
      Diagnostic(.error, path: folder.text, reason)
    }
    // Of all files; found once one is not where it is looked for.
    var names: Set<String>?
    let bank = QuestionBank(source.library)
    let found = CheckCommand.diagnostics(
      source.library, bank: bank, path: source.name(of:),
      isThere: { note in
        var files = files
        return files?.neighbour(note) != nil
      },
      isFile: { path in files?.holds(path, &names) ?? true })
    return (unreadable + found, source.library, bank)
  }

  private func json(_ found: [Diagnostic], _ summary: CheckSummary) -> JSON {
    [
      "findings": .array(
        found.map { finding -> JSON in
          [
            "file": .string(Path.shown(finding.path)),
            "line": finding.line > 0 ? .integer(finding.line) : .null,
            "column": finding.column > 0 ? .integer(finding.column) : .null,
            "severity": .string(finding.severity.rawValue), "message": .string(finding.message),
            "remedy": finding.remedy.isEmpty ? .null : .string(finding.remedy),
          ]
        }),
      "summary": summary.json,
    ]
  }

  // MARK: Watching

  /// Looks again each time that the notes have changed, until Ctrl-C.
  private func watch() throws(ReadProblem) -> Int32 {
    let watch = Watch()
    // What changes while it looks is looked at next.
    var (before, isTold) = stamps(watch)
    _ = try once()
    if isSeen { Output.complain("each change is looked at; Ctrl-C ends it") }
    while true {
      var asked = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
      let wait = watch.interval.map { Int32($0.components.seconds * 1000) } ?? -1
      if isTold { _ = poll(&asked, 1, wait) }
      // What is written in several goes is looked at once.
      _ = poll(nil, 0, Int32(PendingChanges.pause))
      _ = watch.events()
      let now: [[String: NoteFiles.Stamp?]]
      (now, isTold) = stamps(watch)
      guard now != before else { continue }
      let changed = Self.changed(before, now)
      before = now
      guard Output.say(""), !isSeen || changed.isEmpty || Output.say(changed) else { return 0 }
      do throws(ReadProblem) {
        _ = try once()
      } catch {
        // A note that is being replaced comes back.
        Output.complain(error.message)
      }
    }
  }

  /// What has changed, for people: `a.md has changed`, `b.md and 2 more files have changed`.
  private static func changed(
    _ before: [[String: NoteFiles.Stamp?]], _ now: [[String: NoteFiles.Stamp?]]
  ) -> String {
    let names = zip(before, now).flatMap { old, new in
      Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    }.sorted()
    guard let first = names.first else { return "" }
    let shown = Path.shown(first)
    return names.count == 1
      ? "\(shown) has changed:"
      : "\(shown) and \(counted(names.count - 1, "more file", "more files")) have changed:"
  }

  /// What the notes' files are now, by each path, and whether the watch tells what changes in them from
  /// then on. Where notes are gone, or folders are too many, it does not.
  private func stamps(_ watch: Watch) -> (found: [[String: NoteFiles.Stamp?]], isTold: Bool) {
    var isTold = true
    let found = invocation.operands.map { path in
      var stamps: [String: NoteFiles.Stamp?] = [:]
      guard var files = try? NoteFiles(root: Path(path)) else {
        isTold = false
        return stamps
      }
      let notes = files.list().paths
      // Watched before they are looked at, so that nothing happens between the two.
      isTold = watch.add(files.folders) && isTold
      for note in notes { stamps[note] = files.stamp(of: note) }
      return stamps
    }
    return (found, isTold)
  }
}
