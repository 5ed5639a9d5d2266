import CSystem
import Libc
import TerminalTesting

/// A program on a terminal of its own, with the moment of everything that it writes.
///
/// What it writes is stamped when it is read. One emulator takes it at once, to answer the
/// program's questions; another takes it when the program is quiet, to see when a text came up:
/// so the looking costs the program nothing.
final class Session {
  let start: UInt64
  private(set) var peaks: [Int32: Int] = [:]
  private(set) var isOverLimit = false
  private(set) var hasEnded = false
  private(set) var status: Int32?

  private let master: Int32
  private let pid: Int32
  private let signals = system_signals_start()
  private let limit = Usage.memoryLimit
  private let answering: Emulator
  private let looking: Emulator
  private var unseen: [(time: UInt64, bytes: ArraySlice<UInt8>)] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var nextSample: UInt64

  init(
    _ command: [String], environment: [String], columns: Int = 80, rows: Int = 24
  ) throws(BenchFailure) {
    answering = Emulator(columns: columns, rows: rows)
    looking = Emulator(columns: columns, rows: rows)
    var master: Int32 = -1
    var pid: Int32 = 0
    var start: UInt64 = 0
    let error = withCStrings(command) { argv in
      withCStrings(environment) { envp in
        start = system_now()
        return system_pty_spawn(
          command[0], argv, envp, nil, Int32(columns), Int32(rows), &master, &pid)
      }
    }
    guard error == 0 else { throw .file(command[0], String(cString: strerror(error))) }
    self.start = start
    self.master = master
    self.pid = pid
    nextSample = start + 50_000_000
  }

  deinit {
    // Not only the leader: a pipeline's parts are in the session too.
    for process in Usage(session: pid).peaks.keys { kill(process, SIGKILL) }
    kill(pid, SIGKILL)
    close(master)
    if status == nil { _ = system_wait(pid, 0) }
  }

  /// What came in while reading.
  struct Reading {
    var last: UInt64?
    /// When the awaited text came up.
    var seen: UInt64?
    var bytes = 0
  }

  /// What there is to wait for.
  enum Goal {
    /// A text on the screen, for so long at most.
    case text(String, within: UInt64)
    /// So long a silence after some output, or the other time without any.
    case silence(UInt64, orNothing: UInt64)
    /// The end of a time.
    case time(UInt64)
  }

  /// The rows of the screen.
  var lines: [String] {
    _ = look(for: nil)
    return looking.screen.lines
  }

  /// Presses a key; the moment of it.
  func press(_ key: String) -> UInt64 {
    let now = system_now()
    write(Array(key.utf8))
    return now
  }

  /// Reads until the goal is reached, or the program has ended or uses too much memory.
  func read(until goal: Goal) throws(BenchFailure) -> Reading {
    var reading = Reading()
    let begin = system_now()
    while !hasEnded, !isOverLimit {
      let now = system_now()
      let quiet = now - (reading.last ?? begin)
      let left: UInt64
      var step: UInt64 = 50_000_000
      switch goal {
      case .text(let text, let limit):
        if quiet > 2_000_000 || unseen.count > 1000 { reading.seen = look(for: text) }
        left = reading.seen == nil ? limit.subtractingOrZero(now - begin) : 0
        if !unseen.isEmpty { step = 2_000_000 }
      case .silence(let silence, let nothing):
        left = (reading.bytes == 0 ? nothing : silence).subtractingOrZero(quiet)
      case .time(let time):
        left = time.subtractingOrZero(now - begin)
      }
      if left == 0 { break }
      if now > nextSample, case .text = goal { sample() }
      try wait(min(left, step))
      take(&reading)
    }
    if case .text(let text, _) = goal, reading.seen == nil { reading.seen = look(for: text) }
    return reading
  }

  /// Looks at the memory in use, for the peaks.
  func sample() {
    let usage = Usage(session: pid)
    for (process, peak) in usage.peaks { peaks[process] = max(peak, peaks[process] ?? 0) }
    isOverLimit = usage.resident > limit
    nextSample = system_now() + 50_000_000
  }

  /// The processor time used so far, in nanoseconds.
  var processorTime: UInt64 { Usage(session: pid).processorTime }

  private func wait(_ nanoseconds: UInt64) throws(BenchFailure) {
    var wanted = [master, signals].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&wanted, 2, Int32((nanoseconds + 999_999) / 1_000_000))
    var number: UInt8 = 0
    while Libc.read(signals, &number, 1) == 1 {
      if [SIGINT, SIGTERM, SIGHUP].contains(Int32(number)) { throw .interrupted }
    }
  }

  private func take(_ reading: inout Reading) {
    for _ in 0..<64 {
      let count = Libc.read(master, &chunk, chunk.count)
      let now = system_now()
      guard count > 0 else {
        if count == 0 || (errno != EAGAIN && errno != EINTR) { end() }
        return
      }
      reading.last = now
      reading.bytes += count
      let bytes = ArraySlice(Array(chunk.prefix(count)))
      unseen.append((now, bytes))
      answering.feed(bytes)
      write(answering.takeAnswers())
    }
  }

  private func end() {
    hasEnded = true
    // It may have let go of the terminal and live on.
    for _ in 0..<500 where status == nil {
      let result = system_wait(pid, 1)
      if result == -1 { _ = poll(nil, 0, 2) } else { status = result }
    }
  }

  /// Shows the looking emulator what it has not seen; when the text came up, if it did.
  private func look(for text: String?) -> UInt64? {
    var moment: UInt64?
    for (time, bytes) in unseen {
      looking.feed(bytes)
      if let text, moment == nil, looking.screen.contains(text) { moment = time }
    }
    unseen = []
    _ = looking.takeAnswers()
    return moment
  }

  private func write(_ bytes: [UInt8]) {
    if !bytes.isEmpty { _ = Libc.write(master, bytes, bytes.count) }
  }
}

extension UInt64 {
  fileprivate func subtractingOrZero(_ other: UInt64) -> UInt64 {
    self > other ? self - other : 0
  }
}
