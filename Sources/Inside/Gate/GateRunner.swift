import Models
import Numerics

/// Tries a model on the cases of tasks. An answer is right where each of its tokens is the likeliest one,
/// its end included: what the model says when it always takes the likeliest.
package struct GateRunner {
  private let decoder: Decoder<Float>
  private let vocabulary: Vocabulary
  private var tokenizer: Tokenizer
  private var traces: [Int: Trace<Float>] = [:]

  package init(_ decoder: Decoder<Float>, _ vocabulary: Vocabulary) {
    self.decoder = decoder
    self.vocabulary = vocabulary
    tokenizer = Tokenizer(vocabulary)
  }

  /// What is to come at a place: the tokens at all of these, or one more likely than its rival.
  struct Case: Sendable {
    var tokens: [Int]
    var places: Range<Int>
    var rival: Int?
    var mark: Character?
  }

  private static let rows = 16

  /// So many cases, which the seed decides.
  package mutating func score(_ task: GateTask, cases: Int, seed: UInt64) -> GateScore {
    let all = self.cases(task, cases, seed)
    var (right, count) = (0, 0)
    for start in stride(from: 0, to: all.count, by: Self.rows) {
      let some = Array(all[start..<min(start + Self.rows, all.count)])
      let length = min(
        (some.map(\.tokens.count).max() ?? 1 + 15) / 16 * 16 + 16, decoder.shape.context)
      var trace =
        traces[length] ?? Trace(decoder.shape, rows: Self.rows, length: length, hasGradients: false)
      traces[length] = nil
      var tokens: [Int32] = []
      for row in 0..<Self.rows {
        let own = row < some.count ? some[row].tokens : []
        tokens += (0..<length).map { $0 < own.count ? Int32(own[$0]) : 0 }
      }
      decoder.forward(tokens, into: &trace)
      for (row, one) in some.enumerated() {
        let hits = one.places.map { place in
          let logits = trace.logits(at: row * length + place - 1)
          let wanted = one.tokens[place]
          if let rival = one.rival {
            return logits[logits.startIndex + wanted] > logits[logits.startIndex + rival]
          }
          if let mark = one.mark {
            let top = (logits.firstIndex(of: logits.max() ?? 0) ?? 0) - logits.startIndex
            return String(decoding: vocabulary.bytes(of: top), as: UTF8.self).contains(mark)
          }
          return logits.firstIndex(of: logits.max() ?? 0) == logits.startIndex + wanted
        }
        if task.countsTokens {
          right += hits.count { $0 }
          count += hits.count
        } else {
          right += hits.allSatisfy { $0 } ? 1 : 0
          count += 1
        }
      }
      traces[length] = trace
    }
    return GateScore(task: task.name, right: right, count: count)
  }

  mutating func cases(_ task: GateTask, _ count: Int, _ seed: UInt64) -> [Case] {
    var source = Source(task.split, seed: GateTask.seed(task.name, seed))
    var cases: [Case] = []
    while cases.count < count {
      let trial = task.make(&source)
      var one: Case
      if let repeated = trial.repeated {
        let unit = repeated.map { $0 % vocabulary.encoding.count }
        one = Case(tokens: unit + unit, places: unit.count + 1..<2 * unit.count)
      } else {
        let answer = tokenizer.tokens(trial.answer)
        let prompt =
          task.isInstruction
          ? [vocabulary.newline, vocabulary.user] + tokenizer.tokens(trial.prompt) + [
            vocabulary.model
          ]
          : [vocabulary.newline] + tokenizer.tokens(trial.prompt)
        let all = answer + (task.isInstruction ? [vocabulary.newline] : [])
        one = Case(tokens: prompt + all, places: prompt.count..<prompt.count + all.count)
        if let mark = trial.mark {
          one.places = prompt.count..<prompt.count + 1
          one.mark = mark
        }
        if let rival = trial.rival {
          one.places = prompt.count..<prompt.count + 1
          one.rival = tokenizer.tokens(rival).first
        }
      }
      // What does not fit the context is no case.
      if one.tokens.count <= decoder.shape.context, !one.places.isEmpty { cases.append(one) }
    }
    return cases
  }

  /// The mean loss of passages of a kind that no training has met, over all tokens but the first.
  package mutating func loss(on kind: Corpus.Kind, passages: Int, seed: UInt64) -> Double {
    var source = Source(seed: GateTask.seed(kind.rawValue, seed))
    var (total, count) = (0.0, 0)
    for _ in 0..<passages {
      let tokens = [vocabulary.newline] + tokenizer.tokens(Corpus.passage(kind, &source).text)
      guard tokens.count <= decoder.shape.context, tokens.count > 1 else { continue }
      var trace = Trace<Float>(decoder.shape, rows: 1, length: tokens.count)
      decoder.forward(tokens.map { Int32($0) }, into: &trace)
      let targets = tokens.dropFirst().map { Int32($0) } + [CrossEntropy.ignored]
      let outcome = CrossEntropy.loss(
        trace.values, trace.slots.logits, targets, gradients: &trace.gradients)
      total += outcome.loss * Double(outcome.counted)
      count += outcome.counted
    }
    return total / Double(max(count, 1))
  }
}

extension GateTask {
  /// Cases of a task are its own, whatever is tested before it.
  static func seed(_ name: String, _ seed: UInt64) -> UInt64 {
    SeededGenerator.seed(of: "gate \(name) \(seed)")
  }
}
