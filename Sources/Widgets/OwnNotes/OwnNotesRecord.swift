import Inside
import Models

/// What a training on notes follows from.
package struct OwnNotesKey: Equatable, Sendable {
  let learn: String
  let prompts: [[Int]]
  let recipe: OwnTextRecipe

  /// Whether both are one training, whatever is gone on with.
  func trains(as other: Self) -> Bool { (learn, recipe) == (other.learn, other.recipe) }
}

/// Trainings on the same notes, of which the last one asked for goes on.
package struct OwnNotesRecord: WidgetRecord {
  package let recipe: OwnNotesKey
  /// Those that have begun, the oldest first.
  private var runs: [(key: OwnNotesKey, run: OwnTextRun)] = []
  private let text: OwnText
  private let file: ModelFile
  /// A run keeps the copy as it was seven times, fifteen megabytes in all.
  private static let room = 6

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
      // What was trained already, or is under way, is only asked for other beginnings.
      if let at = runs.firstIndex(where: { $0.key.trains(as: recipe) }) {
        runs[at] = (recipe, runs[at].run.asked(recipe.prompts))
        return
      }
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
    for (key, run) in other.runs {
      guard let at = runs.firstIndex(where: { $0.key.trains(as: key) }) else {
        runs.append((key, run))
        continue
      }
      // The one that has come further.
      if run.step >= runs[at].run.step { runs[at] = (key, run) }
    }
    // The one that is asked for stays, whenever it began.
    while runs.count > Self.room,
      let at = runs.firstIndex(where: { !$0.key.trains(as: recipe) })
    {
      runs.remove(at: at)
    }
  }
}
