import JSONText
import Lab
import TestSupport
import Testing

@testable import attend

@Suite struct TrainTextTests {
  /// All that is told of a run, to its end.
  private func told(_ run: any LabRun, as recipe: LabRecipe, width: Int = 80) -> [String] {
    var run = run
    var text = TrainText(recipe, seed: 1, run, width: width)
    var told = text.opening + text.rows(run)
    while !run.isFinished {
      run.takeStep()
      told += text.rows(run)
    }
    return (told + text.ending(run, seconds: 0.25)).split(separator: "\n").map(String.init)
  }

  @Test func aTableHasAtMostTwentyRowsOrSo() {
    for steps in [1, 20, 21, 150, 1_000, 3_000, 100_000] {
      let stride = TrainText.stride(steps)
      #expect(steps / stride <= 20 && (stride == 1 || steps / stride >= 5), "\(steps)")
    }
  }

  @Test func everyRecipeFitsItsWidth() {
    for recipe in LabRecipe.all {
      let lines = told(recipe.start(seed: 1, steps: 2), as: recipe, width: 40)
      #expect(lines.allSatisfy { $0.count <= 40 }, "\(recipe.name): \(lines)")
      for width in [1, 20, 80] {
        let opening = TrainText(recipe, seed: 1, recipe.start(seed: 1), width: width).opening
        #expect(opening.split(separator: "\n").allSatisfy { $0.count <= width }, "\(opening)")
      }
      #expect(TrainText.recipes(width: 40).contains(recipe.name))
    }
    for width in [8, 40, 80] {
      let lines = TrainText.recipes(width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= max(width, 24) })
    }
  }

  /// A row stands for each step that is told once, from the beginning to the end.
  @Test func theStepsGoFromTheFirstToTheLast() {
    for (recipe, first, last) in [
      (LabRecipe.training(.reverse), 0, 7), (.fineTuning(.head), 0, 7),
      (.preferences(.quality), 0, 7), (.preTraining(PreTraining(.nextToken)), 0, 7),
      (.descent(.bowl, rate: 0.3, momentum: 0), 0, 7),
    ] {
      let lines = told(recipe.start(seed: 1, steps: 7), as: recipe)
      let steps = lines.drop { !$0.hasPrefix("    step") }.dropFirst()
        .prefix { !$0.hasPrefix("parameters") }
        .compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
      #expect(steps.first == first && steps.last == last, "\(lines)")
      #expect(Set(steps).count == steps.count)
    }
  }

  @Test func aLostLossIsToldWithItsStep() throws {
    let recipe = LabRecipe.training(Recipe.reverse.turned([.tooFast]))
    var run = recipe.start(seed: 1)
    run.advance(steps: run.steps)
    let divergedAt = run.divergedAt
    let step = try #require(divergedAt)
    let lines = told(recipe.start(seed: 1), as: recipe)
    #expect(lines.contains { $0.hasPrefix("diverged    at step \(step): ") }, "\(lines)")
    #expect(lines.contains { $0.hasPrefix("99 %        not reached") })
    // Steps have numbers from 0: how many there were is one more than the last of them.
    #expect(
      lines.contains {
        $0.hasPrefix("steps       \(step + 1), numbered 0\(step > 0 ? " to \(step)" : ""), in ")
      }, "\(lines)")
    let json = TrainCommand.json(recipe, 1, run, 0.25)
    #expect(json["divergedAt"]?.int == step && json["reachedAt"] == .null)
  }

  /// Before anything is learnt nothing is off, and it is said why.
  @Test func whyNothingIsOffAtFirst() {
    let recipe = LabRecipe.preferences(.quality)
    let lines = told(recipe.start(seed: 1, steps: 3), as: recipe, width: 400)
    #expect(lines.contains { $0.hasSuffix(" 0.0000") }, "\(lines)")
    #expect(lines.contains { $0.contains("at step 0 they are all 0, and all three policies") })
  }

  @Test func theResultsOfARun() {
    var run = LabRecipe.training(.reverse).start(seed: 1, steps: 10)
    run.advance(steps: 10)
    let json = TrainCommand.json(.training(.reverse), 1, run, 0.25)
    #expect(json["version"]?.int == 1 && json["recipe"]?.string == "reverse")
    #expect(json["parameters"]?.int == 5_120 && json["steps"]?.int == 10)
    let curve = json["curve"]?.array ?? []
    #expect(curve.compactMap { $0["step"]?.int } == Array(0...10))
    #expect(curve[0]["accuracy"]?.double != nil && curve[1]["accuracy"] == .null)
    #expect(json["accuracy"] == curve[10]["accuracy"] && json["loss"] == curve[10]["loss"])
    var preferences = LabRecipe.preferences(.quality).start(seed: 1, steps: 3)
    preferences.advance(steps: 3)
    let error = TrainCommand.json(.preferences(.quality), 1, preferences, 0)
    #expect(error["error"]?.double != nil && error["accuracy"] == nil)
  }

  /// An order that no row of the training gives is told by itself, in words and in numbers.
  @Test(arguments: [Knob.withoutShift, .onlyReverse]) func whatIsLeftOutIsTold(knob: Knob) throws {
    let unseen: [Order] = knob == .withoutShift ? [.shift] : [.copy, .shift, .sort]
    let plan = Recipe.instructions.turned([knob])
    #expect(plan.leftOut == unseen && Recipe.instructions.leftOut.isEmpty)
    let recipe = LabRecipe.training(plan)
    var run = recipe.start(seed: 1, steps: 20)
    run.advance(steps: 20)
    let shares = try #require(run.curve.last?.accuracies)
    let lines = told(recipe.start(seed: 1, steps: 20), as: recipe, width: 400)
    func list(_ isUnseen: Bool) -> String {
      Order.allCases.enumerated().filter { unseen.contains($0.element) == isUnseen }
        .map { "\($0.element.rawValue) \(LabText.share(shares[$0.offset + 1]))" }
        .joined(separator: ", ")
    }
    #expect(lines.contains("right of    \(list(false))"), "\(lines)")
    #expect(
      lines.contains("unseen      \(list(true)): given in no row of the training"), "\(lines)")
    for order in unseen {
      #expect(lines.contains { $0.hasPrefix("\(order.rawValue): an order that no row of its") })
    }
    let json = TrainCommand.json(recipe, 1, run, 0.25)
    let tests = json["tests"]?.array ?? []
    #expect(
      tests.compactMap { $0["name"]?.string } == ["right"] + Order.allCases.map(\.rawValue))
    for test in tests {
      let isUnseen = unseen.contains { $0.rawValue == test["name"]?.string }
      #expect(test["trained"]?.bool == !isUnseen)
    }
    #expect(json["shares"]?.array?.compactMap(\.double) == shares)
    let curve = json["curve"]?.array ?? []
    #expect(curve.last?["shares"] == json["shares"] && curve[1]["shares"] == .null)
  }

  /// Whatever is turned, its name makes a sentence.
  @Test(arguments: Knob.allCases) func aKnobStandsInASentence(knob: Knob) {
    let opening = TrainText(
      .training(.reverse), seed: 1, knob: knob, LabRecipe.training(.reverse).start(seed: 1),
      width: 400
    ).opening
    let words = opening.split(whereSeparator: { " \n".contains($0) })
    for (word, next) in zip(words, words.dropFirst()) where ["with", "at"].contains(word) {
      #expect(!["with", "without", "no", "only", "too"].contains(next), "\(opening)")
    }
    #expect(opening.contains(", seed 1, \(knob.phrase)\n"))
  }

  @Test func nothingReadsAsAllOrNoneThatIsNot() {
    #expect(LabText.share(1) == "100.0 %" && LabText.share(0.9999) == ">99.9 %")
    #expect(
      LabText.share(0) == "0.0 %" && LabText.share(0.0001) == "<0.1 %"
        && LabText.share(0.4215) == "42.2 %")
    #expect(LabText.share(.nan) == "undefined")
    #expect(LabText.decimals(2.34567, 4) == "2.3457" && LabText.decimals(0.05, 2) == "0.05")
    #expect(LabText.loss(0.00047) == "0.0005" && LabText.loss(8.654e-5) == "8.65e-5")
    #expect(LabText.loss(.infinity) == "∞" && LabText.loss(.nan) == "undefined")
    #expect(
      LabText.grouped(17_632) == "17,632" && LabText.grouped(512) == "512"
        && LabText.grouped(1_024_000) == "1,024,000")
  }
}
