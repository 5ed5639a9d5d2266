import JSONText
import Testing

/// Reads the files of snippets as the editors do that they are for.
enum SnippetReading {
  typealias Snippet = (word: String, text: String)

  static func vscode(_ text: String) throws -> [Snippet] {
    let file = try JSON.parse(utf8: Array(text.utf8))
    guard case .object(let members) = file else { return [] }
    return try members.map { member in
      let lines = try #require(member.value["body"]?.array).compactMap(\.string)
      #expect(member.value["description"]?.string?.isEmpty == false)
      return (try #require(member.value["prefix"]?.string), inserted(lines.joined(separator: "\n")))
    }
  }

  /// SnipMate's: the lines below a word, each behind a tab, up to the next word.
  static func vim(_ text: String) -> [Snippet] {
    var snippets: [(word: String, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("snippet ") {
        snippets.append((String(line.split(separator: " ")[1]), []))
      } else if !snippets.isEmpty {
        #expect(line.isEmpty || line.hasPrefix("\t"))
        snippets[snippets.count - 1].lines.append(line.dropFirst())
      }
    }
    return snippets.map { word, lines in
      // Empty lines at the end part a snippet from the next one.
      let end = (lines.lastIndex { !$0.isEmpty } ?? -1) + 1
      return (word, inserted(lines[..<end].joined(separator: "\n")))
    }
  }

  /// YASnippet's: lists of a word, a template and a name, as texts of Lisp.
  static func emacs(_ text: String) -> [Snippet] {
    var texts: [String] = []
    var rest = text.drop { $0 != "'" }
    while let start = rest.firstIndex(of: "\"") {
      var string = ""
      rest = rest[rest.index(after: start)...]
      while let character = rest.popFirst(), character != "\"" {
        string += character == "\\" ? rest.popFirst().map { String($0) } ?? "" : String(character)
      }
      texts.append(string)
    }
    #expect(texts.count % 3 == 0)
    return stride(from: 0, to: texts.count - 2, by: 3).map {
      (texts[$0], inserted(texts[$0 + 1]))
    }
  }

  /// What a template inserts: its stops as they stand, what is escaped as it is.
  private static func inserted(_ template: String) -> String {
    var text = ""
    var rest = template[...]
    var depth = 0
    while let character = rest.popFirst() {
      switch character {
      case "\\": text += rest.popFirst().map { String($0) } ?? ""
      case "$" where rest.hasPrefix("{1:"):
        rest = rest.dropFirst(3)
        depth += 1
      case "}" where depth > 0: depth -= 1
      case "$":
        #expect(rest == "0", "\(template)")
        rest = ""
      default: text.append(character)
      }
    }
    #expect(depth == 0)
    return text
  }
}
