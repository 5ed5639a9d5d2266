import CSystem
import Libc
import Notes

/// The reader's own editor, `VISUAL` or `EDITOR`, started directly and never through a shell.
enum Editor {
  /// Opens a file at a line and waits for its end; what went wrong, nil where nothing did.
  static func open(_ path: Path, line: Int) -> String? {
    let words = command(variable("VISUAL") ?? variable("EDITOR") ?? "vi")
    let arguments =
      words.map { Array($0.utf8CString) } + position(in: words[0], line: line, path)
    let status = ProgramArguments.with(arguments) { system_lend_terminal(words[0], $0) }
    if status < 0 {
      return "\(words[0]) could not be started (\(String(cString: strerror(-status)))): "
        + "name your editor in VISUAL or EDITOR"
    }
    return status == 0 ? nil : "\(words[0]) ended with status \(status)"
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }) else { return nil }
    return value.allSatisfy(\.isWhitespace) ? nil : value
  }

  /// The words of `code -w`; there is always one.
  static func command(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.isEmpty ? ["vi"] : words
  }

  /// The file at a line, as the editor of that name wants it.
  static func position(in editor: String, line: Int, _ path: Path) -> [[CChar]] {
    let name = editor.split(separator: "/").last.map(String.init) ?? editor
    // A path that begins with a dash is no option.
    let file = path.isAbsolute ? path : Path(".").appending(path)
    switch name {
    case "code", "codium", "cursor", "zed", "subl", "hx", "helix":
      let place = file + ":\(line)"
      return (["code", "codium", "cursor"].contains(name) ? [Array("--goto".utf8CString)] : [])
        + [place.cString]
    case "vi", "vim", "nvim", "gvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe",
      "ne", "jed", "mg", "pico", "ex", "vis", "nvi":
      return [Array("+\(line)".utf8CString), file.cString]
    default: return [file.cString]
    }
  }
}
