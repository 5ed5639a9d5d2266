import Notes
import Widgets

/// The questions and fences of `attend new` as an editor inserts them: the cursor goes to the heading
/// first, and behind all of it at last.
enum Snippets {
  /// What is inserted, and by which word.
  struct Snippet: Equatable {
    let word: String
    let help: String
    let markdown: String
  }

  static let editors = ["vscode", "vim", "emacs"]

  /// Where an editor wants the file.
  static func place(for editor: String) -> String {
    switch editor {
    case "vscode":
      "VS Code reads it as .vscode/attend.code-snippets in the folder of the notes, or as markdown.json where "
        + "Snippets: Configure Snippets opens it; Ctrl-Space offers them"
    case "vim":
      "Vim's plugins read it as ~/.vim/snippets/markdown.snippets, Neovim's as "
        + "~/.config/nvim/snippets/markdown.snippets"
    default:
      "Emacs loads it as ~/.emacs.d/attend-snippets.el, named in its init file behind YASnippet"
    }
  }

  static let all: [Snippet] =
    [Snippet(word: "lesson", help: "a lesson with a widget and a question", markdown: lesson)]
    + QuestionTemplate.all.map {
      Snippet(word: "quiz-\($0.kind)", help: "a question: \($0.kind)", markdown: $0.markdown + "\n")
    }
    + allWidgets.compactMap { type in
      Authoring.fence(type.name).map {
        Snippet(word: "fence-\(type.name)", help: "a widget: \(type.title)", markdown: $0)
      }
    }

  /// A lesson alone, for a file that has its title.
  private static var lesson: String {
    let text = Authoring.lesson
    guard let start = text.firstRange(of: "## ") else { return text }
    return String(text[start.lowerBound...])
  }

  /// All of them in the form of an editor.
  static func text(for editor: String) -> String {
    switch editor {
    case "vscode": vscode
    case "vim": vim
    default: emacs
    }
  }

  // MARK: The places of the cursor

  /// A text with its stops, each character that means something escaped.
  private static func template(_ markdown: String, escaping special: Set<Character>) -> String {
    var lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .map { escaped($0, special) }
    if let first = lines.first, let space = first.firstIndex(of: " "), first.hasPrefix("#") {
      let heading = first[first.index(after: space)...]
      lines[0] = "\(first[...space])${1:\(heading)}"
    }
    return lines.joined(separator: "\n") + "$0"
  }

  private static func escaped(_ text: some StringProtocol, _ special: Set<Character>) -> String {
    text.reduce(into: "") { $0 += special.contains($1) ? "\\\($1)" : "\($1)" }
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text, ["\\", "\""]))\"" }

  // MARK: The editors

  private static var vscode: String {
    let members = all.map { snippet in
      let body = template(snippet.markdown, escaping: ["\\", "$", "}"])
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { "      " + quoted(String($0)) }
      return """
          \(quoted(snippet.word)): {
            "prefix": \(quoted(snippet.word)),
            "description": \(quoted(snippet.help)),
            "body": [
        \(body.joined(separator: ",\n"))
            ]
          }
        """
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  /// As SnipMate has it, and all that read its files: UltiSnips, LuaSnip, neosnippet, snippy.
  private static var vim: String {
    var text = "# attend's questions and widgets, made by: attend new --snippets vim\n"
    text += "# \(place(for: "vim"))\n"
    for snippet in all {
      text += "\nsnippet \(snippet.word) \(snippet.help)\n"
      let body = template(snippet.markdown, escaping: ["\\", "$", "`", "}"])
      for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "\t\(line)\n"
      }
    }
    return text
  }

  /// A file of Lisp, to be loaded once YASnippet is.
  private static var emacs: String {
    var text = """
      ;;; attend-snippets.el --- attend's questions and widgets for YASnippet  -*- lexical-binding: t -*-
      ;; Made by: attend new --snippets emacs
      ;; \(place(for: "emacs"))

      (require 'yasnippet)

      (yas-define-snippets
       'markdown-mode
       '(

      """
    for snippet in all {
      let body = template(snippet.markdown, escaping: ["\\", "$", "`", "}"])
      text += "   (\(quoted(snippet.word))\n    \(quoted(body))\n    \(quoted(snippet.help)))\n"
    }
    return text + "  ))\n\n(provide 'attend-snippets)\n"
  }
}
