extension CodeLanguage {
  static let python = CodeLanguage(
    names: ["python", "py", "python3", "pycon"],
    // Soft keywords (match, case, type) are left out: they are more often names than not.
    keywords: [
      "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class",
      "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if",
      "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
      "while", "with", "yield",
    ],
    lineComment: Array("#".utf8),
    strings: [
      StringSyntax("\"\"\"", multiline: true), StringSyntax("'''", multiline: true),
      StringSyntax("\""), StringSyntax("'"),
    ],
    prefixes: ["r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"],
    prefixHoles: (letters: ["f", "t"], holes: [StringHole("{", "}", doubles: true)]),
    numberSuffixes: Set("jJ".utf8))
}
