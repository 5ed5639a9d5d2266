import JSONText
import Models
import TestSupport
import Testing

@testable import Inside

/// The model that is built in: what it computes, and that it can do what its file says.
@Suite struct ShippedModelTests {
  private let file: ModelFile

  init() throws { file = try ShippedModel.file.get() }

  @Test func isSmallAndWhole() {
    #expect(ShippedModel.bytes.count <= 1_200_000)
    #expect(file.adaptations.map(\.name) == ["instruct", "prefer", "overprefer"])
    #expect(file.gate.map(\.model) == ["base", "instruct", "prefer", "overprefer"])
    #expect(file.gate.allSatisfy { table in table.scores.allSatisfy { $0.count >= 400 } })
  }

  /// Beside NumPy in double precision, on the weights as they are in the file, adapters and heads that
  /// are off included.
  @Test func logitsAreThoseOfNumPy() throws {
    let json = try JSON.parse(
      utf8: try Files.bytes(of: "\(Files.tests)/Fixtures/inside/logits.json"))
    let cases = try #require(json["cases"]?.array)
    #expect(cases.count == 7)
    for one in cases {
      func numbers(_ name: String) throws -> [Double] {
        try #require(one[name]?.array).map { try #require($0.double) }
      }
      let adapter = try #require(one["adapter"]?.string)
      let decoder = try #require(file.decoder(adapter))
      let tokens = try numbers("tokens").map { Int32($0) }
      let hooks: [Hook<Float>] = try #require(one["off"]?.array).flatMap { name in
        Component(name.string ?? "")?.silenced() ?? []
      }
      var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count)
      decoder.forward(tokens, into: &trace, hooks: hooks)
      let expected = try numbers("logits")
      let scale = max(1, expected.map(abs).max() ?? 1)
      for (got, wanted) in zip(trace.logits(at: tokens.count - 1), expected) {
        #expect(abs(Double(got) - wanted) / scale < 1e-4)
      }
      for (got, wanted) in zip(trace.logits(at: 0), try numbers("first")) {
        #expect(abs(Double(got) - wanted) / scale < 1e-4)
      }
    }
  }

  /// The first cases of each task are those of the full gate, so of them no more may be wrong than there
  /// are wrong in all: `train gate` tries them all.
  @Test(arguments: ["base", "instruct", "prefer", "overprefer"])
  func doesWhatItsGateSays(_ name: String) throws {
    let decoder = try #require(file.decoder(name))
    let table = try #require(file.gate.first { $0.model == name })
    var runner = GateRunner(decoder, file.vocabulary)
    let tasks = name == "base" ? GateTask.base : GateTask.instructions
    #expect(table.scores.map(\.task) == tasks.map(\.name))
    for (task, stored) in zip(tasks, table.scores) {
      let score = runner.score(task, cases: 24, seed: Gate.seed)
      #expect(
        score.count - score.right <= stored.count - stored.right,
        "\(name), \(task.name): \(score.right) of \(score.count)")
      #expect(score.right <= stored.right, "\(name), \(task.name)")
    }
  }

  @Test func storiesCostWhatTheFileSays() throws {
    var runner = GateRunner(file.base, file.vocabulary)
    let loss = runner.loss(on: .story, passages: 300, seed: Gate.seed)
    #expect(abs(loss - file.gate[0].storyLoss) < 1e-6)
  }
}
