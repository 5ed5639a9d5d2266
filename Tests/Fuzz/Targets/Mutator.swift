import Numerics

/// Changes bytes at random, the same way for the same seed: what fuzzes where libFuzzer is not.
package struct Mutator {
  private var random: SeededGenerator
  private let words: [[UInt8]]
  private static let longest = 4096

  /// A mutator that knows the words of a target.
  package init(_ target: any FuzzTarget.Type, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    words = target.words.map { Array($0.utf8) }
  }

  /// One of the seeds, changed in some places.
  package mutating func next(from seeds: [[UInt8]]) -> [UInt8] {
    var bytes = seeds.randomElement(using: &random) ?? []
    for _ in 0...int(6) { change(&bytes, seeds) }
    return Array(bytes.prefix(Self.longest))
  }

  private mutating func int(_ most: Int) -> Int { random.int(in: 0...max(0, most)) }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = int(bytes.count)
    return start..<min(bytes.count, start + 1 + int(int(40)))
  }

  private mutating func change(_ bytes: inout [UInt8], _ seeds: [[UInt8]]) {
    let at = int(bytes.count)
    switch int(7) {
    case 0: bytes.insert(UInt8(int(255)), at: at)
    case 1 where at < bytes.count: bytes[at] ^= 1 << UInt8(int(7))
    case 2: bytes.removeSubrange(range(in: bytes))
    case 3: bytes.insert(contentsOf: bytes[range(in: bytes)], at: at)
    case 4:
      let piece = bytes[range(in: bytes)]
      for _ in 0...int(60) where bytes.count < Self.longest {
        bytes.insert(contentsOf: piece, at: at)
      }
    case 5:
      let other = seeds.randomElement(using: &random) ?? []
      bytes.insert(contentsOf: other[range(in: other)], at: at)
    default: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: at)
    }
  }
}
