import Notes

/// Fences whose name is one slip away from that of a widget, and no language that exists.
enum FenceNames {
  /// Languages and formats with names that are near those of widgets, or short enough to become so.
  private static let languages: Set = [
    "bash", "sh", "zsh", "fish", "console", "shell", "text", "txt", "plain", "plaintext", "python",
    "py", "python3", "pycon", "swift", "json", "jsonc", "yaml", "yml", "toml", "ini", "xml", "html",
    "css", "scss", "sass", "less", "js", "javascript", "jsx", "ts", "tsx", "typescript", "java",
    "kotlin", "scala", "go", "rust", "ruby", "rb", "perl", "php", "c", "cpp", "c++", "cs", "csharp",
    "objc", "r", "julia", "matlab", "octave", "haskell", "ocaml", "lua", "sql", "tex", "latex",
    "math", "mermaid", "dot", "graphviz", "plantuml", "diff", "patch", "make", "makefile", "cmake",
    "docker", "dockerfile", "nix", "vim", "markdown", "md", "rst", "csv", "tsv", "log", "http",
    "regex", "ebnf", "bnf", "wasm", "zig", "nim", "dart", "elixir", "erlang", "clojure", "lisp",
    "scheme", "racket", "prolog", "fortran", "ada", "d", "awk", "sed", "tcl", "cuda", "opencl",
    "glsl", "hlsl", "metal", "mojo", "triton", "roc", "vega", "vega-lite",
    "geojson", "topojson", "stl", "coq", "lean", "agda", "idris", "elm", "groovy", "proto",
    "thrift", "graphql", "jinja", "twig", "liquid", "haml", "slim", "pug",
  ]

  /// The widget that a fence's name is meant for; nil where it names one, or a language, or nothing near.
  static func meant(by name: String) -> (any Widget.Type)? {
    let lower = name.lowercased()
    guard name.count >= 4, !languages.contains(lower),
      !allWidgets.contains(where: { $0.name == name })
    else { return nil }
    let bare = bare(lower)
    if let same = allWidgets.first(where: { Self.bare($0.name) == bare }) { return same }
    let near = NearestWord.nearest(to: lower, among: allWidgets.map { $0.name }, within: 1)
    return allWidgets.first { $0.name == near }
  }

  /// The widget whose name an info string spells in two words, or in what other tools put around it:
  /// `soft max`, `widget softmax`, `{softmax}`.
  static func spelt(by info: String) -> (any Widget.Type)? {
    guard info.utf8.count < 60, !info.contains("="), !info.contains(":") else { return nil }
    let words = info.lowercased().split { " {}".contains($0) }.map(String.init)
    let own = words.first.map { ["widget", "attend"].contains($0) } == true && words.count > 1
    var name = bare((own ? Array(words.dropFirst()) : words).joined())
    var isMarked = own || words.count > 1 || info.hasPrefix("{")
    // `softmax-widget`.
    for mark in ["widget", "attend"] where name.count > mark.count {
      if name.hasPrefix(mark) {
        name.removeFirst(mark.count)
      } else if name.hasSuffix(mark) {
        name.removeLast(mark.count)
      } else {
        continue
      }
      isMarked = true
    }
    guard isMarked, name.count >= 4 else { return nil }
    return allWidgets.first { bare($0.name) == name }
  }

  /// What to say of a fence that is called a widget and has the name of one on its first line: `name = softmax`.
  static func inside(_ info: String, _ text: String, line: Int) -> Diagnostic? {
    guard ["widget", "attend"].contains(info.trimmed.lowercased()),
      let first = text.split(separator: "\n").first?.prefix(60),
      case let words = first.split(whereSeparator: { " =:\"".contains($0) }), words.count < 3,
      let name = words.last, let type = allWidgets.first(where: { $0.name == name.lowercased() })
    else { return nil }
    return Diagnostic(
      line: line, column: 1, "a fence is called by the name of its widget",
      remedy: "write ```\(type.name) in place of this line, and take \(first.trimmed) away")
  }

  /// What to say of inputs that stand behind the name of a fence with nothing in it, where none is read.
  static func inputs(behind info: String, _ text: String, line: Int) -> Diagnostic? {
    let words = info.split(separator: " ").dropFirst().filter { $0.contains("=") }
    guard text.allSatisfy(\.isWhitespace), !words.isEmpty, info.utf8.count < 400 else { return nil }
    let lines = words.map { word in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.joined(separator: " = ")
    }
    return Diagnostic(
      line: line, column: 1, "inputs stand on the lines of a fence, and not behind its name",
      remedy: "write \(lines.joined(separator: ", ")), each on a line of its own below it")
  }

  private static func bare(_ name: String) -> String { name.filter { !"-_ ".contains($0) } }
}
