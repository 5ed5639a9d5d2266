extension CodeLanguage {
  static let json = CodeLanguage(
    names: ["json", "jsonc", "json5", "jsonl"],
    keywords: ["true", "false", "null"],
    lineComment: Array("//".utf8),
    blockComment: BlockComment("/*", "*/", nests: false),
    strings: [StringSyntax("\"")])
}
