import Libc

/// Starts programs in turn, several times, so that a busy moment of the machine falls on all.
struct Rounds {
  let programs: [Program]
  let subject: Subject
  let options: Options

  private static let second: UInt64 = 1_000_000_000

  /// One row a program, in their order.
  func run() throws(BenchFailure) -> [Row] {
    var rows = programs.map { Row(name: $0.name) }
    for round in 0...options.rounds {
      for (index, program) in programs.enumerated() where !rows[index].isDone {
        guard let command = program.command(for: subject) else { continue }
        showProgress("\(subject.title), round \(round) of \(options.rounds): \(program.name)")
        // The round before the first warms the caches, and counts only where one start is enough.
        // Each start finds nothing remembered: a reader goes on where the last one stopped.
        let home = program.environment.first { $0.hasPrefix("HOME=") }?.dropFirst(5) ?? ""
        let state = "XDG_STATE_HOME=\(home)/state-\(subject.title)-\(round)"
        let session = try Session(command, environment: program.environment + [state])
        let isFirst = rows[index].firstFrames.isEmpty
        guard try showFirstFrame(session, warmsUp: round == 0, &rows[index]) else { continue }
        try turnPages(session, program.pageDown, &rows[index])
        if isFirst { try idle(session, &rows[index]) }
        session.sample()
        rows[index].peaks.append(Double(session.peaks.values.reduce(0, +)) * 1024 / 1e6)
      }
    }
    showProgress("")
    return rows
  }

  /// One line that the next replaces, for somebody who waits.
  private func showProgress(_ text: String) {
    guard isatty(2) == 1 else { return }
    let bytes = Array("\r\u{1b}[K\(text)".utf8)
    _ = write(2, bytes, bytes.count)
  }

  /// Whether there is something more to measure in this session.
  private func showFirstFrame(
    _ session: Session, warmsUp: Bool, _ row: inout Row
  ) throws(BenchFailure) -> Bool {
    let reading = try session.read(until: .text(subject.awaited, within: 60 * Self.second))
    guard let seen = reading.seen else {
      row.failure =
        session.isOverLimit
        ? "too much memory" : session.hasEnded ? "exit \(session.status ?? 0)" : "not in 60 s"
      return false
    }
    let time = seen - session.start
    let isSlow = time > 5 * Self.second
    row.isSlow = isSlow
    if warmsUp && !isSlow { return false }
    row.firstFrames.append(Double(time) / 1e6)
    _ = try session.read(until: .silence(Self.second / 3, orNothing: Self.second / 3))
    return true
  }

  private func turnPages(
    _ session: Session, _ key: String, _ row: inout Row
  ) throws(BenchFailure) {
    var lines = session.lines
    for _ in 0..<options.presses {
      let pressed = session.press(key)
      let reading = try session.read(until: .silence(Self.second / 10, orNothing: Self.second * 5))
      let next = session.lines
      guard let last = reading.last, next != lines else { return }
      lines = next
      row.pages.append(Double(last - pressed) / 1e6)
      row.pageBytes.append(Double(reading.bytes))
    }
  }

  private func idle(_ session: Session, _ row: inout Row) throws(BenchFailure) {
    let before = session.processorTime
    let reading = try session.read(until: .time(3 * Self.second))
    let after = session.processorTime
    row.idleProcessor = Double(max(after, before) - before) / 1e6
    row.idleBytes = Double(reading.bytes)
  }
}
