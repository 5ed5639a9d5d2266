import Notes
import TextUI

/// What all screens share: the header above the body, the footer below it.
enum Chrome {
  /// Rules part title and footer from the body where there is room for them.
  private static func hasRules(_ size: Size) -> Bool { size.rows >= 16 }

  /// The rectangle that is left for the body of a screen.
  static func body(of size: Size, for screen: any Screen) -> Rect {
    let top = hasRules(size) ? screen.fillsBody ? 2 : 3 : size.rows >= 3 ? 1 : 0
    let bottom = size.rows >= 2 ? 1 : 0
    return Rect(column: 0, row: top, columns: size.columns, rows: size.rows - top - bottom)
  }

  static func draw(
    _ screen: any Screen, of state: AppState, message: String?, on canvas: inout Canvas
  ) {
    let shortcuts = state.keymap.applied(to: screen.keys(in: state))
    let size = canvas.size
    let body = body(of: size, for: screen)
    canvas.clipped(to: body) { screen.draw(on: &$0, in: body, of: state) }
    if body.row > 0 {
      Header.drawTitle(screen.title(in: state), screen.status(in: state), on: &canvas)
    }
    if hasRules(size) { Header.drawRule(screen.progress(in: state), on: &canvas) }
    guard size.rows >= 2 else { return }
    let footer = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    if let prompt = screen.prompt {
      drawPrompt(prompt, message: message, keys(shortcuts), on: &canvas, in: footer)
    } else if let message {
      drawMessage(message, on: &canvas)
    } else {
      canvas.put(
        footerLine(
          shortcuts, helpKey: Everywhere.table.label(.help, in: state.keymap), width: size.columns),
        column: 0, row: footer.row)
    }
  }

  /// Titles begin with it where there is room.
  static let name = "Attend  "
  /// Stands between the title of a chapter and that of its lesson.
  static let parting = " › "

  static func withoutName(_ title: String) -> String {
    title.hasPrefix(name) ? String(title.dropFirst(name.count)) : title
  }

  /// The title without the program's name and the chapter's.
  static func withoutChapter(_ title: String) -> String {
    let title = withoutName(title)
    return title.firstRange(of: parting).map { String(title[$0.upperBound...]) } ?? title
  }

  /// A message at the bottom, over as many rows as it needs, up to a third of them.
  private static func drawMessage(_ message: String, on canvas: inout Canvas) {
    let size = canvas.size
    let lines = Wrapping.lines(of: message, width: max(1, size.columns - 2))
    let shown = max(1, min(lines.count, size.rows / 3))
    for (index, line) in lines.prefix(shown).enumerated() {
      // What does not fit into the last row is cut there, and seen to be.
      let text = index == shown - 1 ? lines[index...].joined(separator: " ") : line
      let cells = [Cell](" " + text, Style(.accent, .bold)).shortened(to: size.columns)
      let blanks = [Cell](repeating: .blank, count: max(0, size.columns - cells.count))
      canvas.put(cells + blanks, column: 0, row: size.rows - shown + index)
    }
  }

  /// The keys that a footer would show, whatever room they take.
  private static func keys(_ shortcuts: [Shortcut]) -> [Cell] {
    let cells = shortcuts.filter { $0.footer != nil }.map { footerCells($0, shortcuts) }
    return cells.reduce([]) { $0 + ($0.isEmpty ? [] : [.blank, .blank]) + $1 }
  }

  /// The field, and beside it a message, the prompt's own note, or the keys; where a key is the
  /// answer, the keys come first.
  private static func drawPrompt(
    _ prompt: Prompt, message: String?, _ keys: [Cell], on canvas: inout Canvas, in area: Rect
  ) {
    var label = [Cell](" " + prompt.label, Style(.accent, .bold))
    if prompt.isYesOrNo { label += keys }
    canvas.put(label, column: 0, row: area.row)
    let said = message ?? (prompt.note.isEmpty ? nil : prompt.note)
    let note = said.map { [Cell]($0, .muted) } ?? (prompt.isYesOrNo ? [] : keys)
    let hasNote = !note.isEmpty && label.count + note.count + 12 < area.columns
    if !prompt.isYesOrNo {
      let right = hasNote ? note.count + 2 : 0
      prompt.field.draw(on: &canvas, in: area.inset(left: label.count, right: right))
    }
    if hasNote { canvas.put(note, column: area.columns - note.count - 1, row: area.row) }
  }

  private static func footerCells(_ shortcut: Shortcut, _ all: [Shortcut]) -> [Cell] {
    var labels = shortcut.keys.prefix(2).map(\.label)
    if let partner = shortcut.footer?.partner {
      let other = all.first { $0.scope == shortcut.scope && $0.word == partner }
      labels = Array(labels.prefix(1)) + (other?.keys.prefix(1).map(\.label) ?? [])
    }
    // Two keys that are one sign each have room; a slash between them must not look like a third.
    let areShort = labels.count == 2 && labels.allSatisfy { $0.count == 1 && $0 != "/" }
    let label =
      areShort
      ? labels.joined(separator: shortcut.footer?.isRange == true ? "–" : "/") : labels.first ?? ""
    return [Cell](label, Style(.accent, .bold))
      + [Cell](" " + (shortcut.footer?.text ?? shortcut.word), .muted)
  }

  /// As many of the keys that matter as fit; `?` and the way back always.
  private static func footerLine(
    _ shortcuts: [Shortcut], helpKey: String, width: Int
  ) -> [Cell] {
    let ranked = shortcuts.filter { $0.footer != nil }.sorted {
      ($0.footer?.rank ?? 0) < ($1.footer?.rank ?? 0)
    }
    let isHelp = ranked.contains { $0.scope == .help }
    let help = isHelp ? [] : [Cell](helpKey, Style(.accent, .bold)) + [Cell](" keys", .muted)
    // Room is kept for the way back until it stands.
    var kept = ranked.first(where: \.leadsOut)
    var line: [Cell] = [.blank]
    for shortcut in ranked {
      let next = footerCells(shortcut, shortcuts)
      if shortcut == kept { kept = nil }
      let after = help.count + (kept.map { footerCells($0, shortcuts).count + 2 } ?? 0)
      guard line.count + next.count + 2 + after <= width else { continue }
      line += next + [.blank, .blank]
    }
    if line.count + help.count <= width { line += help }
    return line
  }
}
