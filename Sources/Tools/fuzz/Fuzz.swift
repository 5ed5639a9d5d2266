import FuzzTargets
import Libc

/// `fuzz [--seconds N] [--seed N] [TARGET...]`: mutates the seeds of each target for so long, the
/// same way for the same seed. The input that broke something is left in `broken-<target>`.
@main
struct Fuzz {
  private static let folder = "Tests/Fuzz/Seeds"

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    let seconds = number("--seconds", in: &words) ?? 10
    let seed = number("--seed", in: &words) ?? 1
    let targets = allTargets.filter { words.isEmpty || words.contains($0.name) }
    guard !targets.isEmpty else {
      let names = allTargets.map { $0.name }.joined(separator: "|")
      print("usage: fuzz [--seconds N] [--seed N] [\(names)]...")
      exit(2)
    }
    let broken = targets.count { !run($0, seconds: seconds, seed: UInt64(clamping: seed)) }
    exit(broken == 0 ? 0 : 1)
  }

  private static func number(_ name: String, in words: inout [String]) -> Int? {
    guard let at = words.firstIndex(of: name), at + 1 < words.count else { return nil }
    defer { words.removeSubrange(at...at + 1) }
    return Int(words[at + 1])
  }

  /// Whether all held.
  private static func run(_ target: any FuzzTarget.Type, seconds: Int, seed: UInt64) -> Bool {
    let seeds = Seeds.read(folder: "\(folder)/\(target.name)").map(\.bytes)
    guard !seeds.isEmpty else {
      print("\(target.name): no seeds in \(folder)/\(target.name); run it in the package's folder")
      return false
    }
    let file = "broken-\(target.name)"
    var mutator = Mutator(target, seed: seed)
    var count = 0
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    while clock.now < end {
      let bytes = count < seeds.count ? seeds[count] : mutator.next(from: seeds)
      keep(bytes, in: file)
      do { try target.run(bytes) } catch {
        print("\(target.name): \(error.message); the input is in \(file)")
        return false
      }
      count += 1
    }
    unlink(file)
    print("\(target.name): \(count) runs in \(seconds) s, clean")
    return true
  }

  /// A trap ends everything, so the input is written before it is run.
  private static func keep(_ bytes: [UInt8], in name: String) {
    guard let file = fopen(name, "w") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
