import JSONText
import Testing

@testable import Formulas
@testable import Numerics

@Suite struct AttentionMaskTests {
  private func picture(_ mask: AttentionMask, _ queries: Int, _ keys: Int) -> [String] {
    mask.addends(queries: queries, keys: keys).rowArrays.map { row in
      row.map { $0 == -.infinity ? "." : "x" }.joined()
    }
  }

  @Test(
    arguments: [
      (.causal, ["x...", "xx.."]), (.causalBottomRight, ["xxx.", "xxxx"]),
      (.window(2, .topLeft), ["xx..", "xxx."]), (.window(1, .bottomRight), ["..x.", "...x"]),
      (AttentionMask.causal.and(.window(1, .topLeft)), ["x...", ".x.."]),
      (
        AttentionMask.causalBottomRight.and(.window(2, .bottomRight)).and(
          .padding([true, true, false, true])), [".x..", "...x"]
      ),
      (AttentionMask.none, ["xxxx", "xxxx"]), (.alibi(slope: 1, .topLeft), ["xxxx", "xxxx"]),
    ] as [(AttentionMask, [String])])
  func whoMayLookAtWhom(_ mask: AttentionMask, _ expected: [String]) {
    #expect(picture(mask, 2, 4) == expected)
  }

  @Test func moreQueriesThanKeysAlignedAtTheEnd() {
    #expect(picture(.causalBottomRight, 3, 2) == ["..", "x.", "xx"])
    #expect(picture(.window(1, .bottomRight), 3, 2) == ["..", "x.", ".x"])
  }

  @Test func slopesAreThePapers() throws {
    for (index, row) in try Fixture.load("slopes.json").enumerated() {
      let expected = try #require(row.array).compactMap(\.double)
      let slopes = expected.indices.map { AttentionMask.alibiSlope(head: $0, of: index + 1) }
      #expect(mismatch(slopes, expected, 1e-14) == nil, "\(index + 1) heads")
    }
    #expect(AttentionMask.alibiSlope(head: 0, of: 8) == 0.5)
    let mask = AttentionMask.alibi(slope: 0.5, .topLeft)
    #expect(mask.addends(queries: 2, keys: 3).rowArrays == [[0, -0.5, -1], [-0.5, 0, -0.5]])
  }

  @Test func partsAndNames() {
    let mask = AttentionMask.none.and(.causal).and(.all([.window(4, .topLeft), .none]))
    #expect(mask == .all([.causal, .window(4, .topLeft)]) && mask.parts.count == 2)
    #expect(mask.name == "causal + window 4" && mask.explanations.count == 2)
    #expect(mask.contains { $0 == .causal } && AttentionMask([]) == .none)
    #expect(AttentionMask.none.and(.none) == .none && AttentionMask.none.explanations.isEmpty)
    #expect(
      AttentionMask.padding([true, false]).explanations == ["no query looks at key 2"])
    #expect(
      AttentionMask.hiding([[true]]).and(.additive(Matrix("0"))).explanations
        == [MaskReading.hide.explanation, MaskReading.add.explanation])
  }

  /// What one blocks no other opens again, not even by adding infinity.
  @Test func blockedStaysBlocked() {
    let opening = AttentionMask.additive(Matrix(rows: 1, columns: 2, repeating: .infinity))
    for mask in [AttentionMask.causal.and(opening), opening.and(.causal)] {
      #expect(mask.addends(queries: 1, keys: 2).elements == [.infinity, -.infinity])
    }
  }

  @Test(
    arguments: [
      ("causal bottom-right", .causalBottomRight), ("Causal Bottom Right", .causalBottomRight),
      ("causal top-left", .causal), ("window 4", .window(4, .topLeft)),
      ("window 2 bottom-right", .window(2, .bottomRight)), ("alibi", .alibi(slope: nil, .topLeft)),
      ("alibi 0.5 bottom_right", .alibi(slope: 0.5, .bottomRight)),
      ("causal and window 2", .all([.causal, .window(2, .topLeft)])),
      (
        "padding 1 1 0 AND hide 0 1 0; 0 0 0",
        .all([
          .padding([true, true, false]), .hiding([[false, true, false], [false, false, false]]),
        ])
      ),
      ("causal and\n0.5 0.5\n0 0", .all([.causal, .additive(Matrix("0.5 0.5; 0 0"))])),
      ("none and causal", .causal), ("CAUSAL top_left", .causal),
      // A query has one place among the keys: an alignment holds for all.
      (
        "causal bottom-right and alibi",
        .all([.causalBottomRight, .alibi(slope: nil, .bottomRight)])
      ),
      (
        "causal and window 2 bottom right and alibi 1",
        .all([.causalBottomRight, .window(2, .bottomRight), .alibi(slope: 1, .bottomRight)])
      ),
      ("padding True False 1", .padding([true, false, true])),
      ("window ４", .window(4, .topLeft)), ("１ ０", .free([[true, false]])),
      ("true false", .free([[true, false]])),
      ("[[0, float('-inf')]]", .additive(Matrix(rows: 1, columns: 2) { $1 == 0 ? 0 : -.infinity })),
      ("-np.inf, 0.5", .additive(Matrix(rows: 1, columns: 2) { $1 == 0 ? -.infinity : 0.5 })),
      ("-oo, 0.5", .additive(Matrix(rows: 1, columns: 2) { $1 == 0 ? -.infinity : 0.5 })),
    ] as [(String, AttentionMask)])
  func masksAsTyped(_ text: String, _ expected: AttentionMask) throws {
    #expect(try AttentionMask(reading: text) == expected)
  }

  @Test(
    arguments: [
      ("window 0", .notACount("0")), ("window 2.5", .notACount("2.5")),
      ("window 1e300", .notACount("1e300")), ("window", .noSize), ("causal and", .nothingToJoin),
      ("and", .nothingToJoin), (" ", .empty), ("window 1 2", .notACount("1 2")),
      ("window 2 bottom", .notACount("2 bottom")), ("alibi x", .notASlope("x")),
      ("causal bottom", .excess("bottom", after: "causal")),
      ("causal causal", .excess("causal", after: "causal")),
      ("none bottom-right", .excess("bottom-right", after: "none")),
      ("causal bottom-right and window 2 top-left", .alignments), ("windw 2", .unknown("windw")),
      ("round", .unknown("round")), ("padding", .noKeys), ("padding 0.5 1 1", .notAKey("0.5", 1)),
      ("padding 1 2", .notAKey("2", 2)), ("padding 1 yes", .notAKey("yes", 2)),
      ("padding 1 1 0 bottom-right", .notAKey("bottom-right", 4)), ("add", .noMatrix("add")),
      ("hide 0.5", .matrix(.notZeroOrOne("0.5", NumberPlace(row: 1, column: 1)))),
      ("1 x", .matrix(.notANumber("x", NumberPlace(row: 1, column: 2)))),
      ("inf", .matrix(.notFinite("inf", NumberPlace(row: 1, column: 1)))),
    ] as [(String, MaskProblem)])
  func masksThatCannotBeRead(_ text: String, _ problem: MaskProblem) {
    #expect(throws: problem) { try AttentionMask(reading: text) }
    #expect(!problem.message.isEmpty)
  }

  /// Whatever a mask is, it says how it was read, and its text reads as the same mask.
  @Test(arguments: [
    "causal", "causal bottom-right", "padding 1 0", "window 2", "window 2 bottom-right", "alibi",
    "alibi 0.5 bottom-right", "1 0; 1 1", "hide 1 0; 0 0", "0.5 0; 0 -inf",
    "causal bottom-right and window 2 and padding 1 0", "causal and alibi 0.25",
  ])
  func masksSayHowTheyWereRead(_ text: String) throws {
    let mask = try AttentionMask(reading: text)
    #expect(mask.descriptions.count == mask.parts.count)
    #expect(try AttentionMask(reading: MaskText.text(mask)) == mask)
    let isBottomRight = text.contains("bottom-right")
    let aligned = mask.parts.filter { part in
      switch part {
      case .causal, .causalBottomRight, .window, .alibi: true
      default: false
      }
    }
    for part in aligned {
      #expect(part.name.contains("bottom right") == isBottomRight, "\(part.name)")
    }
  }

  /// Each name that there is stands in the help, the prompt and the message.
  @Test func theGrammarNamesThemAll() {
    for name in MaskProblem.names where !["keep", "hide", "add"].contains(name) {
      #expect(MaskProblem.kinds.contains(name) && MaskProblem.grammar.contains(name))
    }
    #expect(MaskProblem.unknown("windw").message.contains("did you mean window?"))
    #expect(MaskProblem.unknown("x").message.contains("padding 1 1 0"))
  }

  // MARK: Properties

  private func inputs(_ seed: UInt64) -> (query: Matrix, key: Matrix, value: Matrix) {
    var generator = SeededGenerator(seed: seed)
    let (n, m) = (generator.int(in: 1...6), generator.int(in: 2...7))
    let (d, w) = (2 * generator.int(in: 1...3), generator.int(in: 1...4))
    return (generator.matrix(n, d), generator.matrix(m, d), generator.matrix(m, w))
  }

  @Test(arguments: UInt64(600)..<645)
  func permutingKeysPermutesWeights(seed: UInt64) throws {
    let (query, key, value) = inputs(seed)
    var generator = SeededGenerator(seed: seed)
    let order = (0..<key.rows).map { ($0, generator.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
    let keys = (0..<key.rows).map { _ in generator.int(in: 0...3) > 0 }
    let free = Matrix(rows: query.rows, columns: key.rows) { Double($0 - $1) / 4 }
    func attention(_ order: [Int]) throws -> Attention {
      func rows(_ matrix: Matrix) -> Matrix {
        Matrix(rows: order.count, columns: matrix.columns) { matrix[order[$0], $1] }
      }
      let added = Matrix(rows: query.rows, columns: order.count) { free[$0, order[$1]] }
      return try Attention(
        query: query, key: rows(key), value: rows(value),
        AttentionOptions(
          mask: .all([.padding(order.map { keys[$0] }), .additive(added)]), softcap: 5))
    }
    let (before, after) = (try attention(Array(0..<key.rows)), try attention(order))
    let expected = Matrix(rows: query.rows, columns: key.rows) { before.weights[$0, order[$1]] }
    #expect(mismatch(after.weights.elements, expected.elements, 1e-13, floor: 1e-3) == nil)
  }

  /// To the last bit, in every precision.
  @Test(arguments: UInt64(700)..<745)
  func aCausalRowIsTheSameWithLaterKeysGone(seed: UInt64) throws {
    let (query, key, value) = inputs(seed)
    let precision = Precision.allCases[Int(seed % 4)]
    let options = AttentionOptions(
      mask: AttentionMask.causal.and(.alibi(slope: 0.25, .topLeft)), softcap: 8,
      rotation: RotaryPositions(.halves), precision: precision)
    let whole = try Attention(query: query, key: key, value: value, options)
    for i in 0..<min(query.rows, key.rows) {
      let rest = try Attention(
        query: query.firstRows(i + 1), key: key.firstRows(i + 1), value: value.firstRows(i + 1),
        options)
      #expect(rest.output.row(i) == whole.output.row(i))
      #expect(rest.weights.row(i) == whole.weights.row(i).prefix(i + 1))
    }
  }

  /// The last query over a cache is the last row of the whole.
  @Test(arguments: UInt64(800)..<845)
  func aQueryOverACacheIsTheLastOfAll(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let m = generator.int(in: 1...6)
    let (query, key, value) = (
      generator.matrix(m, 4), generator.matrix(m, 4), generator.matrix(m, 2)
    )
    func options(_ alignment: MaskAlignment) -> AttentionOptions {
      AttentionOptions(
        mask: .all([
          alignment == .topLeft ? .causal : .causalBottomRight, .window(3, alignment),
          .alibi(slope: nil, alignment),
        ]), rotation: RotaryPositions(alignment: alignment))
    }
    let whole = try Attention(query: query, key: key, value: value, options(.topLeft))
    let last = Matrix(rows: 1, columns: 4) { query[m - 1, $1] }
    let cached = try Attention(query: last, key: key, value: value, options(.bottomRight))
    #expect(cached.output.row(0) == whole.output.row(m - 1))
  }
}

extension Matrix {
  fileprivate func firstRows(_ count: Int) -> Matrix {
    Matrix(rows: count, columns: columns) { self[$0, $1] }
  }
}
