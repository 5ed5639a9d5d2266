import CNcurses
import CSystem
import Glibc
import TextUI

/// The terminal through ncurses: the only place that talks to it.
package struct NcursesTerminal: ~Copyable, Device {
  private let theme: Theme
  private let depth: ColourDepth
  private let usesModes: Bool
  private let keys: KeyReader
  private let signals: Int32
  private let watched: Int32
  private let input: Int32
  private var paint: Paint
  private var shown: Canvas?
  private var pending: [Event] = []
  /// Whether only ASCII can be shown.
  package let isASCII: Bool
  /// The signal that ended the program, 0 for none: the shell is told by it.
  package private(set) var endedBy: Int32 = 0

  /// What the person or the environment asks of the terminal.
  package struct Options: Sendable {
    /// Colours; nil picks by the environment.
    package var theme: Theme?
    /// Draw ASCII only, whatever the locale says.
    package var ascii = false
    /// Take clicks and the wheel.
    package var mouse = true
    /// A descriptor that tells of changed notes by becoming readable; −1 for none.
    package var watched: Int32 = -1
    /// Where keys come from: 0, or the terminal itself where standard input is the notes.
    package var input: Int32 = 0

    /// The usual.
    package init() {}
  }

  /// Takes the terminal over; nil when its type is not known.
  package init?(_ options: Options, environment: [String: String]) {
    let isUnicode = Locale.start(environment: environment)
    isASCII = options.ascii || !isUnicode
    system_crash_guard_before()
    signals = system_signals_start()
    input = options.input
    watched = options.watched
    guard let source = input == 0 ? cn_stdin() : fdopen(input, "r") else {
      system_signals_stop()
      return nil
    }
    ScreenLimit.apply()
    let type = environment["TERM"] ?? ""
    let names = TerminalType.candidates(type, environment: environment)
    guard names.contains(where: { newterm($0, cn_stdout(), source) != nil }) else {
      system_signals_stop()
      return nil
    }
    system_crash_guard_after()
    raw()
    noecho()
    nonl()
    set_escdelay(25)
    leaveok(cn_stdscr(), false)
    idlok(cn_stdscr(), true)
    let wantsColour = options.theme != .mono && (environment["NO_COLOR"] ?? "").isEmpty
    if wantsColour, has_colors(), start_color() == OK, use_default_colors() == OK {
      depth = TerminalType.depth(colours: Int(cn_colors()))
    } else {
      depth = .none
    }
    theme = depth == .none ? .mono : options.theme ?? TerminalType.theme(environment)
    usesModes = TerminalType.hasCapability("kmous")
    paint = Paint(theme: theme, depth: depth, ascii: isASCII)
    keys = KeyReader(mouse: options.mouse && usesModes)
    curs_set(0)
    if usesModes { write("\u{1B}[?2004h") }
  }

  deinit { leave() }

  /// Gives the terminal back as it was.
  private borrowing func leave() {
    if usesModes { write("\u{1B}[?2004l") }
    endwin()
    system_crash_guard_end()
    system_signals_stop()
  }

  private borrowing func write(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    _ = Glibc.write(STDOUT_FILENO, bytes, bytes.count)
  }

  /// Columns and rows now.
  package var size: Size {
    Size(columns: Int(getmaxx(cn_stdscr())), rows: Int(getmaxy(cn_stdscr())))
  }

  /// Shows a canvas: rows that are as before are not looked at, and ncurses sends what differs.
  package mutating func present(_ canvas: Canvas) {
    let columns = min(canvas.size.columns, size.columns)
    for row in 0..<min(canvas.size.rows, size.rows) {
      let range = row * canvas.size.columns..<row * canvas.size.columns + columns
      if let shown, shown.size == canvas.size, shown.cells[range] == canvas.cells[range] {
        continue
      }
      paint.draw(canvas.cells[range], row: row)
    }
    if let cursor = canvas.cursor, canvas.bounds.contains(cursor) {
      curs_set(1)
      move(Int32(cursor.row), Int32(cursor.column))
    } else {
      curs_set(0)
      move(Int32(max(0, size.rows - 1)), 0)
    }
    refresh()
    shown = canvas
  }

  /// Draws all of the next canvas anew.
  package mutating func forgetScreen() {
    shown = nil
    clearok(cn_stdscr(), true)
  }

  /// Stops until the shell continues it, with the terminal as it was meanwhile.
  package mutating func suspend() {
    if usesModes { write("\u{1B}[?2004l") }
    endwin()
    system_suspend()
    if usesModes { write("\u{1B}[?2004h") }
    resize()
    forgetScreen()
    pending.append(.resumed)
  }

  private mutating func resize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if system_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 {
      let fitting = ScreenLimit.fitting(columns: columns, rows: rows)
      resizeterm(fitting.rows, fitting.columns)
    }
    shown = nil
    clearok(cn_stdscr(), true)
  }

  /// The next key, paste, mouse action, signal, change on disk, or tick.
  package mutating func nextEvent(within timeout: Duration?) -> Event {
    while true {
      if !pending.isEmpty { return pending.removeFirst() }
      if let event = keys.next() { return event }
      var polled = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: watched, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&polled, 3, milliseconds(timeout))
      if ready == 0 { return .tick }
      if ready < 0, errno != EINTR { return .ended }
      if polled[1].revents != 0 { readSignals() }
      if !pending.isEmpty { continue }
      if polled[0].revents & Int16(POLLIN) != 0 {
        if let event = keys.next() { return event }
        // Readable, but nothing comes: the terminal is gone.
        if polled[0].revents & Int16(POLLHUP) != 0 || isAtEnd() { return .ended }
      } else if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
        return .ended
      }
      if polled[2].revents & Int16(POLLIN) != 0 { return .changedOnDisk }
    }
  }

  private func milliseconds(_ timeout: Duration?) -> Int32 {
    guard let timeout else { return -1 }
    let (seconds, attoseconds) = timeout.components
    return Int32(clamping: seconds.multipliedReportingOverflow(by: 1000).partialValue)
      &+ Int32(clamping: attoseconds / 1_000_000_000_000_000)
  }

  private func isAtEnd() -> Bool {
    var waiting: Int32 = 0
    return ioctl(input, UInt(FIONREAD), &waiting) != 0 || waiting == 0
  }

  private mutating func readSignals() {
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &numbers, numbers.count)
    for number in numbers.prefix(max(0, count)) {
      switch Int32(number) {
      case SIGWINCH:
        resize()
        pending.append(.resized(size))
      case SIGTSTP: suspend()
      case SIGCONT: forgetScreen()
      case SIGTERM, SIGHUP, SIGINT:
        endedBy = Int32(number)
        pending.append(.ended)
      default: break
      }
    }
  }
}
