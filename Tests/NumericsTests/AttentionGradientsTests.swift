import Testing

@testable import Numerics

@Suite struct AttentionGradientsTests {
  @Test func agreeWithTorchsAutograd() throws {
    let cases = try AttentionCase.all().filter(\.isComplete)
    #expect(cases.count == 350)
    for expected in cases {
      let gradients = try AttentionGradients(
        of: expected.attention(),
        output: expected.isGradientOnes ? nil : expected.inputs.gradient)
      for (name, matrix) in [
        ("dV", gradients.dV), ("dA", gradients.dA), ("dS", gradients.dS), ("dQ", gradients.dQ),
        ("dK", gradients.dK),
      ] {
        // Where a key is blocked, torch leaves dA open: whether it gets there depends on the mask.
        let addends = try expected.mask.addends(queries: expected.n, keys: expected.m)
        let isCompared = matrix.elements.indices.map {
          name != "dA" || addends.elements[$0] != -.infinity
        }
        // torch takes a row's mean from its entries, which leaves it rounding of its own.
        let problem = mismatch(
          zip(matrix.elements, isCompared).map { $1 ? $0 : 0 },
          zip(try expected.numbers(name), isCompared).map { $1 ? $0 : 0 }, 1e-10, floor: 1e-2)
        #expect(problem == nil, "\(name) of case \(expected.seed)")
      }
    }
  }

  /// Where one weight is nearly 1, every digit still counts; mpmath computed these with 8000 bits.
  @Test func saturatedWeightsLeaveNoNoise() throws {
    let cases = try Fixture.load("saturated.json")
    #expect(cases.count == 60)
    for json in cases {
      var generator = SeededGenerator(seed: try json.seed)
      // Sizes and scale were drawn before the matrices.
      for _ in 0..<5 { _ = generator.next() }
      let (n, m) = (try json.int("n"), try json.int("m"))
      let (d, w) = (try json.int("d"), try json.int("w"))
      let attention = try Attention(
        query: generator.matrix(n, d), key: generator.matrix(m, d), value: generator.matrix(m, w),
        scale: .value(try json.number("scale")))
      let gradients = try AttentionGradients(of: attention)
      // The exponents themselves are rounded: up to a few hundred steps of the last digit.
      let problem = mismatch(
        gradients.dS.elements, try json.numbers("dS"), 1e-10, floor: 1e-290)
      let seed = try json.seed
      #expect(problem == nil, "\(problem ?? "") in case \(seed)")
    }
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
