import Lab

/// What a run of the lab follows from.
package protocol RunKey: Equatable, Sendable {
  associatedtype Run: LabRun
  /// How many steps of it take a few milliseconds.
  var slice: Int { get }
  /// A run that begins; those before it may have what it needs.
  func start(after runs: [Run]) -> Run
}

/// Runs of the lab that stand beside each other, computed one after the other.
package struct RunsRecord<Key: RunKey>: WidgetRecord {
  package let recipe: [Key]
  /// Those that have begun, in order.
  private var runs: [Key.Run] = []

  init(_ recipe: [Key]) { self.recipe = recipe }

  /// A run as far as it has come; nil before it begins.
  subscript(index: Int) -> Key.Run? { runs.indices.contains(index) ? runs[index] : nil }

  package var isComplete: Bool {
    runs.count == recipe.count && runs.last?.isFinished != false
  }

  package mutating func advance() {
    if let last = runs.indices.last, !runs[last].isFinished {
      runs[last].advance(steps: recipe[last].slice)
    } else if runs.count < recipe.count {
      runs.append(recipe[runs.count].start(after: runs))
    }
  }

  /// Runs that both begin with are not made again.
  package mutating func adopt(_ other: RunsRecord) {
    guard runs.isEmpty else { return }
    for key in recipe {
      guard runs.last?.isFinished != false,
        let at = other.recipe.firstIndex(of: key), let run = other[at]
      else { return }
      runs.append(run)
    }
  }
}
