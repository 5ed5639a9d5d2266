import Models

/// Rows of a test, and how many of their knowable places a decoder has right.
struct Examination: Sendable {
  private let tokens: [Int32]
  private let targets: [Int32]
  private let rows: Int
  private let length: Int

  /// Rows that no training saw.
  init(_ task: SequenceTask, rows count: Int, seed: UInt64) {
    self.init(Source.heldOut(task, count, seed: seed))
  }

  /// Any rows of one length.
  init(_ rows: [Row]) {
    tokens = rows.flatMap(\.tokens)
    targets = rows.flatMap(\.knowableTargets)
    self.rows = rows.count
    length = rows.first?.tokens.count ?? 0
  }

  /// Memory for it, which tests of the same size can share.
  func trace(_ shape: DecoderShape) -> Trace<Float> {
    Trace(shape, rows: rows, length: length, hasGradients: false)
  }

  func accuracy(_ decoder: Decoder<Float>, _ trace: inout Trace<Float>) -> Double {
    decoder.forward(tokens, into: &trace)
    return CrossEntropy.accuracy(trace.values, trace.slots.logits, targets)
  }
}
