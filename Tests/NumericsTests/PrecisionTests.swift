import JSONText
import Testing

@testable import Numerics

@Suite struct PrecisionTests {
  private static let low: [Precision] = [.float32, .bfloat16, .float16]

  @Test func roundingAgreesWithTorchToTheBit() throws {
    let cases = try Fixture.load("roundings.json")
    #expect(cases.count > 700)
    for row in cases {
      let numbers = try #require(row.array).map { number -> Double in
        switch number.string {
        case "inf": .infinity
        case "-inf": -.infinity
        default: number.double ?? .nan
        }
      }
      for (precision, expected) in zip(Self.low, numbers.dropFirst()) {
        let rounded = precision.round(numbers[0])
        #expect(
          rounded.bitPattern == expected.bitPattern, "\(numbers[0]) in \(precision): \(rounded)")
      }
    }
  }

  @Test func roundingTwiceIsRoundingOnce() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<500 {
      let number = generator.normal() * 1000
      for precision in Precision.allCases {
        let once = precision.round(number)
        #expect(precision.round(once) == once && precision.round(-number) == -once)
        #expect((once - number).magnitude <= precision.epsilon / 2 * number.magnitude)
      }
    }
    for precision in Precision.allCases {
      #expect(precision.round(precision.greatest) == precision.greatest)
      #expect(precision.round(1 + precision.epsilon) > 1)
      #expect(precision.round(1 + precision.epsilon / 2) == 1 || precision == .double)
      #expect(precision.round(.nan).isNaN && precision.round(-.infinity) == -.infinity)
    }
  }

  /// To the bit in 16 bits; in float32 torch may add in another order, and fuse.
  @Test func attentionAgreesWithTorchStepByStep() throws {
    let cases = try Fixture.load("precisions.json")
    #expect(cases.count == 64)
    for json in cases {
      for precision in Self.low {
        let expected = try #require(json[precision.rawValue])
        let attention = try attention(json, precision)
        for (name, numbers) in [
          ("scores", attention.scores.elements), ("scaled", attention.scaled.elements),
          ("capped", attention.capped.elements), ("masked", attention.masked.elements),
          ("rowMaxima", attention.rowMaxima.compactMap(\.self)),
          ("shifted", attention.shifted.elements),
          ("exponentials", attention.exponentials.elements), ("rowSums", attention.rowSums),
          ("weights", attention.weights.elements), ("output", attention.output.elements),
        ] {
          let bound = precision == .float32 ? 2e-6 : 0
          let problem = mismatch(numbers, try expected.numbers(name), bound, floor: 4)
          let seed = try json.seed
          #expect(problem == nil, "\(name) of \(seed) in \(precision): \(problem ?? "")")
        }
      }
    }
  }

  private func attention(_ json: JSON, _ precision: Precision) throws -> Attention {
    var generator = SeededGenerator(seed: try json.seed)
    let (n, m) = (try json.int("n"), try json.int("m"))
    let query = generator.matrix(n, try json.int("d"))
    let key = generator.matrix(m, try json.int("d"))
    let value = generator.matrix(m, try json.int("w"))
    let mask: AttentionMask =
      switch json["mask"]?.string {
      case "causal": .causal
      case "additive": .additive(generator.matrix(n, m))
      default: .none
      }
    let scale: AttentionScale =
      json["scale"]?.string != nil ? .none : json["scale"]?.double.map { .value($0) } ?? .auto
    return try Attention(
      query: query, key: key, value: value,
      AttentionOptions(
        mask: mask, scale: scale, softcap: json["softcap"]?.double,
        rotation: json["rotary"]?.bool == true ? RotaryPositions() : nil, precision: precision))
  }

  /// Adding −1e9 hides what float32 cannot tell apart any more.
  @Test func aMaskOfMinusABillion() throws {
    func weights(_ precision: Precision) throws -> Vector {
      try Attention(
        query: Matrix("1"), key: Matrix("1; 0.3"), value: Matrix("1; 0"),
        AttentionOptions(mask: .additive(Matrix("-1e9 -1e9")), precision: precision)
      ).weights.elements
    }
    #expect(try weights(.float32) == [0.5, 0.5])
    let double = try weights(.double)
    #expect(isClose(double[0], 0.668187, 1e-5))
  }

  @Test(
    arguments: [
      ("300", "300", AttentionOptions(precision: .float16), "overflow in step 1, scores"),
      ("200", "200", AttentionOptions(scale: .value(4), precision: .float16), "step 2, scale"),
      (
        "200", "200", AttentionOptions(scale: .value(1.5), softcap: 60_000, precision: .float16),
        ""
      ),
      ("200", "200", AttentionOptions(scale: .none), ""),
    ] as [(String, String, AttentionOptions, String)])
  func overflowIsToldWithItsStep(
    _ query: String, _ key: String, _ options: AttentionOptions, _ words: String
  ) throws {
    let attention = try Attention(
      query: Matrix(query), key: Matrix(key), value: Matrix("1"), options)
    let remark = attention.overflow.map { Remark.overflow($0, in: options) } ?? ""
    #expect(remark.contains(words) && remark.isEmpty == words.isEmpty)
    #expect(words.isEmpty || remark.hasSuffix("float16 ends at 65504"))
  }

  @Test func anInputThatIsTooLargeIsTold() throws {
    let options = AttentionOptions(
      mask: .additive(Matrix("0 -1e9")), precision: .float16)
    let attention = try Attention(
      query: Matrix("1"), key: Matrix("1; 2"), value: Matrix("1; 70000"), options)
    let input = try #require(attention.inputOverflow)
    #expect(input == InputOverflow(name: "V", row: 1, column: 0, number: 70_000))
    #expect(
      Remark.overflow(input, in: .float16)
        == "overflow in V, row 2, column 1: 70000; float16 ends at 65504")
    // −1e9 is −∞ there: it blocks, and the value that it hides never comes in.
    #expect(attention.masks(query: 0, key: 1) && attention.output.elements == [1])
    let masked = try Attention(
      query: Matrix("1"), key: Matrix("1; 2"), value: Matrix("1; 7"), options)
    #expect(masked.inputOverflow?.name == "mask" && masked.inputOverflow?.column == 1)
  }

  @Test func linesShowTheRoundedResult() throws {
    let attention = try Attention(
      query: Matrix("1 0"), key: Matrix("1 1"), value: Matrix("1"),
      AttentionOptions(precision: .bfloat16))
    let line = try #require(attention.derivation(of: AttentionCell(.scale))).lines.last
    #expect(line?.value == 0.70703125)
    #expect(line?.result == "0.70703")
    #expect(line?.expression == "1 ÷ √2")
  }
}
