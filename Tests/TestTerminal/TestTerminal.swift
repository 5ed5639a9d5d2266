import CSystem
import Libc

/// A program on a pseudo-terminal of its own, and the screen that it draws.
///
/// Assert through `wait(until:)`, on the last thing that the program draws: what comes before it
/// may already be there in half a frame. The terminal goes, and the program with it, when the
/// value does.
package final class TestTerminal {
  /// The program's process, which leads a session of its own.
  package let pid: Int32
  /// Every byte that the program wrote.
  package private(set) var raw: [UInt8] = []
  /// The terminal's modes as the program found them.
  package let modesBefore: String

  let emulator: Emulator
  private var master: Int32
  private var hasEnded = false
  private var status: Int32?
  private var unsent = 0
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts a program. Changes to the environment are those of `TestEnvironment.variables`.
  package init(
    path: String, arguments: [String] = [], environment: [String: String?] = [:],
    columns: Int = 80, rows: Int = 24, directory: String? = nil
  ) throws {
    var master: Int32 = -1
    var pid: Int32 = 0
    let modes = try Self.freshModes()
    let error = withCStrings([path] + arguments) { argv in
      withCStrings(TestEnvironment.variables(environment)) { envp in
        system_pty_spawn(
          path, argv, envp, directory, Int32(columns), Int32(rows), &master, &pid)
      }
    }
    guard error == 0 else { throw TerminalFailure("\(path): \(String(cString: strerror(error)))") }
    self.master = master
    self.pid = pid
    modesBefore = modes
    emulator = Emulator(columns: columns, rows: rows)
  }

  deinit {
    if status == nil {
      kill(-pid, SIGKILL)
      kill(pid, SIGKILL)
      _ = system_wait(pid, 0)
    }
    closeTerminal()
  }

  /// The screen as far as the program's output has been read.
  package var screen: TestScreen {
    drain()
    return emulator.screen
  }

  /// How many bytes the program has written so far.
  package var bytesWritten: Int {
    drain()
    return raw.count
  }

  /// The terminal's modes now, also after the program has ended.
  package var modes: String { Self.modes(of: master) }

  /// Changes the size in cells.
  package func resize(columns: Int, rows: Int) {
    drain()
    emulator.resize(columns: columns, rows: rows)
    _ = system_pty_resize(master, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  package func signal(_ number: Int32) {
    if status == nil { kill(pid, number) }
  }

  /// Takes the terminal away, as a closed window does.
  package func closeTerminal() {
    guard master >= 0 else { return }
    drain()
    close(master)
    master = -1
    hasEnded = true
  }

  /// Reads the program's output until the screen is as wanted; returns that screen.
  @discardableResult
  package func wait(
    until isWanted: (TestScreen) -> Bool, timeout: Duration = .seconds(60)
  ) throws -> TestScreen {
    let deadline = Deadline(timeout)
    while true {
      drain()
      let screen = emulator.screen
      if isWanted(screen) { return screen }
      if hasEnded { throw failure("The program left the terminal before the screen was as wanted") }
      if deadline.isOver { throw failure("The screen was not as wanted after \(timeout)") }
      awaitOutput(deadline.milliseconds)
    }
  }

  /// Reads the program's output until a text is on the screen.
  @discardableResult
  package func wait(for text: String, timeout: Duration = .seconds(60)) throws -> TestScreen {
    try wait(until: { $0.contains(text) }, timeout: timeout)
  }

  /// Reads the program's output until there is more than so many bytes of it; whether there is.
  package func waitForOutput(beyond count: Int, timeout: Duration) -> Bool {
    let deadline = Deadline(timeout)
    while true {
      drain()
      if raw.count > count { return true }
      if hasEnded || deadline.isOver { return false }
      awaitOutput(deadline.milliseconds)
    }
  }

  /// How the program ended, as `waitForExit` tells it; nil while it runs.
  package var exitStatus: Int32? {
    if status == nil, case let result = system_wait(pid, 1), result != -1 { status = result }
    return status
  }

  /// Waits for the program's end: its exit status, or 128 + the signal that ended it.
  @discardableResult
  package func waitForExit(timeout: Duration = .seconds(60)) throws -> Int32 {
    let deadline = Deadline(timeout)
    while true {
      drain()
      if let status = exitStatus { return status }
      if deadline.isOver { throw failure("The program had not ended after \(timeout)") }
      // Its end is not something to poll for, so look again a moment later.
      awaitOutput(min(2, deadline.milliseconds))
    }
  }

  private func failure(_ reason: String) -> TerminalFailure {
    let lost = unsent == 0 ? "" : " (\(unsent) bytes were typed that it never read)"
    return TerminalFailure(reason + lost, screen: emulator.screen)
  }

  private func awaitOutput(_ milliseconds: Int32) {
    var wanted = pollfd(fd: hasEnded ? -1 : master, events: Int16(POLLIN), revents: 0)
    _ = poll(&wanted, 1, milliseconds)
  }

  /// Reads what there is, up to a limit, so that an endless writer cannot hold a test up.
  func drain() {
    var left = 1 << 20
    while !hasEnded, left > 0 {
      let count = read(master, &chunk, chunk.count)
      if count <= 0 {
        // End of file is EIO: no process has the terminal open any more.
        hasEnded = count == 0 || (errno != EAGAIN && errno != EINTR)
        return
      }
      raw += chunk.prefix(count)
      left -= count
      emulator.feed(chunk.prefix(count))
      let answers = emulator.takeAnswers()
      if !answers.isEmpty { write(answers) }
    }
  }

  /// Types bytes, reading meanwhile, for a program that writes may not read.
  func write(_ bytes: [UInt8]) {
    let deadline = Deadline(.seconds(60))
    var sent = 0
    while sent < bytes.count, master >= 0 {
      let count = bytes[sent...].withUnsafeBytes { Libc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN, !deadline.isOver {
        var wanted = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
        _ = poll(&wanted, 1, deadline.milliseconds)
        if Int32(wanted.revents) & POLLIN != 0 { drain() }
      } else if errno != EINTR {
        break
      }
    }
    unsent += bytes.count - sent
  }

  private static func modes(of terminal: Int32) -> String {
    let bytes = [CChar](unsafeUninitializedCapacity: 512) { buffer, count in
      count = max(0, Int(system_tty_modes(terminal, buffer.baseAddress, Int32(buffer.count))))
    }
    return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The modes that every new terminal begins with: the program's own may already have changed.
  private static func freshModes() throws -> String {
    var master: Int32 = -1
    var slave: Int32 = -1
    guard openpty(&master, &slave, nil, nil, nil) == 0 else {
      throw TerminalFailure("openpty: \(String(cString: strerror(errno)))")
    }
    defer {
      close(master)
      close(slave)
    }
    return modes(of: master)
  }
}
