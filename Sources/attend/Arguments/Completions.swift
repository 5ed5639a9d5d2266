/// Shell completions, from the table.
enum Completions {
  static func script(for shell: String) -> String {
    switch shell {
    case "bash": bash
    case "zsh": zsh
    default: fish
    }
  }

  private static var names: [String] {
    CommandTable.commands.map(\.name).filter { !$0.isEmpty }
  }

  private static func flags(_ command: CommandTable.Command) -> String {
    CommandTable.options(of: command).map { "--\($0.name)" }.joined(separator: " ")
  }

  private static var bash: String {
    var script = """
      # bash completion for attend, made by: attend completions bash
      _attend() {
        local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" options words
        case "$before" in

      """
    for option in CommandTable.options where !option.proposed.isEmpty {
      script += """
            --\(option.name)) COMPREPLY=($(compgen -W "\(option.proposed.joined(separator: " "))" -- "$word")); return ;;

        """
    }
    script += "  esac\n  case \"${COMP_WORDS[1]}\" in\n"
    for command in CommandTable.commands.dropFirst() {
      let words = CommandTable.words(of: command).joined(separator: " ")
      script += "    \(command.name)) options=\"\(flags(command))\"; words=\"\(words)\" ;;\n"
    }
    script += """
          *) options="\(flags(CommandTable.commands[0]))"; words=""
             [ "$COMP_CWORD" = 1 ] && words="\(names.joined(separator: " "))" ;;
        esac
        if [[ "$word" == -* ]]; then
          COMPREPLY=($(compgen -W "$options" -- "$word"))
        else
          COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
        fi
      }
      complete -o filenames -F _attend attend

      """
    return script
  }

  private static var zsh: String {
    func quoted(_ text: String) -> String {
      text.replacing("'", with: "").replacing("[", with: "(").replacing("]", with: ")")
        .replacing(":", with: " ")
    }
    func arguments(_ command: CommandTable.Command) -> String {
      CommandTable.options(of: command).map { option in
        let choices = option.proposed.isEmpty ? "" : "(\(option.proposed.joined(separator: " ")))"
        let value = option.value.map { ":\($0):\(choices)" } ?? ""
        return "'--\(option.name)[\(quoted(option.help))]\(value)'"
      }.joined(separator: " ")
    }
    var script = "#compdef attend\n# zsh completion for attend, made by: attend completions zsh\n"
    script += "_attend() {\n  local -a commands\n  commands=(\n"
    for command in CommandTable.commands.dropFirst() {
      script += "    '\(command.name):\(quoted(command.help))'\n"
    }
    script += "  )\n  case \"$words[2]\" in\n"
    for command in CommandTable.commands.dropFirst() {
      let first = CommandTable.words(of: command)
      let words = first.isEmpty ? "_files" : "(\(first.joined(separator: " ")))"
      script += """
            \(command.name)) shift words; (( CURRENT-- )); _arguments \(arguments(command)) '*:word:\(words)' ;;

        """
    }
    script += """
          *) _arguments \(arguments(CommandTable.commands[0])) '*:path:_files'
             (( CURRENT == 2 )) && _describe command commands ;;
        esac
      }
      _attend "$@"

      """
    return script
  }

  private static var fish: String {
    func quoted(_ text: String) -> String { text.replacing("'", with: "\\'") }
    var script = "# fish completion for attend, made by: attend completions fish\n"
    let seen = names.joined(separator: " ")
    for command in CommandTable.commands.dropFirst() {
      script +=
        "complete -c attend -n 'not __fish_seen_subcommand_from \(seen)'"
        + " -a \(command.name) -d '\(quoted(command.help))'\n"
      let words = CommandTable.words(of: command)
      if !words.isEmpty {
        script +=
          "complete -c attend -f -n '__fish_seen_subcommand_from \(command.name)'"
          + " -a '\(words.joined(separator: " "))'\n"
      }
    }
    for command in CommandTable.commands {
      let condition =
        command.name.isEmpty
        ? "not __fish_seen_subcommand_from \(seen)" : "__fish_seen_subcommand_from \(command.name)"
      for option in CommandTable.options(of: command) {
        let value = option.value == nil ? "" : " -r"
        let choices =
          option.proposed.isEmpty ? "" : " -f -a '\(option.proposed.joined(separator: " "))'"
        script +=
          "complete -c attend -n '\(condition)' -l \(option.name)\(value)\(choices)"
          + " -d '\(quoted(option.help))'\n"
      }
    }
    return script
  }
}

extension String {
  /// Every occurrence of a character replaced.
  fileprivate func replacing(_ character: Character, with text: String) -> String {
    reduce(into: "") { $0 += $1 == character ? text : String($1) }
  }
}
