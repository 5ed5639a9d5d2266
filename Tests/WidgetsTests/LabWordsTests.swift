import Lab
import Notes
import Testing
import TextUI

@testable import Widgets

/// What figures are told by, and what is typed into them: a reader's words.
@Suite struct LabWordsTests {
  /// Where all is told in lines, what is done is named by the word that is typed there, and by no key.
  @Test(arguments: [
    ("train", ["guess": "skip", "with": "3", "step": "12"]),
    ("train", ["guess": "skip", "with": "3", "step": "12", "knob": "two heads"]),
    ("pre-training", ["guess": "skip", "step": "12"]), ("pre-training", ["guess": "known"]),
    ("fine-tuning", ["guess": "skip", "step": "12", "beside": "full"]),
    ("fine-tuning", ["guess": "skip", "step": "12", "beside": "full", "method": "head"]),
    ("instructions", ["guess": "known", "step": "12"]), ("descent", ["guess": "known"]),
    ("preferences", ["choices": "abababababababa", "guess": "skip"]), ("own-notes", [:]),
    ("inside", ["show": "patch"]), ("inside", ["show": "map", "head": "L1MLP"]),
    ("inside", ["off": "L1H0"]), ("inside", ["show": "sample"]), ("sampling", [:]),
  ])
  func linesNameWords(name: String, inputs: [String: String]) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var all = type.example
    if type is any LabFigure.Type, !["descent", "preferences"].contains(name) {
      all["steps"] = "12"
    }
    for (key, value) in inputs { all[key] = value }
    var panel = try type.opened(all)
    // What is said while it learns too.
    var told = panel.transcript
    panel.finish()
    told += panel.transcript
    let verbs = "ends|tries|leads|takes|makes|asks|draws|switches|opens|brings|keeps|shows"
    let sentence = try Regex("(^|[ ;:.,])([A-Za-z<>+=]|Space|Tab|Enter|Esc) (\(verbs))\\b")
    for line in told {
      #expect(line.firstMatch(of: sentence) == nil, "\(line)")
    }
  }

  /// In lines of words knobs stand under what they change, and before the question that waits: they are no answers.
  @Test(arguments: allWidgets.filter { $0 is any LabFigure.Type }.map { $0.name })
  func knobsAreNoAnswers(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name } as? any LabFigure.Type)
    let lines = try type.opened(type.example).transcript
    let knobs = try #require(lines.firstIndex { $0.hasPrefix("\(type.knobsTitle), by number:") })
    #expect(lines[knobs...].joined(separator: " ").contains(" 1 "), "\(lines[knobs...])")
    if let guess = lines.firstIndex(where: { $0.contains("type guess") }) {
      #expect(guess > knobs && guess == lines.count - 1, "\(lines)")
    }
  }

  /// However little room there is for keys, what the digits choose is named before the input that can be typed.
  @Test(arguments: allWidgets.filter { $0 is any LabFigure.Type }.map { $0.name })
  func knobsComeBeforeTyping(name: String) throws {
    let type = try #require(allWidgets.first { $0.name == name } as? any LabFigure.Type)
    let panel = try type.opened(type.example.with("guess", "skip"))
    func rank(_ key: Key) -> Int? { panel.keys.first { $0.keys.contains(key) }?.footer?.rank }
    #expect(try #require(rank(.character("1"))) < rank(.character("=")) ?? .max)
  }

  /// What the program keeps for itself is read where it stands, and offered nowhere.
  @Test func whatIsKeptIsNotOffered() throws {
    for type in allWidgets {
      func check<W: Widget>(_ type: W.Type) throws {
        for key in ["seen", "asked", "guesses", "drawn"] { #expect(!W.typedKeys.contains(key)) }
        var panel = try W.opened(W.example)
        panel.press(.character("="))
        let hint = panel.transcript.last { $0.contains("Inputs: ") } ?? ""
        for key in W.inputKeys where !W.typedKeys.contains(key) {
          #expect(!hint.contains(", \(key)"), "\(hint)")
          #expect(!W.elsewhere("no such").contains(", \(key)"))
        }
      }
      try check(type)
    }
    #expect(TrainWidget.inputKeys.contains("seen") && TrainWidget.inputKeys.contains("asked"))
  }

  /// A knob has one number, on the screen and on the command line.
  @Test func knobsAreNumberedAlike() throws {
    for recipe in TrainWidget.recipes {
      let listed = try #require(LabRecipe.named(recipe.name)).knobs
      let shown = try TrainWidget(Inputs(["recipe": recipe.name])).knobs
      #expect(shown == listed.map(\.shown), "\(recipe.name)")
    }
    let orders = try #require(LabRecipe.named("instructions")).knobs
    #expect(InstructionsWidget(InstructionsWidget.initial).knobs == orders.map(\.shown))
    var panel = try panel(InstructionsWidget.self, Inputs(["steps": "2", "guess": "skip"]))
    for (at, knob) in orders.enumerated() {
      panel.press(.character(Character("\(at + 1)")))
      #expect(panel.inputs["knob"] == knob.word)
    }
  }

  /// What a screen calls a thing may be typed, and is what a mistake is answered with.
  @Test(arguments: [
    ("fine-tuning", "method", ["all weights", "replay", "LoRA", "head only"]),
    ("pre-training", "objective", ["nothing learnt", "next token", "autoencoder"]),
    ("instructions", "knob", ["only reverse", "one layer", "no positions", "shift left out"]),
    ("train", "knob", ["no positions", "no √dₖ", "two heads", "too fast"]),
    ("preferences", "labeller", ["you choose", "one who likes what is good"]),
    ("own-notes", "method", ["all weights", "replay", "LoRA", "LoRA, replay", "its youth"]),
    ("descent", "landscape", ["one weight", "Two weights", "two layers"]),
    ("layer-norm", "method", ["LayerNorm", "RMSNorm"]),
  ])
  func whatScreensSayIsRead(name: String, key: String, words: [String]) throws {
    let type = try #require(allWidgets.first { $0.name == name })
    var panel = try type.opened(type.example)
    var seen: Set<String?> = []
    for word in words {
      #expect(panel.choose("\(key) = \(word)") == [], "\(word)")
      seen.insert(panel.inputs[key])
    }
    #expect(seen.count == words.count, "\(seen)")
    let said = "\(panel.choose("\(key) = poetry") ?? [])".lowercased()
    for word in words { #expect(said.contains(word.lowercased()), "\(said)") }
  }
}
