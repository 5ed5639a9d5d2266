import Formulas
import Notes
import Numerics

extension Vector {
  /// The vector with an entry more after a place, or the one there taken away.
  func resized(
    by change: Resizing, at index: Int, most: Int
  ) throws(InputProblem) -> (vector: Vector, at: Int) {
    try change.check(count, most: most, "entry")
    var vector = self
    if change.adds {
      vector.insert(0, at: index + 1)
      return (vector, index + 1)
    }
    vector.remove(at: index)
    return (vector, index)
  }
}

extension Vector {
  /// So many entries: what is too much is cut off, what is missing is `filler`.
  func fitted(_ count: Int, filler: Double = 0) -> Vector {
    Array(prefix(count)) + Array(repeating: filler, count: Swift.max(0, count - self.count))
  }
}

/// Scores, one a word.
protocol NamedScores {
  var words: [String] { get set }
  var scores: Vector { get set }
}

extension NamedScores {
  /// A score more or less, and its word with it.
  func resized(by change: Resizing, at index: Int, most: Int) throws(InputProblem) -> Self {
    var changed = self
    let index = min(index, scores.count - 1)
    let (scores, at) = try scores.resized(by: change, at: index, most: most)
    changed.scores = scores
    if change.adds {
      if words.count >= at, !words.isEmpty { changed.words.insert("new", at: at) }
    } else if words.indices.contains(at) {
      changed.words.remove(at: at)
    }
    return changed
  }

  /// Words, or numbers where there are none.
  var names: [String] {
    words.filled(to: scores.count)
  }
}
