import CSystem
import Libc
import TerminalTesting
import TestSupport

/// Keys at random in a terminal, over every screen: only `q` and Ctrl-C end the program.
enum Keys: Proof {
  static let name = "keys"
  static let summary = "random keys in a terminal: only q and Ctrl-C end the program (60 minutes)"

  /// Pieces sent to one program, and between two looks whether it still answers.
  private static let pieces = 400
  private static let interval = 25

  private struct Finding: Error { let what: String }

  private struct Count {
    var starts = 0
    var pieces = 0
    var bytes = 0
    var ends = 0
    var findings = 0
  }

  static func run(_ options: Options) throws -> Bool {
    let end = system_now() + UInt64((options.minutes ?? 60) * 60e9)
    var count = Count()
    var seed = options.seed
    while system_now() < end {
      var log: [String] = []
      let scene = KeyScene.all[Int(seed % UInt64(KeyScene.all.count))]
      do {
        try oneProgram(scene, seed, until: end, &count, &log)
      } catch {
        count.findings += 1
        let what = (error as? Finding)?.what ?? "\(error)"
        print("seed \(seed), \(scene): \(what)\n  sent: \(log.joined(separator: " "))")
        fflush(nil)
      }
      seed += 1
    }
    let minutes = options.minutes ?? 60
    print(
      "| keys | minutes | programs | pieces | bytes | ended by `q` or Ctrl-C | otherwise |")
    print("|---|---|---|---|---|---|---|")
    print(
      "| random, seed \(options.seed) | \(minutes) | \(count.starts) | \(count.pieces) | \(count.bytes) "
        + "| \(count.ends) | \(count.findings) |")
    return count.findings == 0
  }

  private static func oneProgram(
    _ scene: KeyScene, _ seed: UInt64, until end: UInt64, _ count: inout Count,
    _ log: inout [String]
  ) throws {
    let bench = try Workbench()
    let terminal = try scene.start(bench)
    count.starts += 1
    guard terminal.waitForOutput(beyond: 500, timeout: .seconds(60)) else {
      throw Finding(what: "nothing is drawn")
    }
    // Every third program may be quit by its keys.
    var grammar = KeyGrammar(seed: seed, mayQuit: seed % 3 == 0)
    var hasQuit = false
    for number in 1...pieces where system_now() < end {
      if grammar.random.int(below: 30) == 0 {
        let size = [(80, 24), (40, 12), (20, 5), (4, 2), (200, 60), (132, 15)][
          grammar.random.int(below: 6)]
        log.append("resize:\(size.0)x\(size.1)")
        terminal.resize(columns: size.0, rows: size.1)
      }
      let piece = grammar.piece()
      hasQuit = hasQuit || KeyGrammar.mayEnd(piece)
      count.pieces += 1
      count.bytes += piece.count
      send(piece, terminal, &grammar, &log)
      if let status = terminal.exitStatus { return try judge(status, hasQuit, terminal, &count) }
      if number % interval == 0 {
        log.append("0c")
        if try !answers(terminal) { return try judge(nil, hasQuit, terminal, &count) }
      }
    }
    log.append("03")
    try judge(nil, true, terminal, &count)
  }

  /// Sends a piece whole or in pieces, some of them late.
  private static func send(
    _ piece: [UInt8], _ terminal: TestTerminal, _ grammar: inout KeyGrammar, _ log: inout [String]
  ) {
    var rest = piece[...]
    while !rest.isEmpty {
      let length =
        grammar.random.int(below: 3) == 0 ? grammar.random.int(below: rest.count) + 1 : rest.count
      let part = rest.prefix(length)
      terminal.send(bytes: Array(part))
      let isLong = part.count > 2000
      log.append(isLong ? "\(part.count)×\(hex(part.suffix(1)))" : part.map { hex([$0]) }.joined())
      rest = rest.dropFirst(length)
      let pause = [0, 0, 0, 0, 1, 30, 60][grammar.random.int(below: 7)]
      if pause > 0 {
        log.append("+\(pause)ms")
        usleep(UInt32(pause * 1000))
      }
    }
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Whether Ctrl-L makes it redraw. Retried, since it may land in an unfinished paste, which times
  /// out after a second.
  private static func answers(_ terminal: TestTerminal) throws -> Bool {
    for _ in 0..<15 {
      let before = terminal.bytesWritten
      terminal.send("\u{C}")
      if terminal.waitForOutput(beyond: before, timeout: .seconds(2)) { return true }
      if terminal.exitStatus != nil { return false }
    }
    throw Finding(what: "hang: Ctrl-L is not answered within 30 seconds")
  }

  /// Ends the program by Ctrl-C where it has not ended, and says what was wrong with its end.
  private static func judge(
    _ known: Int32?, _ hasQuit: Bool, _ terminal: TestTerminal, _ count: inout Count
  ) throws {
    var ended = known ?? terminal.exitStatus
    if ended != nil, !hasQuit {
      throw Finding(what: "exited unexpectedly with status \(ended ?? 0)")
    }
    for _ in 0..<15 where ended == nil {
      terminal.send("\u{3}")
      ended = try? terminal.waitForExit(timeout: .seconds(2))
    }
    guard let ended else { throw Finding(what: "hang: Ctrl-C does not end it within 30 seconds") }
    guard ended == 0 else { throw Finding(what: "status \(ended)") }
    if let kept = terminal.whatItKept {
      throw Finding(what: "terminal state not restored: \(kept)")
    }
    count.ends += 1
  }
}
