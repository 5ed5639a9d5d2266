import Formulas
import JSONText
import Lab
import Notes

/// `attend train`: a tiny model learns, and every step of it can be repeated by anyone.
enum TrainCommand {
  static func run(_ invocation: Invocation, width: Int) throws(ReadProblem) -> Int32 {
    let isJSON = invocation.has("json")
    func write(_ text: String) -> Bool {
      Output.write(invocation.has("ascii") ? Output.ascii(text) : text)
    }
    guard var recipe = invocation.operands.first.flatMap(LabRecipe.named) else {
      for (name, value) in [
        ("seed", "1"), ("steps", "1"), ("rate", "0.01"), ("knob", "1"),
      ]
      where invocation.has(name) {
        throw ReadProblem(
          "--\(name) needs a recipe: attend train reverse --\(name) \(invocation.options[name] ?? value)",
          isUsage: true)
      }
      return write(isJSON ? TrainText.recipesJSON : TrainText.recipes(width: width)) ? 0 : 1
    }
    let seed = invocation.options["seed"].flatMap { UInt64($0) } ?? 1
    let steps = invocation.options["steps"].flatMap { Int($0) }
    let rate = try rate(invocation)
    var knob: Knob?
    if let rate {
      guard let changed = recipe.at(rate: rate) else {
        throw ReadProblem(
          "--rate: \(recipe.name) has no rate to change; recipes such as reverse, pre-training and "
            + "descent have one", isUsage: true)
      }
      recipe = changed
    }
    if let text = invocation.options["knob"] {
      guard let turned = recipe.turned(text) else { throw noKnob(text, recipe) }
      (recipe, knob) = turned
    }
    if case .descent = recipe, invocation.has("seed") {
      throw ReadProblem(
        "--seed: nothing in \(recipe.name) is random, so that it has no seed; leave it out",
        isUsage: true)
    }
    let interruption = Interruption()
    let start = Clock.ticks()
    var run = recipe.start(seed: seed, steps: steps)
    var text = TrainText(recipe, seed: seed, rate: rate, knob: knob, run, width: width)
    var isOpen = isJSON || write(text.opening) && write(text.rows(run))
    while isOpen, !run.isFinished, !interruption.isWaiting {
      run.takeStep()
      if !isJSON {
        let rows = text.rows(run)
        isOpen = rows.isEmpty || write(rows)
      }
    }
    let seconds = Double(Clock.ticks() - start) / 1_000
    if isJSON {
      // Half a run would be taken for a whole one.
      isOpen =
        interruption.isWaiting
        || write(json(recipe, seed, run, seconds, rate: rate, knob: knob).text + "\n")
    } else if isOpen {
      isOpen = write(text.ending(run, seconds: seconds))
    }
    interruption.happen()
    return isOpen ? 0 : 1
  }

  /// The learning rate that was given; nil where the recipe's own stays.
  private static func rate(_ invocation: Invocation) throws(ReadProblem) -> Double? {
    guard let text = invocation.options["rate"] else { return nil }
    let rate: Double
    do {
      rate = try NumberReader.number(text)
    } catch {
      throw ReadProblem("--rate: \(error.message)", isUsage: true)
    }
    guard (0...1e12).contains(rate) else {
      throw ReadProblem("--rate is a number from 0 to 1e12, not \"\(text)\"", isUsage: true)
    }
    return rate
  }

  /// A knob that a recipe has not, with those that it has.
  private static func noKnob(_ text: String, _ recipe: LabRecipe) -> ReadProblem {
    let names = recipe.knobs.map(\.word)
    let near = NearestWord.nearest(to: text.lowercased(), among: names)
    let hint = near.map { "; did you mean \($0)?" } ?? ""
    guard !names.isEmpty else {
      let others = LabRecipe.all.filter { !$0.knobs.isEmpty }.map(\.name)
      return ReadProblem(
        "--knob: \(recipe.name) has no knobs; these have: \(others.joined(separator: ", "))",
        isUsage: true)
    }
    return ReadProblem(
      "--knob: \(recipe.name) has no \"\(text)\"\(hint.isEmpty ? "; it has" : hint + " It has") "
        + recipe.knobList, isUsage: true)
  }

  static func json(
    _ recipe: LabRecipe, _ seed: UInt64, _ run: any LabRun, _ seconds: Double,
    rate: Double? = nil, knob: Knob? = nil
  ) -> JSON {
    func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
    func whole(_ value: Int?) -> JSON { value.map { .integer($0) } ?? .null }
    let curve = run.curve
    let hasError = curve.contains { $0.error != nil }
    func outcome(_ point: CurvePoint?) -> JSON.Member {
      hasError
        ? JSON.Member("error", number(point?.error))
        : JSON.Member("accuracy", number(point?.accuracy))
    }
    let last = curve.last { hasError || !$0.accuracies.isEmpty }
    // One number is of all that is learnt; where several are tested, each has its own.
    let names = run.testNames.count > 1 ? run.testNames : []
    let leftOut = ((run as? TrainingRun)?.recipe.leftOut ?? []).map(\.rawValue)
    func shares(_ point: CurvePoint?) -> [JSON.Member] {
      guard !names.isEmpty else { return [] }
      let shares = point.map(\.accuracies) ?? []
      return [.init("shares", shares.isEmpty ? .null : .numbers(shares))]
    }
    var members: [JSON.Member] = [
      .init("recipe", .string(recipe.name)),
      .init("seed", Int(exactly: seed).map { .integer($0) } ?? .number(Double(seed))),
    ]
    if let rate { members.append(.init("rate", .number(rate))) }
    if let knob { members.append(.init("knob", .string(knob.word))) }
    members += [
      .init("parameters", .integer(run.parameterCount)),
      .init("steps", .integer(max(run.step - run.preparation, 0))),
      .init("seconds", .number(seconds)), .init("loss", number(run.loss)), outcome(last),
    ]
    if !names.isEmpty {
      members.append(
        .init(
          "tests",
          .array(
            names.map { ["name": .string($0), "trained": .bool(!leftOut.contains($0))] })))
    }
    members += shares(last)
    if let off = (run as? FineTuningRun)?.withAdaptersOff {
      members.append(
        .init("adaptersOff", ["new": .number(off.new), "old": .number(off.old)]))
    }
    members += [
      .init("reachedAt", whole(run.reachedAt)), .init("divergedAt", whole(run.divergedAt)),
      .init(
        "curve",
        .array(
          curve.map { point in
            .object(
              [
                .init("step", .integer(point.step)), .init("loss", .number(point.loss)),
                outcome(point),
              ] + shares(point))
          })),
    ]
    return JSON.object(members).versioned
  }
}
