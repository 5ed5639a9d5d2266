import Lab
import Numerics
import TextUI
import Widgets

/// The one table from which parsing, help, completions and the manual page are made.
enum CommandTable {
  /// An option: its name without dashes, what follows it, and a line of help.
  struct Option: Sendable {
    let name: String
    /// What stands for its value in the help; nil for a switch.
    var value: String?
    /// The whole numbers that it takes, where its value is N.
    var least = 1
    var limit = 500
    /// The only values that it takes, where there are few.
    var choices: [String] = []
    /// Values that are proposed where others may be written too.
    var proposals: [String] = []
    /// Which of these, where the first word of the command decides that; made when they are asked for.
    var after: @Sendable () -> [(first: String, words: [String])] = { [] }
    /// What is proposed where its value's name does not say it.
    var takes: Completed?
    /// Another name of one of these; nil for anything else.
    var meaning: @Sendable (String) -> String? = { _ in nil }
    let help: String

    /// What completions propose.
    var completed: Completed {
      if !choices.isEmpty || !proposals.isEmpty { return .words(choices + proposals) }
      if let takes { return takes }
      return switch value {
      case "FILE": .files
      case "FOLDER": .folders
      case "LESSON": .lessons
      default: .nothing
      }
    }
  }

  /// What completions propose in a place.
  enum Completed: Equatable, Sendable {
    case words([String])
    case files
    case folders
    /// Numbers of lessons.
    case lessons
    case nothing
  }

  /// A command, or plain reading where the name is empty.
  struct Command: Equatable, Sendable {
    /// No two have the same.
    let name: String
    /// What follows it, as the usage line shows it.
    let operands: String
    let help: String
    /// Names of its options, besides those that hold everywhere.
    let options: [String]
    /// How many operands it takes.
    let counts: ClosedRange<Int>
    /// Further words that may stand first, such as the kinds of completions; made when they are asked for,
    /// since other tables hold them.
    var words: @Sendable () -> [String] = { [] }
    /// The option with which none of them stands first.
    var wordless: String?
    /// Words that may follow one of those, with it.
    var next: @Sendable () -> [(first: String, words: [String])] = { [] }
    /// What else stands there.
    var takes: Completed = .files

    static func == (one: Command, other: Command) -> Bool { one.name == other.name }
  }

  /// The command that does what a word says that is its option: `attend model --learn`; nil where none does, or so
  /// many that none is meant.
  static func withOption(_ word: String) -> String? {
    let having = commands.filter { $0.options.contains(word) }
    let meant = having.first?.name.isEmpty == true ? Array(having.prefix(1)) : having
    guard (1...2).contains(meant.count) else { return nil }
    return meant.map { command in
      "`attend \(command.name.isEmpty ? "" : command.name + " ")--\(word)`"
    }.joined(separator: " or ")
  }

  static let commands: [Command] = [
    Command(
      name: "", operands: "[PATH]",
      help: "open the course, or the notes at PATH: a file, a folder, - for standard input, "
        + "course for the course (wherever a PATH is taken; notes of that name are ./course), or a "
        + "widget's exported state.json",
      options: ["lesson", "plain", "theme", "color", "ascii", "no-mouse", "still", "width"],
      counts: 0...1),
    Command(
      name: "list", operands: "[PATH]", help: "chapters and lessons, on standard output",
      options: ["json", "ascii"], counts: 0...1),
    Command(
      name: "show", operands: "LESSON [PATH]",
      help: "one lesson as text, on standard output; of a file or folder that is named alone, all",
      options: ["width", "ascii"], counts: 1...2, takes: .lessons),
    Command(
      name: "dot", operands: "U V",
      help: "a dot product step by step, on standard output; a vector is 1,2,3 or \"1 2 3\"",
      options: ["json", "ascii"], counts: 2...2, takes: .nothing),
    Command(
      name: "norm", operands: "X",
      help: "a row of numbers normalised, by layer normalisation or RMSNorm, step by step",
      options: ["gamma", "beta", "epsilon", "rms", "json", "ascii"], counts: 1...1, takes: .nothing),
    Command(
      name: "attention", operands: "[FILE | --query M --key M --value M]",
      help: "scaled dot-product attention with every intermediate, on standard output; "
        + "a matrix is \"1 0; 0 1\" or [[1,0],[0,1]], or @FILE holds it; one FILE may hold all of "
        + "them, named or in their order, - is standard input; without matrices, the stepper opens",
      options: [
        "query", "key", "value", "x", "wq", "wk", "wv", "wo", "mask", "scale", "heads", "kv-heads",
        "softcap", "precision", "json",
        "plain", "theme", "color", "ascii", "no-mouse", "still", "width",
      ], counts: 0...1),
    Command(
      name: "tokens", operands: "TEXT",
      help:
        "the bytes of TEXT (of @FILE, or with - of standard input), the pairs that are merged, and its "
        + "tokens, on standard output",
      options: ["merges", "learn", "json", "ascii"], counts: 1...1, takes: .nothing),
    Command(
      name: "model", operands: "[MODEL]",
      help: "what the language model inside the program makes of a text: its tokens, the next "
        + "one, what each layer would say, where each head looks, on standard output; without a text, "
        + "all of it on a screen; with --learn, what a copy of it makes of notes that it learns; "
        + "MODEL is another one on disk: a file of GGUF, a folder with safetensors, a .bin of llama2.c, or "
        + "a copy that --keep kept",
      options: [
        "text", "ids", "adapter", "off", "top", "generate", "temperature", "seed", "evidence",
        "learn", "replay", "lora", "steps", "rate", "keep", "json", "ascii", "plain", "theme",
        "color",
        "no-mouse", "still", "width",
      ], counts: 0...1),
    Command(
      name: "models", operands: "[FOLDER...]",
      help:
        "the language models on this machine that can be opened, where Hugging Face, llama.cpp, "
        + "Ollama and LM Studio keep them, or in FOLDER; nothing is ever fetched",
      options: ["json", "ascii"], counts: 0...100, takes: .folders),
    Command(
      name: "train", operands: "[RECIPE]",
      help: "train one of the lab's tiny models and print how it learns, on standard output; "
        + "without a name, the list of recipes",
      options: ["seed", "steps", "rate", "knob", "json", "plain", "width", "ascii"], counts: 0...1,
      words: { LabRecipe.all.map(\.name) }, takes: .nothing),
    Command(
      name: "widget", operands: "[NAME]",
      help: "open a widget by its name, such as rope or shapes; without a name, the list of them",
      options: ["plain", "theme", "color", "ascii", "no-mouse", "still", "width"], counts: 0...1,
      words: { allWidgets.map { $0.name } }, takes: .nothing),
    Command(
      name: "quiz", operands: "[PATH]",
      help:
        "straight into a quiz: what is due first, then new questions; for practice with --cram, "
        + "for a score with --test, and with --placement to find out where to start",
      options: [
        "lesson", "cram", "test", "minutes", "placement", "chapters", "count", "seed", "plain",
        "theme",
        "color", "ascii", "no-mouse", "still", "width",
      ],
      counts: 0...1),
    Command(
      name: "check", operands: "PATH...",
      help: "what an author should fix: file:line:column: error: what, and the remedy",
      options: ["mint", "flags", "json", "watch"], counts: 0...10_000),
    Command(
      name: "preview", operands: "FILE[:LINE]",
      help: "questions of a note with their key, tolerance, reasons and several draws, on standard "
        + "output; with a line, the one that stands there; nothing is kept",
      options: ["draws", "width", "ascii"], counts: 1...1),
    Command(
      name: "new", operands: "notes FOLDER|lesson|question KIND|fence WIDGET [FILE]",
      help:
        "what an author begins with, whole and right, on standard output or as a new file; without "
        + "more, what there is; with --snippets, all of it for an editor", options: ["snippets"],
      counts: 0...3, words: { NewCommand.words }, wordless: "snippets",
      next: {
        [("fence", allWidgets.map { $0.name }), ("question", QuestionTemplate.all.map(\.kind))]
      }),
    Command(
      name: "report", operands: "LOG... [NOTES]",
      help:
        "how a class fares, from the logs that learners wrote with progress export, or folders of "
        + "them: each question's share right, the options chosen, hints, time, and how well it tells "
        + "strong from weak; each lesson, each learner; of the course, or of NOTES; nothing is kept",
      options: ["json", "csv", "width", "ascii"], counts: 1...10_000),
    Command(
      name: "stats", operands: "[PATH]", help: "your progress, and what is due",
      options: ["json", "plain", "ascii", "width"], counts: 0...1),
    Command(
      name: "due", operands: "[NOTES]",
      help:
        "what is due, and what is new today, on one line: of all notes that were quizzed, or of "
        + "those that are named; for prompts, status lines and cron",
      options: ["short", "json"], counts: 0...1),
    Command(
      name: "progress", operands: "export|import|merge|sync|path|fit|unfit [FILE...]",
      help: "the log of answers: as JSON Lines; the union with others, or with all in a folder "
        + "that a synchroniser carries; where it is; fit lets the schedule follow your own memory, "
        + "unfit takes that back",
      options: ["force"], counts: 1...10_000,
      words: { ["export", "import", "merge", "sync", "path", "fit", "unfit"] }),
    Command(
      name: "export", operands: "[PATH]",
      help:
        "the questions for Anki, as a package or as text; importing again updates the same cards",
      options: ["anki", "force"], counts: 0...1),
    Command(
      name: "import", operands: "FILE --into FOLDER",
      help: "cards of other programs as a new file of notes in FOLDER: Anki's packages and text "
        + "export, CSV, or quizdown; no file that is there is changed",
      options: ["into"], counts: 1...1),
    Command(
      name: "config", operands: "",
      help: "all that the config file may set, with what it sets now, on standard output",
      options: [], counts: 0...0, takes: .nothing),
    Command(
      name: "completions", operands: "bash|zsh|fish",
      help: "completions for a shell, on standard output", options: [], counts: 1...1,
      words: { ["bash", "zsh", "fish"] }, takes: .nothing),
    Command(
      name: "schema", operands: "[COMMAND]",
      help:
        "what --json writes, and each line of progress export, as a JSON Schema; of all commands, "
        + "or of one",
      options: [], counts: 0...1, words: { Schema.all.map(\.name) }, takes: .nothing),
    Command(
      name: "help", operands: "[COMMAND]", help: "how to use attend, or one of its commands",
      options: [], counts: 0...1, words: { commands.map(\.name).filter { !$0.isEmpty } },
      takes: .nothing),
    Command(
      name: "version", operands: "", help: "the version", options: [], counts: 0...0,
      takes: .nothing),
    Command(
      name: "manual", operands: "[authoring]",
      help:
        "the manual page, for man -l, on standard output; manual authoring is the guide to writing "
        + "lessons, in Markdown", options: [], counts: 0...1, words: { ["authoring"] },
      takes: .nothing),
  ]

  static let options = [
    Option(
      name: "lesson", value: "LESSON",
      help: "that lesson: its number (4.2) or part of its title; 4 is all of chapter 4 in a quiz"),
    Option(name: "count", value: "N", help: "at most N questions, 1 to 500"),
    Option(
      name: "cram",
      help: "practise all questions, those of --lesson or --chapters, until each was right; the "
        + "schedule stays as it is"),
    Option(
      name: "test",
      help: "a test of --count questions, 20 if not given: a score by chapter at the end; the "
        + "schedule stays as it is"),
    Option(
      name: "minutes", value: "N",
      help: "the time of a test: what is not answered by then counts as not known"),
    Option(
      name: "placement",
      help:
        "find out in at most 12 questions, or --count, with which chapter to start, of all or of "
        + "--chapters"),
    Option(
      name: "chapters", value: "CHAPTERS", help: "only those chapters, such as 2,4-6"),
    Option(name: "seed", value: "SEED", help: "a number that all random choices follow from"),
    Option(
      name: "steps", value: "N", limit: 100_000,
      help:
        "train for N steps, 1 to 100000; as many as the recipe says if not given; on notes 1 to 1000, and 120 "
        + "if not given"),
    Option(
      name: "rate", value: "RATE",
      help: "learn at this rate, such as 0.01; at the recipe's own if not given"),
    Option(
      name: "knob", value: "KNOB", proposals: Knob.allCases.map(\.hyphenated),
      after: { LabRecipe.all.map { ($0.name, $0.knobs.map(\.hyphenated)) } },
      help: "take one thing away, or change it: a recipe's knob by its number or name, such as "
        + "no-positions; train alone lists them"),
    Option(
      name: "mint",
      help: "insert the missing identities of questions: the one thing that writes notes"),
    Option(
      name: "flags",
      help:
        "list the questions that were flagged as bad in a quiz; without PATH, those of the course"),
    Option(
      name: "draws", value: "N", limit: 200, help: "show N draws of fresh numbers; 3 if not given"),
    Option(name: "watch", help: "look again whenever a note has changed, until Ctrl-C"),
    Option(
      name: "anki", value: "FILE",
      help:
        "write a package of Anki's to FILE where that ends in .apkg, else Anki's text import, - for "
        + "standard output; an older one is replaced"),
    Option(
      name: "into", value: "FOLDER", help: "the folder of notes in which the new file is written"),
    Option(name: "force", help: "replace a file that attend did not write; never progress itself"),
    Option(name: "short", help: "the number of due questions alone"),
    Option(name: "json", help: "write JSON"),
    Option(
      name: "csv", help: "write one table, whose first column says what its row is of"),
    Option(
      name: "snippets", value: "EDITOR", choices: Snippets.editors,
      help:
        "write the questions and fences as snippets, on standard output or as a new file: of VS Code, of "
        + "Vim's snippet plugins, or of Emacs with YASnippet"),
    Option(
      name: "merges", value: "N", least: 0, limit: TokensListing.mostMerges,
      help:
        "the first N merges that were learnt, 0 for the bytes alone; \(TokensListing.merges) if "
        + "not given"),
    Option(
      name: "learn", value: "TEXT", takes: .files,
      help:
        "learn the merges of TEXT, of @FILE, or with - of standard input; of a passage of its own if "
        + "not given; with model, train a copy of it on the notes at this path"),
    Option(
      name: "replay", value: "SHARE",
      help: "the share of the model's own stories among the notes that it learns, 0 to 0.9"),
    Option(
      name: "lora", value: "RANK", limit: 32,
      help: "learn notes with adapters of this rank, and leave all weights as they are"),
    Option(
      name: "keep", value: "FILE",
      help:
        "keep the copy that learnt as FILE, which must not be there yet; nothing is kept if not given"
    ),
    Option(name: "text", value: "TEXT", help: "the text that the model reads"),
    Option(
      name: "ids", value: "IDS", help: "the tokens that it reads, by their numbers: 10,75,112"),
    Option(
      name: "evidence", value: "CASES", choices: ModelCommand.subjects,
      help: "what each head looks at over 40 cases, and what is lost without it"),
    Option(
      name: "adapter", value: "NAME", choices: ModelCommand.adapters,
      help: "base, or what was taught it on top: to answer (instruct), to say what it does not "
        + "know (prefer), to say that always (overprefer)"),
    Option(
      name: "off", value: "PARTS",
      help: "switch off heads, layers or MLPs, such as L0H1,L2,L1MLP"),
    Option(name: "top", value: "N", help: "the N likeliest tokens; 5 if not given"),
    Option(
      name: "generate", value: "N", limit: 128,
      help: "go on for at most N tokens, up to the end of the line"),
    Option(
      name: "temperature", value: "T",
      help: "draw the tokens at this temperature; at 0, if not given, the likeliest is taken"),
    Option(name: "gamma", value: "V", help: "the learnt scale of each entry; ones if not given"),
    Option(name: "beta", value: "V", help: "the learnt shift of each entry; zeros if not given"),
    Option(
      name: "epsilon", value: "E", help: "what keeps the divisor from 0; 0.00001 if not given"),
    Option(name: "rms", help: "RMSNorm: the mean stays, and beta is not used"),
    Option(name: "query", value: "M", help: "the queries, a row each"),
    Option(name: "key", value: "M", help: "the keys, a row each, as wide as the queries"),
    Option(name: "value", value: "M", help: "the values, a row for each key"),
    Option(
      name: "x", value: "M",
      help:
        "the words' own vectors, a row each: with --wq, --wk and --wv in the place of the queries, "
        + "keys and values"),
    Option(name: "wq", value: "M", help: "what X is multiplied by for the queries"),
    Option(name: "wk", value: "M", help: "what X is multiplied by for the keys"),
    Option(name: "wv", value: "M", help: "what X is multiplied by for the values"),
    Option(name: "wo", value: "M", help: "what the heads' joined output is multiplied by"),
    Option(
      name: "mask", value: "MASK", proposals: ["none", "causal", "window", "alibi", "padding"],
      help:
        "none, causal, window 4, alibi (or alibi 0.5), padding 1 1 0, or a matrix: 1 (True) where "
        + "a query may attend to a key, 0 where it is masked; hide 0 1 turns that around, as torch's "
        + "MultiheadAttention does; numbers with a decimal point, or after add, are added to the "
        + "scores, and -inf hides; \"causal and window 4\" is both; bottom-right behind causal, window "
        + "or alibi lets the last query stand at the last key"),
    Option(
      name: "scale", value: "SCALE", proposals: ["auto", "none"],
      help: "auto (1/sqrt of the width), none, or a factor"),
    Option(
      name: "heads", value: "N", limit: 1024,
      help: "so many heads, each with its part of the columns; 1 if not given"),
    Option(
      name: "kv-heads", value: "N", limit: 1024,
      help:
        "so many heads of keys and values, which several heads share; as many as heads if not given"
    ),
    Option(
      name: "softcap", value: "C", help: "keep scaled scores between -C and C, by C*tanh(s/C)"),
    Option(
      name: "precision", value: "FORMAT", choices: Precision.allCases.map(\.rawValue),
      meaning: { Precision(named: $0)?.rawValue },
      help: "compute in this format; what it changes against double is said"),
    Option(
      name: "plain", help: "line by line, without curses: for screen readers, pipes and scripts"),
    Option(
      name: "theme", value: "THEME", choices: ["dark", "light", "mono"],
      help: "colours for a dark or light background, or none"),
    Option(
      name: "color", value: "WHEN", choices: ColourUse.allCases.map(\.rawValue),
      help: "when colours show; auto follows the terminal and NO_COLOR"),
    Option(name: "ascii", help: "draw with ASCII only"),
    Option(name: "no-mouse", help: "leave the mouse to the terminal"),
    Option(name: "still", help: "let nothing move: steps of widgets are not played"),
    Option(name: "width", value: "N", help: "columns of text, 1 to 500"),
    Option(name: "help", help: "this help"),
    Option(name: "version", help: "the version"),
  ]

  /// Options that every command takes.
  static let everywhere = ["help", "version"]

  static func option(_ name: String) -> Option? { options.first { $0.name == name } }
  static func command(_ name: String) -> Command? { commands.first { $0.name == name } }

  /// The options that a command takes, in the table's order.
  static func options(of command: Command) -> [Option] {
    options.filter { command.options.contains($0.name) || everywhere.contains($0.name) }
  }
}
