import TerminalTesting

extension Place {
  static let all: [Place] = notes + names + arguments + variables + words + progress + state

  private static let lessons = Attack.all.indices.map { "1.\($0 + 1)" }

  private static let notes: [Place] = [
    .command("list", "n.md"), .command("list", "n.md", "--json"), .command("check", "n.md"),
    .command("show", "1.1", "n.md"), .command("show", "1.30", "n.md", "--ascii"),
    .command("stats", "n.md"), .command("stats", "n.md", "--json"),
    Place(name: "questions for Anki") { bench in
      try bench.write("n.md", HostileNotes.bytes)
      // Tabs part the fields of that format.
      return try bench.run(["export", "--anki", "/dev/stdout", "n.md"]).bytes.map {
        $0 == 0x09 ? 0x20 : $0
      }
    },
    .command("n.md", "--plain", input: lessons.map { $0 + "\nback\n" }.joined()),
    .command(
      "quiz", "n.md", "--plain", "--count", "90", "--seed", "1",
      input: String(repeating: "hint\nreveal\nwhy\nnext\n", count: 90)),
    Place(name: "standard input") { bench in
      let input = String(decoding: HostileNotes.bytes, as: UTF8.self)
      return try bench.run(["list", "-"], input: input).bytes
        + bench.run(["check", "-"], input: input).bytes
    },
    Place(name: "lessons on the screen", isScreen: true) { bench in
      let path = try bench.write("n.md", HostileNotes.bytes)
      let terminal = try bench.start([path, "--lesson", "1.1"], columns: 150, rows: 140)
      for lesson in lessons {
        try terminal.wait(for: "\(lesson) ")
        terminal.send("]")
      }
      terminal.send("qq")
      try terminal.waitForExit()
      return terminal.raw
    },
    Place(name: "contents on the screen", isScreen: true) { bench in
      let path = try bench.write("n.md", HostileNotes.bytes)
      let terminal = try bench.start([path], rows: 120)
      try terminal.wait(for: lessons.last ?? "")
      terminal.send("wqSq?qq")
      try terminal.waitForExit()
      return terminal.raw
    },
    Place(name: "a quiz on the screen", isScreen: true) { bench in
      let path = try bench.write("n.md", HostileNotes.bytes)
      let terminal = try bench.start(["quiz", path, "--seed", "1"], rows: 60)
      try terminal.wait(for: "1 of ")
      for _ in 1...12 {
        terminal.send("h")
        terminal.send("r")
        try terminal.wait(for: "without a try")
        terminal.send("\r")
        try terminal.wait(until: { !$0.contains("without a try") })
      }
      terminal.send("qqq")
      try terminal.waitForExit()
      return terminal.raw
    },
  ]

  private static let names: [Place] = [
    Place(name: "names of files and folders") { bench in
      for (number, attack) in Attack.all.enumerated() {
        let name = "\(number)" + attack.text.filter { $0 != "/" && $0 != "\0" }
        try bench.write(name + ".md", number % 2 == 0 ? "# A\n\n[x](y.md)\n" : "\0\0\0")
      }
      return try [
        ["list", "."], ["list", ".", "--json"], ["check", "."], [".", "--plain"], ["stats", "."],
        ["show", "nothing", "."],
      ].flatMap { try bench.run($0).bytes }
    },
    Place(name: "names of files on the screen", isScreen: true) { bench in
      for (number, attack) in Attack.all.enumerated() {
        let name = "\(number)" + attack.text.filter { $0 != "/" && $0 != "\0" }
        try bench.write(name + ".md", number % 2 == 0 ? "text" : "\0\0\0")
      }
      let terminal = try bench.start(["."], rows: 120)
      try terminal.wait(for: "binary")
      terminal.send("\r")
      terminal.send("qqq")
      try terminal.waitForExit()
      return terminal.raw
    },
  ]

  private static let arguments: [Place] = [
    .argument("command or path") { [$0] }, .argument("option") { ["--\($0)"] },
    .argument("value") { ["--theme=\($0)"] }, .argument("width") { ["--width", $0] },
    .argument("lesson") { ["show", $0] }, .argument("quiz") { ["quiz", "--lesson", $0] },
    .argument("path to show") { ["show", "1.1", $0] },
    .argument("path to check") { ["check", $0] },
    .argument("dot") { ["dot", $0, "1,2"] }, .argument("norm") { ["norm", "1", "--gamma", $0] },
    .argument("attention") { ["attention", "--query", $0, "--key", "1", "--value", $0] },
    .argument("mask") {
      ["attention", "--query", "1", "--key", "1", "--value", "1", "--mask", $0]
    },
    .argument("progress") { ["progress", $0] }, .argument("import") { ["progress", "import", $0] },
    .argument("sync") { ["progress", "sync", $0] },
    .argument("completions") { ["completions", $0] }, .argument("help") { ["list", "--help", $0] },
    .argument("state") { ["\($0).json"] },
    .argument("export to a folder that is not there") { ["export", "--anki", "no/\($0)"] },
    .argument("export") {
      ["export", "--anki", String($0.filter { $0 != "/" }.unicodeScalars.prefix(60))]
    },
  ]

  private static let variables: [Place] = [
    .variable("TERM", "list"), .variable("LANG", "list"), .variable("LC_ALL", "--plain"),
    .variable("COLORTERM", "list"), .variable("HOME", "progress", "path"),
    .variable("XDG_STATE_HOME", "progress", "path", prefix: "/nowhere/"),
    .variable("XDG_CONFIG_HOME", "config", prefix: "/nowhere/"),
    .variable("XDG_STATE_HOME", "stats", prefix: "/nowhere/"),
    .variable("XDG_STATE_HOME", "--plain", prefix: "/dev/null/"),
    Place(name: "TERM and others on the screen", isScreen: true) { bench in
      try Place.few.flatMap { attack in
        var output: [UInt8] = []
        let unknown = try bench.start(["--no-mouse"], ["TERM": attack.text])
        // Read line by line where the terminal is not known.
        unknown.send("quit\n")
        try unknown.waitForExit()
        output += unknown.raw.map { $0 == 0x0D ? 0x0A : $0 }
        let others = try bench.start(
          [], ["LANG": attack.text, "COLORTERM": attack.text, "COLORFGBG": attack.text])
        try others.wait(for: "lesson")
        // From the page of the first start to the chapters, and out.
        others.send("qq")
        try others.waitForExit()
        return output + others.raw
      }
    },
  ]

  private static let words: [Place] = [
    Place(name: "words typed and pasted", isScreen: true) { bench in
      let path = try bench.write(
        "n.md",
        """
        # T

        ## One

        text

        ### Which?
        <!-- quiz id=a -->
        It is [[this]].

        """)
      let attack = Place.few[0].text.replacing(["\r", "\u{85}", "\u{2028}"]) + " END"
      var output: [UInt8] = []
      // A widget takes several lines at once, and quotes what it could not take.
      let line = attack.split(whereSeparator: \.isNewline).joined(separator: " ")
      for (open, text, last) in [
        ("/", attack, "END"), ("s", attack, "END"), ("w\r=", line, "END"),
        ("w\r=", "x\n" + attack, "nothing changed"),
      ] {
        let terminal = try bench.start([path])
        try terminal.wait(for: "1 ")
        terminal.send(open)
        terminal.paste(text)
        try terminal.wait(for: last)
        terminal.send("\r\u{3}")
        try terminal.waitForExit()
        output += terminal.raw
      }
      let reader = try bench.start([path, "--lesson", "1"])
      try reader.wait(for: "text")
      reader.send("/")
      reader.paste(attack)
      try reader.wait(for: "END")
      reader.send("\r\u{3}")
      try reader.waitForExit()
      let quiz = try bench.start(["quiz", path])
      try quiz.wait(for: "1 of ")
      quiz.paste(attack)
      try quiz.wait(for: "END")
      quiz.send("\r")
      try quiz.wait(for: "tries once more")
      quiz.send("\r")
      try quiz.wait(for: "he answer is")
      quiz.send("\u{3}")
      try quiz.waitForExit()
      return output + reader.raw + quiz.raw
    },
    Place(name: "words typed line by line") { bench in
      let path = try bench.write("n.md", "# T\n\n### Q\n<!-- quiz id=a -->\nIt is [[this]].\n")
      let attack = Place.few[0].text.replacing(["\r", "\n"])
      return try bench.run(
        [path, "--plain"],
        input: "\(attack)\nfilter \(attack)\nsearch-all \(attack)\nopen \(attack)\n"
      ).bytes
        + bench.run(["quiz", path, "--plain"], input: "\(attack)\n\(attack)\nwhy\nquit\n").bytes
        + bench.run(["progress", "export"]).bytes
    },
  ]

  private static let progress: [Place] = [
    Place(name: "imported progress") { bench in
      var log = ""
      for (number, attack) in Attack.all.enumerated() {
        let id = String(repeating: "0", count: 29) + String(number + 256, radix: 16)
        let text = attack.text.unicodeScalars.map {
          $0.value < 0x20 || $0 == "\"" || $0 == "\\"
            ? "\\u00" + ($0.value < 16 ? "0" : "") + String($0.value, radix: 16) : String($0)
        }.joined()
        log += """
          {"id":"\(id)","question":"\(text)","kind":"answer","grade":1,"time":1767355200123,\
          "offset":0,"seed":"7","answer":"\(text)","credit":0,"hints":0,"duration":5,\
          "algorithm":"\(number % 2 == 0 ? "x" : text)","version":"1"}
          {"\(text)":1}
          \(text)

          """
      }
      let name = "log" + Place.few[1].text.filter { $0 != "/" } + ".jsonl"
      try bench.write(name, log)
      try bench.write("n.md", HostileNotes.bytes)
      return try [
        ["progress", "import", name], ["progress", "export"], ["stats", "n.md"],
        ["stats", "n.md", "--json"], ["progress", "merge", name], ["progress", "sync", "."],
      ].flatMap { try bench.run($0).bytes }
    }
  ]

  private static let state: [Place] = [
    Place(name: "an exported state") { bench in
      try Place.few.flatMap { attack in
        let text = attack.text.filter { $0 != "\"" && $0 != "\\" }
        return try [
          "{\"widget\":\"\(text)\",\"inputs\":{}}",
          "{\"widget\":\"attention\",\"inputs\":{\"\(text)\":\"\(text)\"}}",
          "{\"widget\":\"dot-product\",\"inputs\":{\"u\":\"\(text)\",\"v\":[1]}}",
          "\(text)",
          "{\"widget\":\"attention\",\"inputs\":{\"Q\":[[1]],\"K\":[[1]],\"V\":[[1]],"
            + "\"tokens\":\"\(text)\",\"queries\":\"\(text)\",\"keys\":\"\(text)\"}}",
        ].flatMap {
          try bench.write("state.json", $0)
          return try bench.run(["state.json", "--plain"], input: "export\n").bytes
        }
      }
    }
  ]
}

extension String {
  /// Without some of its scalars.
  fileprivate func replacing(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !scalars.contains($0) }))
  }
}
