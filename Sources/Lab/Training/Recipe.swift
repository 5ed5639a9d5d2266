import Models
import Numerics

/// A training, as data: all that a run needs beside a seed.
package struct Recipe: Equatable, Sendable {
  package let name: String
  private let subject: String
  /// What is said after its title, as long as no knob is turned: `in one layer`.
  package var condition = ""
  package var title: String { condition.isEmpty ? subject : "\(subject), \(condition)" }
  /// What else there is to know of it, as long as no knob is turned.
  package var note = ""
  /// What its figures depend on, whatever is turned: another setting gives others.
  package var setting = ""
  package var source: Source
  package var shape: DecoderShape
  package var optimiser: OptimiserRecipe
  /// Rows of a step.
  package var batch = 32
  package var steps: Int
  /// What is tested while it trains, beside the task that it trains for.
  package var tests: [Test] = []
  /// Every how many steps, and on how many rows.
  package var testsEvery = 5
  package var testRows = 64
  /// The share of knowable places right at which the task counts as learnt.
  package var threshold = 0.99
  /// What can be changed, one thing at a time.
  package var knobs: [Knob] = []

  package struct Test: Equatable, Sendable {
    package let name: String
    package let task: SequenceTask

    package init(_ name: String, _ task: SequenceTask) {
      self.name = name
      self.task = task
    }
  }

  package init(
    name: String, title: String, task: SequenceTask, shape: DecoderShape, peak: Double,
    warmUp: Int, steps: Int
  ) {
    self.name = name
    subject = title
    self.shape = shape
    self.steps = steps
    source = Source(task)
    optimiser = OptimiserRecipe(schedule: Schedule(peak: peak, warmUp: warmUp))
  }

  /// Orders that are tested, and that no row of the training gives: what is right of them is not counted in what
  /// is right of the task.
  package var leftOut: [Order] {
    guard case .orders(let given, _, _, _) = source.task else { return [] }
    return tests.compactMap { Order(rawValue: $0.name) }.filter { !given.contains($0) }
  }

  /// `rate 0.003`
  package var rateText: String { "rate \(NumberText().text(optimiser.schedule.peak))" }

  /// One of its knobs, by its number from 1 or its name, whose words may be joined by hyphens.
  package func knob(_ text: String) -> Knob? { knobs.named(text) }

  /// The same with these knobs turned.
  package func turned(_ knobs: some Sequence<Knob>) -> Recipe {
    var recipe = self
    for knob in knobs {
      knob.turn(&recipe)
      (recipe.condition, recipe.note) = ("", "")
    }
    return recipe
  }
}
