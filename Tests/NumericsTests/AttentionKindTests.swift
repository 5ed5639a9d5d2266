import JSONText
import Testing

@testable import Numerics

/// Masks combined, softcap, grouped heads and rotation, against torch.
@Suite struct AttentionKindTests {
  @Test func everyIntermediateAgreesWithTorch() throws {
    let cases = try AttentionKind.all()
    #expect(cases.count == 120)
    for expected in cases {
      let attention = try expected.attention()
      func heads(_ matrix: (Attention) -> Matrix) -> Vector {
        attention.heads.flatMap { matrix($0).elements }
      }
      for (name, numbers, floor) in [
        ("scores", heads(\.scores), 0.1), ("capped", heads(\.capped), 0.1),
        ("masked", heads(\.masked), 0.1), ("weights", heads(\.weights), 1e-3),
        ("output", attention.output.elements, 0.1),
      ] {
        let problem = mismatch(numbers, try expected.json.numbers(name), 1e-12, floor: floor)
        #expect(problem == nil, "\(name) of case \(expected.seed): \(problem ?? "")")
      }
    }
  }

  @Test func gradientsAgreeWithTorchsAutograd() throws {
    for expected in try AttentionKind.all() {
      let gradients = try MultiHeadGradients(
        of: expected.attention(), output: expected.inputs.gradient)
      for (name, matrix) in [
        ("dQ", gradients.dQ), ("dK", gradients.dK), ("dV", gradients.dV),
      ] {
        let problem = mismatch(
          matrix.elements, try expected.json.numbers(name), 1e-10, floor: 1e-2)
        #expect(problem == nil, "\(name) of case \(expected.seed): \(problem ?? "")")
      }
    }
  }

  @Test func theOutputAloneAgreesWithTheTrace() throws {
    for expected in try AttentionKind.all() {
      for head in try expected.attention().heads {
        let output = try Attention.output(
          query: head.query, key: head.key, value: head.value, head.options)
        #expect(mismatch(output.elements, head.output.elements, 1e-12, floor: 0.1) == nil)
      }
    }
  }

  /// In every cell of every step, the line's numbers add up to the cell, and the cell is the trace's.
  @Test func everyCellOfEveryStepIsDerived() throws {
    for expected in try AttentionKind.all().prefix(40) {
      for head in try expected.attention().heads.prefix(2) {
        for step in head.options.steps {
          for cell in cells(step, of: head) {
            let derivation = try #require(head.derivation(of: cell))
            #expect(derivation.value == head.value(at: cell))
            #expect(isClose(derivation.terms.total, derivation.value, 1e-12, floor: 1e-9))
            for line in derivation.lines {
              #expect(!line.expression.contains("nan") && !line.label.isEmpty)
            }
          }
        }
      }
    }
  }

  private func cells(_ step: AttentionStep, of head: Attention) -> [AttentionCell] {
    (0..<head.query.rows).flatMap { i in
      (0..<head.key.rows).map { j in
        let width = step == .rotateQuery || step == .rotateKey ? head.key : head.value
        return AttentionCell(step, query: i, key: j, column: (i + j) % width.columns)
      }
    }
  }

  @Test func stepsComeWhereTheyAreAskedFor() throws {
    #expect(AttentionOptions().steps == AttentionStep.always)
    let options = AttentionOptions(softcap: 50, rotation: RotaryPositions())
    #expect(options.steps == AttentionStep.allCases)
    #expect(options.number(of: .softcap) == 5 && AttentionOptions().number(of: .softcap) == nil)
    let attention = try Attention(
      query: Matrix("1 0"), key: Matrix("1 0"), value: Matrix("1"))
    for step in [AttentionStep.rotateQuery, .rotateKey, .softcap] {
      #expect(attention.value(at: AttentionCell(step)) == nil)
      #expect(attention.derivation(of: AttentionCell(step)) == nil)
      #expect(step.explanation.hasSuffix(".") && !step.formula.isEmpty && !step.title.isEmpty)
    }
  }

  @Test func softcapAndRotationInLines() throws {
    let attention = try Attention(
      query: Matrix("0 0; 1 2"), key: Matrix("3 4; 1 1"), value: Matrix("1; 2"),
      AttentionOptions(scale: .none, softcap: 2, rotation: RotaryPositions()))
    func lines(_ cell: AttentionCell) throws -> [String] {
      try #require(attention.derivation(of: cell)).lines.map {
        "\($0.label)  \($0.expression) = \($0.result ?? "")"
      }
    }
    #expect(
      try lines(AttentionCell(.rotateQuery, query: 1, column: 0))
        == [
          "angle  1·10000^(−0/2) = 1", "q  1·0.5403 + 2·(−0.8415) = −1.143",
        ].map { $0.replacing("−", with: "\u{2212}") })
    let capped = try lines(AttentionCell(.softcap, query: 1, key: 1)).last
    #expect(capped == "capped  2·tanh(3 ÷ 2) = 1.8103")
  }

  @Test func whatDoesNotFitIsToldWithItsSizes() throws {
    let (query, key, value) = (Matrix("1 2 3 4"), Matrix("1 2"), Matrix("1 2"))
    func problem(heads: Int, groups: Int, _ options: AttentionOptions = .init()) -> ShapeProblem? {
      do throws(ShapeProblem) {
        _ = try MultiHeadAttention(
          query: query, key: key, value: value, heads: heads, keyValueHeads: groups, options)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(heads: 2, groups: 1) == nil && problem(heads: 4, groups: 2) == nil)
    #expect(problem(heads: 4, groups: 3) == .keyValueHeads(3, heads: 4))
    #expect(problem(heads: 4, groups: 0) == .keyValueHeads(0, heads: 4))
    #expect(problem(heads: 3, groups: 1) == .heads(3, width: 4, valueWidth: 4))
    #expect(problem(heads: 4, groups: 4) == .queryAndKeyWidths(query: 4, key: 2))
    #expect(
      problem(heads: 4, groups: 1) == .groupedWidths(query: 4, heads: 4, key: 2, keyValueHeads: 1))
    #expect(
      problem(heads: 2, groups: 1, AttentionOptions(softcap: -1)) == .softcap(-1))
    #expect(
      problem(heads: 2, groups: 1, AttentionOptions(mask: .window(0, .topLeft))) == .window(0))
    #expect(
      problem(heads: 4, groups: 2, AttentionOptions(rotation: RotaryPositions()))
        == .oddRotation(width: 1))
    #expect(
      ShapeProblem.groupedWidths(query: 8, heads: 4, key: 6, keyValueHeads: 2).message
        == "Q has 8 columns for 4 heads and K has 6 for 2: a head of either needs one width")
    for problem in [
      ShapeProblem.keyValueHeads(3, heads: 4), .softcap(-1), .window(0), .oddRotation(width: 1),
      .places(1, rows: 2), .keyValueWidths(key: 3, value: 4, keyValueHeads: 2),
    ] {
      #expect(problem.message.contains(": "))
    }
  }

  @Test func headsThatShareAKeyHearFromEachOther() throws {
    let query = Matrix("1 0 0 1; 0 1 1 0")
    let (key, value) = (Matrix("1 2; 3 4; 5 6"), Matrix("1; 2; 4"))
    let grouped = try MultiHeadAttention(
      query: query, key: key, value: value, heads: 2, keyValueHeads: 1, AttentionOptions())
    #expect(grouped.groupSize == 2 && grouped.keyValueHead(of: 1) == 0)
    let gradients = try MultiHeadGradients(of: grouped)
    #expect(gradients.dV.columns == 1 && gradients.dQ.columns == 4)
    for j in 0..<3 {
      let alone = gradients.heads.map { $0.dV[j, 0] }.total
      #expect(gradients.dV[j, 0] == alone)
    }
  }
}
