import Testing

@testable import attend

@Suite struct InvocationTests {
  private func parse(_ words: String...) -> Result<Invocation, Invocation.Problem> {
    do throws(Invocation.Problem) { return .success(try Invocation.parse(words)) } catch {
      return .failure(error)
    }
  }
  private func message(_ words: String...) -> String? {
    do throws(Invocation.Problem) {
      _ = try Invocation.parse(words)
      return nil
    } catch { return error.message }
  }

  @Test func aPathIsRead() throws {
    let invocation = try Invocation.parse([
      "notes.md", "--lesson", "4.2", "--theme=light", "--plain",
    ])
    #expect(invocation.command.name == "" && invocation.operands == ["notes.md"])
    #expect(invocation.options == ["lesson": "4.2", "theme": "light", "plain": ""])
  }

  @Test func commandsTakeTheirOwn() throws {
    #expect(try Invocation.parse(["show", "4.1", "x.md"]).operands == ["4.1", "x.md"])
    #expect(try Invocation.parse(["--", "list"]).operands == ["list"])
    #expect(try Invocation.parse(["-"]).operands == ["-"])
    #expect(try Invocation.parse(["list", "-1.5,2"]).operands == ["-1.5,2"])
  }

  @Test func optionsMayComeFirst() throws {
    let quiz = try Invocation.parse(["--plain", "--theme", "light", "quiz", "n.md", "--count", "3"])
    #expect(quiz.command.name == "quiz" && quiz.operands == ["n.md"])
    #expect(quiz.options == ["plain": "", "theme": "light", "count": "3"])
    #expect(try Invocation.parse(["--lesson", "quiz"]).command.name == "")
    #expect(try Invocation.parse(["--plain", "--", "quiz"]).operands == ["quiz"])
    #expect(try Invocation.parse([""]).operands == [""])
    #expect(
      message("--theme", "dark", "list") == "list takes no --theme: what it prints has no colours")
    let help = try Invocation.parse(["-h", "quiz"])
    #expect(help.command.name == "quiz" && help.has("help"))
  }

  @Test func helpAndVersionAreCommandsToo() throws {
    #expect(try Invocation.parse(["help"]).command.name == "help")
    #expect(try Invocation.parse(["help", "quiz"]).operands == ["quiz"])
    #expect(message("help", "quizz") == "help knows no \"quizz\"; did you mean quiz?")
    #expect(try Invocation.parse(["version"]).command.name == "version")
    #expect(message("version", "x") == "unexpected argument: \"x\"")
  }

  @Test func mistakesAreExplained() {
    #expect(message("--thema", "dark") == "there is no option --thema; did you mean --theme?")
    #expect(
      message("dot", "1", "2", "-json") == "there is no option -json; did you mean --json?")
    #expect(
      message("dot", "1", "2", "-jsn") == "there is no option -jsn; did you mean --json?")
    #expect(
      message("dot", "1", "2", "---json") == "there is no option ---json; did you mean --json?")
    #expect(
      message("--theme", "drak")
        == "--theme is one of dark, light, mono, not \"drak\"; did you mean dark?")
    #expect(message("--lesson") == "--lesson needs a value: --lesson LESSON")
    #expect(message("--plain=1") == "--plain takes no value")
    #expect(message("--width", "0") == "--width is a whole number from 1 to 500, not \"0\"")
    #expect(message("--width", "99999999999999999999") != nil)
    #expect(message("show") == "show needs LESSON [PATH]")
    #expect(
      message("quizz", "b.md")
        == "unexpected argument: \"b.md\"; did you mean `attend quiz`, and not quizz?")
    #expect(
      message("attentoin", "--query", "1")
        == "there is no option --query; did you mean `attend attention`, and not attentoin?")
    #expect(message("a.md", "b.md") == "unexpected argument: \"b.md\"")
    #expect(message("list", "--lesson", "1") == "list takes no --lesson")
    #expect(message("completions", "bsh") == "completions knows no \"bsh\"; did you mean bash?")
    #expect(
      message("completions", "x") == "completions knows no \"x\"; it takes bash, zsh, fish")
    #expect(message("widget", "x") == "widget knows no \"x\"; `attend widget` lists what it knows")
  }

  @Test func helpAndVersionNeedNothingElse() {
    #expect(message("show", "--help") == nil)
    #expect(message("-h") == nil && message("-V") == nil)
  }

  /// Help, completions and manual page are made from the table: each word of it is in all.
  @Test func everyCommandAndOptionIsDocumentedEverywhere() {
    let help = HelpText.text(CommandTable.commands[0])
    let scripts = ["bash", "zsh", "fish"].map(Completions.script)
    for command in CommandTable.commands.dropFirst() {
      #expect(help.contains("  \(command.name) "))
      for text in scripts + [ManualPage.text] { #expect(text.contains(command.name)) }
      for name in command.options {
        #expect(CommandTable.option(name) != nil, "\(command.name) names no option \(name)")
        #expect(HelpText.text(command).contains("--\(name)"))
      }
    }
    for option in CommandTable.options {
      #expect(
        ManualPage.text.contains(
          "\\-\\-\(option.name.split(separator: "-").joined(separator: "\\-"))"))
      for text in scripts { #expect(text.contains(option.name)) }
    }
    for line in help.split(separator: "\n") { #expect(line.count <= 80) }
  }

  /// What writes JSON has a schema, under its own name; the log is written by progress export.
  @Test func whatWritesJSONHasASchema() {
    let writers = CommandTable.commands.filter { $0.options.contains("json") }.map(\.name)
    #expect(Set(Schema.all.map(\.name)) == Set(writers + ["progress"]))
    #expect(Set(Schema.all.map(\.name)).count == Schema.all.count)
  }
}
