extension CodeLanguage {
  static let shell = shell(["shell", "sh", "bash", "zsh"], multiline: true)

  /// A recorded session: an apostrophe in what a program printed must not colour all that follows.
  static let console = shell(["console", "shell-session", "terminal"], multiline: false)

  private static func shell(_ names: Set<String>, multiline: Bool) -> CodeLanguage {
    CodeLanguage(
      names: names,
      keywords: [
        "break", "case", "continue", "declare", "do", "done", "elif", "else", "esac", "eval",
        "exec", "exit", "export", "fi", "for", "function", "if", "in", "local", "readonly",
        "return", "select", "set", "shift", "source", "then", "trap", "unset", "until", "while",
      ],
      lineComment: Array("#".utf8),
      commentStartsWord: true,
      strings: [
        StringSyntax("$'", "'", multiline: multiline),
        StringSyntax("'", multiline: multiline, escapes: false),
        StringSyntax(
          "\"", multiline: multiline, holes: [StringHole("$(", ")"), StringHole("${", "}")]),
      ],
      wordBytes: Set("$-./~@%+:=,".utf8))
  }
}
