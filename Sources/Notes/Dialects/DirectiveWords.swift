/// Directives of Sphinx, of its extensions and of MyST that say a few words and hold text: what is shown of the line
/// that opens each. What they hold is read as what it says.
enum DirectiveWords {
  /// What stands there; nil for a directive that is none of these.
  static func head(of name: String, _ argument: [UInt8]) -> [UInt8]? {
    let title = String(decoding: argument, as: UTF8.self).trimmed
    if let words = versions[name] {
      // Behind the version words may stand; others come below.
      let version = title.prefix { $0 != " " }
      let rest = title[version.endIndex...].trimmed
      let said = version.isEmpty ? words : "\(words) \(version)"
      return Array((rest.isEmpty ? "**\(said).**" : "**\(said):** \(rest)").utf8)
    }
    if containers.contains(name) || silent.contains(name) { return [] }
    switch name {
    case "rubric", "centered": return bold(title)
    case "exercise-start": return bold(title.isEmpty ? "Exercise" : "Exercise: \(title)")
    case "solution-start": return bold("Solution")
    case "tags": return title.isEmpty ? [] : Array("*Tags: \(title)*".utf8)
    case "raw": return []
    case "iframe", "video", "audio":
      let address = title.filter { !"<>[]".contains($0) }
      return Array("[\(address)](<\(address)>)".utf8)
    case "youtube", "vimeo":
      let id = title.filter { $0.isLetter || $0.isNumber || "-_".contains($0) }
      return Array("<\(VideoAddress.of(id, at: name))>".utf8)
    default: return nil
    }
  }

  /// Whether what a directive holds is for others than who reads pages: `{only} latex`, `{raw} latex`.
  static func isForOthers(_ name: String, _ argument: String) -> Bool {
    switch name {
    case "raw": return !argument.split(separator: " ").contains { $0.lowercased() == "html" }
    case "only":
      let words = argument.split(separator: " ").map { $0.lowercased() }
      if words.contains("html") { return words.contains("not") && words.count == 2 }
      return ["latex", "epub", "man", "texinfo", "text", "xml"].contains {
        words.contains($0)
      } && !words.contains("not")
    default: return false
    }
  }

  private static func bold(_ title: String) -> [UInt8] {
    title.isEmpty ? [] : Array("**\(title)**".utf8)
  }

  private static let versions = [
    "versionadded": "Added in version", "versionchanged": "Changed in version",
    "deprecated": "Deprecated since version", "versionremoved": "Removed in version",
  ]

  /// What only says how its content stands.
  private static let containers: Set = [
    "only", "compound", "container", "hlist", "grid-item", "tab-set-code", "class", "rst-class",
    "figure-md", "card-header", "card-footer", "card-body", "exercise-end", "solution-end",
  ]

  /// What says something to a program alone.
  private static let silent: Set = [
    "index", "sectionauthor", "codeauthor", "meta", "highlight", "currentmodule", "default-role",
    "default-domain", "tabularcolumns", "sectnum",
  ]
}
