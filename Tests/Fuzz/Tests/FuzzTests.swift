import FuzzTargets
import TestSupport
import Testing

/// Every seed, among them whatever broke something once, and some mutations of them.
@Suite struct FuzzTests {
  private static let folder = Files.tests + "/Fuzz/Seeds"
  /// Mutations of each seed folder; a screenful of screens takes longer.
  private static let runs = ["keys": 5, "widgets": 10]

  private func target(_ name: String) throws -> any FuzzTarget.Type {
    try #require(allTargets.first { $0.name == name })
  }

  @Test(arguments: allTargets.map { $0.name })
  func seedsHold(name: String) throws {
    let target = try target(name)
    let seeds = Seeds.read(folder: "\(Self.folder)/\(name)")
    #expect(!seeds.isEmpty)
    for seed in seeds {
      do { try target.run(seed.bytes) } catch {
        Issue.record("\(name)/\(seed.name): \(error.message)")
      }
    }
  }

  @Test(arguments: allTargets.map { $0.name })
  func mutationsHold(name: String) throws {
    let target = try target(name)
    let seeds = Seeds.read(folder: "\(Self.folder)/\(name)").map(\.bytes)
    var mutator = Mutator(target, seed: 1)
    for run in 0..<Self.runs[name, default: 50] {
      let bytes = mutator.next(from: seeds)
      do { try target.run(bytes) } catch {
        Issue.record("\(name), mutation \(run), \(bytes): \(error.message)")
      }
    }
  }
}
