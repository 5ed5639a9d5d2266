import CVTerm

/// A terminal without a window: bytes go in, cells and answers come out (libvterm in Swift values).
package final class Emulator {
  private let terminal: OpaquePointer
  private let state: OpaquePointer
  private let cells: OpaquePointer
  private let watcher: ModeWatcher
  private let answers = Answers()

  /// An empty screen of a size in cells.
  package init(columns: Int, rows: Int) {
    terminal = vterm_new(Int32(rows), Int32(columns))
    vterm_set_utf8(terminal, 1)
    state = vterm_obtain_state(terminal)
    cells = vterm_obtain_screen(terminal)
    watcher = ModeWatcher(columns: columns, rows: rows)
    vterm_screen_enable_altscreen(cells, 1)
    vterm_output_set_callback(
      terminal,
      { bytes, count, user in
        guard let bytes, let user else { return }
        let answers = Unmanaged<Answers>.fromOpaque(user).takeUnretainedValue()
        let text = UnsafeBufferPointer(start: bytes, count: count)
        answers.bytes += text.map { UInt8(bitPattern: $0) }
      }, Unmanaged.passUnretained(answers).toOpaque())
    vterm_screen_reset(cells, 1)
  }

  deinit { vterm_free(terminal) }

  /// Takes what a program wrote.
  package func feed(_ bytes: some Collection<UInt8>) {
    let text = bytes.map { CChar(bitPattern: $0) }
    vterm_input_write(terminal, text, text.count)
    watcher.feed(text)
  }

  /// Changes the size in cells.
  package func resize(columns: Int, rows: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// What the terminal has to say to the program since the last call: answers to its questions,
  /// keys, clicks.
  package func takeAnswers() -> [UInt8] {
    defer { answers.bytes = [] }
    return answers.bytes
  }

  /// Presses a key, encoded as the modes that the program switched on demand.
  package func press(_ key: TestKey, _ modifiers: TestKey.Modifiers = []) {
    vterm_keyboard_key(terminal, key.code, VTermModifier(UInt32(modifiers.rawValue)))
  }

  /// Moves the mouse and presses or releases a button (1 left, 2 middle, 3 right, 4 and 5 wheel);
  /// silent unless the program asked for the mouse.
  package func mouse(column: Int, row: Int, button: Int, pressed: Bool) {
    moveMouse(column: column, row: row)
    vterm_mouse_button(terminal, Int32(button), pressed, VTERM_MOD_NONE)
  }

  /// Moves the mouse; heard by a program that asked for motion.
  package func moveMouse(column: Int, row: Int) {
    vterm_mouse_move(terminal, Int32(row), Int32(column), VTERM_MOD_NONE)
  }

  /// Begins or ends a paste; silent unless the program asked for bracketed paste.
  package func bracketPaste(begins: Bool) {
    if begins { vterm_keyboard_start_paste(terminal) } else { vterm_keyboard_end_paste(terminal) }
  }

  /// Gains or loses the focus; silent unless the program asked for focus reports.
  package func focus(_ gained: Bool) {
    if gained { vterm_state_focus_in(state) } else { vterm_state_focus_out(state) }
  }

  /// The screen as it stands.
  package var screen: TestScreen {
    var rows: Int32 = 0
    var columns: Int32 = 0
    vterm_get_size(terminal, &rows, &columns)
    var all: [TestCell] = []
    all.reserveCapacity(Int(rows * columns))
    var cell = VTermScreenCell()
    for row in 0..<rows {
      for column in 0..<columns {
        vterm_screen_get_cell(cells, VTermPos(row: row, col: column), &cell)
        all.append(TestCell(cell))
      }
    }
    var cursor = VTermPos()
    vterm_state_get_cursorpos(state, &cursor)
    return TestScreen(
      columns: Int(columns), rows: Int(rows), cells: all, cursorColumn: Int(cursor.col),
      cursorRow: Int(cursor.row), modes: watcher.modes, title: watcher.title)
  }
}

/// What libvterm wrote for the program, until it is fetched.
private final class Answers {
  var bytes: [UInt8] = []
}
