import Testing

@testable import Numerics

@Suite struct AttentionGradientsTests {
  @Test func agreeWithTorchsAutograd() throws {
    var compared = 0
    for expected in try Fixture.load("attention.json", as: AttentionCase.self) {
      guard let dV = expected.dV, let dA = expected.dA, let dS = expected.dS,
        let dQ = expected.dQ, let dK = expected.dK, let ones = expected.ones
      else { continue }
      compared += 1
      let gradients = try AttentionGradients(
        of: expected.attention(), output: ones ? nil : expected.inputs.gradient)
      let isVisible = expected.isVisible
      let problems = [
        mismatch(gradients.dV.elements, dV, 1e-10, floor: 1e-3),
        mismatch(gradients.dS.elements, dS, 1e-10, floor: 1e-3),
        mismatch(gradients.dQ.elements, dQ, 1e-10, floor: 1e-3),
        mismatch(gradients.dK.elements, dK, 1e-10, floor: 1e-3),
        mismatch(
          zip(gradients.dA.elements, isVisible).map { $1 ? $0 : 0 },
          zip(dA, isVisible).map { $1 ? $0 : 0 }, 1e-10, floor: 1e-3),
      ]
      #expect(problems.compactMap(\.self) == [], "case \(expected.seed)")
    }
    #expect(compared == 350)
  }

  @Test func nothingOfABlockedKeyGoesBack() throws {
    let attention = try Attention(
      query: Matrix("1 2; 3 4"), key: #require(Matrix([[1, 0], [.nan, .infinity]])),
      value: #require(Matrix([[1], [.nan]])), mask: .padding([true, false]))
    let gradients = try AttentionGradients(of: attention)
    #expect(gradients.dQ.elements == [0, 0, 0, 0])
    #expect(gradients.dK.elements == [0, 0, 0, 0])
    #expect(gradients.dV.elements == [2, 0])
    #expect(gradients.dS.elements == [0, 0, 0, 0])
  }

  @Test func aGradientOfAnotherShapeIsRefused() throws {
    let attention = try Attention(query: Matrix("1"), key: Matrix("1"), value: Matrix("1 2"))
    #expect(throws: ShapeProblem.gradient(rows: 2, columns: 1, outputRows: 1, outputColumns: 2)) {
      try AttentionGradients(of: attention, output: Matrix("1; 1"))
    }
  }
}

extension AttentionCase {
  /// Whether the mask lets each query look at each key, row by row.
  fileprivate var isVisible: [Bool] {
    (0..<n * m).map { !attentionMask.blocks(query: $0 / m, key: $0 % m) }
  }
}
