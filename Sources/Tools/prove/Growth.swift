import FuzzTargets
import Libc
import Numerics

/// How time grows with the input: each word and pair of words of the fuzz grammar, repeated and
/// nested, through everything that takes text from outside.
enum Growth: Proof {
  static let name = "growth"
  static let summary = "twice the input takes at most 2.5 times the time, 200 kB at most 0.3 s"

  /// Sizes in bytes, each twice the one before.
  private static let sizes = [25_000, 50_000, 100_000, 200_000]
  private static let longest = 0.3
  private static let maxRatio = 2.5
  /// Below this many seconds, growth cannot be told from noise.
  private static let floor = 0.04
  private static let usualMinutes = 60.0

  static func run(_ options: Options) throws -> Bool {
    print("| path | input | 25 kB | 50 kB | 100 kB | 200 kB, ms |\n|---|---|---|---|---|---|")
    let end = now() + (options.minutes ?? usualMinutes) * 60
    var random = SeededGenerator(seed: options.seed)
    var broken = 0
    var count = 0
    // Single words first: what breaks in a pair mostly breaks alone.
    for inputs in [
      GrowthInput.words, GrowthInput.pairs.shuffled(using: &random), GrowthInput.seeds,
    ] {
      for input in inputs {
        for path in GrowthPath.all where path.vocabularies.contains(input.vocabulary) {
          if let only = options.only, only != path.name, only != input.name { continue }
          guard now() < end else { return finish(count, broken, isWhole: false) }
          count += 1
          tell("\(count) \(path.name) \(input.name)")
          if let times = failure(path, input) {
            broken += 1
            tell("")
            print(row(path, input, times))
            fflush(nil)
          }
        }
      }
    }
    return finish(count, broken, isWhole: true)
  }

  private static func finish(_ count: Int, _ broken: Int, isWhole: Bool) -> Bool {
    tell("")
    print(
      "\n\(count) cases, \(broken) too slow\(isWhole ? "" : "; the time was up before the end")")
    return broken == 0
  }

  /// The times of a case that is too slow or grows too fast, the least of some tries; nil where all
  /// is well. Growth is seen over two doublings: over one alone a buffer that grows looks like it.
  private static func failure(_ path: GrowthPath, _ input: GrowthInput) -> [Double]? {
    // A quadratic case that passes at 200 kB takes 1/16 of that at 50 kB; far below that, stop.
    let probe = time(path, input, sizes[1])
    if probe < floor / 20 { return nil }
    var times: [Double] = []
    for size in sizes {
      var least = Double.infinity
      for _ in 0..<5 where least == .infinity || isTooMuch(path, times + [least]) {
        least = min(least, time(path, input, size))
        if least > 5 { break }
      }
      times.append(least)
      if least > longest * 4, path.isInteractive { return times }
    }
    return isTooMuch(path, times) ? times : nil
  }

  private static func isTooMuch(_ path: GrowthPath, _ times: [Double]) -> Bool {
    let isSteep = zip(times, times.dropFirst(2)).contains {
      $1 > floor && $1 > maxRatio * maxRatio * $0
    }
    return isSteep || path.isInteractive && (times.last ?? 0) > longest
  }

  /// The seconds of the longest step.
  private static func time(_ path: GrowthPath, _ input: GrowthInput, _ size: Int) -> Double {
    let bytes = input.bytes(size)
    var longest = 0.0
    path.run(bytes) { step in
      let start = processorTime()
      step()
      longest = max(longest, processorTime() - start)
    }
    return longest
  }

  private static func row(_ path: GrowthPath, _ input: GrowthInput, _ times: [Double]) -> String {
    let cells = sizes.indices.map { times.indices.contains($0) ? milliseconds(times[$0]) : "–" }
    let name = input.name.split(separator: "|", omittingEmptySubsequences: false)
    return "| \(path.name) | `\(name.joined(separator: "\\|"))` | "
      + cells.joined(separator: " | ") + " |"
  }

  private static func milliseconds(_ seconds: Double) -> String {
    "\((seconds * 10_000).rounded() / 10)"
  }

  /// What is tried now, where a person looks on; after a crash it is the last thing told.
  private static func tell(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let line = Array("\r\u{1B}[K\(text.prefix(70))".utf8)
    write(STDERR_FILENO, line, line.count)
  }

  private static func now() -> Double { seconds(CLOCK_MONOTONIC) }
  /// Of this thread alone, so that what else runs does not count.
  private static func processorTime() -> Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
