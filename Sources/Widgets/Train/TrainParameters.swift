import Formulas
import Lab
import Models
import Notes
import Numerics

extension TrainWidget {
  package struct Parameters: SeededParameters {
    var name = "reverse"
    package var seed = 1
    /// How long it trains.
    package var steps = Recipe.reverse.steps
    /// What is taken away.
    var knob: Knob?
    /// Another learning rate than the recipe's own.
    var rate: Double?
    /// The step that is looked at, and the last one that was seen.
    package var step = 0
    package var seen = 0
    /// Another step that it is compared with.
    var with: Int?
    package var guess = LabGuess.none
    /// What was changed when it was guessed: another run is not judged by it.
    var asked: String?
    /// Whether what is changed is what was when it was asked.
    var isAsAsked: Bool { asked == turned }

    /// The recipe with nothing taken away.
    var plain: Recipe {
      guard case .training(var recipe) = LabRecipe.named(name) else { return .reverse }
      recipe.steps = steps
      return recipe
    }
    var recipe: Recipe {
      var recipe = plain
      recipe.optimiser.schedule.peak = typedRate
      return recipe.turned(knob.map { [$0] } ?? [])
    }
    /// The learning rate, whosever it is.
    var typedRate: Double {
      get { rate ?? plain.optimiser.schedule.peak }
      set { rate = newValue == plain.optimiser.schedule.peak ? nil : newValue }
    }
    /// Whether anything is changed: then the run as it is stands beside it.
    var isTurned: Bool { knob != nil || rate != nil }
    /// What is changed, as legends name it.
    var turned: String? { changes(knob: knob?.shown) }
    /// The same, whole.
    var turnedTitle: String? { changes(knob: knob?.title) }

    /// The same in a sentence: `at a rate of 0.1 and without positions`.
    var turnedPhrase: String? {
      let rate = rate.map { "at a rate of \(NumberText().text($0))" }
      let parts = [rate, knob?.phrase].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: " and ")
    }

    private func changes(knob: String?) -> String? {
      let rate = rate.map { "rate \(NumberText().text($0))" }
      let parts = [rate, knob].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
    var question: TrainQuestion { TrainQuestion(plain) }

    /// From the beginning, with another recipe or another length.
    mutating func begin() {
      (step, seen, with, guess, asked) = (0, 0, nil, .none, nil)
      if let knob, !plain.knobs.contains(knob) { self.knob = nil }
    }
  }

  static let mostSteps = 5_000

  /// The recipes that train one model for one task, by name.
  static let recipes = LabRecipe.all.compactMap { recipe in
    if case .training(let recipe) = recipe { recipe } else { nil }
  }

  package static let fields: [Field] = [
    .name("recipe", \.name, among: recipes.map(\.name), default: "reverse").then { parameters in
      parameters.steps = recipes.first { $0.name == parameters.name }?.steps ?? parameters.steps
      parameters.rate = nil
      parameters.begin()
    },
    .seed(\.seed), steps,
    .number("rate", \.typedRate, from: 0...1e12, isSilent: true) {
      $0.plain.optimiser.schedule.peak
    },
    .knob("knob", \.knob) { $0.plain },
    .step, .seen, with,
    InputField.guess(\.guess) { $0.question.asked }.then { $0.asked = $0.turned },
    // Fences name what was changed when it was guessed as legends do.
    Field("asked", read: { (text, parameters) in parameters.asked = text }, write: { $0.asked })
      .kept,
  ]

  /// Fewer steps than are looked at take the eye along.
  private static let steps = Field.whole(
    "steps", \.steps, from: 1...mostSteps, isSilent: true
  ) { $0.defaultSteps }
  .whenChanged(\.steps) { changed, _ in changed.begin() }

  private static let with = Field(
    "with",
    read: { (text, parameters) throws(InputProblem) in
      guard let text, text.lowercased() != "none" else {
        parameters.with = nil
        return
      }
      guard let step = Int(text) else {
        throw InputProblem(unread: "with", remedy: "write a step to compare with, or none")
      }
      parameters.with = step
    }, write: { $0.with.map { String($0) } },
    check: { (parameters) throws(InputProblem) in
      if let step = parameters.with, !(0...parameters.steps).contains(step) {
        throw InputProblem(
          "with", "\(step) is not between 0 and \(parameters.steps)",
          remedy: "write \(step < 0 ? 0 : parameters.steps)")
      }
    })
}

extension TrainWidget.Parameters {
  fileprivate var defaultSteps: Int {
    TrainWidget.recipes.first { $0.name == name }?.steps ?? steps
  }
}

extension Knob {
  /// As screens name it.
  var shown: String { [.noScale, .withoutShift].contains(self) ? title : word }

  /// What is said of it beside the size of the model; nil where that says it already.
  var besidesSize: String? {
    switch self {
    case .oneLayer, .twoLayers, .twoHeads: nil
    case .noPositions, .noScale, .onlyReverse, .withoutShift, .shortRows, .tooFast: title
    }
  }
}
