extension Completions {
  static var zsh: String {
    var script = """
      #compdef attend
      # zsh completion for attend, made by: attend completions zsh
      _attend_lessons() {
        local -a lessons
        lessons=(${(f)"$(_call_program lessons attend list 2>/dev/null | sed -n 's/^ *\\([0-9][0-9]*\\.[0-9][0-9]*\\)  *\\(.*\\)/\\1:\\2/p')"})
        _describe -t lessons lesson lessons
      }
      _attend_commands() {
        local -a commands
        commands=(

      """
    for command in commands { script += "    '\(command.name):\(quoted(command.help))'\n" }
    let options = arguments(CommandTable.commands[0])
    script += """
        )
        _alternative 'commands:command:{ _describe -t commands command commands }' 'files:notes:_files'
      }
      _attend() {
        local curcontext="$curcontext" state line ret=1
        typeset -A opt_args
        _arguments -C \(options) '1: :_attend_commands' '*:: :->rest' && ret=0
        [[ $state = rest ]] || return ret
        case "$words[1]" in

      """
    for command in commands {
      script +=
        "    \(command.name)) _arguments \(arguments(command)) \(operands(command)) && ret=0 ;;\n"
    }
    script += """
          *) _files && ret=0 ;;
        esac
        return ret
      }
      # Read as a file of completions it is asked at once; by eval it is made known.
      if [ "$funcstack[1]" = _attend ]; then _attend "$@"; else compdef _attend attend; fi

      """
    return script
  }

  private static func arguments(_ command: CommandTable.Command) -> String {
    CommandTable.options(of: command).map { option in
      guard let value = option.value else { return "'--\(option.name)[\(quoted(option.help))]'" }
      let cases = option.after().map { first, words in
        "\(first)) compadd \(words.joined(separator: " "));; "
      }
      let given =
        cases.isEmpty
        ? action(option.completed)
        : "{ case $words[2] in \(cases.joined())*) compadd "
          + "\(option.proposals.joined(separator: " "));; esac }"
      return "'--\(option.name)=[\(quoted(option.help))]:\(value):\(given)'"
    }.joined(separator: " ")
  }

  private static func operands(_ command: CommandTable.Command) -> String {
    let words = command.words()
    guard words.isEmpty else {
      // One rule holds for the second place, whatever stands first.
      let second =
        command.next().isEmpty
        ? ""
        : " '2:word:{ case $words[2] in "
          + command.next().map { "\($0.first)) compadd \($0.words.joined(separator: " "));; " }
          .joined() + "*) _files;; esac }'"
      return "'1:word:(\(words.joined(separator: " ")))'\(second) '*:word:\(action(command.takes))'"
    }
    if command.takes == .lessons { return "'1:lesson:_attend_lessons' '*:notes:_files'" }
    return command.takes == .nothing ? "'*:word: '" : "'*:path:\(action(command.takes))'"
  }

  private static func action(_ completed: CommandTable.Completed) -> String {
    switch completed {
    case .words(let words): "(\(words.joined(separator: " ")))"
    case .files: "_files"
    case .folders: "_files -/"
    case .lessons: "_attend_lessons"
    case .nothing: " "
    }
  }

  private static func quoted(_ text: String) -> String {
    text.replacing("'", with: "").replacing("[", with: "(").replacing("]", with: ")")
      .replacing(":", with: " ")
  }
}
