import Numerics
import Testing

@testable import Formulas

/// Masks joined as people write them, and as the program prints them.
@Suite struct MaskJoiningTests {
  @Test(arguments: [
    ("causal + window 2", "causal and window 2"), ("causal, window 2", "causal and window 2"),
    ("Causal + ALiBi", "causal and alibi"), ("causal, bottom right", "causal bottom-right"),
    ("causal, window 2, bottom right", "causal and window 2 bottom-right"),
    ("padding 1, 1, 0 + causal", "padding 1 1 0 and causal"),
    ("window 3, padding 1, 0, 1", "window 3 and padding 1 0 1"),
  ])
  func areRead(text: String, plain: String) throws {
    #expect(try AttentionMask(reading: text) == AttentionMask(reading: plain))
  }

  /// What a mask is called can be typed again, where that is all there is to it.
  @Test(arguments: ["causal", "causal bottom-right", "causal and window 2", "window 4 and alibi"])
  func namesCanBeTyped(text: String) throws {
    let mask = try AttentionMask(reading: text)
    #expect(try AttentionMask(reading: mask.name) == mask, "\(mask.name)")
  }

  @Test(arguments: ["causal +", "+ causal", "causal and and alibi"])
  func halfAJoinIsRefused(text: String) {
    #expect(throws: MaskProblem.self) { try AttentionMask(reading: text) }
  }
}
