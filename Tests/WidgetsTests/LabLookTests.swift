import JSONText
import Lab
import Models
import Notes
import Testing
import TextUI

@testable import Widgets

/// What the figures of the lab show beside their curves: a row, an order, a head, another method.
@Suite struct LabLookTests {
  // MARK: Pre-training

  /// One row through the model, as the model says it at that step.
  @Test(arguments: ["next token", "autoencoder", "none"], ["16", "8"])
  func oneRowGoesThroughIt(objective: String, length: String) throws {
    var panel = Panel(
      try PreTrainingWidget(
        Inputs([
          "objective": objective, "length": length, "steps": "12", "guess": "skip", "labels": "10",
        ])))
    panel.isStill = true
    panel.finish()
    panel.press(.end, .character("i"))
    #expect(panel.inputs["show"] == "row")
    let trial = try #require(panel.widget.trial)
    let reading = trial.run.reading(labels: 10)
    #expect(reading.row.tokens.count == Int(length) && reading.topics.count == Int(length))
    // What is read from the last state is what the probe reads there.
    #expect(reading.said.count == Int(length) && (0..<3).contains(reading.topic))
    func letters(_ tokens: [Int32]) -> String {
      tokens.map { $0 < 0 ? " " : String(Character(Unicode.Scalar(97 + UInt8($0)))) }
        .joined(separator: " ").trimmed
    }
    let text = panel.text
    #expect(text.contains("row    " + letters(reading.row.tokens)), "\(text)")
    let asked = reading.row.targets
    let said = zip(reading.said, asked).map { $1 < 0 ? -1 : $0 }
    #expect(text.contains("says   " + letters(said)), "\(text)")
    #expect(
      text.contains("topic  " + reading.topics.map { String($0 + 1) }.joined(separator: " ")),
      "\(text)")
    #expect(text.contains("of topic \(reading.topic + 1)") && text.contains("10 labels"))
    panel.press(.character("i"))
    #expect(panel.inputs["show"] == nil && !panel.text.contains("topic  "))
  }

  /// It is seen on a low screen too, and at each step it is that step's model.
  @Test func theRowIsOfItsStep() throws {
    var panel = Panel(
      try PreTrainingWidget(Inputs(["steps": "12", "guess": "skip", "show": "row"])))
    panel.isStill = true
    panel.finish()
    panel.press(.end)
    let low = panel.canvas(39, 9).text.joined(separator: "\n")
    #expect(low.contains("says") && low.contains("topic"), "\(low)")
    panel.press(.home)
    let first = try #require(panel.widget.trial?.reading(at: 0, labels: 30))
    let last = try #require(panel.widget.trial?.reading(at: 12, labels: 30))
    #expect(first != last && panel.text.contains("after step 0"), "\(panel.text)")
  }

  /// The script has the rows that a probe is fitted to and tried on, each after its topic.
  @Test func theScriptProbesToo() throws {
    let widget = try PreTrainingWidget(Inputs(["steps": "1"]))
    let run = PreTrainingRun(PreTraining(.nextToken), seed: 1)
    for rows in [run.probed.fitted, run.probed.tried] {
      let words = rows.prefix(5).map { row in
        "\(row.topic)"
          + row.tokens.map { String(Character(Unicode.Scalar(97 + UInt8($0)))) }.joined()
      }
      #expect(widget.script.contains("\n" + words.joined(separator: " ") + "\n"))
    }
    #expect(widget.script.contains("for count in [5, 10, 20, 30, 50, 100]:"))
  }

  /// Each objective is asked about, and judged by its own run.
  @Test(arguments: ["next token", "autoencoder"]) func anObjectiveHasItsGuess(name: String) throws {
    var panel = try still(PreTrainingWidget.self, ["objective": name, "steps": "12"])
    panel.press(.character(" "))
    let words = name == "autoencoder" ? "to repeat a row" : "to say what comes next"
    #expect(panel.text.contains(words), "\(panel.text)")
    panel.press(.enter, .end)
    #expect(panel.text.contains("You said 50 of 100 with 30 labels. It is "))
    panel.press(.character("1"))
    #expect(!panel.text.contains("You said"), "\(panel.text)")
    panel.press(.character(name == "autoencoder" ? "3" : "2"))
    #expect(panel.text.contains("You said 50"), "\(panel.text)")
  }

  /// Rows of another length are asked about before they are told.
  @Test func anotherLengthIsAskedAbout() throws {
    var panel = try still(PreTrainingWidget.self, ["steps": "12"])
    panel.press(.character(" "), .enter, .end, .character("t"))
    panel.finish()
    #expect(panel.inputs["guess"] == nil && panel.inputs["step"] == nil)
    #expect(!panel.text.contains("You said"))
    panel.press(.end)
    #expect(panel.inputs["guess"] == "ask")
    // Who does not guess is not asked.
    panel = try still(PreTrainingWidget.self, ["steps": "12", "guess": "skip"])
    panel.press(.end, .character("t"))
    #expect(panel.inputs["guess"] == "skip" && panel.inputs["step"] == "12")
  }

  // MARK: Instructions

  /// An order that was left out of the training: what its row comes out as is counted.
  @Test func anOrderItNeverSaw() throws {
    var panel = Panel(try InstructionsWidget(Inputs(["steps": "40", "guess": "skip"])))
    panel.isStill = true
    panel.finish()
    panel.press(.end)
    #expect(!panel.text.contains("never saw"))
    panel.press(.character("x"))
    panel.finish()
    #expect(panel.inputs["knob"] == "without shift")
    let moment = try #require(panel.widget.moments?[2])
    let tokens = Array(moment.row.tokens.dropFirst())
    let said = moment.said.dropFirst()
    let counts = [Order.copy, .reverse, .sort].map { order in
      let count = zip(order.answer(tokens), said).count { $0 == $1 }
      return "\(order.rawValue)'s in \(count)"
    }
    #expect(
      panel.text.contains(
        "shift: an order it never saw. Its answers are \(counts.joined(separator: ", ")) of 10"),
      "\(panel.text)")
    // Of several the one under the cursor.
    panel.press(.character("1"))
    panel.finish()
    #expect(panel.text.contains("copy: an order it never saw. Its answers are reverse's in "))
    panel.press(.character("x"), .character("x"))
    panel.finish()
    #expect(panel.inputs["knob"] == nil && !panel.text.contains("never saw"))
  }

  // MARK: Fine-tuning

  /// One row under both orders, with what the model says at that step.
  @Test(arguments: 1...4) func aRowUnderBothOrders(method: Int) throws {
    var panel = Panel(try FineTuningWidget(Inputs(["steps": "12", "guess": "skip"])))
    panel.isStill = true
    panel.finish()
    panel.press(.character(Character("\(method)")), .end)
    let moment = try #require(panel.widget.moment)
    let tokens = Array(moment.row.tokens.dropFirst())
    for (name, order) in [("old", Order.reverse), ("new", .shift)] {
      let said = moment.reading(moment.run.recipe.source.task.row(order, tokens)).said.dropFirst()
      let right = zip(order.answer(tokens), said).count { $0 == $1 }
      let title = "\(name), \(order.rawValue)".padded(to: 14)
      let line = title + said.map { $0 < 10 ? "\($0)" : "o" }.joined(separator: " ")
      #expect(panel.text.contains(line + "   \(right) of 10 right"), "\(panel.text)")
      // What was asked stands below what was said, where that is another.
      let asked = zip(order.answer(tokens), said).map { $0 == $1 ? "✓" : "\($0)" }
      #expect(
        panel.text.contains("  asked".padded(to: 14) + asked.joined(separator: " ")),
        "\(panel.text)")
    }
  }

  /// Enter opens a head with its own numbers at that step.
  @Test(arguments: ["full", "lora"], [0, 12]) func aHeadOpensInTheStepper(
    method: String, step: Int
  ) throws {
    var panel = Panel(
      try FineTuningWidget(
        Inputs(["method": method, "steps": "12", "guess": "skip", "step": "\(step)"])))
    panel.isStill = true
    panel.finish()
    let moment = try #require(panel.widget.moment)
    guard case .open(AttentionWidget.name, let inputs) = panel.press(.enter).first else {
      Issue.record("nothing opens")
      return
    }
    let head = TrainMoment.heads(moment.look.shape)[moment.clearestHead]
    let source = inputs["source"] ?? ""
    #expect(source.hasPrefix(head.name) && source.hasSuffix("step \(step)"), "\(source)")
    // It stands at what the query looks at most, and tokens that are alike have their places.
    let query = moment.row.tokens.count / 2
    let own = moment.look.map(layer: head.layer, head: head.head)[query]
    let key = try #require(own.max().flatMap(own.firstIndex))
    #expect(inputs["cursor"] == "\(query + 1) \(key + 1)")
    let names = moment.row.tokens.enumerated().map { place, token in
      let name = token < 10 ? "\(token)" : "o"
      return moment.row.tokens.count { $0 == token } > 1 ? "\(name)@\(place + 1)" : name
    }
    #expect(Set(names).count == names.count && inputs["words"] == names.joined(separator: ", "))
    let rows = moment.look.rows(.queries(layer: head.layer, head: head.head))
    #expect(
      inputs["Q"]
        == rows.map { $0.map(\.description).joined(separator: " ") }.joined(separator: "; "))
    let weights = try #require(AttentionWidget(inputs).resultsJSON["weights"]?.array)
    let map = moment.look.map(layer: head.layer, head: head.head)
    for (row, wanted) in map.enumerated() {
      for (column, weight) in wanted.enumerated() {
        let shown = try #require(weights[row].array?[column].double)
        #expect(abs(shown - Double(weight)) < 1e-4)
      }
    }
  }

  /// From the maps of `train` and `instructions` too, whichever place is looked from.
  @Test(arguments: ["train", "instructions"]) func aHeadOpensAtItsStrongestPlace(name: String)
    throws
  {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "60", "guess": "skip", "step": "60"])
    for _ in 0..<3 {
      panel.press(.down)
      guard case .open(AttentionWidget.name, let inputs) = panel.press(.enter).first else {
        Issue.record("nothing opens")
        return
      }
      let cursor = try #require(inputs["cursor"]).split(separator: " ").compactMap { Int($0) }
      let weights = try #require(AttentionWidget(inputs).resultsJSON["weights"]?.array)
      let row =
        try weights[cursor[0] - 1].array.map { try $0.map { try #require($0.double) } } ?? []
      #expect(row.max() == row[cursor[1] - 1], "\(cursor) \(row)")
      let words = try #require(inputs["words"]).split(separator: ", ")
      #expect(Set(words).count == words.count)
    }
  }

  /// Two methods' curves on one axis; none shows what was not guessed yet.
  @Test func twoMethodsAreCompared() throws {
    var panel = try still(FineTuningWidget.self, ["steps": "12"])
    panel.press(.character(" "), .enter, .end, .character("c"))
    #expect(panel.inputs["beside"] == "full" && panel.text.contains("all weights is kept"))
    panel.press(.character("4"))
    #expect(panel.text.contains("head only beside all weights"), "\(panel.text)")
    let lines = panel.canvas(79, 21).text
    #expect(lines.contains { $0.contains("old, %") && $0.contains("new, %") }, "\(lines)")
    let table = panel.transcript.first { $0.contains("old: all weights  old: head only") }
    #expect(table != nil, "\(panel.transcript)")
    // Of the head's own run one step was seen.
    let rows = panel.transcript.filter {
      $0.trimmed.hasPrefix("12 ") || $0.trimmed.hasPrefix("10 ")
    }
    #expect(rows.contains { $0.contains("·") }, "\(rows)")
    panel.press(.character("c"))
    #expect(panel.inputs["beside"] == nil && !panel.text.contains("beside all weights"))
  }

  // MARK: Taking back, and stopping

  /// Another method is taken back, with what was seen and guessed of the one before.
  @Test(arguments: [("fine-tuning", "3"), ("own-notes", "2")])
  func aMethodIsTakenBack(name: String, knob: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.press(.end)
    let (before, text) = (panel.inputs, panel.text)
    panel.press(.character(Character(knob)))
    panel.finish()
    #expect(panel.inputs["method"] != before["method"])
    #expect(panel.press(.character("u")) == [])
    panel.finish()
    #expect(panel.inputs["method"] == before["method"] && panel.inputs["step"] == before["step"])
    // What was learnt of notes since stays beside it.
    #expect(name == "own-notes" || panel.text == text, "\(panel.text)")
  }

  /// Who stops at a step and asks for the question stays there where no answer is given.
  @Test(arguments: [
    "train", "descent", "instructions", "pre-training", "fine-tuning", "own-notes",
  ])
  func escapeLeavesTheStepAlone(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try still(type, ["steps": "12"])
    panel.press(.character(" "), .enter)
    panel.finish()
    panel.isStill = false
    panel.press(.home, .right, .character("g"), .escape)
    #expect(!panel.isPlaying && panel.inputs["step"] == "1", "\(panel.inputs)")
  }

  /// A step is not compared with itself.
  @Test func aStepIsComparedWithOthers() throws {
    var panel = try still(TrainWidget.self, ["steps": "12", "guess": "skip"])
    panel.press(.end)
    let before = panel.canvas(79, 21).text.filter { $0.contains("█") }
    panel.press(.character("v"))
    #expect(panel.text.contains("Step 12 is kept: at another step"), "\(panel.text)")
    #expect(panel.canvas(79, 21).text.filter { $0.contains("█") } == before)
  }
}
