import CSystem
import Glibc

/// What a key costs in attention on matrices that are seen whole, 8×8, and on the largest that the
/// widget takes, 128×128, from the press to the last byte of the new screen: every step.
enum WidgetSpeed {
  private static let second: UInt64 = 1_000_000_000

  static func run(_ path: String, environment: [String]) throws(BenchFailure) {
    print("\n### Keys of attention\n")
    print("| matrices | screen | keys | ms, median | ms, most | bytes, median | bytes, most |")
    print("|---|---|---|---|---|---|---|")
    for size in [8, 128] {
      for (columns, rows) in [(80, 24), (120, 40), (200, 60)] {
        try measure(path, environment, size, columns, rows)
      }
    }
  }

  private static func measure(
    _ path: String, _ environment: [String], _ size: Int, _ columns: Int, _ rows: Int
  ) throws(BenchFailure) {
    let folder = try WorkFolder()
    defer { folder.discard() }
    let notes = folder.path + "/words.md"
    guard let file = fopen(notes, "w") else { throw .file(notes, String(cString: strerror(errno))) }
    fputs(note(size), file)
    fclose(file)
    let session = try Session(
      [path, notes, "--lesson", "1", "--still"],
      environment: environment + ["XDG_STATE_HOME=" + folder.path], columns: columns, rows: rows)
    _ = try session.read(until: .text("Numbers", within: 10 * second))
    for key in ["\t", "\r"] {
      _ = session.press(key)
      _ = try session.read(until: .silence(second / 5, orNothing: second))
    }
    var times: [Double] = []
    var bytes: [Double] = []
    for key in keys {
      let pressed = session.press(key)
      let reading = try session.read(until: .silence(second / 20, orNothing: second / 5))
      guard let last = reading.last else { continue }
      times.append(Double(last - pressed) / 1e6)
      bytes.append(Double(reading.bytes))
    }
    let cells = [median(times), times.max(), median(bytes), bytes.max()].map { number($0 ?? 0) }
    print(
      "| \(size)×\(size) | \(columns)x\(rows) | \(times.count) | \(cells.joined(separator: " | ")) |"
    )
  }

  /// Every step forth and back with moves in it, a number typed, and other numbers.
  private static let keys: [String] = {
    let (right, down) = ("\u{1B}OC", "\u{1B}OB")
    let step = [right, down, "n"]
    return (0..<8).flatMap { _ in step } + ["b"] + (0..<4).flatMap { _ in step }
      + ["b", "\t", "7", "\r", "\t", "r", "m", "s", "u"]
  }()

  private static func note(_ size: Int) -> String {
    var prose = Prose(seed: 8)
    func matrix() -> String {
      (0..<size).map { _ in
        (0..<size).map { _ in
          let number = prose.number(below: 7_000)
          return "\(number / 1_000 - 3).\(number % 1_000)"
        }.joined(separator: " ")
      }.joined(separator: "; ")
    }
    return """
      # Numbers

      ## Words

      ```attention
      Q = \(matrix())
      K = \(matrix())
      V = \(matrix())
      ```

      """
  }
}
