import Basics
import JSONText
import Models
import TestSupport
import Testing

@testable import Inside

/// Models in every format and of every family, beside transformers.
@Suite struct DiskModelTests {
  static let names = [
    "safetensors-llama", "safetensors-qwen2", "safetensors-qwen3", "safetensors-gpt2",
    "safetensors-llama-f16", "safetensors-llama-bf16", "llama-c.bin", "safetensors-llama3",
    "llama3-f16.gguf", "llama-f32.gguf",
    "qwen2-f16.gguf", "qwen3-f16.gguf", "gpt2-f16.gguf", "llama-bf16.gguf", "llama-q8_0.gguf",
    "llama-q4_0.gguf", "llama-q4_1.gguf", "llama-q5_0.gguf", "llama-q4_k.gguf",
    "llama-q6_k.gguf",
  ]

  private func worst(_ got: [Double], _ expected: [Double]) -> Double {
    guard got.count == expected.count else { return .infinity }
    let scale = max(1, expected.map(abs).max() ?? 0)
    return zip(got, expected).map { abs($0 - $1) / scale }.max() ?? 0
  }

  @Test(arguments: names) func logitsAgree(_ name: String) throws {
    let expected = try #require(try DiskFixture.json("expected.json")[name])
    let model = try DiskFixture.open(name)
    let tokens = try expected.values("ids").map { Int($0) }
    let look = Look(tokens, in: model.decoder)
    let places = try expected.values("places").map { Int($0) }
    let logits = places.flatMap { look.logits(after: $0) }
    #expect(worst(logits, try expected.values("logits")) < 1e-4)
  }

  @Test(arguments: names) func offIsZero(_ name: String) throws {
    let expected = try #require(try DiskFixture.json("expected.json")[name])
    let model = try DiskFixture.open(name)
    let tokens = try expected.values("ids").map { Int($0) }
    let off = try #require(expected["off"]?.string.flatMap(Component.init))
    let logits = Look(tokens, in: model.decoder, off: [off]).logits(after: tokens.count - 1)
    #expect(worst(logits, try expected.values("offLogits")) < 1e-4)
    // What was computed before the part is not computed again, and all the same.
    let whole = Look(tokens, in: model.decoder)
    var slices = whole.again(off: [off])
    while !slices.isComplete { slices.advance() }
    #expect(Look(slices).logits(after: tokens.count - 1) == logits)
  }

  /// A look that was read with parts off goes on where others are off.
  @Test(arguments: ["safetensors-gpt2", "llama-f32.gguf"])
  func offIsGoneOnWith(_ name: String) throws {
    let decoder = try DiskFixture.open(name).decoder
    let tokens = [1, 17, 200, 5, 42]
    func parts(_ names: String) -> [Component] {
      names.split(separator: " ").compactMap { Component(String($0)) }
    }
    let last = LensPlace(layer: decoder.shape.layers, place: 4)
    for before in ["", "L0H1", "L1H2", "L0H1 L1MLP"] {
      let look = Look(tokens, in: decoder, off: parts(before))
      for after in ["", "L0H1", "L0H1 L1H2", "L1MLP L0H1", "L1"] {
        var slices = look.again(off: parts(after), scoring: [last])
        while !slices.isComplete { slices.advance() }
        let wanted = Look(tokens, in: decoder, off: parts(after)).logits(after: 4)
        #expect(worst(Look(slices).logits(after: 4), wanted) < 1e-6, "\(before) \(after)")
      }
      // For more scores all stays as it is.
      let early = LensPlace(layer: 1, place: 2)
      var slices = look.again(scoring: [early])
      while !slices.isComplete { slices.advance() }
      let again = Look(slices, known: look.known)
      #expect(again.logits(after: 4) == look.logits(after: 4))
      #expect(again.lens(layer: 1, after: 2, top: 3) == look.lens(layer: 1, after: 2, top: 3))
    }
  }

  /// Another place asked for meanwhile: what is under way goes on.
  @Test func aPassUnderWayIsTakenOver() throws {
    let decoder = try DiskFixture.open("llama-f32.gguf").decoder
    var first = DiskReading.Recipe(Array(1...60), place: 59)
    first.wantsLens = true
    var one = DiskReading(first, in: decoder)
    one.advance()
    #expect(!one.isComplete && one.look == nil && one.progress > 0)
    var second = first
    second.place = 3
    var other = DiskReading(second, in: decoder)
    other.adopt(one)
    #expect(other.progress == one.progress)
    while !other.isComplete { other.advance() }
    let look = try #require(other.look)
    let wanted = Look(first.tokens, in: decoder)
    #expect(worst(look.logits(after: 3), wanted.logits(after: 3)) < 1e-6 && other.hasLens)
    // Of another text nothing is.
    var third = DiskReading(DiskReading.Recipe([1, 2], place: 1), in: decoder)
    third.adopt(one)
    #expect(third.progress == 0)
  }

  @Test(arguments: names) func cacheIsNoCache(_ name: String) throws {
    let model = try DiskFixture.open(name)
    let tokens = [1, 17, 200, 5, 42]
    var cache = KeyValueCache<Float>(model.decoder.shape, room: tokens.count)
    var logits: [Float] = []
    for token in tokens { logits = model.decoder.next(after: Int32(token), &cache) }
    let look = Look(tokens, in: model.decoder)
    #expect(worst(logits.map { Double($0) }, look.logits(after: 4)) < 1e-5)
  }

  /// What parts write adds up to the scores of tokens.
  @Test(arguments: ["safetensors-gpt2", "llama-f32.gguf"])
  func whatIsWrittenAddsUp(_ name: String) throws {
    let model = try DiskFixture.open(name)
    let look = Look([1, 17, 200, 5], in: model.decoder)
    let shape = model.decoder.shape
    let parts = (0..<shape.layers).map { Component.layer($0) }
    let sums = parts.map { look.written(by: $0, at: 3, for: [7, 8]) }
      .reduce(look.brought(at: 3, for: [7, 8])) { zip($0, $1).map(+) }
    // The bias of the last norm is no part's.
    let logits = look.logits(after: 3)
    #expect(abs(sums[0] + look.constant(for: 7) - logits[7]) < 1e-3)
    #expect(abs(sums[1] + look.constant(for: 8) - logits[8]) < 1e-3)
  }

  @Test func everyTypeHoldsItsNumbers() throws {
    let json = try DiskFixture.json("types.json")
    for type in StoredType.allCases {
      let entry = try #require(json[type.rawValue], "\(type)")
      let hex = Array(try #require(entry["bytes"]?.string).utf8)
      let bytes = stride(from: 0, to: hex.count, by: 2).map {
        UInt8(String(decoding: hex[$0..<$0 + 2], as: UTF8.self), radix: 16) ?? 0
      }
      let matrix = try #require(
        StoredMatrix(MappedBytes(bytes), offset: 0, type, rows: 2, columns: 256))
      let values = matrix.values.map { Double($0) }
      #expect(worst(values, try entry.values("values")) < 1e-6, "\(type)")
      #expect(
        StoredMatrix(MappedBytes(bytes.dropLast()), offset: 0, type, rows: 2, columns: 256) == nil)
    }
  }

  @Test func whatItIsIsTold() throws {
    let model = try DiskFixture.open("llama-q4_k.gguf")
    #expect(model.family == .llama && model.format == "GGUF" && model.name == "tiny llama")
    #expect(model.types.first == .q4_K)
    #expect(
      model.decoder.parameterCount == 384 * 256 + 2 * 256 * 256 + 2 * 64 * 256
        + 3 * 256 * 256 + 3 * 256)
    #expect(model.longestLook == 64)
  }
}
