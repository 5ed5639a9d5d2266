/// What a person does at the terminal.
extension TestTerminal {
  /// Types text as it is; control characters are keys too ("\r" Enter, "\u{3}" Ctrl-C).
  package func send(_ keys: String) { write(Array(keys.utf8)) }

  /// Types bytes that need be no text.
  package func send(bytes: [UInt8]) { write(bytes) }

  /// Presses a key that is not a character, encoded as the program's modes demand.
  package func press(_ key: TestKey, _ modifiers: TestKey.Modifiers = []) {
    drain()
    emulator.press(key, modifiers)
    write(emulator.takeAnswers())
  }

  /// Pastes text, in brackets if the program asked for them.
  package func paste(_ text: String) {
    drain()
    emulator.bracketPaste(begins: true)
    write(emulator.takeAnswers() + Array(text.utf8))
    emulator.bracketPaste(begins: false)
    write(emulator.takeAnswers())
  }

  /// Presses and releases a mouse button at a cell counted from 0 (1 left, 3 right, 4 wheel up,
  /// 5 wheel down), encoded as the program asked; silent if it did not ask for the mouse.
  package func click(column: Int, row: Int, button: Int = 1) {
    drain()
    emulator.mouse(column: column, row: row, button: button, pressed: true)
    if button < 4 { emulator.mouse(column: column, row: row, button: button, pressed: false) }
    write(emulator.takeAnswers())
  }

  /// Drags with the left button from cell to cell.
  package func drag(from start: (column: Int, row: Int), to end: (column: Int, row: Int)) {
    drain()
    emulator.mouse(column: start.column, row: start.row, button: 1, pressed: true)
    emulator.moveMouse(column: end.column, row: end.row)
    emulator.mouse(column: end.column, row: end.row, button: 1, pressed: false)
    write(emulator.takeAnswers())
  }

  /// Gives or takes the focus; silent if the program did not ask.
  package func focus(_ gained: Bool) {
    drain()
    emulator.focus(gained)
    write(emulator.takeAnswers())
  }
}
