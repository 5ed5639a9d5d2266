import Libc

/// Each recipe of the lab on five seeds: it learns what it should, in the steps and seconds that the
/// lessons promise, and any step of it is there again at once.
enum Recipes: Proof {
  static let name = "recipes"
  static let summary = "every recipe of the lab on five seeds learns what the lessons say of it"

  static func run(_ options: Options) throws -> Bool {
    print("| recipe | seed | holds | what was seen | s |\n|---|---|---|---|---|")
    var failures = 0
    for check in RecipeCheck.all where options.only.map({ $0 == check.name }) ?? true {
      for seed in options.seed..<options.seed + 5 {
        let start = processorTime()
        let (holds, words) = check.run(seed)
        if !holds { failures += 1 }
        let time = fixed(processorTime() - start, 2)
        print("| \(check.name) | \(seed) | \(holds ? "yes" : "NO") | \(words) | \(time) |")
        fflush(nil)
      }
    }
    print("\n\(failures == 0 ? "all hold" : "\(failures) fail")")
    return failures == 0
  }

  /// Processor seconds of this process, which others on the machine do not lengthen.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// A number that is not negative, with that many decimals.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    let unit = (0..<decimals).reduce(1) { unit, _ in unit * 10 }
    let scaled = Int((value * Double(unit)).rounded())
    guard decimals > 0 else { return String(scaled) }
    let fraction = String(scaled % unit)
    return "\(scaled / unit)." + String(repeating: "0", count: decimals - fraction.count) + fraction
  }

  static func percent(_ share: Double) -> String { fixed(100 * share, 1) + " %" }
}
