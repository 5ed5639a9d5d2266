import Libc

/// How a program is started; `{file}` stands for what it opens.
enum Invocation {
  /// A path and its arguments.
  case words([String])
  /// A pipeline, which takes a shell.
  case pipeline(String)
}

/// A program that people read Markdown with, and a key that turns its pages.
struct Peer {
  let name: String
  /// The programs it is made of, each by the names that it may be installed under.
  let needs: [[String]]
  /// The first word is found among the names of the first program.
  let invocation: Invocation
  var pageDown = " "

  static let all = [
    Peer(name: "less", needs: [["less"]], invocation: .words(["less", "-f", "{file}"])),
    Peer(
      name: "lowdown | less", needs: [["lowdown"], ["less"]],
      invocation: .pipeline("lowdown -tterm {file} | less -R")),
    Peer(
      name: "cmark-gfm | w3m", needs: [["cmark-gfm"], ["w3m"]],
      invocation: .pipeline(
        "cmark-gfm -e table -e strikethrough -e tasklist {file} | w3m -T text/html")),
    Peer(
      name: "bat", needs: [["batcat", "bat"], ["less"]],
      invocation: .words([
        "bat", "--paging=always", "--color=always", "--style=plain", "-l", "md", "{file}",
      ])),
    Peer(
      name: "vim -R", needs: [["vim"]],
      invocation: .words([
        "vim", "-R", "-u", "NONE", "-N", "-c", "syntax on", "-c", "set ft=markdown", "{file}",
      ]), pageDown: "\u{1b}[6~"),
    Peer(
      name: "glow", needs: [["glow"], ["less"]], invocation: .words(["glow", "-p", "{file}"])),
    Peer(
      name: "mdcat", needs: [["mdcat"], ["less"]], invocation: .words(["mdcat", "-p", "{file}"])),
    Peer(
      name: "mdv | less", needs: [["mdv"], ["less"]],
      invocation: .pipeline("mdv {file} | less -R")),
    Peer(
      name: "rich", needs: [["rich"]],
      invocation: .words(["rich", "--markdown", "--pager", "{file}"]), pageDown: "\u{1b}[6~"),
    Peer(
      name: "frogmouth", needs: [["frogmouth"]], invocation: .words(["frogmouth", "{file}"]),
      pageDown: "\u{1b}[6~"),
  ]

  /// How it starts here; nil if something is not installed.
  func installed(in path: String) -> Invocation? {
    let found = needs.compactMap { names in
      names.lazy.compactMap { locate($0, in: path) }.first
    }
    guard found.count == needs.count, let first = found.first else { return nil }
    switch invocation {
    case .words(let words): return .words([first] + words.dropFirst())
    case .pipeline: return invocation
    }
  }

  private func locate(_ name: String, in path: String) -> String? {
    for folder in path.split(separator: ":") where access("\(folder)/\(name)", X_OK) == 0 {
      return "\(folder)/\(name)"
    }
    return nil
  }
}
