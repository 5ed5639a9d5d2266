import Numerics
import TestSupport
import Testing

@testable import Models

/// Every gradient against central differences, in Double, over all parameters.
@Suite struct GradientTests {
  /// (f(p + h) − f(p − h)) / 2h beside the gradient: the worst of |a − b| / max(|a|, |b|, floor), where
  /// the floor is a thousandth of the largest gradient, below which differences are rounding.
  static func worstError(
    _ gradients: [Double], _ parameters: [Double], _ loss: ([Double]) -> Double
  ) -> Double {
    let floor = (gradients.map(abs).max() ?? 0) * 1e-3
    var worst = 0.0
    for index in parameters.indices {
      let step = 1e-5
      var moved = parameters
      moved[index] = parameters[index] + step
      let above = loss(moved)
      moved[index] = parameters[index] - step
      let slope = (above - loss(moved)) / (2 * step)
      let scale = max(abs(slope), abs(gradients[index]), floor)
      worst = max(worst, abs(slope - gradients[index]) / scale)
    }
    return worst
  }

  static let shapes: [(String, DecoderShape)] = {
    var all: [(String, DecoderShape)] = []
    func add(_ name: String, _ change: (inout DecoderShape) -> Void) {
      var shape = DecoderShape(vocabulary: 6, context: 5, width: 8, layers: 2, heads: 2)
      change(&shape)
      all.append((name, shape))
    }
    add("learnt positions") { _ in }
    add("both ways, unscaled") {
      $0.isCausal = false
      $0.isScaled = false
    }
    add("positions for looking") { $0.positions = .learntForLooking }
    add("sinusoidal, GELU") {
      $0.positions = .sinusoidal
      $0.mlp = .gelu(10)
    }
    add("RoPE, neighbours, grouped heads") {
      $0.positions = .rotary(RotaryPositions())
      $0.heads = 4
      $0.headWidth = 2
      $0.keyHeads = 2
    }
    add("RoPE, halves, one key head, biases") {
      $0.positions = .rotary(RotaryPositions(.halves, base: 100))
      $0.keyHeads = 1
      $0.hasQueryBias = true
    }
    add("RMSNorm, SwiGLU, tied, scaled embedding") {
      $0.norm = .rms
      $0.mlp = .swiglu(10)
      $0.isTied = true
      $0.embeddingScale = 3
    }
    add("LayerNorm, GELU, free head, no positions") {
      $0.norm = .layer
      $0.mlp = .gelu(10)
      $0.positions = .none
    }
    return all
  }()

  @Test(arguments: shapes.indices) func decoders(_ index: Int) {
    let (name, shape) = Self.shapes[index]
    // With many rows the first layer works from the tables.
    for rows in [2, 6] {
      var decoder = Decoder<Double>(shape, seed: 3)
      check(&decoder, "\(name), \(rows) rows", rows: rows)
    }
  }

  @Test func adapters() {
    var shape = DecoderShape(vocabulary: 6, context: 4, width: 8, heads: 2, mlp: .swiglu(10))
    shape.norm = .rms
    var decoder = Decoder<Double>(shape, seed: 4)
    decoder.addAdapters(rank: 2, alpha: 3, to: Block.Part.allCases, seed: 5)
    #expect(decoder.adapters.count == 7)
    check(&decoder, "adapters")
  }

  /// Put into the weights, adapters say what they said beside them.
  @Test func adaptersAreMerged() {
    for hasBiases in [false, true] {
      var shape = DecoderShape(vocabulary: 6, context: 4, width: 8, heads: 2, mlp: .swiglu(10))
      shape.norm = .rms
      shape.hasBiases = hasBiases
      var decoder = Decoder<Double>(shape, seed: 4)
      decoder.addAdapters(rank: 2, alpha: 3, to: Block.Part.allCases, seed: 5)
      var draws = SeededGenerator(seed: 9)
      for index in decoder.parameters.indices { decoder.parameters[index] += 0.3 * draws.normal() }
      func logits(_ decoder: Decoder<Double>) -> [[Double]] {
        var trace = Trace<Double>(decoder.shape, rows: 1, length: 4)
        decoder.forward([3, 0, 5, 1], into: &trace)
        return (0..<4).map { Array(trace.logits(at: $0)) }
      }
      let merged = decoder.merged
      #expect(merged.adapters.isEmpty && merged.shape == decoder.shape)
      #expect(merged.parameters.count < decoder.parameters.count)
      for (one, other) in zip(logits(decoder).joined(), logits(merged).joined()) {
        #expect(abs(one - other) < 1e-12)
      }
      decoder.setAdapters(on: false)
      for (one, other) in zip(logits(decoder).joined(), logits(decoder.merged).joined()) {
        #expect(abs(one - other) < 1e-12)
      }
    }
  }

  private func check(_ decoder: inout Decoder<Double>, _ name: String, rows: Int = 2) {
    var draws = SeededGenerator(seed: 9)
    // Away from the beginning, where gains are one, biases zero and adapters silent.
    for index in decoder.parameters.indices { decoder.parameters[index] += 0.3 * draws.normal() }
    let length = decoder.shape.context
    let tokens = (0..<rows * length).map { _ in
      Int32(draws.int(in: 0...decoder.shape.vocabulary - 1))
    }
    var targets = tokens.shuffled(using: &draws)
    targets[1] = CrossEntropy.ignored
    var trace = Trace<Double>(decoder.shape, rows: rows, length: length)
    func loss(_ parameters: [Double]) -> Double {
      decoder.parameters = parameters
      decoder.forward(tokens, into: &trace)
      return CrossEntropy.loss(
        trace.values, trace.slots.logits, targets, gradients: &trace.gradients
      ).loss
    }
    let parameters = decoder.parameters
    _ = loss(parameters)
    var gradients = parameters.map { _ in 0.0 }
    decoder.backward(tokens, &trace, addingTo: &gradients)
    #expect(gradients.filter { $0 != 0 }.count > gradients.count / 2)
    let error = Self.worstError(gradients, parameters, loss)
    #expect(error < 1e-5, "\(name): \(error)")
  }

  @Test func recurrentModel() {
    var model = RecurrentModel<Double>(vocabulary: 5, width: 6, seed: 2)
    let tokens: [Int32] = [0, 3, 2, 1, 4, 4, 0, 2]
    let targets: [Int32] = [3, 2, -1, 0, 4, 0, 2, 1]
    var trace = RecurrentTrace(model, rows: 2, length: 4)
    func loss(_ parameters: [Double]) -> Double {
      model.parameters = parameters
      model.forward(tokens, into: &trace)
      return CrossEntropy.loss(
        trace.values, trace.logits, targets, gradients: &trace.gradients
      ).loss
    }
    let parameters = model.parameters
    _ = loss(parameters)
    var gradients = parameters.map { _ in 0.0 }
    model.backward(tokens, &trace, addingTo: &gradients)
    let error = Self.worstError(gradients, parameters, loss)
    #expect(error < 1e-5, "\(error)")
  }
}
