import Basics
import Testing

/// Identities of questions and names of log files depend on these numbers: they may never change.
@Suite struct StableHashTests {
  /// From the authors' own test vectors of 64 bits, `test_fnv.c`.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5),
      ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func theAuthorsNumbers(_ text: String, _ hash: UInt64) {
    #expect(StableHash(text.utf8).value == hash)
  }

  @Test func piecesGiveTheHashOfTheWhole() {
    var hash = StableHash("foo".utf8)
    hash.combine(UInt8(ascii: "b"))
    hash.combine("ar".utf8)
    #expect(hash == StableHash("foobar".utf8))
  }

  /// The first numbers of the reference implementation from the seed 1234567.
  @Test func splitMixIsTheReferences() {
    let states = (1...3).map { 1_234_567 &+ SplitMix64.increment &* UInt64($0) }
    #expect(
      states.map(SplitMix64.mixed) == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }
}
