import Libc
import TestSupport
import TerminalTesting
import Testing

/// What an author met: each slip is told with its place and the text to write, and no reader is shown a
/// key by it.
@Suite struct AuthorTests {
  /// A case: its file, what `check` says (what stands behind the file's name), and what a reader may not
  /// and what he must see.
  struct Case: CustomStringConvertible {
    let file: String
    let findings: [String]
    var hidden: [String] = []
    var shown: [String] = []
    var description: String { file }
  }

  /// Snippets are written to a file that was not there, and where their editor wants it is told.
  @Test(arguments: [
    ("vim", "~/.vim/snippets/markdown.snippets"), ("vscode", ".vscode/attend.code-snippets"),
    ("emacs", "~/.emacs.d/attend-snippets.el"),
  ]) func snippetsAsAFile(editor: String, place: String) throws {
    let bench = try Workbench()
    let text = try bench.run(["new", "--snippets", editor]).output
    let run = try bench.run(["new", "--snippets", editor, "mine"])
    #expect(run.status == 0 && run.output.hasPrefix("mine is there; "), "\(run.errors)")
    let file = String(decoding: try bench.read("mine"), as: UTF8.self)
    #expect(run.output.contains(place) && file == text)
    // A comment at its head says so too, where there are comments.
    #expect(editor == "vscode" || text.contains(place))
    let again = try bench.run(["new", "--snippets", "vim", "mine"])
    #expect(again.status == 1 && again.errors.contains("mine"), "\(again.errors)")
    #expect(String(decoding: try bench.read("mine"), as: UTF8.self) == text)
    let word = try bench.run(["new", "--snippets", editor, "lesson"])
    #expect(word.status == 2 && word.errors.contains("a file of that name is ./lesson"))
    #expect(try bench.run(["new", "--snippets", editor, "a", "b"]).status == 2)
  }

  /// What is written of the program itself is right: the README, the pages as a folder, and each alone.
  @Test func theDocumentationIsClean() throws {
    let pages = "\(Files.package)/Sources/Documentation"
    let alone = Files.names(in: pages).filter { $0.hasSuffix(".md") }.map { "\(pages)/\($0)" }
    #expect(alone.count > 10)
    let run = try Workbench().run(["check", "\(Files.package)/README.md", pages] + alone)
    let found = run.output.split(separator: "\n").filter { !$0.contains(": note: ") }
    #expect(run.status == 0 && found == [] && run.errors == "", "\(found)\(run.errors)")
  }

  /// A link out of a folder is right where a file lies there.
  /// What is an address in another program is not looked up, whatever it ends in.
  @Test func linksIntoOtherPrograms() throws {
    let bench = try Workbench()
    let links = [
      "obsidian://open?vault=v&file=a.md", "vscode://file/x.md:3", "x-devonthink-item://A.md",
      "zotero://select/items/1", "thunder+ssh://x.y/a.md",
    ]
    let text = links.map { "[a](\($0))" }.joined(separator: ", ")
    let path = try bench.write("n.md", "# C\n\n## L\n\n\(text) and [b](file:///none.md).\n")
    let told = try bench.run(["check", path]).output.split(separator: "\n").filter {
      $0.contains("leads nowhere")
    }
    #expect(told.count == 1 && told[0].contains("file:///none.md"), "\(told)")
  }

  @Test func linksOutOfTheFolder() throws {
    let bench = try Workbench()
    for folder in ["notes", "notes/in", "notes/.github"] {
      mkdir("\(bench.folder)/\(folder)", 0o755)
    }
    try bench.write("beside.md", "# B\n\n## L\n\nText.\n")
    try bench.write("notes/beside.md", "# B\n\n## L\n\nText.\n")
    try bench.write("notes/.github/x.md", "# X\n\nText.\n")
    try bench.write(
      "notes/in/a.md",
      "# A\n\n## L\n\n[a](../../beside.md#l), [b](../../none.md), [c](../beside.md), [d](../none.md), "
        + "[e](../.github/x.md), [f](../.github/none.md)\n"
    )
    let run = try bench.run(["check", "notes"])
    #expect(
      run.output.split(separator: "\n").filter { $0.contains("error") } == [
        "notes/in/a.md:5:1: error: the link to ../../none.md leads nowhere: ../../none.md is not among these notes",
        "notes/in/a.md:5:1: error: the link to ../none.md leads nowhere: ../none.md is not among these notes",
        "notes/in/a.md:5:1: error: the link to ../.github/none.md leads nowhere: ../.github/none.md is not among these notes",
      ], "\(run.output)")
  }

  static let cases: [Case] = [
    Case(
      file: "01-fence-missing-input-line",
      findings: [
        "13:1: error: K is missing: write K = 1 0; 0 1",
        "20:5: error: Q has 2 columns and K has 3: queries and keys need one width",
        "27:5: error: K has 2 rows and V has 3: every key needs one value",
        "31:5: error: u has 3 numbers and v has 2: a dot product needs as many in both: "
          + "write u = 1 2, or add numbers to v",
        "35:1: error: v is missing: write v = 1 2 3",
      ],
      hidden: [],
      shown: ["This widget cannot be opened"]),
    Case(
      file: "02-broken-question-in-reader",
      findings: [
        "13:1: error: a numbered list has one right option, ticked [x], and here are 0: tick one; with bullets (-) any number may be ticked",
        "23:1: error: b is not among the parameters of the question: write {{a}}",
        "23:10: error: b is not among the parameters of the question: write [[= a]]",
        "25:1: error: K is missing: write K = 1 0; 0 1",
      ],
      hidden: ["[ ] scores", "[x] scores", "{{b}}"],
      shown: ["Broken one?", "Line 13; attend check"]),
    Case(
      file: "03-html-option-vanishes",
      findings: [],
      hidden: ["</s>"],
      shown: ["choose one"]),
    Case(
      file: "04-unclosed-python-fence",
      findings: [
        "5:1: error: this fence is never closed, and a question stands in it: write ``` on a line of its own behind the code"
      ],
      hidden: ["one"],
      shown: ["L2", "cannot be asked"]),
    Case(
      file: "05-two-keys-shown-in-reader",
      findings: [
        "10:1: error: a numbered list has one right option, ticked [x], and here are 2: tick one; with bullets (-) any number may be ticked"
      ],
      hidden: ["[x] scores", "weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "06-two-lists-shows-key",
      findings: [],
      hidden: ["softmax"],
      shown: ["choose all that apply", "1. scores"]),
    Case(
      file: "07-pipe-in-answer",
      findings: [
        "7:7: error: an answer mark cannot be read: its bars part three alternatives: write [[<\\|endoftext\\|>]]"
      ],
      hidden: ["endoftext"],
      shown: ["cannot be asked"]),
    Case(
      file: "08-comment-without-spaces",
      findings: [],
      hidden: ["weights"],
      shown: ["choose one"]),
    Case(
      file: "08b-comment-without-spaces-mixed",
      findings: [],
      hidden: ["two"],
      shown: ["choose one", "fill the blank"]),
    Case(
      file: "09-comment-unclosed",
      findings: ["8:1: error: a quiz comment that is never closed: write <!-- quiz -->"],
      hidden: ["weights"],
      shown: ["Next lesson", "Line 8; attend check"]),
    Case(
      file: "10-key-shown-is-wrong",
      findings: [],
      hidden: ["1.41"],
      shown: ["compute the number"]),
    Case(
      file: "11-subheading",
      findings: [
        "9:1: error: this heading ends the question above it, which has no answer yet: write **Given** in place of #### Given"
      ],
      hidden: ["weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "12-no-escape-for-braces",
      findings: [],
      hidden: ["yes"],
      shown: ["{{name}} and {{name}}", "x[[0]]"]),
    Case(
      file: "13-fullwidth",
      findings: [
        "9:4: error: this is nearly the box of an option, and none: write 1. [x] weights",
        "10:4: error: this is nearly the box of an option, and none: write 1. [ ] scores",
      ],
      hidden: ["weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "14-fence-name-typo",
      findings: ["7:4: error: there is no widget dotproduct: write dot-product"],
      hidden: [],
      shown: ["This widget cannot be opened"]),
    Case(
      file: "15-unclosed-value",
      findings: ["9:7: error: a value is never closed: write {{q}}"],
      hidden: ["2*q"],
      shown: ["cannot be asked"]),
    Case(
      file: "16-order-and-one-per-fence",
      findings: [
        "11:7: error: an answer mark cannot be read: in [[14..12]] nothing lies between: write [[12..14]]",
        "13:1: error: scores is missing: write scores = 1 2 3",
        "14:1: error: softmax has no input \"z\": it takes words, scores, temperature, maximum",
        "15:1: error: softmax has no input \"T\": it takes words, scores, temperature, maximum",
        "18:1: error: the link to none.md leads nowhere: no such note lies beside this one",
        "18:1: error: this stands behind the answers, and would be shown before they are given: to tell it after the answer, write > [!NOTE] on a line above it, and > See [x](none.md).; or put it above the answers, if it is given",
        "26:12: error: b is not among the parameters of the question: write {{a}}",
      ],
      hidden: ["14..12", "one"],
      shown: ["cannot be asked"]),
    Case(
      file: "17-box-typo",
      findings: [
        "10:4: error: this is nearly the box of an option, and none: write 1. [x] weights"
      ],
      hidden: ["weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "18-points-setting",
      findings: [
        "8:1: error: there is no setting points (there are id, rev, lang, tags), and a parameter is drawn: take points=2 away, or write points=int(1,9)"
      ],
      hidden: ["two"],
      shown: ["cannot be asked"]),
    Case(
      file: "19-ten-options",
      findings: [
        "19:4: error: this reason is indented by 3 columns, and under \"10.\" it takes 4: write \"    > Why not: it is 3 times ten.\""
      ],
      hidden: ["31", "three"],
      shown: ["cannot be asked"]),
    Case(
      file: "20-unboxed-option",
      findings: [
        "10:4: error: an option has no box, and others have one: write 1. [ ] scores, or [x] in place of [ ] where it is right"
      ],
      hidden: ["weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "21-wikilink",
      findings: [
        "9:5: error: an answer mark in a question that has options: keep one of them; brackets as they are: \\[[Softmax]], and a link: [text](file.md)"
      ],
      hidden: ["weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "22-decimal-comma",
      findings: [
        "9:7: error: a comma makes a vector of a number: write [[0.5]]; to ask for a vector, write [[= [0,5]]]"
      ],
      hidden: ["0,5"],
      shown: ["cannot be asked"]),
    Case(
      file: "23-alert-typo",
      findings: [
        "12:1: error: this is nearly a note that is told after the answer, and none: write > [!NOTE]"
      ],
      hidden: ["Because", "weights"],
      shown: ["cannot be asked"]),
    Case(
      file: "24-pipe-in-table-github",
      findings: [
        "11:1: warning: more cells here than the rule under the table's head has columns, and they stand in columns of their own: give each row as many, and write \\| for a bar inside a cell",
        "11:7: warning: a bar ends the cell of a table wherever else these notes are read: write [[2\\|two]]",
      ],
      hidden: ["two"],
      shown: ["fill the blank"]),
    Case(
      file: "25-unclosed-widget-fence",
      findings: [
        "7:1: error: this fence is never closed, and a question stands in it: write ``` on a line of its own behind the code"
      ],
      hidden: ["weights", "[x]"],
      shown: ["cannot be asked"]),
  ]

  @Test(arguments: cases)
  func eachSlipIsTold(_ one: Case) throws {
    let bench = try Workbench()
    let name = "notes.md"
    try bench.write(name, try Files.text(of: "\(Files.tests)/Fixtures/author/\(one.file).md"))
    let run = try bench.run(["check", name])
    let lines = run.output.split(separator: "\n").map { String($0.dropFirst(name.count + 1)) }
    #expect(lines == one.findings)
    #expect(
      run.errors == "" && run.status == (one.findings.contains { $0.contains("error") } ? 1 : 0))
    let text = try bench.run(["list", name]).output
    let lessons = text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
      .filter { $0.contains(".") }
    var seen = ""
    for lesson in lessons { seen += try bench.run(["show", String(lesson), name]).output }
    for word in one.hidden { #expect(!seen.contains(word), "\(seen)") }
    for word in one.shown { #expect(seen.contains(word), "\(seen)") }
  }

  private let answered = """
    # C

    ## L

    ### Q?
    <!-- quiz -->
    It is [[one]].

    ### R?
    <!-- quiz -->
    It is [[two]].

    """

  /// Nothing but findings goes to a program; a terminal is told what was looked at, and again as soon as a
  /// note has changed.
  @Test func aTerminalIsToldWhatWasLookedAt() throws {
    let bench = try Workbench()
    try bench.write("n.md", answered)
    let run = try bench.run(["check", "n.md"])
    #expect(run.output == "" && run.errors == "" && run.status == 0)
    for option in ["--mint", "--json", "--watch"] {
      let both = try bench.run(["check", "n.md", "--flags", option])
      #expect(both.status == 2 && both.errors.contains("\(option) or --flags, not both"))
    }
    try bench.write("n.md", answered + "### S?\n<!-- quiz -->\nIt is [[three].\n")
    let terminal = try bench.start(["check", "--watch", "n.md"])
    try terminal.wait(for: "1 error, 0 warnings")
    try bench.write("n.md", answered + "### S?\n<!-- quiz -->\nIt is [[three]].\n")
    try terminal.wait(for: "3 questions (3 fill-the-blank); 3 draws solved")
    // Editors write another file and put it in the place of the first.
    try bench.write("new", answered)
    #expect(rename("\(bench.folder)/new", "\(bench.folder)/n.md") == 0)
    try terminal.wait(for: "2 questions (2 fill-the-blank); 2 draws solved")
    terminal.send("\u{3}")
    _ = try terminal.waitForExit()
  }

  /// What the model has to compute is solved fewer times; as many are told.
  @Test func drawsAreCountedAsTheyAreSolved() throws {
    let bench = try Workbench()
    try bench.write(
      "n.md",
      "# C\n\n## L\n\n### What?\n<!-- quiz -->\n\n```model\nask = next\nof = names\n```\n")
    let run = try bench.run(["check", "n.md", "--json"])
    #expect(run.output.contains("\"draws\":8"), "\(run.output)")
  }

  @Test func findingsForPrograms() throws {
    let bench = try Workbench()
    try bench.write("n.md", answered + "### S?\n<!-- quiz -->\nIt is [[three].\n")
    let run = try bench.run(["check", "n.md", "--json"])
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix(
        "{\"version\":1,\"findings\":[{\"file\":\"n.md\",\"line\":14,\"column\":7,\"severity\":\"error\","
          + "\"message\":\"an answer mark is never closed\",\"remedy\":\"write [[three]]\"}],"
          + "\"summary\":{\"errors\":1,\"warnings\":0,\"lessons\":1,"), "\(run.output)")
  }

  /// A page that closed by itself is not left a second time: the quiz goes on.
  @Test func backBehindAPageThatClosedStaysInTheQuiz() throws {
    let bench = try Workbench()
    let path = try bench.write(
      "n.md", "# T\n\n## L\n\n**Epoch**: one pass over all training examples.\n")
    let run = try bench.run(
      ["quiz", path, "--plain"], input: "a\nflag\nunclear\nback\nhelp\nback\nhelp\n")
    #expect(run.output.contains("That page is closed already"), "\(run.output)")
    let parts = run.output.split(separator: "That page is closed already")
    #expect(parts.last?.contains("end the program") == true, "\(run.output)")
  }

  /// What was answered under the identity that follows from the words is kept under that very one.
  @Test func mintingKeepsWhatWasAnswered() throws {
    let bench = try Workbench()
    let path = try bench.write("n.md", answered)
    _ = try bench.run(
      ["quiz", path, "--plain", "--count", "1", "--seed", "1"], input: "one\nnext\nquit\n")
    let log = try bench.run(["progress", "export"]).output
    let id = try #require(log.split(separator: "\"").first { $0.hasPrefix("text-") })
    _ = try bench.run(["check", "--mint", path])
    let minted = String(decoding: try bench.read("n.md"), as: UTF8.self)
    #expect(minted.contains("<!-- quiz id=\(id) -->"), "\(minted)")
    #expect(minted.split(separator: "\n").count { $0.hasPrefix("<!-- quiz id=") } == 2)
    #expect(try bench.run(["check", path]).output == "")
    // A teacher who has answered nothing gives the same, so that the answers of a class are kept.
    let other = try Workbench()
    _ = try other.run(["check", "--mint", try other.write("n.md", answered)])
    #expect(String(decoding: try other.read("n.md"), as: UTF8.self) == minted)
  }

  /// A preview shows the key, and nothing of it is kept.
  @Test func aPreviewIsNotAnAnswer() throws {
    let bench = try Workbench()
    try bench.write("n.md", answered)
    let run = try bench.run(["preview", "n.md:10"])
    #expect(run.status == 0 && run.output.contains("R?") && !run.output.contains("Q?"))
    #expect(run.output.contains("\nanswer\n  two\n"), "\(run.output)")
    #expect(try bench.run(["progress", "export"]).output == "")
    let none = try bench.run(["preview", "n.md:2"])
    #expect(none.status == 1 && none.errors.contains("the first one begins on line 5"))
    let beyond = try bench.run(["preview", "n.md:999"])
    #expect(beyond.status == 1 && beyond.errors.contains("n.md has no line 999: it ends with line"))
  }

  /// What cannot be asked is told by its whole name, and is no success.
  @Test func aPreviewTellsWhatIsBroken() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/in", 0o755)
    try bench.write(
      "in/n.md",
      "# C\n\n## L\n\n### A?\n<!-- quiz id=a -->\nIt is [[\n\n### B?\n<!-- quiz id=b -->\n[[so]]\n"
    )
    for path in ["in/n.md", "in"] {
      let run = try bench.run(["preview", path])
      #expect(run.status == 1 && run.output.contains("B?"))
      #expect(run.errors.contains("in/n.md:7:7: error: an answer mark is never closed: write [["))
    }
    let folder = try bench.run(["preview", "in:7"])
    #expect(folder.status == 1 && folder.errors.contains("in is a folder: name the file"))
    let contents = try bench.run(["in", "--plain"], input: "1\n1\nopen\nquit\n").output
    #expect(contents.contains("1 new question, "), "\(contents)")
    #expect(contents.contains("; 1 more cannot be asked: attend check"), "\(contents)")
  }

  /// What is told to be typed opens what was made, whatever it is called.
  @Test(arguments: [
    ("mine", "mine"), ("course", "./course"), ("quiz", "./quiz"), ("my notes", "'my notes'"),
    ("it's", "'it'\\''s'"), ("übung", "übung"),
  ])
  func newNotesAreOpenedAsTold(name: String, typed: String) throws {
    let bench = try Workbench()
    let told = try bench.run(["new", "notes", name]).output
    #expect(
      told == "\(name) is there; `attend \(typed)` opens it, `attend check \(typed)` checks it\n")
    let path = typed.hasPrefix("'") ? name : typed
    #expect(try bench.run(["list", path]).output.hasPrefix("1  My notes\n"))
  }

  /// What an author is given is never written over anything.
  @Test func newNotesAreRight() throws {
    let bench = try Workbench()
    #expect(try bench.run(["new", "notes", "mine"]).status == 0)
    #expect(try bench.run(["check", "mine"]).output == "")
    #expect(try bench.run(["new", "notes", "mine"]).status == 1)
    #expect(try bench.run(["new", "question", "number", "q.md"]).status == 0)
    #expect(try bench.run(["check", "q.md"]).output == "")
    #expect(try bench.run(["new", "lesson", "q.md"]).status == 1)
    #expect(try bench.run(["new", "question", "numbre"]).errors.contains("did you mean number?"))
    for (kind, name, meant) in [
      ("question", "order", "put-in-order"), ("question", "Recall", "recall"),
      ("fence", "dot", "dot-product"), ("fence", "norm", "layer-norm"),
    ] {
      let run = try bench.run(["new", kind, name])
      #expect(run.status == 2 && run.errors.contains("did you mean \(meant)?"), "\(run.errors)")
    }
    #expect(try bench.run(["new", "fence", "softmax"]).output.hasPrefix("```softmax\n"))
  }
}
