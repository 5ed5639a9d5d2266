import Formulas
import Testing

@testable import Numerics

@Suite struct AttentionDerivationTests {
  private let query: Matrix
  private let key: Matrix
  private let value: Matrix

  init() throws {
    query = Matrix("1 0; 0 1")
    key = Matrix("1 0; 0 1; 1 1")
    value = Matrix("1 2; 3 4; 5 6")
  }

  private func lines(
    _ cell: AttentionCell, mask: AttentionMask = .none, scale: AttentionScale = .auto,
    ascii: Bool = false
  ) throws -> [String] {
    let attention = try Attention(query: query, key: key, value: value, mask: mask, scale: scale)
    let derivation = try #require(
      attention.derivation(of: cell, numbers: NumberText(ascii: ascii)))
    return derivation.lines.map {
      "\($0.label)  \($0.expression)" + ($0.result.map { " = \($0)" } ?? "")
    }
  }

  @Test func theSteppersScreen() throws {
    let cell = AttentionCell(.exponentials, query: 1, key: 2)
    #expect(
      try lines(cell)
        == [
          "score  0·1 + 1·1 = 1", "scaled  1 ÷ √2 = 0.7071", "− max  0.7071 − 0.7071 = 0",
          "exp  e^0 = 1",
        ].map { $0.replacing("−", with: "\u{2212}") })
  }

  @Test func weightTermAndOutput() throws {
    #expect(
      try lines(AttentionCell(.weights, query: 0, key: 1)).suffix(3) == [
        "exp  e^\u{2212}0.7071 = 0.4931", "sum  1 + 0.4931 + 1 = 2.493",
        "weight  0.4931 ÷ 2.493 = 0.1978",
      ])
    #expect(
      try lines(AttentionCell(.terms, query: 0, key: 1, column: 1)) == [
        "weight  0.4931 ÷ 2.493 = 0.1978", "term  0.19778·4 = 0.7911",
      ])
    #expect(
      try lines(AttentionCell(.output, query: 0, column: 0))
        == ["output  0.4011·1 + 0.1978·3 + 0.4011·5 = 3"])
  }

  @Test func masksAndScales() throws {
    #expect(
      try lines(AttentionCell(.exponentials, query: 0, key: 2), mask: .causal)
        == [
          "score  1·1 + 0·1 = 1", "scaled  1 ÷ √2 = 0.7071", "mask  0.7071 − ∞ = −∞",
          "− max  −∞ − 0.7071 = −∞", "exp  e^−∞ = 0",
        ].map { $0.replacing("−", with: "\u{2212}") })
    #expect(
      try lines(AttentionCell(.terms, query: 0, key: 2), mask: .causal).last
        == "term  blocked: nothing is taken")
    #expect(
      try lines(AttentionCell(.scale, query: 0, key: 2), scale: .value(-0.5)).last
        == "scaled  1·(\u{2212}0.5) = \u{2212}0.5")
    #expect(
      try lines(AttentionCell(.scale, query: 0, key: 2), scale: .none).last
        == "scaled  1, not scaled")
    let mask = AttentionMask.additive(Matrix(rows: 2, columns: 3, repeating: -0.25))
    #expect(
      try lines(AttentionCell(.mask, query: 0, key: 2), mask: mask, scale: .none).last
        == "mask  1 \u{2212} 0.25 = 0.75")
  }

  @Test func asciiIsAscii() throws {
    for step in AttentionStep.always {
      for line in try lines(AttentionCell(step, query: 0, key: 2), mask: .causal, ascii: true) {
        #expect(line.utf8.allSatisfy { $0 < 128 }, "\(line)")
      }
    }
  }

  @Test func cellsOutsideHaveNoDerivation() throws {
    let attention = try Attention(query: query, key: key, value: value)
    for cell in [
      AttentionCell(.scores, query: 2, key: 0), AttentionCell(.scores, query: 0, key: 3),
      AttentionCell(.scores, query: -1, key: 0), AttentionCell(.output, query: 0, column: 2),
      AttentionCell(.terms, query: 0, key: 3, column: 0), AttentionCell(.sum, query: 5),
    ] {
      #expect(attention.derivation(of: cell) == nil && attention.value(at: cell) == nil)
      #expect(attention.judge(1, at: cell) == nil)
    }
    #expect(attention.value(at: AttentionCell(.sum, query: 0, key: 99)) == attention.rowSums[0])
  }
}
