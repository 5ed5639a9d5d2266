extension Completions {
  static var fish: String {
    var script = """
      # fish completion for attend, made by: attend completions fish
      function __attend_lessons
        attend list 2>/dev/null | string replace -rf '^ *(\\d+\\.\\d+)  *(.*)' '$1\\t$2'
      end

      """
    let seen = "__fish_seen_subcommand_from"
    for command in commands {
      script +=
        "complete -c attend -n 'not \(seen) \(names)' -a \(command.name) -d '\(quoted(command.help))'\n"
      let here = "\(seen) \(command.name)"
      let words = command.words()
      if !words.isEmpty {
        let isFirst =
          command.name == "help" ? here : "\(here); and not \(seen) \(words.joined(separator: " "))"
        script += "complete -c attend -f -n '\(isFirst)' -a '\(words.joined(separator: " "))'\n"
      }
      for (first, words) in command.next() {
        script +=
          "complete -c attend -f -n '\(here); and \(seen) \(first); and not \(seen) "
          + "\(words.joined(separator: " "))' -a '\(words.joined(separator: " "))'\n"
      }
      if words.isEmpty || command.takes == .nothing {
        script += operand(command.takes, "complete -c attend -n '\(here)'")
      }
    }
    for command in CommandTable.commands {
      let condition = command.name.isEmpty ? "not \(seen) \(names)" : "\(seen) \(command.name)"
      for option in CommandTable.options(of: command) {
        let about = " -d '\(quoted(option.help))'\n"
        for (first, words) in option.after() {
          script +=
            "complete -c attend -n '\(condition); and \(seen) \(first)' -l \(option.name)"
            + (words.isEmpty ? " -x" : value(.words(words))) + about
        }
        let firsts = option.after().map(\.first).joined(separator: " ")
        let others = firsts.isEmpty ? condition : "\(condition); and not \(seen) \(firsts)"
        script +=
          "complete -c attend -n '\(others)' -l \(option.name)"
          + (option.value == nil ? "" : value(option.completed)) + about
      }
    }
    return script
  }

  /// What stands after a command besides its words; files are what fish proposes by itself.
  private static func operand(_ completed: CommandTable.Completed, _ line: String) -> String {
    switch completed {
    case .words, .files: ""
    case .folders: line + " -f -a '(__fish_complete_directories)'\n"
    case .lessons: line + " -a '(__attend_lessons)'\n"
    case .nothing: line + " -f\n"
    }
  }

  private static func value(_ completed: CommandTable.Completed) -> String {
    switch completed {
    case .words(let words): " -x -a '\(words.joined(separator: " "))'"
    case .files: " -r"
    case .folders: " -x -a '(__fish_complete_directories)'"
    case .lessons: " -x -a '(__attend_lessons)'"
    case .nothing: " -x"
    }
  }

  private static func quoted(_ text: String) -> String { text.replacing("'", with: "\\'") }
}
