extension CodeLanguage {
  static let swift = CodeLanguage(
    names: ["swift"],
    keywords: [
      "Any", "Self", "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break",
      "case", "catch", "class", "consuming", "continue", "default", "defer", "deinit", "didSet",
      "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "final", "for",
      "func", "get", "guard", "if", "import", "in", "indirect", "infix", "init", "inout",
      "internal", "is", "isolated", "lazy", "let", "mutating", "nil", "nonisolated", "nonmutating",
      "open", "operator", "override", "package", "postfix", "precedencegroup", "prefix", "private",
      "protocol", "public", "repeat", "required", "rethrows", "return", "self", "set", "some",
      "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
      "typealias", "unowned", "var", "weak", "where", "while", "willSet",
    ],
    lineComment: Array("//".utf8),
    blockComment: BlockComment("/*", "*/", nests: true),
    strings: [
      StringSyntax(
        "#\"\"\"", "\"\"\"#", multiline: true, escapes: false, holes: [StringHole("\\#(", ")")]),
      StringSyntax("#\"", "\"#", escapes: false, holes: [StringHole("\\#(", ")")]),
      StringSyntax("\"\"\"", multiline: true, holes: [StringHole("\\(", ")")]),
      StringSyntax("\"", holes: [StringHole("\\(", ")")]),
    ],
    wordBytes: Set("$".utf8))
}
