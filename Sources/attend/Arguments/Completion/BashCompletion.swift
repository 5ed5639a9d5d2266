extension Completions {
  /// Where a word is the name of a file, nothing is answered and bash completes it by itself: it alone knows
  /// how to quote what holds blanks.
  static var bash: String {
    let valued = CommandTable.options.filter { $0.value != nil }.map { "--\($0.name)" }
    var script = """
      # bash completion for attend, made by: attend completions bash
      _attend_lessons() {
        "${COMP_WORDS[0]}" list ${1:+"$1"} 2>/dev/null | sed -n 's/^ *\\([0-9][0-9]*\\.[0-9][0-9]*\\) .*/\\1/p'
      }
      _attend() {
        local word="${COMP_WORDS[COMP_CWORD]}" option="" command="" first="" path="" here words="" i
        local -i place=0
        COMPREPLY=()
        # --option=value comes as three words.
        for (( i = 1; i < COMP_CWORD; i++ )); do
          here="${COMP_WORDS[i]}"
          case "$here" in
            \(valued.joined(separator: "|")))
              [ "${COMP_WORDS[i+1]}" = "=" ] && [ $(( i + 1 )) -lt "$COMP_CWORD" ] && i=$(( i + 1 ))
              i=$(( i + 1 ))
              [ "$i" -ge "$COMP_CWORD" ] && option="$here" ;;
            -?*) ;;
            *)
              if [ -z "$command" ] && [ "$place" = 0 ]; then
                case " \(names) " in
                  *" $here "*) command="$here"; continue ;;
                esac
              fi
              [ "$place" = 0 ] && first="$here"
              [ -e "$here" ] && path="$here"
              place+=1 ;;
          esac
        done
        [ "$word" = "=" ] && word=""
        if [ -n "$option" ]; then
          case "$option" in

      """
    for option in CommandTable.options where option.value != nil {
      let cases = option.after().map { first, words in
        "\(first)) words=\"\(words.joined(separator: " "))\" ;; "
      }
      let others = answer(option.completed)
      let given =
        cases.isEmpty ? others : "case \"$first\" in \(cases.joined())*) \(others) ;; esac"
      script += "      --\(option.name)) \(given) ;;\n"
    }
    script += """
          esac
        elif [[ "$word" == -* ]]; then
          case "$command" in

      """
    for command in CommandTable.commands {
      let options = CommandTable.options(of: command).map { "--\($0.name)" }
      let name = command.name.isEmpty ? "\"\"" : command.name
      script += "      \(name)) words=\"\(options.joined(separator: " "))\" ;;\n"
    }
    script += """
          esac
        else
          case "$command $place $first" in
            " 0 ") words="\(names)" ;;

      """
    for command in commands {
      for (first, words) in command.next() {
        script +=
          "      \"\(command.name) 1 \(first)\") words=\"\(words.joined(separator: " "))\" ;;\n"
      }
      let words = command.words()
      if !words.isEmpty {
        script += "      \"\(command.name) 0 \") words=\"\(words.joined(separator: " "))\" ;;\n"
      } else if command.takes == .lessons {
        script += "      \"\(command.name) 0 \") words=\"$(_attend_lessons)\" ;;\n"
      } else if command.takes == .folders {
        script += "      \"\(command.name) \"*) \(answer(.folders)) ;;\n"
      }
      if command.takes == .nothing {
        script += "      \"\(command.name) \"*) compopt +o default 2>/dev/null; return ;;\n"
      }
    }
    script += """
          esac
        fi
        while IFS= read -r here; do COMPREPLY+=("$here"); done < <(compgen -W "$words" -- "$word")
      }
      complete -o default -F _attend attend

      """
    return script
  }

  private static func answer(_ completed: CommandTable.Completed) -> String {
    switch completed {
    case .words(let words): "words=\"\(words.joined(separator: " "))\""
    case .files: "return"
    case .folders: "compopt -o dirnames +o default 2>/dev/null; return"
    case .lessons: "words=\"$(_attend_lessons \"$path\")\""
    case .nothing: "compopt +o default 2>/dev/null; return"
    }
  }
}
