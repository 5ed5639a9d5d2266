import Formulas
import Numerics

/// What guesses were worth that were made at once: at a cell, or at several of a row.
struct GuessVerdict<Area: Hashable & Sendable>: Sendable {
  struct Guess: Sendable {
    let cell: WidgetCursor<Area>
    let judgement: Judgement
    /// Whether the number was told before, because a guess at it was wrong.
    let wasTold: Bool
  }

  let guesses: [Guess]

  var isRight: Bool { guesses.allSatisfy { $0.judgement.isRight && !$0.wasTold } }

  /// The verdict first, each number as its table writes it.
  func lines(_ numbers: (WidgetCursor<Area>) -> NumberText) -> [String] {
    func lines(_ guess: Guess) -> [String] {
      let style = numbers(guess.cell)
      let lines = guess.judgement.lines(style)
      return guess.judgement.isRight && guess.wasTold
        ? ["Told before: " + guess.judgement.truth.text(style)] + lines.dropFirst() : lines
    }
    if guesses.count == 1, let only = guesses.first { return lines(only) }
    let right = guesses.count { $0.judgement.isRight && !$0.wasTold }
    let told = guesses.count { $0.judgement.isRight && $0.wasTold }
    let verdict = "\(right) of \(guesses.count) right" + (told > 0 ? ", \(told) told before" : "")
    guard let wrong = guesses.first(where: { !$0.judgement.isRight }) else { return [verdict] }
    let rest = lines(wrong)
    return [verdict, "Number \(wrong.cell.column + 1): " + (rest.first ?? "")] + rest.dropFirst()
  }
}
