import CSystem
import Libc

/// What a key costs from the press to the last byte of the new screen: attention on eight words and on as
/// many as it takes, at every step, and a walk through the other screens.
enum WidgetSpeed {
  /// What a key may cost: milliseconds at most, and bytes by the size of the screen.
  private static let most = 16.0
  private static let sizes = [(80, 24, 4_000.0), (120, 40, 8_000.0), (200, 60, 12_000.0)]
  private static let second: UInt64 = 1_000_000_000

  /// Keys pressed one after another.
  private struct Walk {
    let name: String
    /// Arguments, and a text by which the first screen is known.
    let arguments: [String]
    let awaited: String
    /// Keys that lead there, and those that are measured.
    var way: [String] = []
    let keys: [String]
  }

  static func run(_ path: String, environment: [String]) throws(BenchFailure) {
    print("\n### Keys\n")
    print("| walk | screen | keys | ms, median | ms, most | bytes, median | bytes, most |")
    print("|---|---|---|---|---|---|---|")
    let notes = try WorkFolder()
    defer { notes.discard() }
    for size in attentionSizes {
      let path = Self.notes(notes, size)
      guard let file = fopen(path, "w") else { throw .file(path, String(cString: strerror(errno))) }
      fputs(note(size), file)
      fclose(file)
    }
    for walk in walks(notes) {
      for (columns, rows, limit) in sizes {
        let folder = try WorkFolder()
        defer { folder.discard() }
        let session = try Session(
          [path] + walk.arguments + ["--still"],
          environment: environment + ["XDG_STATE_HOME=" + folder.path], columns: columns,
          rows: rows)
        _ = try session.read(until: .text(walk.awaited, within: 10 * second))
        for key in walk.way {
          _ = session.press(key)
          _ = try session.read(until: .silence(second / 5, orNothing: second))
        }
        try measure(session, walk, "\(columns)x\(rows)", limit)
      }
    }
  }

  private static func measure(
    _ session: Session, _ walk: Walk, _ size: String, _ limit: Double
  ) throws(BenchFailure) {
    var times: [Double] = []
    var bytes: [Double] = []
    for (place, key) in walk.keys.enumerated() {
      let pressed = session.press(key)
      let reading = try session.read(until: .silence(second / 20, orNothing: second / 5))
      guard let last = reading.last else { continue }
      times.append(Double(last - pressed) / 1e6)
      bytes.append(Double(reading.bytes))
      if times[times.count - 1] > most || Double(reading.bytes) > limit {
        complain(
          "\(walk.name), \(size), key \(place + 1) \(key.debugDescription): "
            + "\(number(times[times.count - 1])) ms, \(reading.bytes) bytes")
      }
    }
    let cells = [median(times), times.max(), median(bytes), bytes.max()].map { number($0 ?? 0) }
    print("| \(walk.name) | \(size) | \(times.count) | \(cells.joined(separator: " | ")) |")
  }

  // MARK: Walks

  private static let (right, down, tab, enter, escape) = (
    "\u{1B}OC", "\u{1B}OB", "\t", "\r", "\u{1B}"
  )
  private static let (pageDown, pageUp) = ("\u{1B}[6~", "\u{1B}[5~")

  /// Words of the matrices: seen whole, and the most that the widget takes.
  private static let attentionSizes = [8, 128]
  private static func notes(_ folder: WorkFolder, _ size: Int) -> String {
    "\(folder.path)/\(size).md"
  }

  private static func walks(_ folder: WorkFolder) -> [Walk] {
    attentionSizes.map { size in
      Walk(
        name: "attention, \(size)×\(size)",
        arguments: [notes(folder, size), "--lesson", "1"], awaited: "Numbers", way: [tab, enter],
        keys: attention)
    } + [
      Walk(
        name: "dot product", arguments: ["widget", "dot-product"], awaited: "running sum",
        keys: [tab, right, down, "r", tab, "3", enter, "a", "a", "g", tab, "7", enter, "g", "u"]),
      Walk(
        name: "matrix product", arguments: ["widget", "matrix-product"], awaited: "running sum",
        keys: [tab, tab, right, down, "r", "m", "m", tab, "5", enter, "g", tab, "3", enter, "g"]),
      Walk(
        name: "softmax", arguments: ["widget", "softmax"], awaited: "weight",
        keys: [tab, tab, right, down, down, "r", "<", ">", "m", "z", "u", "g", "1", enter, "g"]),
      Walk(
        name: "Contents", arguments: [], awaited: "Start", way: ["2", escape, escape],
        keys: ["j", "j", "k", right, "j", " ", "b", "G", "g", "/", "s", "o", escape, "S", "q"]),
      Walk(
        name: "lesson", arguments: ["--lesson", "6.2"], awaited: "6.2",
        keys: [
          " ", " ", "b", tab, tab, "j", "k", "]", "[", "G", "g", "o", "o", "/", "s", enter, "n",
        ]),
      Walk(
        name: "quiz", arguments: ["quiz", "--lesson", "6.2", "--seed", "1"], awaited: "6.2",
        keys: ["h", "1", enter, enter, "2", enter, enter, "1", enter, enter, "u"]),
    ]
  }

  /// Every step forth and back with moves in it, a number typed, other numbers, a guess, and pages.
  private static let attention: [String] = {
    let step = [right, down, "n"]
    let steps = (0..<8).flatMap { _ in step } + ["b"] + (0..<4).flatMap { _ in step }
    return steps + ["b", tab, "7", enter, tab, "r", "m", "s", "u", tab, tab]
      + ["g", "1", enter, "g", "|", "h", pageDown, pageUp]
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
