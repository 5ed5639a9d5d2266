import Formulas
import Inside
import JSONText
import Lab
import Notes
import Screens
import Storage
import Widgets

/// `attend model --learn NOTES`: a copy of the model inside learns someone's notes; nothing of it is kept but
/// where `--keep FILE` asks for it.
enum LearnCommand {
  /// What is only said of learning.
  private static let settings = ["replay", "lora", "steps", "rate", "keep"]

  /// Complains of what goes with `--learn` alone.
  static func refuseSettings(_ invocation: Invocation) throws(ReadProblem) {
    for name in settings where invocation.options[name] != nil {
      throw ReadProblem(
        "--\(name) says how notes are learnt: attend model --learn notes.md --\(name) …",
        isUsage: true)
    }
  }

  static func run(
    _ path: String, _ invocation: Invocation, _ secure: SecureMode
  ) throws(ReadProblem) -> Int32 {
    let file = try ModelCommand.shipped()
    try invocation.refuse(
      ["ids", "adapter", "off", "top", "generate", "temperature", "evidence"],
      "looks into the model, and --learn trains a copy: give one of them")
    let recipe = try recipe(invocation)
    let keep = invocation.options["keep"].map { Path($0) }
    // Said before minutes go by.
    if let keep {
      try secure.forbid("model --keep FILE")
      if let problem = FileWriter.obstacle(toMaking: keep) {
        throw ReadProblem("--keep: \(problem.message)")
      }
    }
    var source = try NotesSource(path: path)
    source.readAll()
    if let notice = source.notice { Output.complain(notice) }
    let most = OwnNotesWidget.mostLearnt
    let notes = source.library.text(most)
    guard let text = OwnText(PlainNotes.text(of: notes.text), file.vocabulary) else {
      throw ReadProblem(
        "\(path) is too short to learn from: \(OwnText.leastTokens) tokens are the least, about "
          + "\(OwnText.leastTokens * 2) letters")
    }
    let isJSON = invocation.has("json")
    func write(_ lines: [String]) -> Bool {
      Output.write(lines: lines, ascii: invocation.has("ascii"))
    }
    let prompts = OwnNotesWidget.prompts(text, invocation.options["text"] ?? "", file)
    let interruption = Interruption()
    var run = OwnTextRun(
      text, prompts: prompts, recipe, base: file.base, file.vocabulary)
    var isOpen = isJSON || write(opening(source.library.title, notes.isAll, text, run))
    var told = 0
    while isOpen, !run.isComplete, !interruption.isWaiting {
      run.advance()
      if !isJSON, run.points.count > told {
        isOpen = write(run.points[told...].map(row))
        told = run.points.count
      }
    }
    if isJSON {
      // Half a training would be taken for a whole one.
      let json = JSON.object(OwnNotesText.members(run, text, file.vocabulary))
      isOpen = interruption.isWaiting || Output.write(Output.json(json))
    } else if isOpen, run.isComplete {
      isOpen = write(ending(run, file.vocabulary))
    }
    if let keep, run.isComplete {
      try LearnCommand.write(run, file.vocabulary, to: keep)
      if !isJSON, isOpen {
        isOpen = write(["", "Kept as \(keep), step \(run.step): attend model \(keep) opens it."])
      }
    }
    interruption.happen()
    return isOpen ? 0 : 1
  }

  /// Keeps the copy, in place of nothing.
  private static func write(
    _ run: OwnTextRun, _ vocabulary: Vocabulary, to path: Path
  ) throws(ReadProblem) {
    guard run.divergedAt == nil else {
      throw ReadProblem("--keep: the loss was lost, and nothing is kept: give a smaller --rate")
    }
    do throws(StorageProblem) {
      try FileWriter.write(run.learner(vocabulary).bytes, to: path, replacing: .nothing)
    } catch { throw ReadProblem("--keep: \(error.message)") }
  }

  private static func recipe(_ invocation: Invocation) throws(ReadProblem) -> OwnTextRecipe {
    var recipe = OwnTextRecipe()
    if let steps = invocation.options["steps"].flatMap({ Int($0) }) {
      let most = OwnTextRecipe.stepRange.upperBound
      guard steps <= most else {
        throw ReadProblem(
          "--steps: notes are learnt for 1 to \(LabText.grouped(most)) steps, as on the screen, not "
            + "\(LabText.grouped(steps))", isUsage: true)
      }
      recipe.steps = steps
    }
    recipe.seed = invocation.options["seed"].flatMap { UInt64($0) } ?? 1
    recipe.replay = try number("replay", invocation, in: 0...0.9) ?? 0
    recipe.rank = invocation.options["lora"].flatMap { Int($0) } ?? 0
    let method: OwnNotesMethod = recipe.rank > 0 ? .lora : .all
    recipe.rate = try number("rate", invocation, in: 0...1_000) ?? method.rate
    return recipe
  }

  private static func number(
    _ name: String, _ invocation: Invocation, in range: ClosedRange<Double>
  ) throws(ReadProblem) -> Double? {
    guard let text = invocation.options[name] else { return nil }
    guard let number = try? NumberReader.number(text), range.contains(number) else {
      throw ReadProblem(
        "--\(name) is a number from \(Plain.text(range.lowerBound)) to "
          + "\(Plain.text(range.upperBound)), not \"\(text)\"", isUsage: true)
    }
    return number
  }

  private static func opening(
    _ title: String, _ isAll: Bool, _ text: OwnText, _ run: OwnTextRun
  ) -> [String] {
    let part = isAll ? "" : "the first \(LabText.grouped(OwnNotesWidget.mostLearnt)) bytes of "
    return [
      "\(part)\(title): \(LabText.grouped(text.tokens.count)) tokens, "
        + "\(LabText.decimals(text.bytesPerToken, 1)) bytes each; "
        + "\(LabText.percent(text.bytewise)) are single letters or bytes, of words that the model does "
        + "not know",
      "\(text.learnt.count) rows of \(text.length) tokens are learnt, \(text.kept.count) kept back; "
        + "\(OwnNotesText.name(of: run.recipe)), \(LabText.grouped(run.parameterCount)) numbers move",
      OwnNotesText.measure(text), "", line(["step", "learnt", "kept back", "stories"]),
    ]
  }

  private static func row(_ point: OwnTextRun.Point) -> String {
    let losses = [point.learnt, point.kept, point.stories].map { loss in
      loss.map { LabText.aligned(OwnNotesText.cost($0), fraction: fraction) } ?? ""
    }
    return line([String(point.step)] + losses)
  }

  /// How far a loss goes on behind its whole numbers: a point, and four decimals.
  private static let fraction = 5

  /// A line of the table: each is written as soon as it is known, so that its widths are those of any loss.
  private static func line(_ cells: [String]) -> String {
    zip(cells, [6, 14, 14, 14]).map { text, width in
      String(repeating: " ", count: max(0, width - text.count)) + text
    }.joined().trimmedEnd
  }

  private static func ending(_ run: OwnTextRun, _ vocabulary: Vocabulary) -> [String] {
    var lines = [""]
    if let at = run.divergedAt {
      lines.append(
        "At step \(at) the loss is lost, \(OwnNotesText.lost(run)): give a smaller --rate.")
    } else if let last = run.points.last {
      lines.append(OwnNotesText.words(run, last, isOver: true))
    }
    for index in run.prompts.indices {
      let prompt = OwnNotesText.text(run.prompts[index].dropFirst(), vocabulary)
      lines += ["", prompt + " …"]
      // Where the loss was lost before another is told, the first is the last.
      for saying in [run.sayings.first, run.sayings.dropFirst().last].compactMap(\.self)
      where saying.tokens.indices.contains(index) {
        lines.append(
          "  step \(saying.step): " + OwnNotesText.text(saying.tokens[index], vocabulary))
      }
    }
    return lines
  }
}
