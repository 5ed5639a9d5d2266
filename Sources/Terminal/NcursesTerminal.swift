import Basics
import CNcurses
import CSystem
import Libc
import TextUI

/// The terminal through ncurses: the only place that talks to it.
package struct NcursesTerminal: ~Copyable, Device {
  private let depth: ColourDepth
  private let colours: [Role: Colour]
  /// Asks for pastes and the mouse to be reported, and no more; empty where the terminal knows neither.
  private var modes: (on: String, off: String)
  private let signals: Int32
  private let watched: Int32
  private let looksEvery: Duration?
  /// When changed notes are looked for next, where no descriptor tells of them.
  private var nextLook: UInt64?
  private var input: InputReader
  private var paint: Paint
  /// Whether the terminal was asked for the colour of its ground, and has not answered.
  private var hasAsked = false
  private var shown: Canvas?
  private var pending: ArraySlice<Event> = []
  /// Whether only ASCII can be shown.
  package let isASCII: Bool
  /// The theme that suits the terminal's ground, as far as the environment tells.
  package let ground: Theme
  /// Whether there are colours, and they are wanted.
  package var hasColours: Bool { depth != .none }
  /// Whether the line carries fewer than some 2,000 characters a second, which moves nothing well.
  package var isSlow: Bool { (1..<19_200).contains(baudrate()) }
  /// The signal that ended the program, 0 for none: the shell is told by it.
  package private(set) var endedBy: Int32 = 0

  /// What the person or the environment asks of the terminal.
  package struct Options: Sendable {
    /// Colours; nil picks by the environment.
    package var theme: Theme?
    /// When they show.
    package var colourUse = ColourUse.auto
    /// The reader's own colours of roles.
    package var colours: [Role: Colour] = [:]
    /// Draw ASCII only, whatever the locale says.
    package var ascii = false
    /// Take clicks and the wheel.
    package var mouse = true
    /// A descriptor that tells of changed notes by becoming readable; −1 for none.
    package var watched: Int32 = -1
    /// How often changed notes are to be looked for where no descriptor tells of them.
    package var looksEvery: Duration?
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
    watched = options.watched
    looksEvery = options.looksEvery
    nextLook = options.looksEvery.map { system_now() + $0.nanoseconds }
    ScreenLimit.apply()
    let type = environment["TERM"] ?? ""
    let names = TerminalType.candidates(type, environment: environment)
    guard names.contains(where: { newterm($0, cn_stdout(), cn_stdin()) != nil }) else {
      system_signals_stop(0)
      return nil
    }
    system_crash_guard_after()
    raw()
    noecho()
    nonl()
    // Keys are not read by ncurses: it must not wait for whoever reads them either.
    typeahead(-1)
    keypad(cn_stdscr(), true)
    leaveok(cn_stdscr(), false)
    idlok(cn_stdscr(), true)
    let wantsColour =
      switch options.colourUse {
      case .auto: (environment["NO_COLOR"] ?? "").isEmpty
      case .always: true
      case .never: false
      }
    colours = options.colours
    if wantsColour, has_colors(), start_color() == OK, use_default_colors() == OK {
      depth = TerminalType.depth(colours: Int(cn_colors()))
    } else {
      depth = .none
    }
    // A constant of its own: an optimised build destroys what is not there yet where a closure, such
    // as the right side of `??`, reads a property in the middle of `init`.
    let background = TerminalType.theme(environment)
    ground = background
    let theme = depth == .none ? .mono : options.theme ?? background
    modes =
      TerminalType.string("kmous") == nil ? ("", "") : Self.modes(mouse: options.mouse)
    input = InputReader(options.input)
    paint = Paint(theme: theme, depth: depth, ascii: isASCII, colours: options.colours)
    curs_set(0)
    write(modes.on)
    if options.theme == nil, depth != .none, !modes.on.isEmpty {
      // Nobody waits for the answer: it comes as an event, or never.
      write("\u{1B}]11;?\u{1B}\\")
      hasAsked = true
    }
  }

  deinit { leave() }

  /// Gives the terminal back as it was.
  private borrowing func leave() {
    // Whoever presses Ctrl-C once more, now or later, changes nothing about how the program ends.
    signal(SIGINT, SIG_IGN)
    write(modes.off)
    // An answer that is still on its way would be typed into the shell.
    if hasAsked { tcflush(input.descriptor, TCIFLUSH) }
    endwin()
    system_crash_guard_end()
    system_signals_stop(1)
  }

  private borrowing func write(_ sequence: String) {
    let bytes = Array(sequence.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Libc.write(STDOUT_FILENO, $0.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      // A signal may come between.
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      sent += count
    }
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

  /// Draws in that theme from now on, as far as there are colours.
  package mutating func show(_ theme: Theme) {
    paint = Paint(
      theme: depth == .none ? .mono : theme, depth: depth, ascii: isASCII, colours: colours)
    shown = nil
  }

  /// Redraws the whole of the next canvas.
  package mutating func forgetScreen() {
    shown = nil
    clearok(cn_stdscr(), true)
  }

  /// Stops until the shell continues it, with the terminal as it was meanwhile.
  package mutating func suspend() { stepAside { system_suspend() } }

  /// Gives the terminal back as long as `use` runs.
  private mutating func stepAside(_ use: () -> Void) {
    write(modes.off)
    endwin()
    use()
    write(modes.on)
    resize()
    forgetScreen()
    pending.append(.resumed)
  }

  package mutating func lend(_ use: () -> Void) {
    stepAside(use)
    // Signals that the keys of the other program sent, such as Ctrl-C, were meant for it.
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = max(0, read(signals, &numbers, numbers.count))
    for number in numbers.prefix(count) where [SIGTERM, SIGHUP].contains(Int32(number)) {
      endedBy = Int32(number)
      pending.append(.ended)
    }
    pending.append(.resized(size))
  }

  /// OSC 52, which terminals near and far understand, or ignore.
  package mutating func copy(_ text: String) -> Bool {
    write("\u{1B}]52;c;\(Base64.text(of: text.utf8))\u{7}")
    return true
  }

  package mutating func takeMouse(_ takes: Bool) {
    guard !modes.on.isEmpty else { return }
    write(modes.off)
    modes = Self.modes(mouse: takes)
    write(modes.on)
  }

  private static func modes(mouse: Bool) -> (on: String, off: String) {
    let mouse = mouse ? ";1000;1006" : ""
    return ("\u{1B}[?2004\(mouse)h", "\u{1B}[?2004\(mouse)l")
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

  /// Whether more has happened already, so that what it leads to is drawn at once.
  package var hasMore: Bool { !pending.isEmpty }

  /// The next key, paste, mouse action, signal, change on disk, or tick.
  package mutating func nextEvent(within timeout: Duration?) -> Event {
    let end = timeout.map { system_now() + $0.nanoseconds }
    while true {
      if let event = pending.popFirst() { return event }
      var polled = [
        pollfd(fd: input.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: watched, events: Int16(POLLIN), revents: 0),
      ]
      let wait = milliseconds(until: [end, input.due, nextLook].compactMap { $0 }.min())
      let ready = poll(&polled, 3, wait)
      if ready < 0, errno != EINTR { return .ended }
      if ready > 0 {
        if polled[1].revents != 0 { readSignals() }
        if polled[0].revents & Int16(POLLIN) != 0 {
          guard let events = input.read() else { return .ended }
          if hasAsked, events.contains(where: \.isGround) { hasAsked = false }
          pending += events
        } else if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
          return .ended
        }
        if polled[2].revents & Int16(POLLIN) != 0 { pending.append(.changedOnDisk) }
      }
      let now = system_now()
      // Whatever came while the program was busy has been read by now.
      if ready == 0, let due = input.due, due <= now { pending += input.giveUp() }
      if let look = nextLook, look <= now {
        nextLook = looksEvery.map { now + $0.nanoseconds }
        pending.append(.changedOnDisk)
      }
      if pending.isEmpty, let end, end <= now { return .tick }
    }
  }

  private func milliseconds(until moment: UInt64?) -> Int32 {
    guard let moment else { return -1 }
    let now = system_now()
    return moment <= now ? 0 : Int32(clamping: (moment - now + 999_999) / 1_000_000)
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

extension Event {
  fileprivate var isGround: Bool { if case .ground = self { true } else { false } }
}

extension Duration {
  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    return UInt64(clamping: seconds) * 1_000_000_000 + UInt64(clamping: attoseconds / 1_000_000_000)
  }
}
