import Libc
import TestSupport
import TerminalTesting
import Testing

/// A class, from the logs of its learners: nothing of it is kept, and what cannot be read is told.
@Suite struct ReportTests {
  private static let notes = """
    # C

    ## L

    ### Which, and "why"?
    <!-- quiz id=which -->
    1. [ ] =scores
    1. [x] weights

    ### What?
    <!-- quiz id=what -->
    It is [[two]].

    """

  /// The lines of a log, each answer as `question grade answer`.
  private func log(_ learner: Int, _ answers: [(String, Int, String)]) -> String {
    answers.enumerated().map { index, answer in
      let id = String(learner * 1000 + index + 1, radix: 16)
      return "{\"id\":\"\(String(repeating: "0", count: 32 - id.count))\(id)\","
        + "\"question\":\"\(answer.0)\",\"kind\":\"answer\",\"grade\":\(answer.1),"
        + "\"time\":\(1_700_000_000_000 + index * 60_000),\"offset\":0,\"seed\":\"1\","
        + "\"answer\":\"\(answer.2)\",\"credit\":\(answer.1 > 1 ? 1 : 0),\"hints\":0,"
        + "\"duration\":\(4000 + learner * 1000),\"algorithm\":\"FSRS-6\",\"version\":\"1\"}\n"
    }.joined()
  }

  private func bench() throws -> Workbench {
    let bench = try Workbench()
    try bench.write("n.md", Self.notes)
    for learner in 1...6 {
      try bench.write(
        "l\(learner).jsonl",
        log(
          learner,
          [
            ("which", learner > 2 ? 3 : 1, learner > 2 ? "2" : "1"),
            ("what", learner > 3 ? 3 : 1, learner > 3 ? "two" : "=SUM(A1)"), ("gone", 3, "x"),
          ]))
    }
    return bench
  }

  private let logs = (1...6).map { "l\($0).jsonl" }

  @Test func aClassIsTold() throws {
    let bench = try bench()
    let run = try bench.run(["report"] + logs + ["n.md"])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    for part in [
      "6 learners, 12 answers to 2 of 2 questions; 6 more answers to 1 question that\nthese notes do not have\n",
      "\nl1\n  2 answers to 2 questions on 1 day; right 0% at first, 0% in all; median 5.0 s\n",
      "\n1.1 L\n  12 answers of 6 learners to 2 of 2 questions; right 58% at first, 58% in all;\n"
        + "  median 7.5 s\n",
      "\n1.1 Which, and \"why\"?\n  n.md:5, one-of-several\n"
        + "  6 answers of 6 learners; right 67% at first, 67% in all; median 7.5 s\n"
        + "  tells strong from weak: 0.71\n",
      "\n  answered:    2   =scores\n               4 ✓ weights\n",
      "\n  answered:    3   =SUM(A1)\n",
    ] { #expect(run.output.contains(part), "\(part)\n\(run.output)") }
    // Nobody's progress was opened.
    #expect(Files.names(in: bench.folder).contains("state") == false)
    let narrow = try bench.run(["report", "--width", "40", "--ascii"] + logs + ["n.md"])
    for line in narrow.output.split(separator: "\n") { #expect(line.count <= 40, "\(line)") }
    #expect(narrow.output.utf8.allSatisfy { $0 < 0x80 })
    // The label of an answer stands above it.
    let least = try bench.run(["report", "--width", "24"] + logs + ["n.md"]).output
    for line in least.split(separator: "\n") { #expect(line.count <= 24, "\(line)") }
    #expect(
      least.contains("\n  answered:    2\n            =scores\n               4 ✓\n"), "\(least)")
  }

  @Test func aClassForPrograms() throws {
    let bench = try bench()
    let json = try bench.run(["report", "--json"] + logs + ["n.md"]).output
    #expect(
      json.hasPrefix(
        "{\"version\":1,\"notes\":\"n.md\",\"from\":\"2023-11-14\",\"to\":\"2023-11-14\","
          + "\"learners\":[{\"name\":\"l1\",\"answers\":2,\"right\":0.0,"))
    for part in [
      "\"id\":\"which\",\"title\":\"Which, and \\\"why\\\"?\",\"lesson\":\"1.1\",\"file\":\"n.md\",\"line\":5,",
      "{\"answer\":\"weights\",\"right\":true,\"answers\":4,\"firstAnswers\":4}",
      "\"elsewhere\":{\"questions\":1,\"answers\":6}", "\"unasked\":0",
    ] { #expect(json.contains(part), "\(part)\n\(json)") }
    let csv = try bench.run(["report", "--csv"] + logs + ["n.md"]).output
    let lines = csv.split(separator: "\n")
    #expect(lines.count == 1 + 6 + 1 + 2 && lines[0].hasPrefix("of,name,lesson,file,line,kind,id,"))
    #expect(
      csv.contains("\nquestion,\"Which, and \"\"why\"\"?\",1.1,n.md,5,one-of-several,which,6,1,6,"))
    #expect(csv.contains(",2 wrong: =scores; 4 right: weights\n"), "\(csv)")
    let both = try bench.run(["report", "--csv", "--json", "l1.jsonl"])
    #expect(both.status == 2 && both.errors.contains("not both"))
  }

  /// Folders: a log is a learner's, a folder in it too; two logs with the same rows are of one.
  @Test func foldersOfLogs() throws {
    let bench = try bench()
    for folder in ["class", "class/ben", "empty"] { mkdir("\(bench.folder)/\(folder)", 0o755) }
    try bench.write("class/anna.jsonl", log(1, [("what", 3, "two")]))
    try bench.write("class/later.jsonl", log(1, [("what", 3, "two"), ("which", 3, "2")]))
    try bench.write("class/ben/laptop.jsonl", log(2, [("what", 1, "one")]))
    try bench.write("class/ben/phone.jsonl", log(3, [("which", 1, "1")]))
    try bench.write("class/.hidden", "no log")
    let run = try bench.run(["report", "class", "n.md"])
    #expect(run.status == 0)
    #expect(
      run.errors
        == "attend: class/later.jsonl and the log of anna share 1 row, so both are taken as those of one learner, anna\n"
    )
    #expect(
      run.output.hasPrefix(
        "n.md, answers of 2023-11-14 (days begin at 4 am)\n2 learners, 4 answers to 2 of 2 questions\n"
      ), "\(run.output)"
    )
    #expect(run.output.contains("\nben\n  2 answers"))
    // A folder of logs that comes last is no folder of notes, though one lies in it.
    try bench.write("class/README.md", "# Class\n\n## L\n\nText.\n")
    for file in ["anna", "later"] { Files.remove("\(bench.folder)/class/\(file).jsonl") }
    let last = try bench.run(["report", "l1.jsonl", "class"])
    #expect(last.status == 0 && last.output.hasPrefix("The course\n2 learners,"), "\(last.errors)")
    let empty = try bench.run(["report", "empty", "l1.jsonl", "n.md"])
    #expect(empty.status == 1 && empty.errors.contains("empty holds no log"))
    #expect(empty.output.hasPrefix("n.md, answers of 2023-11-14 (days begin at 4 am)\n1 learner,"))
  }

  @Test func whatIsNoLogIsToldAndTheOthersGoOn() throws {
    let bench = try bench()
    let whole = log(1, [("what", 3, "two"), ("which", 3, "2")])
    try bench.write("cut", String(whole.dropLast(40)))
    try bench.write("foreign", "\u{1B}[2Jnot a log\n{}\n")
    try bench.write("nothing", "")
    try bench.write("binary", (0...255).map { UInt8($0) })
    let huge = "\(bench.folder)/huge"
    try Files.write([], to: huge)
    #expect(truncate(huge, 300_000_000) == 0)
    let run = try bench.run(
      ["report", "cut", "foreign", "nothing", "binary", "huge", "none", "l2.jsonl", "n.md"])
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix(
        "n.md, answers of 2023-11-14 (days begin at 4 am)\n2 learners, 3 answers to 2 of 2 questions;"
      ), "\(run.output)")
    for part in [
      "cut:2: not JSON", "foreign is no log of answers", "nothing is empty",
      "binary is no log of answers", "huge is larger than 200 MB", "cannot read none",
    ] { #expect(run.errors.contains("attend: \(part)"), "\(part): \(run.errors)") }
    #expect(!run.errors.contains("\u{1B}"))
    let none = try bench.run(["report", "foreign", "n.md"])
    #expect(none.status == 1 && none.output == "" && none.errors.contains("there is no log"))
    let notes = try bench.run(["report", "n.md", "l1.jsonl"])
    #expect(notes.status == 2 && notes.errors.contains("n.md is notes, which come last"))
  }

  /// Notes that are not there make no report of the course.
  @Test(arguments: ["m.md", "n.mdd", "notse"]) func notesThatAreNotThere(_ name: String) throws {
    let run = try bench().run(["report", "l1.jsonl", name])
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.hasPrefix("attend: there is no \(name): "), "\(run.errors)")
    #expect(run.errors.contains("did you mean n.md?") == (name != "notse"), "\(run.errors)")
  }

  /// Answers to other notes are told in a sentence, and not under bare headings.
  @Test func answersToOtherNotes() throws {
    let bench = try bench()
    let run = try bench.run(["report", "l1.jsonl", "--width", "200"])
    let lines = run.output.split(separator: "\n")
    try #require(lines.count == 3, "\(run.output)")
    #expect(lines[0] == "The course" && lines[1].hasPrefix("1 learner, 0 answers to 0 of "))
    #expect(
      lines[1].hasSuffix(" questions; 3 more answers to 3 questions that these notes do not have"))
    #expect(
      lines[2]
        == "No learner answered a question of these notes; those whose questions were answered come last on the "
        + "command line: attend report LOG... NOTES")
  }

  /// A byte-order mark is none of the first answer.
  @Test func marksOfEditorsAreNoAnswers() throws {
    let bench = try bench()
    try bench.write("bom.jsonl", "\u{FEFF}" + log(1, [("what", 3, "two"), ("which", 3, "2")]))
    let run = try bench.run(["report", "bom.jsonl", "n.md"])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    #expect(run.output.contains("\n1 learner, 2 answers to 2 of 2 questions\n"), "\(run.output)")
  }

  /// Who hands in the database is told what is wanted.
  @Test func databasesAreNoLogs() throws {
    let bench = try bench()
    mkdir("\(bench.folder)/state", 0o755)
    try bench.write("state/progress.sqlite", Array("SQLite format 3\0and so on".utf8))
    for word in ["state", "state/progress.sqlite"] {
      let run = try bench.run(["report", word, "l1.jsonl", "n.md"])
      #expect(run.status == 1 && run.output.contains("\n1 learner, "))
      #expect(
        run.errors.contains(
          "state/progress.sqlite is a learner's database, and a log is wanted: where it is from, `attend "
            + "progress export FILE` writes one"), "\(run.errors)")
    }
  }

  /// What `progress export` writes is read, from standard input too.
  @Test func whatIsExportedIsRead() throws {
    let bench = try bench()
    _ = try bench.run(["quiz", "n.md", "--plain", "--seed", "1"], input: "2\nnext\ntwo\nquit\n")
    let log = try bench.run(["progress", "export"]).output
    #expect(!log.isEmpty)
    let run = try bench.run(["report", "-", "n.md"], input: log)
    #expect(
      run.status == 0 && run.output.hasPrefix("n.md, answers of 20"), "\(run.output)\(run.errors)")
    #expect(try bench.run(["progress", "export"]).output == log)
  }
}
