import Testing

@testable import Numerics

@Suite struct AttentionPropertyTests {
  private struct Inputs {
    let query, key, value: Matrix
  }

  private func inputs(_ seed: UInt64) -> Inputs {
    var generator = SeededGenerator(seed: seed)
    let (n, m) = (generator.int(in: 1...6), generator.int(in: 1...6))
    let (d, w) = (generator.int(in: 1...6), generator.int(in: 1...6))
    return Inputs(
      query: generator.matrix(n, d), key: generator.matrix(m, d), value: generator.matrix(m, w))
  }

  private func order(_ count: Int, _ seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { ($0, generator.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  @Test(arguments: UInt64(100)..<130)
  func listedTermsAddUpToTheirCell(seed: UInt64) throws {
    let inputs = inputs(seed)
    let masks: [AttentionMask] = [
      .none, .causal, .padding((0..<inputs.key.rows).map { $0 % 3 != 1 }),
      .additive(
        Matrix(rows: inputs.query.rows, columns: inputs.key.rows) { $0 > $1 ? -.infinity : 0.5 }),
    ]
    for mask in masks {
      let attention = try Attention(
        query: inputs.query, key: inputs.key, value: inputs.value, mask: mask)
      for step in AttentionStep.always {
        for i in 0..<inputs.query.rows {
          for j in 0..<inputs.key.rows {
            let cell = AttentionCell(step, query: i, key: j, column: j % inputs.value.columns)
            let derivation = try #require(attention.derivation(of: cell))
            #expect(derivation.terms.total == derivation.value)
            #expect(derivation.value == attention.value(at: cell))
            for line in derivation.lines { #expect(line.terms.total == line.value) }
          }
        }
      }
    }
  }

  @Test(arguments: UInt64(200)..<240)
  func permutingKeysWithTheirValuesLeavesTheOutput(seed: UInt64) throws {
    let inputs = inputs(seed)
    let order = order(inputs.key.rows, seed)
    let before = try Attention(query: inputs.query, key: inputs.key, value: inputs.value)
    let after = try Attention(
      query: inputs.query, key: inputs.key.rows(order), value: inputs.value.rows(order))
    #expect(mismatch(after.output.elements, before.output.elements, 1e-13, floor: 1) == nil)
  }

  @Test(arguments: UInt64(240)..<280)
  func permutingKeysPermutesWeights(seed: UInt64) throws {
    let inputs = inputs(seed)
    let order = order(inputs.key.rows, seed)
    for scale in [AttentionScale.auto, .none] {
      let before = try Attention(
        query: inputs.query, key: inputs.key, value: inputs.value, scale: scale)
      let after = try Attention(
        query: inputs.query, key: inputs.key.rows(order), value: inputs.value.rows(order),
        scale: scale)
      let permuted = before.weights.transposed.rows(order).transposed
      #expect(mismatch(after.weights.elements, permuted.elements, 1e-14) == nil)
      #expect(after.scores == before.scores.transposed.rows(order).transposed)
    }
  }

  /// Nothing that a causal row shows depends on keys that come later.
  @Test(arguments: UInt64(600)..<640)
  func aCausalRowIsTheSameWithLaterKeysGone(seed: UInt64) throws {
    let inputs = inputs(seed)
    let whole = try Attention(
      query: inputs.query, key: inputs.key, value: inputs.value, mask: .causal)
    for count in 1...inputs.key.rows {
      let first = Array(0..<count)
      let cut = try Attention(
        query: inputs.query, key: inputs.key.rows(first), value: inputs.value.rows(first),
        mask: .causal)
      for i in 0..<min(count, inputs.query.rows) {
        #expect(Array(cut.weights.row(i)) == Array(whole.weights.row(i).prefix(count)))
        #expect(Array(cut.output.row(i)) == Array(whole.output.row(i)))
      }
    }
  }

  @Test(arguments: UInt64(300)..<340)
  func permutingQueriesPermutesOutputs(seed: UInt64) throws {
    let inputs = inputs(seed)
    let order = order(inputs.query.rows, seed)
    let before = try Attention(query: inputs.query, key: inputs.key, value: inputs.value)
    let after = try Attention(query: inputs.query.rows(order), key: inputs.key, value: inputs.value)
    #expect(after.output == before.output.rows(order))
  }

  @Test(arguments: UInt64(400)..<440)
  func addingAConstantToARowOfScoresLeavesTheWeights(seed: UInt64) throws {
    let inputs = inputs(seed)
    let constant = Matrix(rows: inputs.query.rows, columns: inputs.key.rows) { i, _ in
      Double(i * 7 - 3)
    }
    let before = try Attention(query: inputs.query, key: inputs.key, value: inputs.value)
    let after = try Attention(
      query: inputs.query, key: inputs.key, value: inputs.value, mask: .additive(constant))
    #expect(mismatch(after.weights.elements, before.weights.elements, 1e-12) == nil)
  }

  @Test(arguments: UInt64(500)..<540)
  func weightsOfAQueryAddUpToOne(seed: UInt64) throws {
    let inputs = inputs(seed)
    let attention = try Attention(
      query: inputs.query, key: inputs.key, value: inputs.value, mask: .causal)
    for i in 0..<inputs.query.rows {
      #expect(isClose(attention.weights.row(i).total, 1, 1e-15 * 8))
      #expect(attention.weights.row(i).dropFirst(i + 1).allSatisfy { $0 == 0 })
    }
  }
}

extension Matrix {
  fileprivate func rows(_ order: [Int]) -> Matrix {
    Matrix(rows: order.count, columns: columns) { self[order[$0], $1] }
  }
}
