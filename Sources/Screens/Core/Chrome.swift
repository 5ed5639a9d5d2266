import TextUI

/// What all screens share: the title line above the body, the footer below it.
enum Chrome {
  /// Rules part title and footer from the body where there is room for them.
  private static func hasRules(_ size: Size) -> Bool { size.rows >= 16 }

  /// The rectangle that is left for the body.
  static func body(of size: Size) -> Rect {
    let top = hasRules(size) ? 2 : size.rows >= 3 ? 1 : 0
    let bottom = size.rows >= 2 ? 1 : 0
    return Rect(column: 0, row: top, columns: size.columns, rows: size.rows - top - bottom)
  }

  static func draw(
    _ screen: any Screen, of world: World, message: String?, on canvas: inout Canvas
  ) {
    let size = canvas.size
    let body = body(of: size)
    canvas.clipped(to: body) { screen.draw(on: &$0, in: body, of: world) }
    if body.row > 0 { drawTitle(screen.title(in: world), screen.status(in: world), on: &canvas) }
    if hasRules(size) { canvas.rule(row: 1, in: canvas.bounds) }
    guard size.rows >= 2 else { return }
    let footer = Rect(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    if let prompt = screen.prompt {
      drawPrompt(prompt, note: message ?? prompt.note, on: &canvas, in: footer)
    } else if let message {
      drawMessage(message, on: &canvas)
    } else {
      canvas.put(
        footerLine(screen.keys(in: world), width: size.columns), column: 0, row: footer.row)
    }
  }

  private static func drawTitle(_ title: String, _ status: String, on canvas: inout Canvas) {
    let width = canvas.size.columns
    let status = [Cell](status, .muted)
    let room = width - status.count - 3
    // A title may be as long as its file: no more of it is made ready than can be seen.
    let title = title.prefix(2 * max(0, room) + 2)
    canvas.put(
      [Cell](" " + title, Style(.title, .bold)).shortened(to: max(0, room)),
      column: 0, row: 0)
    if room > 8 { canvas.put(status, column: width - status.count - 1, row: 0) }
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

  private static func drawPrompt(
    _ prompt: Prompt, note: String, on canvas: inout Canvas, in area: Rect
  ) {
    let label = [Cell](" " + prompt.label, Style(.accent, .bold))
    let note = [Cell](note, .muted)
    canvas.put(label, column: 0, row: area.row)
    let hasNote = label.count + note.count + 12 < area.columns
    prompt.field.draw(
      on: &canvas, in: area.inset(left: label.count, right: hasNote ? note.count + 2 : 0))
    if hasNote { canvas.put(note, column: area.columns - note.count - 1, row: area.row) }
  }

  /// As many of the keys that matter as fit; `?` and `q` always.
  private static func footerLine(_ keys: [KeyEntry], width: Int) -> [Cell] {
    let ranked = keys.filter { $0.footer != nil }.sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
    func cells(_ entry: KeyEntry) -> [Cell] {
      var cells: [Cell] = []
      let label = entry.keys.prefix(2).map(\.label)
      let short = label.count == 2 && label.allSatisfy { $0.count == 1 }
      cells.append(short ? label.joined(separator: "/") : label.first ?? "", Style(.accent, .bold))
      cells.append(" " + entry.word, .muted)
      return cells
    }
    var line: [Cell] = [.blank]
    let help = [Cell]("?", Style(.accent, .bold)) + [Cell](" keys", .muted)
    // Room is kept for the way back until it stands.
    var kept = ranked.first { $0.keys.contains(.character("q")) }
    for entry in ranked {
      let next = cells(entry)
      if entry == kept { kept = nil }
      let after = help.count + (kept.map { cells($0).count + 2 } ?? 0)
      guard line.count + next.count + 2 + after <= width else { continue }
      line += next + [.blank, .blank]
    }
    if line.count + help.count <= width { line += help }
    return line
  }
}
