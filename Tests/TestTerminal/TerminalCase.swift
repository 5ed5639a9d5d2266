import Libc

/// A kind of terminal to try the program on: what it calls itself, its locale, size and mouse.
package struct TerminalCase: Sendable, CustomStringConvertible {
  /// What a terminal type is to the program.
  private enum Kind: Equatable {
    /// A screen with so many colours; 0 for none.
    case screen(colours: Int)
    case linear
  }

  /// TERM.
  package let type: String
  /// LANG.
  package let locale: String
  /// The size in cells.
  package let columns: Int
  /// The size in cells.
  package let rows: Int
  /// Whether the mouse is left to the program.
  package let mouse: Bool

  /// The types that people come with; the last one is nobody's.
  package static let types = [
    "xterm-256color", "xterm", "linux", "vt100", "screen", "tmux-256color", "xterm-kitty", "foot",
    "dumb", "nonesuch",
  ]
  /// UTF-8, ASCII, and one that says Latin-1 (it need not be installed).
  package static let locales = ["C.UTF-8", "C", "en_US.ISO-8859-1"]
  /// From a single cell to a wall.
  package static let sizes = [(1, 1), (2, 2), (8, 3), (20, 5), (40, 12), (80, 24), (500, 200)]

  /// Each type, locale and size, with the mouse and without.
  package static var all: [TerminalCase] {
    types.flatMap { type in
      locales.flatMap { locale in
        sizes.flatMap { size in
          [true, false].map {
            TerminalCase(type: type, locale: locale, columns: size.0, rows: size.1, mouse: $0)
          }
        }
      }
    }
  }

  /// Each type with each locale, the sizes and the mouse in turn.
  package static var some: [TerminalCase] {
    types.enumerated().flatMap { number, type in
      locales.enumerated().map { index, locale in
        let size = sizes[(number * 3 + index * 2) % sizes.count]
        return TerminalCase(
          type: type, locale: locale, columns: size.0, rows: size.1,
          mouse: (number + index) % 2 == 0)
      }
    }
  }

  /// The case in words.
  package var description: String {
    "\(type), \(locale), \(columns)x\(rows), mouse \(mouse ? "on" : "off")"
  }

  private var kind: Kind {
    switch type {
    case "dumb", "nonesuch": .linear
    case "vt100": .screen(colours: 0)
    case "xterm", "linux", "screen": .screen(colours: 8)
    default: .screen(colours: 256)
    }
  }

  /// Reads two lessons, asks for help and leaves; what went wrong, nil if nothing did.
  package func problem(_ bench: Workbench) throws -> String? {
    let notes = try bench.write(
      "terminal.md",
      "# Notes\n\n## First\n\nOne **bold** é √2 `code`.\n\n## Second\n\nAnother text.\n")
    let terminal = try bench.start(
      [notes] + (mouse ? [] : ["--no-mouse"]), ["TERM": type, "LANG": locale], columns: columns,
      rows: rows)
    switch kind {
    case .linear:
      terminal.send("1.2\nquit\n")
      let status = try terminal.waitForExit()
      let text = String(decoding: terminal.raw, as: UTF8.self)
      if status != 0 { return "status \(status)" }
      if columns >= 20, !text.contains("Another text") { return "the lesson was not printed" }
      return terminal.raw.contains(0x1B) ? "an escape sequence" : foreignBytes(terminal.raw)
    case .screen(let colours):
      try read(terminal)
      let during = terminal.screen.modes
      terminal.send("\u{3}")
      let status = try terminal.waitForExit()
      if status != 0 { return "status \(status)" }
      if let bad = foreignBytes(terminal.raw) { return bad }
      if let bad = colour(terminal.raw, beyond: colours) { return "the colour \(bad)" }
      if !mouse, during.contains(1000) { return "the mouse was asked for" }
      return terminal.whatItKept
    }
  }

  /// Where there is room, waits for what each key does.
  private func read(_ terminal: TestTerminal) throws {
    guard columns >= 40 else {
      // Something was drawn, or the program would not be there to take the keys.
      try terminal.wait(until: { _ in !terminal.raw.isEmpty })
      terminal.send("j\r jk/x\r?qq")
      return
    }
    try terminal.wait(for: "First")
    terminal.press(.down)
    try open("Another text", terminal)
    terminal.send("q")
    try terminal.wait(until: { $0.contains("First") && !$0.contains(" page") })
    terminal.press(.up)
    try open("bold", terminal)
    terminal.send("?")
    try terminal.wait(for: "Keys")
    terminal.send("q")
    try terminal.wait(for: "bold")
    if mouse, terminal.screen.mouse != .off { terminal.click(column: 0, row: 2, button: 5) }
  }

  /// Opens the lesson at the cursor.
  private func open(_ text: String, _ terminal: TestTerminal) throws {
    terminal.press(.enter)
    try terminal.wait(for: " contents")
    try terminal.wait(for: text)
  }

  private func foreignBytes(_ bytes: [UInt8]) -> String? {
    if locale == "C.UTF-8" {
      return String(validating: bytes, as: UTF8.self) == nil ? "broken UTF-8" : nil
    }
    return bytes.first { $0 >= 0x80 }.map { "the byte \($0)" }
  }

  /// The first colour in `CSI … m` that the terminal has not.
  private func colour(_ bytes: [UInt8], beyond colours: Int) -> Int? {
    var start = 0
    while start + 2 < bytes.count {
      start += 1
      guard bytes[start - 1] == 0x1B, bytes[start] == UInt8(ascii: "[") else { continue }
      let parameters = bytes[(start + 1)...].prefix { (0x30...0x3B).contains($0) }
      guard bytes[min(parameters.endIndex, bytes.count - 1)] == UInt8(ascii: "m") else { continue }
      let text = String(decoding: parameters, as: UTF8.self)
      for code in text.split(separator: ";").compactMap({ Int($0) }) {
        let isPlain = (30...37).contains(code) || (40...47).contains(code)
        let isBright = (90...107).contains(code) || code == 38 || code == 48
        if isPlain && colours == 0 || isBright && colours < 16 { return code }
      }
    }
    return nil
  }
}

extension TestTerminal {
  /// What is not as it was before the program, once it has ended; nil if all is.
  package var whatItKept: String? {
    let screen = screen
    if screen.modes != [7, 25] { return "modes \(screen.modes.sorted())" }
    if modes != modesBefore { return "\(modes) instead of \(modesBefore)" }
    let text = String(decoding: raw, as: UTF8.self)
    if let keypad = text.lastRange(of: "\u{1B}="),
      text[keypad.upperBound...].contains("\u{1B}>") == false
    {
      return "the keypad in application mode"
    }
    return nil
  }
}

extension String {
  fileprivate func lastRange(of words: String) -> Range<Index>? { ranges(of: words).last }
}
