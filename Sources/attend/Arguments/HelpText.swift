import TextUI

/// `--help`, from the table.
enum HelpText {
  static let version = "attend 0.1.0"
  /// The day of that version.
  static let date = "2026-11-26"

  static func usage(_ command: CommandTable.Command) -> String {
    let words = ["usage: attend", command.name, "[OPTION...]", command.operands]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The help of a command, or the whole program's where the name is empty.
  static func text(_ command: CommandTable.Command) -> String {
    var lines: [String] = []
    if command.name.isEmpty {
      lines += [
        "attend: learn how language models attend, in the terminal.", "",
        usage(command), "       attend COMMAND ...", "",
      ]
      lines += wrapped("", CommandTable.commands[0].help, indent: 0) + ["", "Commands:"]
      for other in CommandTable.commands.dropFirst() {
        lines += wrapped("  \(other.name) \(other.operands)", other.help, indent: 28)
      }
    } else {
      lines += [usage(command), ""] + wrapped("", command.help, indent: 0)
    }
    lines += ["", "Options:"]
    for option in CommandTable.options(of: command) {
      var label = "  --\(option.name)" + (option.value.map { " \($0)" } ?? "")
      if option.name == "help" { label += ", -h" }
      if option.name == "version" { label += ", -V" }
      var help = option.help
      if !option.choices.isEmpty { help += " (\(option.choices.joined(separator: ", ")))" }
      lines += wrapped(label, help, indent: 28)
    }
    if command.name.isEmpty {
      lines += [
        "", "LESSON is a number as `attend list` prints it (4.2), or part of a title.",
        "Inside, ? shows every key of the screen. Only check --mint writes to notes.",
        "The environment counts: TERM, COLORTERM, NO_COLOR, LC_ALL, LESSSECURE,",
        "XDG_STATE_HOME for the folder that keeps your place, and XDG_CONFIG_HOME for",
        "the one with attend/config, which `attend config` explains.",
        "Exit status: 0 success, 1 failure, 2 wrong command line.", "",
        "  attend                       the course",
        "  attend notes.md              your own notes",
        "  attend show 4.1 | less       one lesson as text",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func wrapped(_ label: String, _ help: String, indent: Int) -> [String] {
    let pad = String(repeating: " ", count: indent)
    let lines = Wrapping.lines(of: help, width: 79 - indent)
    guard !label.isEmpty else { return lines }
    guard label.count < indent - 1 else { return [label] + lines.map { pad + $0 } }
    let first = label + String(repeating: " ", count: indent - label.count) + (lines.first ?? "")
    return [first] + lines.dropFirst().map { pad + $0 }
  }
}
