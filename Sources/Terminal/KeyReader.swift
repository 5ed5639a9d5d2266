import CNcurses
import Glibc
import TextUI

/// Turns what ncurses reads into events.
struct KeyReader {
  private static let pasteStart: Int32 = 0x1001
  private static let pasteEnd: Int32 = 0x1002
  private static let pasteLimit = 1_000_000

  /// Keys are read from a window of their own: reading from the screen's would redraw it.
  private let window: UnsafeMutablePointer<WINDOW>?

  init(mouse: Bool) {
    window = newpad(1, 1)
    keypad(window, true)
    nodelay(window, true)
    define_key("\u{1B}[200~", Self.pasteStart)
    define_key("\u{1B}[201~", Self.pasteEnd)
    if mouse {
      mouseinterval(0)
      mousemask(cn_click | cn_wheel_up | cn_wheel_down, nil)
    }
  }

  /// The next event that has arrived, without waiting; nil for none.
  func next() -> Event? {
    while let (code, isFunction) = read() {
      if isFunction {
        if let event = function(code) { return event }
      } else if code == 27 {
        guard let (after, alsoFunction) = read() else { return .key(.escape) }
        if alsoFunction { return function(after) }
        if after == 27 { return .key(.escape) }
        return character(after).map { .key(.alt($0)) }
      } else {
        return plain(code)
      }
    }
    return nil
  }

  private func read() -> (Int32, isFunction: Bool)? {
    var code: wint_t = 0
    switch wget_wch(window, &code) {
    case OK: return (Int32(bitPattern: code), false)
    case KEY_CODE_YES: return (Int32(bitPattern: code), true)
    default: return nil
    }
  }

  private func character(_ code: Int32) -> Character? {
    UInt32(exactly: code).flatMap(Unicode.Scalar.init).map(Character.init)
  }

  private func plain(_ code: Int32) -> Event? {
    switch code {
    case 10, 13: .key(.enter)
    case 9: .key(.tab)
    case 8, 127: .key(.backspace)
    case 0: nil
    case 1...26: .key(.control(Character(Unicode.Scalar(UInt8(code + 96)))))
    case 28...31: nil
    default: character(code).map { .key(.character($0)) }
    }
  }

  private func function(_ code: Int32) -> Event? {
    switch code {
    case KEY_UP: .key(.up)
    case KEY_DOWN: .key(.down)
    case KEY_LEFT: .key(.left)
    case KEY_RIGHT: .key(.right)
    case KEY_HOME, KEY_A1: .key(.home)
    case KEY_END, KEY_C1: .key(.end)
    case KEY_PPAGE, KEY_A3: .key(.pageUp)
    case KEY_NPAGE, KEY_C3: .key(.pageDown)
    case KEY_BACKSPACE: .key(.backspace)
    case KEY_DC: .key(.delete)
    case KEY_IC: .key(.insert)
    case KEY_BTAB: .key(.backTab)
    case KEY_ENTER: .key(.enter)
    case KEY_MOUSE: mouse()
    case Self.pasteStart: paste()
    case KEY_F0 + 1...KEY_F0 + 24: .key(.function(Int(code - KEY_F0)))
    default: nil  // a resize comes as a signal
    }
  }

  private func mouse() -> Event? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let point = Point(column: Int(event.x), row: Int(event.y))
    let state = mmask_t(event.bstate)
    if state & cn_wheel_up != 0 { return .mouse(.wheelUp, point) }
    if state & cn_wheel_down != 0 { return .mouse(.wheelDown, point) }
    if state & cn_click != 0 { return .mouse(.click, point) }
    return nil
  }

  /// Everything until the end of the paste; a paste that never ends is given up after a second
  /// without a byte.
  private func paste() -> Event? {
    var text = ""
    var bytes = 0
    while true {
      guard let (code, isFunction) = read() else {
        var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        if poll(&polled, 1, 1000) > 0, polled.revents & Int16(POLLIN) != 0 { continue }
        break
      }
      if isFunction {
        if code == Self.pasteEnd { break }
        continue
      }
      bytes += 1
      if bytes <= Self.pasteLimit, let character = character(code) {
        text.append(character == "\r" ? "\n" : character)
      }
    }
    return .pasted(text)
  }
}
