import Libc

/// `prove [NAME...] [--seed N] [--minutes N] [--only TEXT]`: what takes too long for the tests, one file each.
///
/// A proof prints what it found as rows of a Markdown table and says whether all of it held.
@main
struct Prove {
  private static var all: [any Proof.Type] { [Growth.self, Keys.self, Recipes.self] }

  static func main() {
    do {
      let options = try Options(CommandLine.arguments.dropFirst())
      let chosen = all.filter { options.names.isEmpty || options.names.contains($0.name) }
      guard !options.wantsHelp, !chosen.isEmpty else {
        print(Options.help(all.map { ($0.name, $0.summary) }))
        exit(options.wantsHelp ? 0 : 2)
      }
      var held = true
      for proof in chosen { held = try proof.run(options) && held }
      exit(held ? 0 : 1)
    } catch {
      print("prove: \(error)")
      exit(2)
    }
  }
}

/// One thing to prove.
protocol Proof {
  /// The word that asks for it.
  static var name: String { get }
  /// What it proves, in a line of the help text.
  static var summary: String { get }
  /// Runs it; whether all held.
  static func run(_ options: Options) throws -> Bool
}
