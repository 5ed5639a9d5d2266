import Formulas
import Lab
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// Every equation that a widget prints is true to its digits, whatever the numbers.
@Suite struct EquationTests {
  @Test(arguments: [
    ("  scaled  1 ÷ √2 = 0.7071", true), ("  scaled  1 ÷ √2 = 0.7072", false),
    ("  − max  1000 − 1002 = −∞", false), ("  − max  −∞ − 0.5 = −∞", true),
    ("  weight  ∞ ÷ ∞ = undefined", true), ("  term  0.1978·4 = 0.7911", false),
    ("  term  0.19778·4 = 0.7911", true), ("  dQ  0.5·(1·2 + (−1)·0) = 1", true),
    ("  sum  1e-9 + 2e-9 = 3e-9", true), ("  sum  1000 − 1000 = 0.0003", false),
    ("  row max  max(1, −2, 3) = 3", true), ("  exp  e^−0.7071 = 0.4931", true),
    ("  − max  −2.221 − 3.536 ≈ −5.758", true), ("  − max  −2.221 − 3.536 ≈ −5.759", false),
    ("  parameters  3·d·d = 3·4·4 = 48", true), ("  parameters  3·d·d = 3·4·4 = 47", false),
  ])
  func theReaderItself(line: String, isTrue: Bool) {
    #expect((falsehood(line) == nil) == isTrue, "\(falsehood(line) ?? "")")
  }

  /// Numbers as people type them, and as they hurt.
  private static func number(_ generator: inout SeededGenerator) -> Double {
    switch generator.int(in: 0...13) {
    case 0: 0
    case 1...4: Double(generator.int(in: -9...9))
    case 5...8: Double(generator.int(in: -400...400)) / 100
    case 9: Double(generator.int(in: -1000...1000))
    case 10: generator.normal()
    case 11: generator.normal() * 1e-6
    case 12: [1e16, -1e16, 1e200, -1e-200, 1e308, .leastNonzeroMagnitude][generator.int(in: 0...5)]
    default: 1000 + generator.unit() / 1000
    }
  }

  private static func matrix(_ rows: Int, _ columns: Int, _ g: inout SeededGenerator) -> String {
    let isCalm = g.int(in: 0...2) > 0
    let matrix = Matrix(rows: rows, columns: columns) { _, _ in
      isCalm ? Double(g.int(in: -300...300)) / 100 : number(&g)
    }
    return Plain.text(matrix)
  }

  private static func mask(_ n: Int, _ m: Int, _ g: inout SeededGenerator) -> String {
    func bits(_ count: Int) -> String {
      (0..<count).map { _ in "\(g.int(in: 0...1))" }.joined(separator: " ")
    }
    func rows(_ row: () -> String) -> String { (0..<n).map { _ in row() }.joined(separator: "; ") }
    switch g.int(in: 0...6) {
    case 0, 1: return "none"
    case 2: return "causal"
    case 3: return "padding " + bits(m)
    case 4: return rows { bits(m) }
    case 5: return "hide " + rows { bits(m) }
    default:
      return "add "
        + rows {
          (0..<m).map { _ in ["0", "-inf", "-1e9", "0.25", "1"][g.int(in: 0...4)] }
            .joined(separator: " ")
        }
    }
  }

  private func check(_ type: any Widget.Type, _ inputs: Inputs, seed: Int = 0) throws -> Int {
    let widget: any Widget = try type.init(inputs)
    return try check(widget, room: Self.rooms[seed % Self.rooms.count])
  }

  /// At one of the sizes that a picture may have, or as it is told in full.
  private static let rooms = [
    nil, Size(columns: 39, rows: 10), Size(columns: 79, rows: 21), Size(columns: 119, rows: 37),
  ]

  private func check<W: Widget>(_ widget: W, room: Size?) throws -> Int {
    var read = 0
    for area in widget.areas where widget.table(in: area) == nil {
      let size = widget.results(in: area)
      for row in 0..<size.rows {
        for column in 0..<size.columns {
          for ascii in [false, true] {
            var view = W.View(cursor: W.Cursor(area, row: row, column: column), ascii: ascii)
            view.room = room
            view.isWide = (room?.columns ?? 0) >= BlockLayout.wide
            for block in widget.blocks(view) {
              let lines: [String]
              switch block.content {
              case .lines(let cells): lines = cells.map(\.text)
              case .figure(let figure): lines = figure.transcript
              default: continue
              }
              for line in lines {
                if [" = ", " ≈ ", " ~ "].contains(where: line.contains) { read += 1 }
                #expect(falsehood(line) == nil, "\(falsehood(line) ?? "")\n\(widget.inputs.text)")
              }
            }
          }
        }
      }
    }
    return read
  }

  @Test(arguments: 0..<60)
  func attention(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(seed))
    let (n, m) = (g.int(in: 1...3), g.int(in: 1...4))
    let heads = g.int(in: 0...3) == 0 ? 2 : 1
    let (d, w) = (heads * g.int(in: 1...2), heads * g.int(in: 1...2))
    var inputs = Inputs([
      "Q": Self.matrix(n, d, &g), "K": Self.matrix(m, d, &g), "V": Self.matrix(m, w, &g),
      "mask": Self.mask(n, m, &g), "scale": ["auto", "none", "0.3", "-2", "0"][g.int(in: 0...4)],
      "heads": "\(heads)",
    ])
    if g.int(in: 0...1) == 0 { inputs["dO"] = Self.matrix(n, w, &g) }
    var read = 0
    for step in 1...14 {
      read += try check(AttentionWidget.self, inputs.with("step", "\(step)"), seed: seed)
    }
    #expect(read > 0)
  }

  @Test(arguments: 0..<40)
  func vectorsAndScores(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(1000 + seed))
    let count = g.int(in: 1...4)
    let (u, v) = (Self.matrix(1, count, &g), Self.matrix(1, count, &g))
    #expect(try check(DotProductWidget.self, Inputs(["u": u, "v": v]), seed: seed) > 0)
    let temperature = ["1", "0", "0.5", "1e-300", "1e-9", "1e6", "7"][g.int(in: 0...6)]
    for maximum in ["subtracted", "kept"] {
      let inputs = Inputs(["scores": u, "temperature": temperature, "maximum": maximum])
      #expect(try check(SoftmaxWidget.self, inputs, seed: seed) > 0)
    }
    let sampling = Inputs([
      "scores": u, "temperature": temperature, "top-k": "\(g.int(in: 0...count))",
      "top-p": ["1", "0.5", "0.9"][g.int(in: 0...2)],
    ])
    #expect(try check(SamplingWidget.self, sampling) > 0)
  }

  @Test(arguments: 0..<30)
  func rowsNormalised(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(2000 + seed))
    let count = g.int(in: 1...5)
    let isCalm = seed.isMultiple(of: 2)
    func row() -> String {
      Plain.text(
        (0..<count).map { _ in isCalm ? Double(g.int(in: -300...300)) / 100 : Self.number(&g) })
    }
    let inputs = Inputs([
      "x": row(), "gamma": row(), "beta": row(),
      "epsilon": ["0", "1e-5", "1e-12", "1", "1e-301"][g.int(in: 0...4)],
    ])
    for method in ["layer", "rms"] {
      #expect(try check(LayerNormWidget.self, inputs.with("method", method)) > 0)
    }
  }

  @Test(arguments: 0..<40)
  func walksDownhill(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(3000 + seed))
    let shape = DescentShape.allCases[g.int(in: 0...2)]
    let start = (0..<shape.landscape.weights).map { _ in Double(g.int(in: -900...900)) / 100 }
    let inputs = Inputs([
      "landscape": shape.rawValue, "rate": ["0", "0.01", "0.3", "2.5", "1e6"][g.int(in: 0...4)],
      "momentum": ["0", "0.8", "0.999"][g.int(in: 0...2)], "start": Plain.text(start),
      "step": "\(g.int(in: 0...40))",
    ])
    #expect(try check(DescentWidget.self, inputs) > 0)
  }

  @Test(arguments: 0..<40)
  func products(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(3000 + seed))
    let (n, k, m) = (g.int(in: 1...3), g.int(in: 1...3), g.int(in: 1...3))
    let (a, b) = (Self.matrix(n, k, &g), Self.matrix(k, m, &g))
    let inputs = Inputs([
      "a": n == 1 ? "[[\(a)]]" : a, "b": k == 1 ? "[[\(b)]]" : b,
      "function": ["@", "dot"][g.int(in: 0...1)],
    ])
    #expect(try check(MatrixProductWidget.self, inputs, seed: seed) > 0)
    let vectors = Inputs(["a": Self.matrix(1, k, &g), "b": Self.matrix(1, k, &g)])
    #expect(try check(MatrixProductWidget.self, vectors.with("function", "inner")) > 0)
  }

  @Test(arguments: 0..<30)
  func rowsTurnedAndQuantised(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(4000 + seed))
    func row(_ count: Int) -> String {
      Plain.text((0..<count).map { _ in Double(g.int(in: -300...300)) / 100 })
    }
    let width = 2 * g.int(in: 1...3)
    let rope = Inputs([
      "q": row(width), "k": row(width), "m": "\(g.int(in: 0...2000))",
      "n": "\(g.int(in: 0...2000))", "base": ["10000", "500000", "1", "2.5"][g.int(in: 0...3)],
      "layout": ["interleaved", "halves"][g.int(in: 0...1)],
    ])
    #expect(try check(RoPEWidget.self, rope) > 0)
    let quantised = Inputs(["row": row(g.int(in: 1...40)), "format": ["int8", "int4"][seed % 2]])
    #expect(try check(QuantiseWidget.self, quantised) > 0)
  }

  @Test(arguments: 0..<20)
  func chainsOfTables(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(5000 + seed))
    let (n, d, heads) = (g.int(in: 1...3), g.int(in: 1...3), g.int(in: 1...2))
    let (k, v) = (heads * g.int(in: 1...2), heads * g.int(in: 1...2))
    func row(_ rows: Int, _ columns: Int) -> String { Self.matrix(rows, columns, &g) }
    let inputs = Inputs([
      "X": row(n, d), "W_Q": row(d, k), "W_K": row(d, k), "W_V": row(d, v), "W_O": row(v, d),
      "heads": "\(heads)", "mask": ["none", "causal"][g.int(in: 0...1)],
      "positions": ["none", "sinusoidal"][g.int(in: 0...1)],
    ])
    for step in 1...6 {
      #expect(try check(ProjectionsWidget.self, inputs.with("step", "\(step * 2)")) > 0)
    }
    let u = g.int(in: 1...3)
    let block = Inputs([
      "X": row(n, d), "W_Q": row(d, k), "W_K": row(d, k), "W_V": row(d, v), "W_O": row(v, d),
      "W_up": row(d, u), "W_gate": row(d, u), "W_down": row(u, d), "W_U": row(d, 2),
      "activation": ["relu", "gelu", "swiglu"][g.int(in: 0...2)], "heads": "\(heads)",
      "norm": ["layer", "rms"][g.int(in: 0...1)], "place": ["pre", "post"][g.int(in: 0...1)],
    ])
    for step in [1, 8, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 24, 28] {
      // Where a number is beyond the range, its row has a sentence in the place of an equation.
      _ = try check(BlockWidget.self, block.with("step", "\(step)"))
    }
    let decode =
      block.with("norm_1", row(2, d)).with("chunk", "\(g.int(in: 0...2))")
      .with("cache", ["yes", "no"][g.int(in: 0...1)])
    for step in [1, 9, 24, 26, 27, 33, 50] {
      _ = try check(DecodeWidget.self, decode.with("step", "\(step)"))
    }
    let query = ["a - a", "a", "a + a"][g.int(in: 0...2)]
    let table = Inputs(["words": "a", "E": row(n, d), "text": "a", "query": query])
    for step in 1...10 {
      _ = try check(EmbeddingWidget.self, table.with("step", "\(step)"))
    }
  }

  @Test(arguments: [
    "1e308 -1e308", "1.7e308 -1.7e308 -1.7e308", "1e308 1e308 1e308", "1e154 1.5e154 -1e154",
    "1e200 2e200 3e200", "1e-200 2e-200", "5e-324 0", "1e-160 0 -3e-160", "1e-310 5e-310",
  ])
  func rowsAtTheEndsOfTheRange(x: String) throws {
    for epsilon in ["0", "1e-5", "1e-301"] {
      for method in ["layer", "rms"] {
        let inputs = Inputs(["x": x, "epsilon": epsilon, "method": method])
        #expect(try check(LayerNormWidget.self, inputs) > 0)
      }
    }
  }

  @Test func positionsAndShapes() throws {
    #expect(try check(PositionsWidget.self, Inputs(["n": "7", "d": "6"])) > 0)
    #expect(try check(ShapesWidget.self, ShapesWidget.example) > 0)
    let large = "1000000"
    let inputs = Inputs([
      "n": large, "d": large, "heads": "10", "layers": large, "mlp": large, "vocabulary": large,
    ])
    #expect(try check(ShapesWidget.self, inputs) > 0)
  }

  @Test func temperatureZeroIsALimit() throws {
    let inputs = Inputs(["scores": "1000 1001 1002", "temperature": "0"])
    let panel = try panel(SoftmaxWidget.self, inputs)
    #expect(panel.text.contains("− max   (1000 − 1002) ÷ T → −∞ as T → 0"))
    #expect(!panel.text.contains("1002 = −∞"))
  }

  @Test func whatLeavesTheRangeSaysSo() throws {
    let tiny = try panel(DotProductWidget.self, Inputs(["u": "1e-200", "v": "1e-200"]))
    #expect(tiny.text.contains("= 0 (underflow)"))
    #expect(tiny.text.contains("0°, under 90°"))
    let large = try panel(DotProductWidget.self, Inputs(["u": "1e200", "v": "1e200"]))
    #expect(large.text.contains("= ∞ (overflow)"))
    let far = try panel(SoftmaxWidget.self, Inputs(["scores": "-1000 0"]))
    #expect(far.text.contains("e^−1000"))
    #expect(far.text.contains("= 0 (underflow)"))
  }
}
