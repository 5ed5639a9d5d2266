import Formulas
import Testing

@testable import Numerics

/// The cases that other programs get wrong or leave open, one test each.
@Suite struct AwkwardCaseTests {
  @Test func everyKeyOfAQueryMasked() throws {
    let attention = try Attention(
      query: Matrix("1 0; 0 1"), key: Matrix("1 0; 0 1"), value: Matrix("1 2; 3 4"),
      mask: .free([[false, false], [true, true]]))
    #expect(attention.weights.rowArrays[0] == [0, 0])
    #expect(attention.output.rowArrays[0] == [0, 0])
    #expect(attention.rowMaxima[0] == nil && attention.rowSums[0] == 0)
    #expect(attention.hasNothingToLookAt(query: 0) && !attention.hasNothingToLookAt(query: 1))
    let lines = try #require(attention.derivation(of: AttentionCell(.output, query: 0))).lines
    #expect(lines.map(\.expression) == ["nothing to look at: 0/0 is undefined, here 0"])
    #expect(attention.overflow == nil)
    // What others do, for the widget to show: NaN, and uniform weights.
    let blocked = [-Double.infinity, -.infinity]
    #expect(Softmax(withoutMaximum: blocked).weights.allSatisfy { $0.isNaN })
    #expect(Softmax([-1e9, -1e9]).weights == [0.5, 0.5])
  }

  @Test(arguments: [
    AttentionMask.padding([true, false]), .free([[true, false]]), .causal,
    .additive(Matrix(rows: 1, columns: 2) { $1 == 1 ? -.infinity : 0 }),
  ])
  func maskedKeysAndValuesThatAreNotFinite(mask: AttentionMask) throws {
    for poison in [Double.nan, .infinity, -.infinity] {
      let key = try #require(Matrix([[1, 2], [poison, poison]]))
      let value = try #require(Matrix([[3], [poison]]))
      let attention = try Attention(query: Matrix("1 1"), key: key, value: value, mask: mask)
      #expect(attention.output.elements == [3])
      #expect(attention.weights.elements == [1, 0])
      #expect(attention.overflow == nil)
      let output = try Attention.output(query: Matrix("1 1"), key: key, value: value, mask: mask)
      #expect(output.elements == [3])
    }
  }

  @Test func scoresOfAThousand() {
    let scores = [1000.0, 1001, 1002]
    let softmax = Softmax(scores)
    #expect(
      NumberText().aligned(softmax.weights) == ["0.09003", "0.24473", "0.66524"])
    #expect(softmax.rowMaximum == 1002 && softmax.shifted == [-2, -1, 0])
    let naive = Softmax(withoutMaximum: scores)
    #expect(naive.exponentials == [.infinity, .infinity, .infinity])
    #expect(naive.rowMaximum == nil && naive.weights.allSatisfy { $0.isNaN })
  }

  @Test func aSumThatCancels() throws {
    let dot = try DotProduct([1e16, 1, -1e16], [1, 1, 1])
    #expect(dot.partialSums == [1e16, 1e16, 0])
    #expect(dot.dot == 0)
    #expect(dot.cancellation == DotProduct.Cancellation(index: 2, exact: 1))
    let remark = Remark.cancellation(try #require(dot.cancellation))
    #expect(remark.hasPrefix("cancellation") && remark.hasSuffix("the exact sum is 1"))
  }

  @Test func overflowToInfinity() throws {
    let product = try DotProduct([1, 1e200], [1, 1e200])
    #expect(product.overflow?.products == [1] && product.dot == .infinity)
    let big = Matrix("1e200")
    let attention = try Attention(query: big, key: big, value: Matrix("1"))
    #expect(attention.overflow == AttentionCell(.scores, query: 0, key: 0))
    let scaled = try Attention(
      query: Matrix("1e200"), key: Matrix("1"), value: Matrix("1"), scale: .value(1e200))
    #expect(scaled.overflow == AttentionCell(.scale, query: 0, key: 0))
    #expect(
      Remark.overflow(AttentionCell(.scale), in: scaled.options) == "overflow in step 2, scale")
  }

  /// All products that overflowed are told, and the running sum where its products did not.
  @Test(
    arguments: [
      ([1, 1e200], [1, 1e200], "product 2"), ([1e308, 1e308], [10, -10], "products 1, 2"),
      ([1e308, 1e308], [1, 1], "partial sum 2"),
      ([1e308, 1e308, 1e308], [1, 1, 10], "partial sum 2 and product 3"),
      ([10, 1e308, 1], [1e308, 10, 1], "products 1, 2"),
      (
        Vector(repeating: 1e308, count: 9), Vector(repeating: 9, count: 9), "products 1, 2, 3, 4, …"
      ),
      ([1e308, 1e308, -1e308], [1, -1, 1], nil), ([.infinity], [1], nil),
    ] as [(Vector, Vector, String?)])
  func overflowIsTold(u: Vector, v: Vector, places: String?) throws {
    let told = try DotProduct(u, v).overflow.map { Remark.overflow($0) }
    #expect(told == places.map { "overflow in " + $0 })
  }

  @Test(
    arguments: [
      // The mask adds what does not fit; the maximum is too far away; a mean rounds past the limit.
      ("1.5e308", "1", "1", "1e308", AttentionCell(.mask, query: 0)),
      ("1", "1.5e308; -1.5e308", "1; 1", "0 0", AttentionCell(.maximum, query: 0, key: 1)),
      (
        "0", "0;0;0;0;0;0;0;0;0;0;0",
        Array(repeating: "1.7976931348623157e308", count: 11).joined(separator: ";"),
        "0 0 0 0 0 0 0 0 0 0 0", AttentionCell(.output, query: 0)
      ),
    ] as [(String, String, String, String, AttentionCell)])
  func overflowInLaterSteps(
    _ query: String, _ key: String, _ value: String, _ mask: String, _ cell: AttentionCell
  ) throws {
    let attention = try Attention(
      query: Matrix(query), key: Matrix(key), value: Matrix(value), mask: .additive(Matrix(mask)))
    #expect(attention.overflow == cell)
    let output = try Attention.output(
      query: Matrix(query), key: Matrix(key), value: Matrix(value), mask: .additive(Matrix(mask)))
    #expect(output.elements.map(\.bitPattern) == attention.output.elements.map(\.bitPattern))
  }

  @Test func causalMaskOfTwoQueriesAndFourKeys() throws {
    let attention = try Attention(
      query: Matrix("0; 0"), key: Matrix("0; 0; 0; 0"), value: Matrix("1; 3; 5; 7"), mask: .causal)
    #expect(attention.weights.rowArrays == [[1, 0, 0, 0], [0.5, 0.5, 0, 0]])
    #expect(attention.output.elements == [1, 2])
    #expect(AttentionMask.causal.descriptions.first?.contains("top left") == true)
  }

  @Test func zeroVectors() throws {
    let first = try DotProduct([0, 0], [3, 4])
    #expect(first.dot == 0 && first.cosine == nil && first.angleDegrees == nil)
    #expect(first.projection == [0, 0])
    let second = try DotProduct([3, 4], [0, 0])
    #expect(second.cosine == nil && second.angleDegrees == nil && second.projection == nil)
    #expect(Remark.noDirection.hasPrefix("undefined"))
  }

  @Test func textThatIsNoMatrix() {
    #expect(throws: NumberProblem.ragged(row: 2, length: 3, first: 2, comma: nil)) {
      try NumberReader.matrix("1 2; 3 4 5")
    }
    #expect(throws: NumberProblem.empty) { try NumberReader.matrix("") }
    #expect(throws: NumberProblem.notFinite("nan", NumberPlace(row: 1, column: 2))) {
      try NumberReader.matrix("1 nan")
    }
    #expect(throws: NumberProblem.notFinite("inf", NumberPlace(row: 2, column: 1))) {
      try NumberReader.matrix("1; inf")
    }
    #expect(throws: NumberProblem.tooLarge("1e999", NumberPlace(row: 1, column: 1))) {
      try NumberReader.matrix("1e999")
    }
    #expect(throws: NumberProblem.decimalComma("0,5", NumberPlace(row: 1, column: 1))) {
      try NumberReader.matrix("0,5 1,5")
    }
  }

  @Test func lengthsThatDiffer() throws {
    #expect(throws: ShapeProblem.vectorLengths(u: 2, v: 3)) { try DotProduct([1, 2], [1, 2, 3]) }
    #expect(
      ShapeProblem.vectorLengths(u: 2, v: 3).message
        == "u has 2 numbers and v has 3: a dot product needs as many in both")
    #expect(throws: ShapeProblem.queryAndKeyWidths(query: 2, key: 3)) {
      try Attention(query: Matrix("1 2"), key: Matrix("1 2 3"), value: Matrix("1"))
    }
    #expect(
      ShapeProblem.queryAndKeyWidths(query: 2, key: 3).message
        == "Q has 2 columns and K has 3: queries and keys need one width")
    #expect(throws: ShapeProblem.keyAndValueCounts(keys: 1, values: 2)) {
      try Attention(query: Matrix("1 2"), key: Matrix("1 2"), value: Matrix("1; 2"))
    }
    #expect(throws: ShapeProblem.noEntries(name: "K")) {
      try Attention(query: Matrix("1 2"), key: Matrix(rows: 0, columns: 2), value: Matrix("1"))
    }
  }

  @Test func masksThatDoNotFit() throws {
    let (query, key, value) = (Matrix("1; 2"), Matrix("1; 2; 3"), Matrix("1; 2; 3"))
    func problem(_ mask: AttentionMask) -> ShapeProblem? {
      do throws(ShapeProblem) {
        _ = try Attention(query: query, key: key, value: value, mask: mask)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(.padding([true])) == .padding(entries: 1, keys: 3))
    #expect(
      problem(.free([[true, true, true]])) == .mask(rows: 1, columns: 3, queries: 2, keys: 3))
    #expect(
      problem(.free([[true, true, true], [true]])) == .raggedMask(row: 2, length: 1, expected: 3))
    #expect(
      problem(.additive(Matrix("0 0; 0 0"))) == .mask(rows: 2, columns: 2, queries: 2, keys: 3))
    #expect(
      ShapeProblem.mask(rows: 2, columns: 2, queries: 2, keys: 1).message
        == "the mask is 2×2: it needs a row for each of 2 queries and a column for each of 1 key")
  }
}
