import Models

/// What the heads of a model look at, and what is lost without each part, over many cases: one sentence
/// proves nothing of a head.
package struct Evidence: Study {
  /// What the cases are of.
  package enum Subject: String, CaseIterable, Equatable, Sendable {
    case names, who, colour, place = "where", repeats

    /// What its texts are, in words for who writes a question.
    package var words: String {
      switch self {
      case .names: "of two people the one who is meant: Lily gave the bell to …"
      case .who: "who has one of several things: Who keeps the ring?"
      case .colour: "which colour one of several things has"
      case .place: "where one of several things is"
      case .repeats: "made-up names that come again"
      }
    }

    var task: String {
      switch self {
      case .names: "names, fresh"
      case .who: "who has, 3 facts, fresh"
      case .colour: "colour, 3 facts, fresh"
      case .place: "where, 3 facts, fresh"
      case .repeats: "repeats of coined names"
      }
    }
  }

  /// Where a head may look.
  package enum Pattern: String, CaseIterable, Equatable, Sendable {
    /// The place before.
    case before
    /// What followed the same token before: an induction head.
    case match
    /// The same token before.
    case same
    /// The first place of all.
    case first
    /// The place itself.
    case itself
    /// From the last place, the answer where the text has it.
    case answer
  }

  /// What one part does.
  package struct Row: Equatable, Sendable {
    package let component: Component
    /// The mean weight on what each pattern says; none for an MLP.
    package let scores: [Pattern: Double]
    /// Right answers without it, and the loss of an answer's token then; nil before that was tried.
    package var right: Int?
    package var loss: Double?

    /// The pattern that most of the weight is on, where that is more than half; nil where it is on none.
    package var pattern: (pattern: Pattern, score: Double)? {
      // What the last place alone is asked is no habit of all places.
      let best = Pattern.allCases.filter { $0 != .answer }.map { ($0, scores[$0] ?? 0) }.max {
        $0.1 < $1.1
      }
      return best.flatMap { $0.1 > 0.5 ? $0 : nil }
    }
  }

  package static let cases = 40
  package let subject: Subject
  package let count: Int
  /// With all of it: right answers, and the loss of an answer's token; nil before all cases were read.
  package private(set) var whole: (right: Int, loss: Double)?
  package private(set) var rows: [Row]
  private let decoder: Decoder<Float>
  private let trials: [GateRunner.Case]
  private var sums: [[Pattern: (sum: Double, count: Int)]]
  private var running = Tally()
  /// Which case of which part is next; none is off in the first round.
  private var next = 0

  private struct Tally {
    var right = 0
    var loss = 0.0
    var tokens = 0
  }

  package init(
    _ subject: Subject, in decoder: Decoder<Float>, _ vocabulary: Vocabulary, cases: Int = cases,
    seed: UInt64 = 2
  ) {
    self.subject = subject
    self.decoder = decoder
    count = cases
    var runner = GateRunner(decoder, vocabulary)
    let task = GateTask.base.first { $0.name == subject.task }
    trials = task.map { runner.cases($0, cases, seed) } ?? []
    let components = Component.all(of: decoder.shape)
    rows = components.map { Row(component: $0, scores: [:]) }
    sums = components.map { _ in [:] }
  }

  private var total: Int { trials.count * (rows.count + 1) }
  package var isComplete: Bool { next >= total }
  package var progress: Double { Double(next) / Double(max(total, 1)) }

  package mutating func advance() {
    guard !isComplete else { return }
    let (round, index) = (next / trials.count, next % trials.count)
    let trial = trials[index]
    let off = round == 0 ? [] : [rows[round - 1].component]
    let look = Look(trial.tokens, in: decoder, off: off)
    tally(trial, look)
    if round == 0 { watch(trial, look) }
    next += 1
    guard index == trials.count - 1 else { return }
    let loss = running.loss / Double(max(running.tokens, 1))
    if round == 0 {
      whole = (running.right, loss)
      rows = zip(rows, sums).map { row, sums in
        Row(
          component: row.component,
          scores: sums.mapValues { $0.sum / Double(max($0.count, 1)) })
      }
    } else {
      (rows[round - 1].right, rows[round - 1].loss) = (running.right, loss)
    }
    running = Tally()
  }

  /// An answer is right where each of its tokens is the likeliest.
  private mutating func tally(_ trial: GateRunner.Case, _ look: Look) {
    var isRight = true
    for place in trial.places {
      let wanted = trial.tokens[place]
      running.loss -= look.logProbability(of: wanted, after: place - 1)
      running.tokens += 1
      if look.next(after: place - 1, top: 1).first?.token != wanted { isRight = false }
    }
    running.right += isRight ? 1 : 0
  }

  /// Adds what each head's weight is on; a pattern counts at the places that have what it looks for.
  private mutating func watch(_ trial: GateRunner.Case, _ look: Look) {
    // What comes after the question is the answer: no head is judged by how it reads that.
    let tokens = trial.tokens[..<trial.places.lowerBound]
    let answer = trial.tokens[trial.places.lowerBound]
    for (index, row) in rows.enumerated() {
      guard case .head(let layer, let head) = row.component else { continue }
      for place in 1..<max(tokens.count, 1) {
        let weights = look.weights(layer: layer, head: head, from: place)
        for pattern in Pattern.allCases where pattern != .answer || place == tokens.count - 1 {
          let targets = pattern.targets(tokens, from: place, answer: answer)
          guard !targets.isEmpty else { continue }
          var sum = sums[index][pattern] ?? (0, 0)
          sum.sum += targets.reduce(0) { $0 + weights[$1] }
          sum.count += 1
          sums[index][pattern] = sum
        }
      }
    }
  }
}

extension Evidence.Pattern {
  /// The places that it means, from a place that is not the first.
  func targets(_ tokens: ArraySlice<Int>, from place: Int, answer: Int) -> [Int] {
    switch self {
    case .before: [place - 1]
    case .first: [0]
    case .itself: [place]
    case .same: (0..<place).filter { tokens[$0] == tokens[place] }
    case .match: (1...place).filter { tokens[$0 - 1] == tokens[place] }
    case .answer: (0...place).filter { tokens[$0] == answer }
    }
  }
}
