import Testing

@testable import Quiz

/// However small a number is, it is told from others, and from 0.
@Suite struct TinyNumberTests {
  private func check(_ key: Double, _ tolerance: Double, wrong: [Double], right: [Double]) {
    for number in wrong {
      #expect(!BlankKey.agree(number, key, tolerance: tolerance), "\(number) for \(key)")
    }
    for number in right {
      #expect(BlankKey.agree(number, key, tolerance: tolerance), "\(number) for \(key)")
    }
  }

  @Test func theToleranceIsTheOneThatIsWritten() {
    check(1e-12, 1e-13, wrong: [0, 1e-11, -1e-12], right: [1e-12, 1.05e-12])
    check(1e-9, 1e-10, wrong: [0, 2e-9], right: [1e-9, 1.05e-9])
    check(0, 1e-10, wrong: [1e-9], right: [0, 1e-10, -1e-10])
  }

  @Test func withoutOneItIsAShareOfTheNumber() {
    check(1e-12, 0, wrong: [0, -1e-12, 2e-12], right: [1e-12])
    check(9.357622968840175e-14, 0, wrong: [0, 1e-9], right: [9.35762297e-14])
    check(1e9, 0, wrong: [1e9 + 2], right: [1e9 + 0.5])
  }

  /// 0.1 + 0.2 − 0.3.
  @Test func whatIsLeftWhereTermsCancelIsZero() {
    check(5.551115123125783e-17, 0, wrong: [1e-9], right: [0, 5.551115123125783e-17])
  }
}
