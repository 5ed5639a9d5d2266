import Scheduling
import TestSupport
import Testing

@Suite struct ReviewTests {
  @Test func identifiersAreThirtyTwoHexDigits() {
    let id = ReviewID(bits: 0x0123_4567_89ab_cdef_0011_2233_4455_6677)
    #expect(id.hex == "0123456789abcdef0011223344556677")
    #expect(ReviewID(hex: id.hex) == id)
    #expect(ReviewID(bits: .max).hex == String(repeating: "f", count: 32))
    #expect(ReviewID(bits: 0).hex == String(repeating: "0", count: 32))
  }

  @Test(arguments: [
    "", "0", "0123456789abcdef001122334455667", "0123456789abcdef00112233445566778",
    "0123456789ABCDEF0011223344556677", "0123456789abcdef001122334455667g",
    "+123456789abcdef0011223344556677", "0123456789abcdef00112233445566é",
  ]) func anythingElseIsNone(text: String) {
    #expect(ReviewID(hex: text) == nil)
  }

  @Test func identifiersDrawAllTheirBits() {
    var random = SplitMix(seed: 1)
    let ids = (0..<100).map { _ in ReviewID(using: &random) }
    #expect(Set(ids).count == 100)
    #expect(ids.contains { $0.bits >> 127 == 1 } && ids.contains { $0.bits & 1 == 1 })
  }

  @Test func numbersOutsideTheirBoundsAreMovedInside() {
    let low = Review(
      id: ReviewID(bits: 1), question: "q", kind: .skip, time: -1, offset: -9_999, credit: .nan,
      hints: -1, confidence: -1, duration: -1)
    #expect(low.time == 0 && low.offset == -1080 && low.credit == 0 && low.hints == 0)
    #expect(low.confidence == 0 && low.duration == 0)
    let high = Review(
      id: ReviewID(bits: 1), question: "q", kind: .skip, time: .max, offset: .max,
      credit: .infinity, hints: .max, confidence: .max, duration: .max)
    #expect(high.time == 253_402_300_799_999 && high.offset == 1080 && high.credit == 1)
    #expect(high.hints == 10_000 && high.confidence == 100 && high.duration == 86_400_000_000)
  }

  @Test func everyReviewNamesTheAlgorithm() {
    let review = Review(id: ReviewID(bits: 1), question: "q", kind: .skip, time: 0, offset: 0)
    #expect(review.algorithm == "FSRS-6")
    #expect(review.version == Scheduler.version)
  }
}
