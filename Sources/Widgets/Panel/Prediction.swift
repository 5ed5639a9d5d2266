import Formulas
import Numerics

/// Predict, then reveal: each result stays hidden until the reader has guessed it.
struct Prediction<Area: Hashable & Sendable>: Sendable {
  private(set) var isOn = false
  /// The cells that were guessed, and whether rightly.
  private var guesses: [WidgetCursor<Area>: Bool] = [:]
  /// Those of stages that were left for another one.
  private(set) var earlier: [Int: [WidgetCursor<Area>: Bool]] = [:]
  /// What the last guesses were worth; nil where there is nothing to say of any.
  private(set) var verdict: GuessVerdict<Area>?

  /// The cells that show in spite of it; nil where all do.
  var shown: [WidgetCursor<Area>: Bool]? { isOn ? guesses : nil }
  /// Whether nothing was guessed yet of what stands there now.
  var isWaiting: Bool { isOn && guesses.isEmpty }
  /// Whether anything was guessed, at whichever stage.
  var hasGuesses: Bool { isOn && !(guesses.isEmpty && earlier.values.allSatisfy(\.isEmpty)) }

  /// Begins, or ends and shows everything.
  mutating func toggle() {
    isOn.toggle()
    hide()
  }

  /// Whether the number of a cell was told already, because a guess at it was wrong.
  func wasTold(_ cell: WidgetCursor<Area>) -> Bool { isOn && guesses[cell] == false }

  /// Guesses were taken: their cells show, with what the first guess at each was worth.
  mutating func reveal(_ judged: [(cell: WidgetCursor<Area>, judgement: Judgement)]) {
    verdict = GuessVerdict(
      guesses: judged.map { .init(cell: $0, judgement: $1, wasTold: wasTold($0)) })
    for (cell, judgement) in judged where guesses[cell] == nil {
      guesses[cell] = judgement.isRight
    }
  }

  /// Other numbers stand there now: they are hidden while predicting goes on.
  mutating func hide() {
    guesses = [:]
    earlier = [:]
    forgetVerdict()
  }

  /// The same numbers at another stage: what was not guessed at the one before stays hidden.
  mutating func turn(from old: Int, to new: Int) {
    guard isOn else { return }
    earlier[old] = guesses
    guesses = earlier[new] ?? [:]
    earlier[new] = nil
    forgetVerdict()
  }

  /// The reader went on to another cell.
  mutating func forgetVerdict() { verdict = nil }
}
