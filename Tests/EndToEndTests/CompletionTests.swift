import Libc
import TerminalTesting
import TestSupport
import Testing

/// Completions, typed in the shells themselves: bash, which every machine has, and zsh and fish where they are.
@Suite struct CompletionTests {
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    var path: String? {
      ["/bin", "/usr/bin", "/usr/local/bin"].map { "\($0)/\(rawValue)" }
        .first { access($0, X_OK) == 0 }
    }

    var arguments: [String] {
      switch self {
      case .bash: ["--norc", "--noprofile", "-i"]
      case .zsh: ["-f", "-i"]
      case .fish: ["--no-config", "-i"]
      }
    }

    /// Makes the completions known, the way that the documentation says.
    var setup: String {
      switch self {
      case .bash: "PS1='$ '; source <(attend completions bash)"
      case .zsh:
        "PS1='$ '; autoload -Uz compinit; compinit -u -D; eval \"$(attend completions zsh)\""
      case .fish:
        "function fish_prompt; echo '$ '; end; attend completions fish | source"
      }
    }
  }

  /// What is typed before Tab, and what stands there after it.
  private static let lines = [
    ("attend progress mer", "attend progress merge "),
    ("attend --plain sta", "attend --plain stats "),
    ("attend --theme mo", "attend --theme mono "), ("attend --theme=mo", "attend --theme=mono"),
    ("attend show 1", "attend show 1.1 "), ("attend --lesson 1", "attend --lesson 1.1 "),
    ("attend progress merge my", "attend progress merge my\\ log.jsonl "),
    ("attend new question num", "attend new question number "),
    ("attend attention --mask cau", "attend attention --mask causal "),
    ("attend attention --scale no", "attend attention --scale none "),
    ("attend stats my", "attend stats my\\ log.jsonl "),
    ("attend import my\\ log.jsonl --into no", "attend import my\\ log.jsonl --into notes/"),
    ("attend schema attent", "attend schema attention "),
    ("attend train reverse --knob two", "attend train reverse --knob two-heads "),
    ("attend train pre-training --knob r", "attend train pre-training --knob rows-of-8 "),
  ]

  @Test(arguments: Shell.allCases.filter { $0.path != nil })
  func typedInTheShell(shell: Shell) throws {
    let bench = try Workbench(program: shell.path ?? "")
    try bench.write("my log.jsonl", "")
    for name in ["notes", "config", "config/attend"] { mkdir("\(bench.folder)/\(name)", 0o755) }
    try bench.write("notes/n.md", "# C\n\n## L\n\nOne lesson.\n")
    try bench.write("config/attend/config", "notes = \(bench.folder)/notes\n")
    let program = try TestTerminal.builtProduct(named: "attend")
    let folder = String(program.prefix(program.count - "/attend".count))
    let terminal = try bench.start(
      shell.arguments,
      [
        "PATH": "\(folder):/usr/bin:/bin", "HOME": bench.folder, "TERM": "xterm",
        "INPUTRC": "/dev/null",
      ],
      columns: 200)
    terminal.send(shell.setup + "; clear; echo re''ady\r")
    try terminal.wait(for: "ready")
    for (typed, completed) in Self.lines {
      terminal.send("\u{15}\u{C}" + typed + "\t")
      try terminal.wait(for: "$ " + completed)
    }
  }
}
