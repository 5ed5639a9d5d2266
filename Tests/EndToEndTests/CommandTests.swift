import Libc
import TerminalTesting
import TestSupport
import Testing

/// What the commands and the ways out of the program write.
@Suite struct CommandTests {
  @Test func dotShowsEveryStep() throws {
    let bench = try Workbench()
    let run = try bench.run(["dot", "1,2,3", "4,5,6", "--ascii"])
    #expect(
      run.output.split(separator: "\n").prefix(6).map(String.init) == [
        "u = [1, 2, 3]", "v = [4, 5, 6]", "  1  1 * 4 =  4   running sum  4",
        "  2  2 * 5 = 10   running sum 14", "  3  3 * 6 = 18   running sum 32",
        "u * v      = 32",
      ])
    #expect(try bench.run(["dot", "1,2", "4,5", "--json"]).output.contains("\"dot\":14"))
    #expect(try bench.run(["dot", "0,0", "4,5"]).output.contains("cosine"))
    for (operands, text) in [(["1,2", "1"], "2"), (["1,x", "1,2"], "U: ")] {
      let run = try bench.run(["dot"] + operands)
      #expect(run.status != 0 && run.errors.contains(text) && run.output.isEmpty)
    }
  }

  /// What another program reads is an object that says its form first, whatever command wrote it.
  @Test func everyJSONIsAnObjectWithItsVersion() throws {
    let bench = try Workbench()
    try bench.write("n.md", Array("# C\n\n## L\n\nText.\n".utf8))
    let matrices = ["--query", "1 0", "--key", "1 0", "--value", "5"]
    let commands = [
      ["list", "n.md"], ["stats", "n.md"], ["dot", "1", "2"], ["norm", "1,2"],
      ["tokens", "the cat"], ["attention"] + matrices, ["train"],
      ["model", "--text", "Mia has the key."],
      ["train", "copy", "--steps", "1"],
    ]
    for command in commands {
      let run = try bench.run(command + ["--json"])
      #expect(
        run.status == 0 && run.output.hasPrefix("{\"version\":1,"), "\(command) \(run.output)")
      #expect(run.output.hasSuffix("}\n"))
    }
    let newer = "{\"version\":2,\"widget\":\"dot-product\",\"inputs\":{\"u\":\"1\",\"v\":\"1\"}}"
    try bench.write("newer.json", Array(newer.utf8))
    #expect(try bench.run(["newer.json", "--plain"]).errors.contains("newer attend"))
  }

  /// Cards come in as a new file, and what is new of them as another one; nothing that is there changes.
  @Test func cardsOfOthersBecomeNotes() throws {
    let bench = try Workbench()
    let own = "# C\n\n## L\n\nText.\n"
    mkdir("\(bench.folder)/notes", 0o755)
    try bench.write("notes/deck.md", Array(own.utf8))
    try bench.write("deck.txt", Array("#html:false\nWhat is it?\tThat\n".utf8))
    let run = try bench.run(["import", "deck.txt", "--into", "notes"])
    #expect(run.status == 0 && run.output.contains("1 question written to notes/deck-2.md"))
    let again = try bench.run(["import", "deck.txt", "--into", "notes"])
    #expect(
      again.status == 0
        && again.output == "nothing written: 1 question left out that these notes have already\n")
    try bench.write("deck.txt", Array("#html:false\nWhat is it?\tThat\nWho?\tShe\n".utf8))
    let more = try bench.run(["import", "deck.txt", "--into", "notes"])
    #expect(
      more.output.contains("1 question written to notes/deck-3.md; 1 question left out"), "\(more)")
    // The last folder is made where it is missing, and no more than that.
    let made = try bench.run(["import", "deck.txt", "--into", "made"])
    #expect(
      made.status == 0
        && made.output.contains(
          "2 questions written to made/deck.md in a folder that was made for it")
    )
    try bench.write("deck.txt", Array("#html:false\nWhat is it?\tThis\nWho?\tShe\n".utf8))
    let changed = try bench.run(["import", "deck.txt", "--into", "made"])
    #expect(changed.output.contains("1 question written to made/deck-2.md; 1 question left out"))
    #expect(changed.errors.contains("answers otherwise (made/deck.md:"), "\(changed.errors)")
    let missing = try bench.run(["import", "deck.txt", "--into", "none/deep"])
    #expect(missing.status == 1 && missing.errors.contains("none/deep cannot be made"))
    #expect(try bench.run(["show", "1.1", "notes/deck.md"]).output.contains("Text."))
    let check = try bench.run(["check", "notes"])
    #expect(check.status == 0 && !check.output.contains("error"), "\(check.output)")
    let list = try bench.run(["list", "notes", "--json"]).output
    #expect(list.contains("\"kind\":\"recall\",\"generated\":false"), "\(list)")
    let packages = Files.tests + "/Fixtures/anki"
    let package = try bench.run(["import", "\(packages)/both.apkg", "--into", "notes"])
    #expect(package.output.contains("3 questions written to notes/both.md, 1 left out"))
    #expect(package.errors.contains("both.apkg, note 4: \"A card with no answer\": it needs"))
    #expect(package.errors.contains("left out of the cards: 1 sound\n"))
    let reversed = try bench.run(["import", "\(packages)/templates.apkg", "--into", "notes"])
    #expect(reversed.output.contains("7 questions written to notes/templates.md, 1 left out"))
    #expect(try bench.run(["check", "notes"]).status == 0)
    for (command, words) in [
      (["import", "\(packages)/newest.apkg", "--into", "notes"], "Support older Anki versions"),
      (["import", "\(packages)/bomb-that-lies.apkg", "--into", "notes"], "is a damaged package"),
      (["import", "deck.txt"], "--into FOLDER"), (["import", "none", "--into", "notes"], "none"),
      (["import", "deck.txt", "--into", "deck.txt"], "is not a folder"),
      (["import", "notes", "--into", "notes"], "no plain file"),
    ] {
      let run = try bench.run(command)
      #expect(run.status != 0 && run.errors.contains(words), "\(run.errors)")
    }
  }

  /// A widget's name alone is no path; the command that opens it is named.
  /// Notes that are named alone are shown whole, as other programs show files.
  @Test func showsALessonOrAllOfAFile() throws {
    let bench = try Workbench()
    try bench.write("n.md", Array("# C\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n".utf8))
    let all = try bench.run(["show", "n.md"]).output
    #expect(all.contains("First.") && all.contains("Second.") && all.contains("Two"))
    #expect(try bench.run(["show", "-"], input: "# C\n\nPiped.\n").output.contains("Piped."))
    mkdir("\(bench.folder)/softmax", 0o755)
    #expect(try bench.run(["show", "softmax"]).errors.contains("./softmax"))
    let one = try bench.run(["show", "Two", "n.md"])
    #expect(one.output.contains("Second.") && !one.output.contains("First."))
    for words in [["show", "m.md"], ["show", "n.md", "n.md"]] {
      let none = try bench.run(words)
      #expect(none.status == 1 && none.errors.contains("no lesson or chapter is called"))
    }
  }

  @Test func widgetsOpenByTheirNames() throws {
    let bench = try Workbench()
    let open = try bench.run(["widget", "rope", "--plain"], input: "")
    #expect(open.output.contains("Rotary positions"), "\(open.errors)")
    #expect(try bench.run(["rope"]).errors.contains("did you mean `attend widget rope`?"))
    #expect(try bench.run(["shape"]).errors.contains("did you mean `attend widget shapes`?"))
    #expect(try bench.run(["quizz"]).errors.contains("did you mean `attend quiz`?"))
    #expect(
      try bench.run(["frobnicate"]).errors
        == "attend: frobnicate is neither a file nor a command; `attend help` lists the commands\n")
    #expect(try bench.run(["widget", "rop"]).errors.contains("did you mean rope?"))
    // What is an option of a command is none itself.
    for (word, meant) in [
      ("learn", "`attend tokens --learn` or `attend model --learn`"),
      ("evidence", "`attend model --evidence`"), ("plain", "`attend --plain`"),
    ] {
      #expect(try bench.run([word]).errors.contains("did you mean \(meant)?"), "\(word)")
    }
  }

  /// What it says is the gate's to judge; here, that every part is there and every mistake is named.
  @Test func modelReadsAText() throws {
    let bench = try Workbench()
    let text = "Mia has the key. The drum is with Ben. Who has the drum?"
    let run = try bench.run(["model", "--text", text, "--top", "2", "--off", "L3H1"])
    // What is off is said beside what is read.
    #expect(run.output.contains("\noff: L3H1\n"), "\(run.output)")
    #expect(!(try bench.run(["model", "--text", text, "--top", "2"]).output.contains("off:")))
    #expect(run.status == 0 && run.output.contains("[ key]") && run.output.contains("L3H3: "))
    #expect(run.output.contains("after L3: ") && !run.output.contains("goes on"))
    let chat = ["model", "--text", text, "--adapter", "instruct", "--generate", "9"]
    let greedy = try bench.run(chat).output
    #expect(greedy.contains("[<user>]") && greedy.hasSuffix("goes on:  Ben.\n"))
    let json = try bench.run(chat + ["--json", "--seed", "3", "--temperature", "2"]).output
    #expect(json.contains("\"off\":[]"))
    let without = ["model", "--text", text, "--off", "L3H1,L2,L0MLP", "--json"]
    #expect(try bench.run(without).output.contains("\"off\":[\"L3H1\",\"L2\",\"L0MLP\"]"))
    #expect(json.contains("\"generated\":[{\"id\":") && json.contains("\"name\":\"L3H3\""))
    let ids = try bench.run(["model", "--ids", "10, 75,112", "--top", "1"])
    #expect(ids.status == 0 && ids.output.hasPrefix("tokens: [\\n] [K] [p]\n"))
    let evidence = try bench.run(["model", "--evidence", "who"])
    #expect(evidence.output.hasPrefix("40 cases of who, without each part\n"))
    #expect(evidence.output.contains("\nL0MLP  no place"))
    let long = String(repeating: "key ", count: 200)
    for (words, problem) in [
      (["--json"], "needs a text"), (["--text", ""], "needs a text"),
      (["--ids", "10,900"], "\"900\" is no token"),
      (["--ids", "1", "--text", "a"], "one of the two"),
      (["--evidence", "keys"], "names"), (["--plain", "--off", "L9"], "no L9"),
      (["--replay", "0.5"], "--learn notes.md"),
      (["--text", long], "the model reads 128"),
      (["--text", "a", "--off", "L0H9"], "no L0H9"),
      (["--text", "a", "--off", "L0H0,,"], "\"L0H0,,\" nothing stands: write L0H1,L2"),
      (["--text", "a", "--off", ","], "write L0H1,L2"), (["--ids", "1,,2"], "write 1,2,3"),
      (["--ids", ",1"], "write 1,2,3"), (["--plain", "--off", "L0,"], "write L0H1, L2"),
      (["--text", "a", "--adapter", "x"], "one of base"),
      (["--text", "a", "--generate", "2", "--temperature", "hot"], "from 0 to 10"),
      // Nothing that is given is left out silently.
      (["--evidence", "who", "--text", "a"], "--text goes with a text"),
      (["--evidence", "who", "--off", "L0"], "--off goes"),
      (["--evidence", "who", "--top", "2"], "--top goes"),
      (["--evidence", "who", "--generate", "2"], "--generate goes"),
      (["--text", "a", "--temperature", "1"], "give --generate N"),
      (["--text", "a", "--seed", "1"], "give --generate N"),
      (["--top", "2"], "give --text TEXT"), (["--seed", "2"], "give --text TEXT"),
      (["--plain", "--text", "a", "--generate", "2"], "no --plain"),
      (["--plain", "--evidence", "who"], "no --plain"),
      (["--plain", "--ids", "1"], "the screen takes a text"),
    ] {
      let wrong = try bench.run(["model"] + words)
      #expect(wrong.status == 2 && wrong.errors.contains(problem), "\(wrong.errors)")
    }
    // Of two words that are alike each is told by its place, and why no more is drawn is said.
    let twice = try bench.run(["model", "--text", "Mia, Ben, Mia", "--generate", "100"]).output
    #expect(twice.contains("[Mia]") || twice.contains("[ Mia] @"), "\(twice)")
    #expect(twice.contains("[,] @"), "\(twice)")
    let full = Array(repeating: "key", count: 120).joined(separator: " ")
    let cut = try bench.run(["model", "--text", full, "--generate", "100"]).output
    #expect(
      cut.contains("The model's context of 128 tokens is full: ")
        && cut.contains(" of 100 were drawn"),
      "\(cut)")
    // Notes are learnt without a screen, whatever else is said.
    let learnt = try bench.run(["model", "--learn", "none.md", "--plain"])
    #expect(learnt.status == 1 && learnt.errors.contains("none.md is not there"))
  }

  /// Files that another library wrote; what they say is tested beside that library.
  @Test func modelsOnDiskAreOpened() throws {
    let bench = try Workbench()
    let folder = "\(Files.tests)/Fixtures/disk"
    let file = "\(folder)/llama-q4_k.gguf"
    let run = try bench.run(["model", file, "--text", "The cat", "--top", "2", "--off", "L0H1"])
    #expect(run.status == 0 && run.output.hasPrefix("tokens: [<s>] "), "\(run.errors)")
    #expect(run.output.contains("after L0: ") && run.output.contains("L0H3: "))
    let json = try bench.run([
      "model", "\(folder)/safetensors-gpt2", "--ids", "1,17", "--json", "--generate", "2",
    ]).output
    #expect(json.contains("\"family\":\"gpt2\"") && json.contains("\"generated\":[{\"id\":"))
    // What is listed in a folder is opened there, and what cannot be is told in the same words, once.
    for path in ["deep/er/model.gguf", "other/name", "cut/cut.gguf"] {
      let bytes = try Files.bytes(of: file)
      let folders = path.split(separator: "/").dropLast()
      for depth in 1...folders.count {
        mkdir("\(bench.folder)/\(folders.prefix(depth).joined(separator: "/"))", 0o700)
      }
      try bench.write(path, path.hasPrefix("cut") ? Array(bytes.dropLast(100)) : Array(bytes))
      let top = String(folders[0])
      let list = try bench.run(["models", top]).output
      let opened = try bench.run(["model", top, "--ids", "1,2", "--top", "1"])
      if path.hasPrefix("cut") {
        let words = list.split(separator: "\n").first.map(String.init) ?? ""
        #expect(words.ranges(of: "cut.gguf").count == 1, "\(words)")
        #expect(opened.status == 1 && opened.errors.contains(words), "\(opened.errors)")
      } else {
        #expect(list.contains("\(path.split(separator: "/").last ?? ""): llama, "), "\(list)")
        #expect(opened.status == 0 && opened.output.hasPrefix("tokens: "), "\(opened.errors)")
      }
    }
    let screen = try bench.run(["model", file, "--plain"], input: "q\n")
    #expect(screen.status == 0 && screen.output.contains("tiny llama"), "\(screen.errors)")
    let list = try bench.run(["models", folder])
    #expect(list.output.contains("llama-q4_k.gguf: llama, 459,520 parameters, Q4_K"))
    #expect(
      list.output.contains("safetensors-llama-f16: llama, 43,168 parameters, F16, no tokenizer"))
    #expect(try bench.run(["models", folder, "--json"]).output.contains("\"problem\":null"))
    #expect(try bench.run(["models"]).output.hasPrefix("There are no models in\n"))
    try bench.write("cut.gguf", try Files.bytes(of: file).dropLast(100))
    mkdir("\(bench.folder)/the", 0o700)
    try bench.write("the/config.json", "{}")
    for (words, problem) in [
      (["cut.gguf", "--ids", "1"], "it is cut"), (["none.gguf"], "no such file"),
      ([folder], "it holds"), (["cut.gguf"], "it is cut"),
      (["t"], "t cannot be read"), (["the"], "the: the model is of the family none"),
      ([file, "--ids", "1", "--adapter", "prefer"], "no adapter prefer"),
      ([file, "--evidence", "who"], "which this model did not learn"),
      (["\(folder)/safetensors-llama-f16", "--text", "a"], "give the tokens' numbers"),
    ] {
      let wrong = try bench.run(["model"] + words)
      #expect(wrong.status != 0 && wrong.errors.lowercased().contains(problem), "\(wrong.errors)")
    }
  }

  /// Nothing is kept unless asked, and nothing is written over.
  @Test func aCopyThatLearntIsKept() throws {
    let bench = try Workbench()
    let notes = (1...40).map { "A kernel of rank \($0) maps the rows of a matrix to zero.\n" }
    try bench.write("notes.md", "# Maps\n\n" + notes.joined())
    let learn = ["model", "--learn", "notes.md", "--steps", "12"]
    let run = try bench.run(learn + ["--keep", "mine.model"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasSuffix("Kept as mine.model, step 12: attend model mine.model opens it.\n"))
    let kept = try bench.read("mine.model")
    let text = ["--text", "A kernel of rank", "--top", "1"]
    let copy = try bench.run(["model", "mine.model"] + text)
    let base = try bench.run(["model"] + text)
    #expect(copy.status == 0 && copy.output != base.output)
    let screen = try bench.run(["model", "mine.model", "--plain"], input: "see\nq\n")
    #expect(screen.status == 0 && screen.output.contains("next after"), "\(screen.errors)")
    #expect(screen.output.contains("mine.model"))
    let json = try bench.run(["model", "mine.model", "--json"] + text).output
    #expect(json.contains("\"name\":\"mine.model\""))
    // Of others that end so only this program's own are models.
    try bench.write("tokenizer.model", Array("pieces".utf8))
    let list = try bench.run(["models", "."]).output
    #expect(list.hasPrefix("mine.model: attend, 520,800 parameters, "), "\(list)")
    #expect(!list.contains("tokenizer.model"))
    // A folder that is named twice is looked through once.
    #expect(try bench.run(["models", ".", "."]).output == list)
    // Where it cannot be kept is told before minutes go by.
    for (path, problem) in [
      ("none/mine.model", "none/mine.model cannot be made: there is no folder none"),
      ("", "an empty path names nothing"), ("notes.md/a", "notes.md is not a folder"),
      ("new/", "new/ is a folder"), ("progress.sqlite", "holds your progress"),
    ] {
      let nowhere = try bench.run(learn + ["--keep", path])
      #expect(nowhere.status == 1 && nowhere.output.isEmpty, "\(nowhere.output)")
      #expect(nowhere.errors.contains("--keep: "), "\(nowhere.errors)")
      #expect(nowhere.errors.contains(problem), "\(nowhere.errors)")
    }
    let secure = ["LESSSECURE": "1"]
    let refused = try bench.run(learn + ["--keep", "safe.model"], secure)
    #expect(refused.status == 1 && refused.output.isEmpty, "\(refused.output)")
    #expect(refused.errors.contains("model --keep FILE writes files"), "\(refused.errors)")
    #expect(throws: (any Error).self) { _ = try bench.read("safe.model") }
    #expect(try bench.run(learn, secure).status == 0)
    let again = try bench.run(learn + ["--keep", "mine.model"])
    #expect(again.status == 1 && again.output.isEmpty, "\(again.output)")
    #expect(again.errors.contains("--keep: ") && again.errors.contains("mine.model"))
    #expect(try bench.read("mine.model") == kept)
    // Where the loss is lost at once, there is one saying of each beginning, told once.
    let diverged = try bench.run(learn + ["--rate", "100"]).output
    let told = diverged.split(separator: "\n").filter { $0.hasPrefix("  step 0: ") }
    #expect(!told.isEmpty && Set(told).count == told.count, "\(diverged)")
    let lost = try bench.run(learn + ["--rate", "1000", "--keep", "lost.model"])
    #expect(lost.status == 1 && lost.errors.contains("nothing is kept"), "\(lost.errors)")
    #expect(throws: (any Error).self) { _ = try bench.read("lost.model") }
    let alone = try bench.run(["model", "--keep", "a.model"])
    #expect(alone.status == 2 && alone.errors.contains("--learn notes.md"), "\(alone.errors)")
  }

  /// What lies on disk is shortened while the program looks at it.
  @Test func aModelThatIsShortenedIsTold() throws {
    let bench = try Workbench()
    let bytes = try Files.bytes(of: "\(Files.tests)/Fixtures/disk/llama-f32.gguf")
    let path = try bench.write("a.gguf", bytes)
    let terminal = try bench.start(["model", "a.gguf"])
    try terminal.wait(for: "shows it")
    terminal.send(" ")
    try terminal.wait(for: "next after")
    try #require(truncate(path, off_t(bytes.count / 2)) == 0)
    terminal.send("2")
    try terminal.wait(for: "was shortened while it was open")
    terminal.send("qqq")
    #expect(try terminal.waitForExit() == 0)
  }

  /// By hand: "he" is the second pair of the passage, and no other of the first five fits.
  @Test func tokensShowsBytesMergesAndTokens() throws {
    let bench = try Workbench()
    let run = try bench.run(["tokens", "the cat", "--merges", "5"])
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines[0] == "7 bytes: 74 68 65 20 63 61 74")
    #expect(lines[1] == "merge 2: h and e become he, in 1 place" && lines[2] == "6 tokens")
    #expect(lines.suffix(6).first == "  116  t" && lines.contains("  257  he"))
    let json = try bench.run(["tokens", "aab", "--learn", "aaaa", "--json"]).output
    #expect(
      json == """
        {"version":1,"bytes":[97,97,98],"tokens":[{"id":256,"text":"aa"},{"id":98,"text":"b"}],\
        "merges":[{"left":97,"right":97,"place":1}]}

        """)
    try bench.write("t.txt", Array("aab".utf8))
    #expect(try bench.run(["tokens", "@t.txt", "--learn", "aaaa", "--json"]).output == json)
    let piped = try bench.run(["tokens", "-", "--learn", "aaaa", "--json"], input: "aab").output
    #expect(piped == json)
    try bench.write("odd.txt", [97, 0xFF, 98])
    let odd = try bench.run(["tokens", "@odd.txt", "--merges", "0"])
    #expect(odd.errors.contains("odd.txt: byte 2 is no UTF-8") && odd.status == 0)
    #expect(odd.output.contains("5 tokens"))
    for (words, text) in [
      (["tokens", ""], "nothing in it"), (["tokens", "a", "--merges", "501"], "from 0 to 500"),
      (["tokens", "@none.txt"], "none.txt is not there; check the name"),
      (["tokens", "@."], ". is a folder"),
      (["tokens"], "needs TEXT"),
    ] {
      let run = try bench.run(words)
      #expect(run.status != 0 && run.errors.contains(text) && run.output.isEmpty, "\(run.errors)")
    }
    let escape = try bench.run(["tokens", "\u{1B}[31m"]).output
    #expect(!escape.contains("\u{1B}"))
  }

  /// X is the identity, so that Q, K and V are the matrices themselves.
  @Test func attentionFromTheWordsOwnVectors() throws {
    let bench = try Workbench()
    let (q, k, v) = ("1 0; 0 1", "2 1; 0 3", "1 2; 3 4")
    let plain = try bench.run(
      ["attention", "--query", q, "--key", k, "--value", v, "--json"]
    ).output
    let own = ["attention", "--x", "1 0; 0 1", "--wq", q, "--wk", k, "--wv", v]
    let run = try bench.run(own + ["--wo", "0 1; 1 0", "--json"]).output
    let inner = plain.dropFirst("{\"version\":1,".count).dropLast(2)
    #expect(run.contains(inner) && run.contains("\"x\":[[1.0,0.0],[0.0,1.0]]"))
    #expect(run.contains("\"k\":[[2.0,1.0],[0.0,3.0]]") && run.contains("\"y\":[["))
    // The gradients are those of y: 2 and 1 flow back where W_O doubles the first column.
    let scaled = try bench.run(own + ["--wo", "2 0; 0 1", "--json"]).output
    #expect(scaled.contains("\"dO\":[[2.0,1.0],[2.0,1.0]]"))
    #expect(try bench.run(own).output.contains("k = x w_k\n  2  1\n  0  3\n"))
    for (extra, text) in [
      (["--wo", "1 2 3"], "--wv has 2 columns and --wo has 1 row: give"),
      (["--key", k], "--x with --wq"),
    ] {
      let run = try bench.run(own + extra)
      #expect(run.status != 0 && run.errors.contains(text), "\(run.errors)")
    }
  }

  /// At the ends of the range of numbers nothing is told that is not so.
  @Test func normAtTheEndsOfTheRange() throws {
    let bench = try Workbench()
    let large = try bench.run(["norm", "1e308,-1e308", "--epsilon", "0", "--ascii"]).output
    #expect(large.contains("divisor     = 1e308") && large.contains("output      = [1, -1]"))
    #expect(large.contains("in units of 1e308"))
    let small = try bench.run(["norm", "1e-200,2e-200", "--epsilon", "0"]).output
    #expect(small.contains("variance    = <5e-324") && small.contains("output      = [−1, 1]"))
    let json = try bench.run(["norm", "1e-200,2e-200", "--json"]).output
    #expect(json.contains("\"underflows\":[\"squares[0]\",\"squares[1]\",\"meanSquare\"]"))
  }

  /// By hand: mean 3, variance (4 + 1 + 0 + 9)/4 = 3.5, and −2/√3.50001 = −1.069.
  @Test func normShowsEveryStep() throws {
    let bench = try Workbench()
    let run = try bench.run(["norm", "1,2,3,6", "--gamma", "2 1 1 1", "--ascii"])
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.contains("mean        = 3") && lines.contains("variance    = 3.5"))
    #expect(lines.last?.hasPrefix("output      = [-2.138, -0.5345, 0, 1.604") == true)
    #expect(!run.output.contains { !$0.isASCII })
    // √((9 + 16)/2) = 3.5355; 3/3.5355 = 0.8485.
    let rms = try bench.run(["norm", "3,4", "--rms", "--epsilon", "0"])
    #expect(rms.output.contains("[0.8485, 1.131]") && !rms.output.contains("beta"))
    #expect(try bench.run(["norm", "1,3", "--json"]).output.contains("\"meanSquare\":1.0"))
    for (extra, text) in [
      (["--gamma", "1"], "--gamma has 1"), (["--beta", "x"], "--beta: "),
      (["--epsilon", "-1"], "--epsilon: "),
    ] {
      let run = try bench.run(["norm", "1,2"] + extra)
      #expect(run.status != 0 && run.errors.contains(text), "\(run.errors)")
    }
  }

  /// Q K V of one query, two equal keys: both weigh a half.
  @Test func attentionShowsEveryStep() throws {
    let bench = try Workbench()
    try bench.write("v.txt", "2 4; 6 8\n")
    // A file is read as a paste is, with names or without.
    let printed = "Q = tensor([[1., 1.]])\nK = tensor([[1., 1.],\n        [1., 1.]])\nx = 3\n"
    try bench.write("all.txt", printed + "V = tensor([[1., 2.], [3., 4.]])\n")
    try bench.write("two.txt", printed)
    let named = try bench.run(
      ["attention", "--query", "@all.txt", "--key", "@all.txt", "--value", "@all.txt"])
    #expect(named.output.contains("Q 1×2   K 2×2   V 2×2"), "\(named.errors)")
    #expect(try bench.run(["attention", "all.txt"]).output == named.output)
    #expect(
      try bench.run(["attention", "-"], input: printed + "V = 1 2; 3 4").output == named.output)
    let causal = try bench.run(["attention", "@all.txt", "--mask", "causal", "--precision", "bf16"])
    #expect(causal.output.contains("mask causal") && causal.output.contains("bfloat16: the output"))
    #expect(try bench.run(["attention", "two.txt"]).errors.contains("attention needs --value M"))
    try bench.write("words.txt", "cat sat mat\n")
    #expect(
      try bench.run(["attention", "words.txt"]).errors.contains(
        "words.txt holds no queries, keys and values: write Q = 1 0; 0 1"))
    try bench.write("blocks.txt", "1 2\n\n3 4\n")
    let blocks = try bench.run(
      ["attention", "--query", "@blocks.txt", "--key", "1 1", "--value", "1"])
    #expect(blocks.output.contains("Q 2×2") && blocks.errors.contains("around a blank line"))
    // Names that programs give, in whatever order; what is named otherwise is not guessed at.
    let json = "{\"value\": [[1, 2], [2, 1]], \"key\": [[1, 2], [3, 4]], \"query\": [[9, 8]], "
    for (text, found) in [
      (json + "\"attn_mask\": null}", "\"q\":[[9.0,8.0]]"),
      (json + "\"is_causal\": false, \"attn_mask\": [[true, false]]}", "\"weights\":[[1.0,0.0]]"),
      (
        "X = [[1, 0]]\nWq = [[2, 0], [0, 1]]\nWk = [[1, 0], [0, 1]]\nWv = [[1, 1], [1, 1]]",
        "\"q\":[[2.0,0.0]]"
      ),
      ("Q = {{1,2}}\nK = {{3,4}};\nV = {{5}};", "\"v\":[[5.0]]"),
    ] {
      try bench.write("named.txt", text)
      let run = try bench.run(["attention", "named.txt", "--json"])
      #expect(run.output.contains(found), "\(run.errors) \(run.output.prefix(200))")
    }
    try bench.write("named.txt", "a = [[1, 0]]\nb = [[2, 0]]\nc = [[1, 0]]")
    #expect(try bench.run(["attention", "named.txt"]).errors.contains("holds no queries"))
    let missing = try bench.run(
      ["attention", "--query", "1 1", "--key", "1 1", "--value", "@two.txt"])
    #expect(missing.errors.contains("two.txt names several inputs, and none of them is V"))
    let bare = printed.replacing("Q = ", with: "").replacing("K = ", with: "")
    try bench.write("bare.txt", bare.replacing("x = 3\n", with: ""))
    let unnamed = try bench.run(
      ["attention", "--query", "@bare.txt", "--key", "@bare.txt", "--value", "1 1; 1 1"])
    #expect(
      unnamed.errors.contains("bare.txt holds 2 matrices without names: write Q = before the one"))
    try bench.write("q.npy", "\u{1}NUMPY\u{0}v")
    let binary = try bench.run(
      ["attention", "--query", "@q.npy", "--key", "1 1", "--value", "1"])
    #expect(binary.errors.contains("q.npy is binary: print its numbers into a text file"))
    let inputs = ["attention", "--query", "1 1", "--key", "1 1; 1 1", "--value", "@v.txt"]
    let run = try bench.run(inputs)
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "Q 1×2   K 2×2   V 2×2" && lines.last == "  4  6")
    for step in ["1 scores", "2 scale", "3 mask", "6 sum", "7 weights", "8 terms", "9 output"] {
      #expect(lines.contains { $0.hasPrefix(step) }, "\(step)")
    }
    #expect(lines.contains("  0.5  0.5"))
    #expect(try bench.run(inputs + ["--json"]).output.contains("\"output\":[[4.0,6.0]]"))
    #expect(!(try bench.run(inputs + ["--ascii"]).output.contains { !$0.isASCII }))
    let masked = try bench.run(inputs + ["--mask", "causal", "--scale", "none"])
    #expect(masked.status == 0 && masked.output.contains("output"))
    #expect(masked.output.contains("mask causal: query i looks at keys 1 to i"))
    let both = try bench.run(inputs + ["--mask", "causal bottom-right and alibi"]).output
    #expect(both.contains("mask ALiBi, bottom right: "))
    let wide = String(repeating: "1;", count: 64) + "1"
    let large = try bench.run(["attention", "--query", wide, "--key", wide, "--value", wide])
    #expect(large.output.contains("too many to print"))
    for (extra, text) in [
      (["--mask", "round"], "--mask: there is no mask “round”: a mask is none, causal, window 4"),
      (["--mask", "padding 0.5 1 1"], "--mask: entry 1 of the padding is “0.5”"),
      (["--scale", "x"], "--scale: "),
      (["--query", "@none"], "none is not there"), (["--key", "1 x"], "--key: "),
      (["--key", "1 1 1"], "3"),
    ] {
      var command = inputs
      if let place = command.firstIndex(of: extra[0]) { command.removeSubrange(place...place + 1) }
      let run = try bench.run(command + extra)
      #expect(run.status != 0 && run.errors.contains(text), "\(run.errors)")
    }
    let twice = try bench.run(inputs + ["--key", "1 2"])
    #expect(twice.status == 2 && twice.errors.contains("--key is given twice"), "\(twice.errors)")
    #expect(
      try bench.run(["attention", "--key", "1"]).errors.contains("attention needs --query M"))
  }

  /// A widget's numbers leave the program as files, under names that are free, and come back.
  @Test func anExportOpensAgain() throws {
    let bench = try Workbench()
    let lines = "1\nu = 2 3\nv = 5 7\nexport\nexport\nquit\n"
    let run = try bench.run(["--plain"], input: "widgets\n" + lines)
    #expect(run.output.contains("Wrote dot-product-1.json, .md, .py"))
    for name in ["dot-product-1.json", "dot-product-2.py", "dot-product-2.md"] {
      #expect(access("\(bench.folder)/\(name)", R_OK) == 0, "\(name)")
    }
    let again = try bench.run(["dot-product-1.json", "--plain"], input: "quit\n")
    #expect(again.output.contains("31"))
    try bench.write(
      "bad.json", "{\"widget\":\"dot-product\",\"inputs\":{\"u\":\"1 2\",\"v\":\"1\"}}")
    #expect(try bench.run(["bad.json", "--plain"]).errors.contains("bad.json "))
  }

  /// The browser is started with the address as its one argument, and only after a yes.
  @Test func aLinkIsOpenedAfterAYes() throws {
    let bench = try Workbench()
    let notes = try bench.write("n.md", "# N\n\n[a](https://example.org/?a=1&b=$HOME;ls)\n")
    try bench.write(
      "xdg-open",
      "#!/bin/sh\necho \"$#:$1\" > '\(bench.folder)/opened.new'\n"
        + "mv '\(bench.folder)/opened.new' '\(bench.folder)/opened'\n")
    chmod("\(bench.folder)/xdg-open", 0o755)
    let path = ["PATH": "\(bench.folder):/usr/bin:/bin"]
    let opened = "\(bench.folder)/opened"
    var run = try bench.run([notes, "--plain"], input: "1\n1\nn\nquit\n", path)
    #expect(run.output.contains("The link leads to example.org: https://example.org/?a=1"))
    #expect(run.output.contains("Open in a browser? y/n"))
    #expect(!run.output.contains("Opening") && access(opened, F_OK) != 0)
    run = try bench.run([notes, "--plain"], input: "1\n1\ny\nquit\n", path)
    #expect(run.output.contains("Opening https://example.org/"))
    // The browser outlives the program: it may write a moment later.
    for _ in 0..<2_000 where access(opened, F_OK) != 0 { _ = poll(nil, 0, 5) }
    let file = try #require(fopen(opened, "r"))
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 200)
    fgets(&text, 200, file)
    let words = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    #expect(
      String(decoding: words, as: UTF8.self) == "1:https://example.org/?a=1&b=$HOME;ls\n")
    let secure = try bench.run(
      [notes, "--plain"], input: "1\n1\nquit\n", path.merging(["LESSSECURE": "1"]) { $1 })
    #expect(secure.output.contains("Links are not opened here"))
  }

  @Test func mistakesAreAnsweredWithTheTruth() throws {
    let bench = try Workbench()
    try bench.write("n.md", "# Numbers\n\n## One\n\nText.\n\n## Two\n\n[x](#none)\n")
    for (words, message) in [
      ([""], "an empty path names no notes; leave it out to open the course"),
      (["show", "1.99", "n.md"], "there is no lesson 1.99; the last one of chapter 1 is 1.2."),
      (["show", "dot", "n.md"], "no lesson or chapter is called \"dot\". `attend list`"),
    ] {
      let run = try bench.run(words)
      #expect(run.status == 1 && run.errors.contains(message), "\(run.errors)")
    }
    #expect(try bench.run(["show", "numb", "n.md"]).output.contains("One"))
    #expect(try bench.run(["help", "quiz"]).output.hasPrefix("usage: attend quiz"))
    #expect(try bench.run(["version"]).output == bench.run(["--version"]).output)
  }

  @Test func findingsAreSortedByFileAndLine() throws {
    let bench = try Workbench()
    mkdir("\(bench.folder)/notes", 0o755)
    let question = "### Q?\n<!-- quiz -->\n\nNothing is asked.\n\n"
    try bench.write("notes/2.md", "# B\n\n\(question)[x](#none)\n")
    try bench.write("notes/10.md", "# A\n\n[x](#none)\n\n\(question)[y](#none)\n")
    let lines = try bench.run(["check", "notes"]).output.split(separator: "\n")
    let places = lines.map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    func key(_ place: String) -> [Int] {
      place.dropFirst("notes/".count).split(separator: ":").map {
        Int($0.split(separator: ".")[0]) ?? 0
      }
    }
    #expect(places.map(key) == places.map(key).sorted { $0.lexicographicallyPrecedes($1) })
    #expect(places.count >= 5 && Set(places.map { key($0)[0] }) == [2, 10], "\(lines)")
  }

  @Test func aDumbTerminalIsReadLineByLine() throws {
    let bench = try Workbench()
    try bench.write("n.md", "# Numbers\n\n## One\n\nText.\n")
    let terminal = try bench.start(["n.md"], ["TERM": "dumb-emacs-ansi"])
    try terminal.wait(for: "attend>")
    terminal.send("quit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func statisticsForOtherPrograms() throws {
    let bench = try Workbench()
    let notes = try bench.write(
      "n.md", "# N\n\n## L\n\nText.\n\n### Why?\n<!-- quiz id=w -->\n\n1. [x] yes\n1. [ ] no\n")
    _ = try bench.run([notes, "--plain"], input: "quiz\n1\nnext\nquit\n")
    let json = try bench.run(["stats", notes, "--json"]).output
    #expect(json.contains("\"reviews\":1") && json.contains("\"questions\":1"), "\(json)")
    #expect(
      json.contains(
        "\"byQuestion\":[{\"id\":\"w\",\"lesson\":\"1.1\",\"title\":\"Why?\",\"file\":\"\(notes)\","
          + "\"line\":7,\"generated\":false,\"state\":\"learning\",\"due\":\"20"), "\(json)")
    #expect(json.contains("\"answers\":1,\"right\":1}]}"), "\(json)")
    #expect(
      try bench.run(["stats", notes, "--json"], ["XDG_STATE_HOME": "\(bench.folder)/none"]).output
        .contains(
          "\"state\":\"new\",\"due\":null,\"putOff\":null,\"set\":null,\"answers\":0,\"right\":0}]}"
        ))
    let stats = try bench.run(["stats", notes]).output
    #expect(stats.contains("1 answer"))
    // What is printed has no keys.
    #expect(!stats.contains("[t]") && !stats.contains("change that"))
  }

  /// An answer goes on behind what a prompt begins with, a mistake is told each time, and the next
  /// command is one again.
  @Test func plainPromptsTakeWhatIsTyped() throws {
    let lines = ["type", "the cat sat", "type", "nonsense = 3", "nonsense = 3", "next", "quit"]
    let run = try Workbench().run(
      ["widget", "tokens", "--plain"], input: lines.joined(separator: "\n") + "\n")
    #expect(run.output.contains("Input: text ="))
    #expect(run.output.contains("t (116)  h (104)  e (101)  · (32)  c (99)"))
    #expect(run.output.split(separator: "✗ tokens has no input").count == 3)
    #expect(run.output.contains("merge 1 of "))
    let steps = try Workbench().run(
      ["widget", "block", "--plain"],
      input: "go-to\n3 2\n12\ngo-to-step 5\ngo-to-step\nquit\n")
    for told in ["step 12 of 22", "step 5 of 22", "go-to-step takes the number"] {
      #expect(steps.output.contains(told), "\(told)")
    }
    #expect(!steps.output.contains("✗"))
  }

  @Test func bytesThatAreNoTextAreTold() throws {
    let run = try Workbench().run(["tokens", "\u{10FFFF}\u{10FFFE}"])
    #expect(run.output.contains("tokens"))
    let odd = try Workbench().run(
      ["attention", "--x", "1 2; 3 4", "--wq", "1 2; 3 4", "--wk", "1; 2", "--wv", "1; 2"])
    #expect(
      odd.errors.contains("--wq has 2 columns and --wk has 1: queries and keys need one width"))
  }
}
