import Inside
import Models

/// What a training on notes follows from.
package struct OwnNotesKey: Equatable, Sendable {
  let learn: String
  let prompts: [[Int]]
  let recipe: OwnTextRecipe
}

/// Trainings on the same notes, of which the last one asked for goes on.
package struct OwnNotesRecord: WidgetRecord {
  package let recipe: OwnNotesKey
  /// Those that have begun, the oldest first.
  private var runs: [(key: OwnNotesKey, run: OwnTextRun)] = []
  private let text: OwnText
  private let file: ModelFile
  /// A run keeps two megabytes.
  private static let room = 8

  init(_ recipe: OwnNotesKey, _ text: OwnText, _ file: ModelFile) {
    (self.recipe, self.text, self.file) = (recipe, text, file)
  }

  /// The run that is asked for; nil before it begins.
  var run: OwnTextRun? { runs.first { $0.key == recipe }?.run }
  /// All that came to an end.
  var finished: [OwnTextRun] { runs.map(\.run).filter(\.isComplete) }

  package var isComplete: Bool { run?.isComplete == true }

  package mutating func advance() {
    guard let at = runs.firstIndex(where: { $0.key == recipe }) else {
      if runs.count >= Self.room { runs.removeFirst() }
      let run = OwnTextRun(
        text, prompts: recipe.prompts, recipe.recipe, base: file.base, file.vocabulary)
      runs.append((recipe, run))
      return
    }
    runs[at].run.advance()
  }

  /// Other trainings on the same notes stay beside it.
  package mutating func adopt(_ other: OwnNotesRecord) {
    guard other.recipe.learn == recipe.learn else { return }
    runs = other.runs
  }
}
