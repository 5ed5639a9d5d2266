import Screens
import TextUI

/// The manual page as roff, from the tables of commands and of keys.
enum ManualPage {
  static var text: String {
    var page = """
      .TH ATTEND 1 "\(HelpText.date)" "\(HelpText.version)" "User Commands"
      .SH NAME
      attend \\- learn how language models attend, in the terminal
      .SH SYNOPSIS
      .B attend
      [\\fIOPTION\\fR...] [\\fIPATH\\fR]
      .br

      """
    for command in CommandTable.commands.dropFirst() {
      page += ".B attend \(command.name)\n[\\fIOPTION\\fR...] \(escaped(command.operands))\n.br\n"
    }
    page += """
      .SH DESCRIPTION
      Markdown notes become chapters and lessons, read in the terminal.
      Without a path the course that is built in opens.
      Notes are never written to, but by
      .BR "check --mint" .
      .SH COMMANDS

      """
    for command in CommandTable.commands.dropFirst() {
      page += ".TP\n.B \(command.name) \(escaped(command.operands))\n\(escaped(command.help)).\n"
    }
    page += ".SH OPTIONS\n"
    for option in CommandTable.options {
      let value = option.value.map { " \\fI\($0)\\fR" } ?? ""
      let choices =
        option.choices.isEmpty ? "" : " (\(option.choices.joined(separator: ", ")))"
      page += ".TP\n.B \\-\\-\(escaped(option.name))\(value)\n\(escaped(option.help + choices)).\n"
    }
    page += ".SH KEYS\n"
    for shortcuts in KeyTables.all {
      page += shortcuts.first.map { ".SS \(escaped($0.scope.title))\n" } ?? ""
      for shortcut in shortcuts {
        page += ".TP\n.B \(escaped(shortcut.label))\n\(escaped(shortcut.help)).\n"
      }
    }
    page += ".SH SETTINGS\nThey are kept with the progress.\n"
    for setting in Settings.table {
      page += ".TP\n.B \(escaped(setting.name))\n"
      page += escaped("\(setting.words). \(setting.values); \(setting.fallback) at first.") + "\n"
    }
    page += """
      .SH ENVIRONMENT
      .TP
      .B NO_COLOR
      No colours when it is set.
      .TP
      .B TERM, COLORTERM, COLORFGBG
      What the terminal can show.
      .TP
      .B LC_ALL, LC_CTYPE, LANG
      The character set; ASCII is drawn where it is not UTF\\-8.
      .TP
      .B XDG_STATE_HOME
      Where progress is kept; ~/.local/state by default.
      .TP
      .B XDG_CONFIG_HOME
      Where the config file is; ~/.config by default.
      .TP
      .B LESSSECURE
      With any value but 0 no link is opened, and no file is written but progress.
      .SH EXAMPLES

      """
    for (line, meaning) in examples {
      page += ".TP\n.B \(escaped(line))\n\(escaped(meaning)).\n"
    }
    page += """
      .SH EXIT STATUS
      0 success; 1 failure; 2 wrong command line.
      .SH FILES
      .TP
      .I $XDG_STATE_HOME/attend/progress.sqlite
      Where reading stopped, and every answer.
      .TP
      .I $XDG_CONFIG_HOME/attend/config
      What holds from the start: theme, colours, width, notes, mouse, keys. It is read and never
      written;
      .B attend config
      prints all that it may set.

      """
    return page
  }

  private static let examples = [
    ("attend", "The course opens at Contents"),
    ("attend ~/notes --lesson 4.2", "Your own notes, at one of their lessons"),
    ("attend show softmax | less", "One lesson as text"),
    ("attend quiz --count 10", "Ten questions: what is due first, then new ones"),
    ("attend dot 1,2,3 4,5,6", "A dot product, step by step"),
    ("attend check ~/notes", "What to fix in your notes"),
    ("attend progress sync ~/Sync/attend", "Your answers, shared with your other machines"),
  ]

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "'": out += "\\(aq"
      case "↑": out += "Up"
      case "↓": out += "Down"
      case "←": out += "Left"
      case "→": out += "Right"
      default: out.append(character)
      }
    }
    return out.hasPrefix(".") ? "\\&" + out : out
  }
}
