import Models
import Numerics
import TestSupport
import Testing

@testable import Inside

@Suite struct ModelFileTests {
  /// A model as small as one can be.
  static let small: ModelFile = {
    var shape = InsideShape.shape(vocabulary: 260)
    (shape.context, shape.width, shape.layers, shape.mlp) = (8, 8, 2, .swiglu(5))
    (shape.heads, shape.keyHeads, shape.headWidth) = (2, 2, 4)
    shape.embeddingScale = 8.0.squareRoot()
    let base = Decoder<Float>(shape, seed: 3)
    var adapted = base
    adapted.addAdapters(rank: 2, alpha: 4, to: Block.Part.allCases, seed: 4)
    for slot in adapted.adapters.map(\.up) {
      for index in slot.range { adapted.parameters[index] = Float(index % 7) * 0.01 }
    }
    let pairs = [BytePairEncoding.Pair(104, 105), .init(256, 33)]
    let vocabulary = Vocabulary(BytePairEncoding(merges: pairs) ?? Self.none)
    return ModelFile(
      vocabulary: vocabulary, base: base,
      adaptations: [ModelFile.adaptation("instruct", of: adapted, base, vocabulary)],
      gate: [
        .init(
          model: "base", storyLoss: 1.25, scores: [GateScore(task: "names", right: 3, count: 4)])
      ])
  }()
  private static let none = MergeTraining(on: "", merges: 0).encoding

  /// Once rounded, a model is written and read without any loss.
  @Test func isReadAsItWasWritten() throws {
    let once = try ModelFile(Self.small.bytes)
    #expect(once.vocabulary == Self.small.vocabulary && once.gate == Self.small.gate)
    #expect(once.base.shape == Self.small.base.shape)
    #expect(once.adaptations[0].name == "instruct" && once.adaptations[0].rank == 2)
    let twice = try ModelFile(once.bytes)
    #expect(twice.vocabulary == once.vocabulary && twice.gate == once.gate)
    for (one, other) in zip(once.base.parameters, twice.base.parameters) {
      #expect(abs(one - other) <= abs(one) / 500)
    }
  }

  /// Half a step of the block's scale, and what half precision takes from the scale.
  @Test func roundingIsWithinHalfAStep() {
    var draws = SeededGenerator(seed: 5)
    let values = (0..<333).map { _ in Float(draws.normal()) } + [0, 0, 1e-9]
    let bytes = Quantised.bytes(values)
    #expect(bytes.count == Quantised.byteCount(values.count))
    let read = bytes.withUnsafeBytes { Quantised.values($0, count: values.count) }
    for start in stride(from: 0, to: values.count, by: 32) {
      let block = start..<min(start + 32, values.count)
      let largest = values[block].map(abs).max() ?? 0
      for index in block { #expect(abs(values[index] - read[index]) <= largest / 127 * 0.502) }
    }
  }

  @Test func anAdaptationChangesTheBase() throws {
    let file = try ModelFile(Self.small.bytes)
    let base = try #require(file.decoder("base"))
    var instructed = try #require(file.decoder("instruct"))
    #expect(file.decoder("none") == nil)
    // The rows of the roles are the adaptation's own, on or off.
    func logits(_ decoder: Decoder<Float>) -> [Float] {
      var trace = Trace<Float>(decoder.shape, rows: 1, length: 3)
      decoder.forward([10, 104, 256], into: &trace)
      return Array(trace.logits(at: 2).dropLast(2))
    }
    #expect(logits(base) != logits(instructed))
    instructed.setAdapters(on: false)
    #expect(logits(base) == logits(instructed))
  }

  @Test func everyCutIsFound() {
    let bytes = Self.small.bytes
    for count in 0..<bytes.count {
      #expect(throws: ModelFileProblem.self) { try ModelFile(Array(bytes[..<count])) }
    }
    #expect(throws: ModelFileProblem.left(1)) { try ModelFile(bytes + [0]) }
  }

  @Test func everySizeIsLookedAt() {
    var bytes = Self.small.bytes
    #expect(throws: ModelFileProblem.otherFormat) { try ModelFile([1] + bytes.dropFirst()) }
    for size in 0..<6 {
      var changed = bytes
      changed.replaceSubrange(12 + 4 * size..<16 + 4 * size, with: [255, 255, 255, 255])
      #expect(throws: ModelFileProblem.self) { try ModelFile(changed) }
    }
    bytes[8] = 9
    #expect(throws: ModelFileProblem.version(9)) { try ModelFile(bytes) }
  }

  @Test func problemsSayWhatIsWrong() {
    let problems: [ModelFileProblem] = [
      .otherFormat, .version(2), .cut("merges"), .impossible("heads", 3), .notText("name"),
      .left(2),
    ]
    // They follow "the file cannot be read:".
    for problem in problems {
      #expect(problem.message.first?.isLowercase == true && problem.message.last != ".")
    }
    #expect(problems[2].message == "it ends inside its merges, so copy it again")
    #expect(problems[3].message.contains("heads 3"))
  }
}
