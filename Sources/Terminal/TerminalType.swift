import CNcurses
import Libc
import TextUI

/// What the environment says of the terminal.
enum TerminalType {
  /// Names to try in turn: where the environment promises 24-bit colour and the terminal's entry has
  /// few, its entry of 256 comes first, as nearly all our colours are among these, and each takes
  /// half the bytes; where the terminal's own entry is not installed, as on a machine reached over
  /// ssh, one that it understands comes last.
  static func candidates(_ type: String, environment: [String: String]) -> [String] {
    let promise = environment["COLORTERM"] ?? ""
    guard let stem = type.split(separator: "-").first.map(String.init) else { return [type] }
    let others = standIns.first { $0.names.contains(stem) }?.entries ?? []
    let isPromised = promise == "truecolor" || promise == "24bit"
    let hasMany = ["direct", "256color"].contains { type.hasSuffix($0) }
    return (isPromised && !hasMany ? ["\(stem)-256color", type] : [type]) + others
  }

  /// Entries of every Debian that serve these families of terminals too.
  private static let standIns: [(names: Set<String>, entries: [String])] = [
    (
      [
        "xterm", "foot", "kitty", "alacritty", "wezterm", "ghostty", "contour", "konsole", "vte",
        "gnome", "mintty", "putty", "rio", "st", "iterm", "iterm2", "mlterm", "terminator",
      ], ["xterm-256color", "xterm"]
    ),
    (["tmux", "screen"], ["screen-256color", "screen"]), (["rxvt"], ["rxvt"]),
    (["linux"], ["linux"]),
  ]

  static func depth(colours: Int) -> ColourDepth {
    switch colours {
    case ..<8: .none
    case 8..<16: .eight
    case 16..<256: .sixteen
    case 256: .indexed
    default: .direct
    }
  }

  /// Light where the terminal says that its ground is; most terminals say nothing, and are dark.
  static func theme(_ environment: [String: String]) -> Theme {
    let ground = (environment["COLORFGBG"] ?? "").split(separator: ";").last.flatMap { Int($0) }
    return ground == 7 || ground == 15 ? .light : .dark
  }

  /// A string capability of the terminal's description; nil where it has none.
  static func string(_ name: String) -> [UInt8]? {
    guard let value = tigetstr(name), Int(bitPattern: value) != -1 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: value, count: strlen(value))
    return bytes.isEmpty ? nil : Array(bytes)
  }
}

/// The character set.
package enum Locale {
  /// Starts the locale; whether text is UTF-8. Where nothing is set at all, as on a bare machine,
  /// UTF-8 is what terminals take.
  package static func start(environment: [String: String]) -> Bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].contains { !(environment[$0] ?? "").isEmpty }
    if !set {
      setlocale(LC_CTYPE, "C.UTF-8")
      return true
    }
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    // As in `de_DE.UTF-8@euro`.
    let saysUTF8 = name.lowercased().split { ".@".contains($0) }.contains {
      ["utf-8", "utf8"].contains($0)
    }
    if setlocale(LC_CTYPE, "") == nil || saysUTF8 {
      // A locale that is not installed here, as when it came along over ssh.
      if nl_langinfo(Int32(CODESET)).map({ String(cString: $0) }) != "UTF-8", saysUTF8 {
        setlocale(LC_CTYPE, "C.UTF-8")
      }
    }
    return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
