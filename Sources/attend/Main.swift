import Basics
import CSystem
import Libc
import Notes
import Quiz
import Screens
import Storage
import Terminal
import TextUI
import Widgets

@main
struct Main {
  static func main() {
    ProcessSetting.holdStandardDescriptors()
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow is a full disk, to be told of, and no reason to die.
    signal(SIGXFSZ, SIG_IGN)
    exit(run(ProcessSetting.arguments(), environment: ProcessSetting.environment()))
  }

  /// Runs a command line; the exit status.
  static func run(_ words: [String], environment: [String: String]) -> Int32 {
    var invocation: Invocation
    do throws(Invocation.Problem) {
      invocation = try Invocation.parse(words)
    } catch {
      Output.complain(error.message)
      if let command = error.command {
        Output.advise(HelpText.usage(command) + "\n")
      }
      return 2
    }
    if invocation.has("help") { return print(HelpText.text(invocation.command)) }
    if invocation.has("version") { return print(HelpText.version + "\n") }
    let file = ConfigFile(environment: environment)
    if invocation.command.name == "config" { return ConfigCommand.run(file) }
    invocation.fill(by: file.config)
    do throws(ReadProblem) {
      switch invocation.command.name {
      case "list": return try list(invocation, file)
      case "show": return try ShowCommand.run(invocation, file, width: width(invocation))
      case "check": return try check(invocation, environment)
      case "new": return try NewCommand.run(invocation, environment: environment)
      case "report": return try ReportCommand.run(invocation, width: width(invocation))
      case "preview": return try PreviewCommand.run(invocation, width: width(invocation))
      case "dot": return try DotCommand.run(invocation)
      case "norm": return try NormCommand.run(invocation)
      case "tokens": return try TokensCommand.run(invocation)
      case "model" where !ModelCommand.opensScreen(invocation):
        return try ModelCommand.run(invocation, environment: environment)
      case "models": return try ModelsCommand.run(invocation, environment: environment)
      case "attention" where !AttentionCommand.opensWidget(invocation):
        return try AttentionCommand.run(invocation)
      case "train": return try TrainCommand.run(invocation, width: width(invocation))
      case "stats": return try stats(invocation, file, environment)
      case "due": return try DueCommand.run(invocation, file, environment: environment)
      case "progress":
        return try ProgressCommand.run(invocation, environment: environment)
      case "export": return try export(invocation, environment)
      case "import":
        return try ImportCommand.run(invocation, environment: environment)
      case "completions": return print(Completions.script(for: invocation.operands[0]))
      case "manual":
        return print(invocation.operands.isEmpty ? ManualPage.text : Authoring.guide)
      case "schema": return try SchemaCommand.run(invocation)
      case "version": return print(HelpText.version + "\n")
      case "help":
        let command = invocation.operands.first.flatMap(CommandTable.command)
        return print(HelpText.text(command ?? CommandTable.commands[0]))
      default: return try read(invocation, file, environment)
      }
    } catch {
      Output.complain(hint(error.message, invocation, file))
      guard error.isUsage else { return 1 }
      Output.advise(HelpText.usage(invocation.command) + "\n")
      return 2
    }
  }

  /// A path that is not a file may have been meant for a command, or a widget; one that the config
  /// file names is put right there.
  private static func hint(
    _ message: String, _ invocation: Invocation, _ file: ConfigFile
  ) -> String {
    if let line = invocation.configLine, let path = file.path, let notes = file.config.notes,
      message.hasPrefix(notes)
    {
      return "\(path.description), line \(line): notes = \(message)"
    }
    guard invocation.command.name.isEmpty, let word = invocation.operands.first,
      !message.contains("; did you mean"), access(Path(word).cString, F_OK) != 0
    else { return message }
    let commands = CommandTable.commands.map(\.name).filter { !$0.isEmpty }
    let widgets = allWidgets.map { $0.name }
    guard let near = NearestWord.nearest(to: word, among: commands + widgets) else {
      if let meant = CommandTable.withOption(word) { return "\(message); did you mean \(meant)?" }
      return word.isEmpty || word.contains(where: { "./".contains($0) })
        ? message : "\(word) is neither a file nor a command; `attend help` lists the commands"
    }
    return "\(message); did you mean `attend \(commands.contains(near) ? "" : "widget ")\(near)`?"
  }

  private static func print(_ text: String) -> Int32 { Output.write(text) ? 0 : 1 }

  private static func list(
    _ invocation: Invocation, _ file: ConfigFile
  ) throws(ReadProblem) -> Int32 {
    if let warning = file.warning { Output.complain(warning) }
    var source = try NotesSource(path: invocation.operands.first)
    source.readAll()
    for problem in [source.notice].compactMap(\.self) + source.library.problems {
      Output.complain(problem)
    }
    return print(
      invocation.has("json")
        ? ListCommand.json(source.library)
        : ListCommand.text(source.library, ascii: invocation.has("ascii")))
  }

  private static func check(
    _ invocation: Invocation, _ environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    if invocation.has("flags") { return try flags(invocation, environment) }
    return try CheckRun(invocation, environment).run()
  }

  /// The questions that were flagged as bad, of the notes that are named or of the course.
  private static func flags(
    _ invocation: Invocation, _ environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    for name in ["mint", "json", "watch"] where invocation.has(name) {
      throw ReadProblem("check takes --\(name) or --flags, not both", isUsage: true)
    }
    let paths: [String?] = invocation.operands.isEmpty ? [nil] : invocation.operands
    for path in paths {
      var source = try NotesSource(path: path)
      source.readAll()
      if let notice = source.notice { Output.complain(notice) }
      let session = ProgressSession(key: source.library.key, environment: environment)
      if let warning = session.warning { Output.complain(warning) }
      let bank = QuestionBank(source.library)
      let known = session.progress(of: bank, in: source.library)
      if let problem = known.problem { throw ReadProblem(problem) }
      for diagnostic in FlagsCommand.diagnostics(
        bank, in: source.library, known.progress, path: source.name(of:))
      {
        guard Output.say(diagnostic.text) else { return 1 }
      }
    }
    return 0
  }

  private static func stats(
    _ invocation: Invocation, _ file: ConfigFile, _ environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    var source = try NotesSource(path: invocation.operands.first)
    source.readAll()
    let session = ProgressSession(key: source.library.key, environment: environment)
    for warning in [source.notice, session.warning, file.warning].compactMap(\.self) {
      Output.complain(warning)
    }
    let bank = QuestionBank(source.library)
    let known = session.progress(of: bank, in: source.library)
    if let notice = session.nextNotice() { Output.complain(notice) }
    if let problem = known.problem { throw ReadProblem(problem) }
    let now = Clock.now()
    if invocation.has("json") {
      let report = Report(known.progress, bank: bank, now: now.utc, today: now.day)
      return print(
        StatsCommand.json(
          report, lessonsRead: session.countOfLessonsRead, library: source.library,
          today: now.day,
          ahead: known.progress.answersByDay(
            bank, from: now.day, days: 28, limits: known.settings.limits,
            easy: file.config.easyDays),
          questions: bank.questions.map { question in
            let path = source.library.documents[question.lesson.document].path
            return StatsCommand.json(
              question, known.progress, source.library, file: source.name(of: path))
          }))
    }
    var state = AppState(library: source.library)
    state.progress = known.progress
    state.bank = bank
    state.settings = known.settings
    state.easyDays = file.config.easyDays
    state.isLinear = true
    var app = App(
      state: state, size: PlainMode.size(width: width(invocation)),
      opening: [.contents, .statistics])
    _ = app.update(.terminal(.tick), now: now)
    let lines = PlainMode.wrapped(app.transcript.dropFirst(), width: width(invocation))
    return Output.write(lines: lines, ascii: invocation.has("ascii")) ? 0 : 1
  }

  private static func export(
    _ invocation: Invocation, _ environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    guard let file = invocation.options["anki"] else {
      throw ReadProblem(
        "export needs --anki FILE, which is where to write: attend export --anki notes.apkg",
        isUsage: true)
    }
    return try ExportCommand.run(invocation, file, environment: environment)
  }

  private static func width(_ invocation: Invocation) -> Int {
    if let given = invocation.options["width"].flatMap({ Int($0) }) { return given }
    var columns: Int32 = 0
    var rows: Int32 = 0
    let whole =
      system_window_size(STDOUT_FILENO, &columns, &rows) == 0 && columns > 0
      ? min(Int(columns), 500) : 80
    return min(whole, invocation.widest ?? whole)
  }

  /// Rows of the terminal, where there is one, within reason.
  private static func rows() -> Int {
    var columns: Int32 = 0
    var rows: Int32 = 0
    let isKnown = system_window_size(STDOUT_FILENO, &columns, &rows) == 0
    return isKnown ? max(16, min(Int(rows), 64)) : 48
  }

  // MARK: Reading

  private static func read(
    _ invocation: Invocation, _ file: ConfigFile, _ environment: [String: String]
  ) throws(ReadProblem) -> Int32 {
    let isWidget = invocation.command.name == "widget"
    let path = isWidget || invocation.command.name == "model" ? nil : invocation.operands.first
    let export = try path.flatMap { (path) throws(ReadProblem) in try StateFile.read(path) }
    var source = try NotesSource(path: export == nil ? path : nil, isHasty: true)
    var session = ProgressSession(key: source.library.key, environment: environment)
    let term = environment["TERM"] ?? ""
    let isPlain =
      invocation.has("plain") || term.isEmpty || term == "dumb" || term.hasPrefix("dumb-")
      || isatty(STDOUT_FILENO) == 0
    var routes: [Route] = [.contents]
    if let export { routes = [.widgetList(at: export.name), .widget(export)] }
    if isWidget {
      let type = allWidgets.first { $0.name == invocation.operands.first }
      // What was asked for by its name is all there is: q ends it.
      routes = [type.map { .widget(.example(of: $0)) } ?? .widgetList(at: nil)]
    }
    if invocation.command.name == "model" {
      routes = [.widget(try ModelCommand.route(invocation))]
    }
    if invocation.command.name == "attention" {
      routes = [.widget(try AttentionCommand.widget(invocation))]
    }
    if invocation.command.name == "quiz" {
      var scope = Plan.Scope()
      if let name = invocation.options["lesson"] {
        source.readAll()
        scope.lesson = try source.lesson(named: name)
        scope.isChapter = LessonName.isChapter(name)
      }
      scope.mode = try QuizMode.mode(invocation)
      if let chapters = invocation.options["chapters"] {
        source.readAll()
        scope.chapters = try QuizMode.chapters(chapters, in: source.library)
      }
      scope.count = invocation.options["count"].flatMap { Int($0) }
      scope.minutes = invocation.options["minutes"].flatMap { Int($0) }
      scope.seed = invocation.options["seed"].flatMap { UInt64($0) }
      routes.append(.quiz(scope))
    } else if let name = invocation.options["lesson"] {
      routes.append(.lesson(try source.lesson(named: name), .lastPlace))
    } else {
      // The first screenful of titles is there from the start.
      source.read(
        source.library.unread(near: 0, limit: rows()).filter {
          !source.library.documents[$0].isBegun
        })
    }
    var state = AppState(library: source.library)
    session.recall(into: &state)
    state.isSecure = SecureMode(environment: environment).isOn
    if let widest = file.config.width { state.textWidth = widest }
    state.easyDays = file.config.easyDays
    state.keymap = Keymap(file.config.keys)
    // Who comes for the first time, and brings no notes, is told what this is.
    if state.isFirstTime, source.library.isCourse, routes == [.contents] { routes.append(.welcome) }
    if isPlain { return plain(invocation, file, environment, source, session, state, routes) }

    var options = NcursesTerminal.Options()
    state.appearance.asked = invocation.options["theme"].flatMap(Theme.init)
    options.theme = state.appearance.asked ?? state.settings[.theme]
    options.colourUse = invocation.options["color"].flatMap(ColourUse.init) ?? .auto
    options.colours = file.config.colours
    options.ascii = invocation.has("ascii")
    options.mouse = !invocation.has("no-mouse")
    state.takesMouse = options.mouse
    if isatty(STDIN_FILENO) == 0 {
      // Notes came by standard input: keys come from the terminal itself.
      options.input = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard options.input >= 0 else {
        return plain(invocation, file, environment, source, session, state, routes)
      }
    }
    let watch = source.files == nil ? nil : Watch()
    options.watched = watch?.descriptor ?? -1
    options.looksEvery = watch?.interval
    guard var terminal = NcursesTerminal(options, environment: environment) else {
      Output.complain(
        "the terminal type \"\(term)\" is not known here, so this goes line by line; "
          + "set TERM to one that is, such as xterm-256color")
      return plain(invocation, file, environment, source, session, state, routes)
    }
    state.ascii = terminal.isASCII
    state.isStill = invocation.has("still") || terminal.isSlow
    state.appearance.hasColours = terminal.hasColours
    state.appearance.ground = terminal.ground
    var app = App(
      state: state, size: terminal.size, opening: routes,
      warning: session.warning ?? file.warning ?? source.notice)
    var handler = EffectHandler(source: source, session: session, watch: watch)
    Screens.run(&app, on: &terminal, now: Clock.now) { effect, app, terminal in
      handler.perform(effect, app.state, &terminal)
    }
    let signalNumber = terminal.endedBy
    finish(consume terminal)
    let isStored = stored(&handler)
    if signalNumber == SIGTERM || signalNumber == SIGHUP {
      signal(signalNumber, SIG_DFL)
      raise(signalNumber)
    }
    return isStored ? 0 : 1
  }

  /// Whether all answers are stored; what was lost is told, after the terminal was given back.
  private static func stored(_ handler: inout EffectHandler) -> Bool {
    guard let lost = handler.finish() else { return true }
    Output.complain(lost)
    return false
  }

  /// Gives the terminal back before the shell is told anything.
  private static func finish(_ terminal: consuming NcursesTerminal) {}

  private static func plain(
    _ invocation: Invocation, _ file: ConfigFile, _ environment: [String: String],
    _ source: NotesSource,
    _ session: ProgressSession, _ state: AppState, _ routes: [Route]
  ) -> Int32 {
    var state = state
    state.isLinear = true
    // What goes to a terminal is what its locale knows; what goes elsewhere is UTF-8.
    state.ascii =
      invocation.has("ascii")
      || isatty(STDOUT_FILENO) == 1 && !Locale.start(environment: environment)
    let width = width(invocation)
    for warning in [source.notice, session.warning, file.warning].compactMap(\.self) {
      Output.complain(warning)
    }
    var app = App(state: state, size: PlainMode.size(width: width), opening: routes)
    var handler = EffectHandler(source: source, session: session, watch: nil)
    var plain = PlainMode(
      width: width, ascii: state.ascii, isForQuiz: invocation.command.name == "quiz")
    let isHeard = plain.run(&app, &handler)
    return stored(&handler) && isHeard ? 0 : 1
  }
}
