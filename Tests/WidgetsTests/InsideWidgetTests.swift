import Formulas
import Inside
import JSONText
import Models
import Notes
import Numerics
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// The model inside, looked into by keys.
@Suite struct InsideWidgetTests {
  /// Looked at without guessing, unless it is said how it is.
  private func opened(_ inputs: [String: String] = [:]) throws -> any WidgetPanel {
    var all = InsideWidget.example.with("guess", "skip")
    for (key, value) in inputs.sorted(by: { $0.key < $1.key }) { all[key] = value }
    return try InsideWidget.opened(all)
  }

  @Test func keysLeadThroughPlacesAndParts() throws {
    var panel = try opened()
    let last = try InsideWidget(InsideWidget.example).tokens.count - 1
    panel.press(.left, .left, .right)
    #expect(panel.inputs["place"] == "\(last - 1)")
    panel.press(.home, .left)
    #expect(panel.inputs["place"] == "0")
    panel.press(.tab)
    #expect(panel.inputs["head"] == "L1H1")
    panel.press(.down, .down, .down)
    #expect(panel.inputs["head"] == "L3H1")
    panel.press(.backTab, .backTab)
    #expect(panel.inputs["head"] == "L2MLP")
    // None of that is a change that undo would take back.
    #expect(panel.press(.character("u")) == [.say("Nothing to undo")])
  }

  @Test func whatIsOffChangesWhatIsSaid() throws {
    var panel = try opened(["head": "L0H3"])
    let before = panel.text
    panel.press(.character("x"))
    #expect(panel.inputs["off"] == "L0H3" && panel.text.contains("with everything on"))
    panel.press(.tab, .character("x"))
    #expect(panel.inputs["off"] == "L0H3, L0MLP")
    panel.press(.character("z"))
    #expect(panel.inputs["off"] == nil)
    panel.press(.backTab)
    #expect(panel.text == before)
  }

  /// A reader who switches everything off still sees a screen.
  @Test func everythingMayBeOff() throws {
    for page in InsidePage.allCases {
      var panel = try opened(["off": "L0, L1, L2, L3", "show": page.rawValue])
      panel.finish()
      for (columns, rows) in [(0, 0), (1, 1), (39, 8), (79, 20), (118, 36)] {
        #expect(panel.canvas(columns, rows).text.count == rows)
      }
      #expect(!panel.text.isEmpty)
    }
  }

  private static let askingPages: [InsidePage] = [
    .next, .map, .without, .patch, .answers, .evidence,
  ]
  private static let otherText = "When Tom and Mia went to the park, Mia gave the red ball to"

  /// A page as it opens first.
  private func covered(_ page: InsidePage) throws -> any WidgetPanel {
    var panel = try opened([
      "show": page.rawValue, "head": "L1H3", "guess": "none", "second": Self.otherText,
    ])
    panel.finish()
    return panel
  }

  /// A page that answers something is covered until it is guessed, or asked for; one key is enough for either.
  @Test func aGuessComesBeforeWhatIsSeen() throws {
    for page in Self.askingPages {
      for key in [Key.character("1"), .character(" ")] {
        var panel = try covered(page)
        #expect(!panel.text.contains("writes") && !panel.text.contains(" %"), "\(panel.text)")
        #expect(panel.text.contains("?") && panel.text.contains("see shows it"), "\(panel.text)")
        panel.press(key)
        #expect(panel.text.contains(" %") || panel.text.contains("looks at"), "\(page)")
        #expect(panel.text.contains("You said") == (key == .character("1")), "\(page)")
        // Another page asks something else; this one is not asked about twice.
        panel.press(.character("p"), .character("n"))
        if page == .next { panel.press(.character("p")) }
        #expect(!panel.text.contains("see shows it") && panel.inputs["guess"] == nil, "\(page)")
        // Once more is asked for.
        panel.press(.character("g"))
        #expect(panel.text.contains("see shows it") && !panel.text.contains(" %"))
      }
    }
  }

  /// Each place of a text is asked about once, and another text anew.
  @Test func eachPlaceIsAskedAboutOnce() throws {
    var panel = try covered(.next)
    func isCovered() -> Bool { panel.text.contains("see shows it") }
    #expect(isCovered())
    panel.press(.character("2"), .left)
    #expect(isCovered())
    panel.press(.character(" "))
    for key in [Key.right, .left, .right, .tab, .character("x")] {
      panel.press(key)
      #expect(!isCovered(), "\(key)")
    }
    panel.type("=text = Mia has the key. Who has")
    #expect(isCovered())
    panel.press(.enter)
    panel.type("=text = \(InsideWidget.sentence)")
    #expect(!isCovered())
    // It is known where it was left, and comes from what was kept.
    let draft = panel.draft
    panel = try InsideWidget.opened(draft.origin, draft: Draft(draft.text))
    #expect(!isCovered())
  }

  /// Whoever does not guess is asked nothing more, whatever text and page, until they ask for it.
  @Test func oneMayLookWithoutGuessing() throws {
    var panel = try covered(.next)
    func isCovered() -> Bool { panel.text.contains("see shows it") }
    #expect(
      "\(panel.press(.character("g")))".contains("Nothing is covered from now on: g covers again"))
    #expect(!isCovered() && panel.inputs["guess"] == "skip")
    panel.press(.left)
    #expect(!isCovered())
    for page in "2348" {
      panel.press(.character(page))
      #expect(!isCovered(), "\(page)")
    }
    panel.press(.character("r"), .character("1"))
    panel.type("=text = Mia has the key. Who has")
    #expect(!isCovered())
    panel.press(.character("g"))
    #expect(isCovered())
  }

  /// Esc and q lead out of a covered page at once: nothing has to be answered first.
  @Test func aCoveredPageKeepsNobody() throws {
    for key in [Key.escape, .character("q")] {
      var panel = try covered(.next)
      #expect(panel.press(key) == [.back])
    }
    var panel = try covered(.next)
    #expect(panel.keys.first { $0.footer?.text == "see" }?.keys == [.character(" ")])
    panel.press(.left, .character("x"))
    #expect(panel.inputs["off"] == "L1H3" && panel.inputs["place"] != nil)
  }

  /// In lines a number guesses, and a word shows it.
  @Test func aPageIsCoveredInLines() throws {
    var panel = try opened(["guess": "none"])
    panel.isLinear = true
    #expect(!panel.text.contains("%"))
    #expect(panel.choose("3") == [] && panel.text.contains("You said"))
    #expect(InsideWidget.ownKeys.action(named: "patch") == .swap)
    _ = panel.press(.character("P"))
    panel.finish()
    #expect(
      panel.text.contains("Which place, put in before L1")
        && !panel.text.contains("brings back, before"))
    #expect(InsideWidget.ownKeys.action(named: "see") == .see)
    _ = panel.press(.character(" "))
    #expect(panel.text.contains("it brings back, before each layer"))
  }

  /// Nor does the lesson tell it, beneath which it opens.
  @Test func aPreviewTellsNothingBeforeTheGuess() throws {
    for page in Self.askingPages {
      func preview(_ guess: String) throws -> String {
        let inputs = [
          "show": page.rawValue, "head": "L1H3", "guess": guess, "second": Self.otherText,
        ]
        return try opened(inputs).preview(width: 70, height: 12, ascii: false).map(\.text)
          .joined(separator: "\n")
      }
      for guess in ["ask", "none"] {
        let asking = try preview(guess)
        #expect(asking.contains("?") && !asking.contains("%"), "\(asking)")
        #expect(!asking.contains("next after"), "\(asking)")
      }
      #expect(try preview("skip").contains("%"))
      // What the page answers, as far as it is a share of this text, and what page 1 does not ask yet.
      let tells = ![.evidence, .without, .patch].contains(page)
      #expect(try preview("1").contains("%") == tells, "\(page)")
    }
  }

  @Test func aRightGuessIsSaidToBe() throws {
    let widget = try InsideWidget(InsideWidget.example)
    let right = try #require(widget.question?.right)
    var panel = try opened(["guess": "none"])
    panel.press(.character(Character("\(right)")))
    #expect(panel.text.contains("✓"))
    panel.press(.character("g"), .character(Character("\(right % 4 + 1)")))
    #expect(panel.text.contains("✗"))
  }

  /// The head in the stepper has the weights that it has here.
  @Test(arguments: ["base", "prefer"]) func aHeadOpensInTheStepper(_ model: String) throws {
    var panel = try opened(["head": "L1H3", "adapter": model])
    guard case .open(let name, let inputs)? = panel.press(.character("i")).first else {
      Issue.record("nothing opens")
      return
    }
    #expect(name == "attention" && inputs["source"]?.contains("L1H3") == true)
    let stepper = try AttentionWidget(inputs)
    let widget = try InsideWidget(panel.inputs)
    let weights = widget.look.weights(layer: 1, head: 3, from: widget.place)
    let row = stepper.trace.heads[0].weights.row(widget.place)
    for (one, other) in zip(weights, row) { #expect(abs(one - other) < 1e-5) }
    panel.press(.character("3"))
    #expect("\(panel.press(.enter))".contains("attention"))
  }

  @Test func rowsOpenInSamplingAndSoftmax() throws {
    var panel = try opened(["head": "L1H3"])
    guard case .open("sampling", let scores)? = panel.press(.character("d")).first else {
      Issue.record("no sampling")
      return
    }
    #expect(try SamplingWidget(scores).names.count == 16)
    guard case .open("softmax", let row)? = panel.press(.character("O")).first else {
      Issue.record("no softmax")
      return
    }
    let widget = try InsideWidget(panel.inputs)
    let weights = widget.look.weights(layer: 1, head: 3, from: widget.place)
    let best = try #require(try SoftmaxWidget(row).trace.weights.max())
    #expect(abs(best - (weights.max() ?? 0)) < 1e-4)
    // An MLP has neither.
    panel.type("=head = L1MLP")
    #expect("\(panel.press(.character("i")))".contains("no queries"))
    #expect("\(panel.press(.character("O")))".contains("looks at no place"))
  }

  /// Drawn one by one with the cache, the scores are those of a pass over all of it.
  @Test func theCacheSaysTheSame() throws {
    var panel = try opened(["show": "sample", "temperature": "1.5"])
    panel.press(.character(">"), .character(">"), .character(">"))
    #expect(panel.inputs["said"]?.split(separator: " ").count == 3)
    let widget = try InsideWidget(panel.inputs)
    let cached = try #require(widget.cached)
    let whole = widget.look.logits(after: widget.tokens.count - 1)
    for (one, other) in zip(cached.logits, whole) { #expect(abs(one - other) < 1e-3) }
    // A seed says what is drawn, and what was drawn is taken back.
    var again = try opened(["show": "sample", "temperature": "1.5"])
    again.press(.character(">"), .character(">"), .character(">"))
    #expect(again.inputs == panel.inputs)
    again.press(.character("<"))
    #expect(again.inputs["said"]?.split(separator: " ").count == 2)
  }

  @Test func aSecondTextIsMadeToPatchFrom() throws {
    var panel = try opened()
    panel.press(.character("P"))
    #expect(panel.inputs["second"]?.hasPrefix("When Tom and Mia") == true)
    panel.finish()
    #expect(panel.text.contains("how much of ·Tom it brings back"))
    panel.type("=second = Mia")
    #expect(panel.text.contains("must have as many"))
    panel.type("=text = it is")
    panel.type("=second =")
    #expect("\(panel.press(.character("P")))".contains("second ="))
  }

  @Test func aDraftKeepsThePlace() throws {
    var panel = try opened()
    panel.press(.left, .left, .tab, .character("x"), .character("2"))
    let draft = panel.draft
    var again = try InsideWidget.opened(draft.origin, draft: Draft(draft.text))
    again.press(.character("~"))
    #expect(again.inputs == panel.inputs && again.text == panel.text)
  }

  @Test(arguments: [
    ("text", String(repeating: "ox ", count: 90), "the model reads 128"),
    ("off", "L9H0", "there is no L9H0"), ("off", "head 3", "is no part"),
    ("head", "L2", "whole layer"), ("adapter", "none", "base or instruct"),
    ("unit", "256", "there is no unit 256"), ("said", "800000", "there is no token"),
    ("answers", "a|b|c|d|e|f|g|h|i", "eight"),
  ])
  func whatCannotBeIsSaid(key: String, value: String, words: String) throws {
    #expect {
      _ = try InsideWidget(InsideWidget.example.with(key, value))
    } throws: { error in
      (error as? Diagnostic)?.advice.contains(words) == true
    }
  }

  /// On a narrow screen too all models have their names and their shares, page by page.
  @Test(arguments: [38, 60, 78]) func answersAreWholeOnANarrowScreen(columns: Int) throws {
    let name = "a-copy-that-learnt-of-kernels-and-ranks-for-a-whole-week.model"
    try openCopy(name, at: "notes/long.model")
    for (path, names) in [
      ("", ["base", "instruct", "prefer", "overprefer"]), ("notes/long.model", [name]),
    ] {
      var panel = try opened(["file": path, "show": "answers", "answers": "Mia. | Tom."])
      panel.finish()
      var pages: [String] = []
      for _ in 0..<6 {
        pages.append(panel.canvas(columns, 9).text.map(\.trimmed).joined())
        panel.press(.pageDown)
      }
      let text = pages.joined()
      // Each of both answers has a share for each model.
      #expect(text.count { $0 == "%" } >= 2 * names.count, "\(text)")
      #expect(!text.contains("column 1 of"), "\(text)")
      for name in names {
        #expect(text.contains(name), "\(name): \(text)")
      }
    }
  }

  @Test func answersAreThoseOfTheReader() throws {
    var panel = try opened(["show": "answers", "answers": "Mia. | Tom."])
    panel.finish()
    #expect(panel.text.contains("·Mia.") && panel.text.contains("·Tom."))
    #expect(!panel.text.contains("does·not·say"))
    #expect(panel.inputs["answers"] == "Mia. | Tom.")
  }

  /// `attend model --off L1H3 --generate 6` says the same of this text.
  @Test func answersAreWithoutWhatIsOff() throws {
    var panel = try opened(["show": "answers", "off": "L1H3"])
    panel.finish()
    #expect(panel.text.contains("·Max") && panel.text.contains("44.0 %"), "\(panel.text)")
    panel.press(.character("z"))
    panel.finish()
    #expect(panel.text.contains("·Mia") && panel.text.contains("99.9 %"), "\(panel.text)")
    #expect(!panel.text.contains("44.0 %"))
  }

  @Test func whatIsOffIsSaidBesideAQuestion() throws {
    let panel = try opened(["off": "L1H3", "guess": "none"])
    #expect(panel.text.contains("off: L1H3") && panel.text.contains("Which token is likeliest"))
  }

  /// A copy that was kept is known by its file's name, and what only the model inside can do is refused.
  @Test func aKeptCopyIsCalledByItsFile() throws {
    try openCopy("mine.model", at: "notes/mine.model")
    let inputs = ["file": "notes/mine.model", "answers": "Mia."]
    for page in [InsidePage.next, .answers, .evidence] {
      var panel = try opened(inputs.merging(["show": page.rawValue]) { $1 })
      if page == .answers { panel.finish() }
      #expect(panel.text.contains("mine.model"), "\(panel.text)")
      #expect(!panel.text.contains("base") && !panel.text.contains("instruct"), "\(panel.text)")
      let learnt = panel.press(.character("l"))
      #expect("\(learnt)".contains("trains a copy of the model inside, and no other"), "\(learnt)")
      #expect(
        "\(panel.press(.character("m")))".contains("one model over these weights: mine.model"))
    }
    let widget = try InsideWidget(InsideWidget.example.with("file", "notes/mine.model"))
    #expect(widget.status == "mine.model  L1H0")
    #expect(widget.resultsJSON["model"]?["name"]?.string == "mine.model")
    #expect(try InsideWidget(InsideWidget.example).status == "base  L1H0")
  }

  /// What a file is called is neither a name in the results nor a line of the script.
  @Test(arguments: ["text", "two\nlines"]) func aFileMayHaveAnyName(_ name: String) throws {
    try openCopy(name, at: "any/\(name)")
    var panel = try opened(["file": "any/\(name)", "answers": "Mia.", "show": "answers"])
    panel.finish()
    let widget = try #require((panel as? Panel<InsideWidget>)?.widget)
    guard case .object(let members) = try #require(widget.resultsJSON["answers"]?.array?.first)
    else {
      Issue.record("answers are objects")
      return
    }
    #expect(members.map(\.name) == ["text", "base"])
    let line = name.replacing("\n", with: " ")
    #expect(widget.script.contains("\n# \(line): scores of the token after place"))
  }

  /// What is off with its layer is not off by itself too, and a key that cannot switch it on says why.
  @Test func aLayerIsOffWithItsParts() throws {
    var panel = try opened(["off": "L1H0, L1, L2H3"])
    #expect(panel.inputs["off"] == "L1, L2H3" && panel.text.contains("off: L1, L2H3"))
    #expect("\(panel.press(.character("x")))".contains("X switches it on again"))
    panel.press(.character("3"))
    panel.finish()
    panel.press(.character("g"))
    #expect(panel.inputs["guess"] == nil)
    panel.press(.character("X"), .character("x"))
    #expect(panel.inputs["off"] == "L1H0, L2H3")
    panel.press(.character("X"))
    #expect(panel.inputs["off"] == "L1, L2H3")
  }

  /// Where nothing is asked, the pages that ask something of this very model are named.
  @Test func whyNothingIsAskedIsSaid() throws {
    try openCopy("alone.model", at: "notes/alone.model")
    for (path, pages) in [
      ("", [1, 2, 3, 4, 6, 7, 8]), ("notes/alone.model", [1, 2, 3, 4, 6, 8]),
    ] {
      for page in [InsidePage.units, .sample, .answers] where !pages.contains(page.number) {
        var panel = try opened(["file": path, "show": page.rawValue, "guess": "none"])
        panel.finish()
        let said = "\(panel.press(.character("g")))"
        let named = said.split { !$0.isNumber }.compactMap { Int($0) }
        #expect(named == pages, "\(said)")
      }
      for page in pages {
        var panel = try opened(["file": path, "show": "\(InsidePage.allCases[page - 1])"])
        if page == 4 { panel.press(.character("P")) }
        panel.finish()
        panel.press(.character("g"))
        #expect(panel.text.contains("see shows it"), "page \(page)")
      }
    }
    for (inputs, words) in [
      (["show": "map", "place": "0"], "itself alone"), (["show": "map", "head": "L1MLP"], "Tab"),
      (["show": "without", "off": "L1"], "z switches"), (["show": "patch"], "P makes one"),
    ] {
      var panel = try opened(inputs.merging(["guess": "none"]) { $1 })
      #expect("\(panel.press(.character("g")))".contains(words), "\(inputs)")
    }
  }

  /// Of two texts with the same answer nothing is asked, and of a guess before that was known no verdict is promised.
  @Test func theSameAnswerIsNotAskedFor() throws {
    for guess in [nil, "1"] {
      var panel = try opened([
        "show": "patch", "second": "When Mia and Tom went to the park, Tom gave the blue ball to",
        "guess": guess ?? "none",
      ])
      panel.finish()
      #expect(panel.text.contains("the same answer") && !panel.text.contains("see shows it"))
      #expect(!panel.text.contains("it is computed"), "\(panel.text)")
      let said = "\(panel.press(.character("g")))"
      #expect(said.contains("nothing is to be brought back: = second"), "\(said)")
    }
  }

  /// A second text that cannot be patched from is there already: another one is typed.
  @Test(arguments: [
    "Mia has the key", "When Mia and Tom went to the park, Tom gave the red ball to",
  ])
  func anotherSecondTextIsAskedFor(second: String) throws {
    var panel = try opened(["show": "patch", "second": second, "guess": "none"])
    panel.finish()
    for key in ["g", "P"] as [Character] {
      let said = "\(panel.press(.character(key)))"
      #expect(said.contains("takes 16 tokens, and another word: = second = …"), "\(key): \(said)")
    }
    #expect(panel.inputs["second"] == second && panel.inputs["guess"] == nil)
  }

  /// Where a page asks nothing, no question stands in the way of its keys.
  @Test(arguments: [InsidePage.units, .sample]) func aQuestionOfNoPageIsNone(page: InsidePage)
    throws
  {
    // What is drawn after the first token is no longer asked.
    let said = page == .sample ? ["said": "438"] : [:]
    var panel = try opened(["show": page.rawValue, "guess": "ask"].merging(said) { $1 })
    panel.finish()
    #expect(!"\(panel.press(.enter))".contains("guess first"))
    #expect(!"\(panel.press(.character("u")))".contains("guess"))
    #expect(!panel.keys.contains { $0.footer?.text == "take it" || $0.footer?.text == "answer" })
    panel.press(.character("1"))
    #expect(panel.inputs["show"] == nil && panel.inputs["guess"] == nil, "\(panel.inputs)")
  }

  /// On a low screen the temperature is told, and where a line has ended, how to take its end back.
  @Test func samplingTellsWhatItDependsOn() throws {
    var panel = try opened(["show": "sample", "temperature": "0.5"])
    #expect(panel.canvas(39, 9).text.contains { $0.contains("the next token, temperature 0.5") })
    // What would do nothing is not offered.
    #expect(!panel.keys.contains { $0.footer?.text == "take back" })
    #expect(panel.keys.contains { $0.footer?.text == "temperature" })
    for _ in 0..<20 where panel.keys.contains(where: { $0.footer?.text == "draw" }) {
      panel.press(.character(">"))
      #expect(panel.keys.contains { $0.footer?.text == "take back" })
      panel.finish()
    }
    #expect("\(panel.press(.character(">")))".contains("The line has ended"))
    panel.press(.character("<"))
    #expect(panel.keys.contains { $0.footer?.text == "draw" })
  }

  /// On a low screen the answer that was asked about stands beside what came of the guess.
  @Test func theAnswerThatWasAskedAboutStandsFirst() throws {
    var panel = try opened(["show": "answers", "guess": "1"])
    panel.finish()
    let low = panel.canvas(39, 9).text
    let verdict = try #require(low.firstIndex { $0.contains("You said base") })
    #expect(low[verdict + 1].contains("The·story·does·not·say"), "\(low)")
  }

  /// A question is answered where it is seen: a digit on a page without it leads back to it.
  @Test func aQuestionOutOfSightIsNotAnswered() throws {
    var panel = try opened(["show": "without", "guess": "ask"])
    panel.finish()
    _ = panel.update(.resized(Size(columns: 39, rows: 5)))
    for _ in 0..<9 { panel.press(.pageDown) }
    #expect(!panel.canvas(39, 5).text.contains { $0.contains("Which part") })
    panel.press(.character("2"))
    #expect(panel.inputs["guess"] == nil && !panel.text.contains("You said"))
    panel.press(.character("2"))
    #expect(panel.inputs["guess"] == "2")
  }

  /// On a page that shows the question whole, with all its answers, it is answered, and on no other: the mark of a
  /// token is none of the question's.
  @Test(arguments: [("next", "1"), ("without", "2")]) func aQuestionInSightIsAnswered(
    page: String, digit: String
  ) throws {
    var panel = try InsideWidget.opened(InsideWidget.example.with("show", page))
    panel.finish()
    let asked = try #require(InsideWidget(panel.inputs).question?.asked)
    _ = panel.update(.resized(Size(columns: 39, rows: 9)))
    func isInSight() -> Bool {
      let lines = panel.canvas(39, 9).text.map(\.trimmed)
      let answers = asked.choices.enumerated().map { "\($0 + 1) \($1)" }
      return lines.joined(separator: " ").contains(asked.words)
        && answers.allSatisfy { answer in lines.contains { $0.contains(answer) } }
    }
    var pages = 0
    panel.press(.pageDown)
    #expect(!isInSight() && panel.canvas(39, 9).text.contains { $0.contains("[·to]") })
    while !isInSight(), pages < 9 {
      var other = panel
      other.press(.character(Character(digit)))
      #expect(other.inputs["guess"] == nil && !other.text.contains("You said"))
      panel.press(.pageDown)
      pages += 1
    }
    try #require(isInSight())
    panel.press(.character(Character(digit)))
    #expect(panel.inputs["guess"] == digit && panel.text.contains("You said"))
  }

  /// Whatever place is looked at, the table of a patch stands where it stood.
  @Test func aPatchKeepsItsRows() throws {
    var panel = try opened(["show": "patch"])
    panel.press(.character("P"))
    panel.finish()
    func row() -> Int? {
      panel.canvas(79, 20).text.firstIndex { $0.contains("it brings back, before each layer") }
    }
    let first = try #require(row())
    for _ in 0..<15 {
      panel.press(.left)
      #expect(row() == first)
    }
  }

  /// At temperature 0 a sampler sees one token, and no others with nothing.
  @Test func atTemperatureZeroOneTokenIsLeft() throws {
    let panel = try opened(["show": "sample", "temperature": "0"])
    let lines = panel.text.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.contains("the next token") })
    #expect(lines[first].contains("at 0 the likeliest"))
    #expect(lines[first + 1].contains("·Mia") && lines[first + 1].contains("100.0 %"))
    #expect(!panel.text.contains("0.0000 %") && !panel.text.contains("<0"), "\(panel.text)")
    let cut = try opened(["show": "sample", "top-k": "2"]).text
    #expect(cut.contains(", cut"))
  }

  /// Two words that are alike are told apart, on every page and where a head opens.
  @Test func likeWordsAreToldApart() throws {
    let panel = try opened(["text": "Mia, Ben, Mia, Ben, Mia", "head": "L1H3", "place": "1"])
    let widget = try InsideWidget(panel.inputs)
    let twice = widget.tokens.filter(widget.isOften)
    #expect(!twice.isEmpty)
    guard case .open("attention", let inputs)? = widget.stepper.first else {
      Issue.record("nothing opens")
      return
    }
    let names = try AttentionWidget(inputs).words
    #expect(names.count == widget.tokens.count && Set(names).count == names.count, "\(names)")
    #expect(names.contains { $0.hasPrefix(",@") } && !names.contains { $0.contains("<2c>") })
    #expect(panel.text.contains("next after") && panel.text.contains(" @1"), "\(panel.text)")
  }

  /// Whoever leads because another was switched off is not taken for the one that led.
  @Test func aNewLeaderIsSaidToBeOne() throws {
    var panel = try opened(["show": "without", "off": "L1H3"])
    panel.finish()
    #expect(panel.text.contains("·Max has 44.0 %"), "\(panel.text)")
    #expect(panel.text.contains("With everything on ·Mia led, with 99.9 %"), "\(panel.text)")
    panel.press(.character("z"))
    panel.finish()
    #expect(panel.text.contains("·Mia has 99.9 %") && !panel.text.contains(" led, with"))
  }

  /// In ASCII a token's space has one sign, in questions, verdicts and everywhere.
  @Test func aSpaceHasOneSignInASCII() throws {
    for page in [InsidePage.next, .map, .without, .patch, .answers] {
      for guess in ["skip", "ask", "1"] {
        let second = page == .patch ? ["second": Self.otherText] : [:]
        var panel = try opened(
          ["show": page.rawValue, "head": "L1H3", "guess": guess].merging(second) { $1 })
        panel.finish()
        for (columns, rows) in [(39, 9), (79, 21)] {
          let text = panel.canvas(columns, rows, ascii: true).text.joined(separator: "\n")
          // A map's shades have other signs, and none before a letter.
          let signs = zip(text, text.dropFirst()).filter { $0 == "*" && $1.isLetter }
          #expect(signs.isEmpty && !text.contains("·"), "\(page) \(guess): \(text)")
        }
      }
    }
  }

  /// All answers stand in a lesson of 40 columns, and on the smallest screen.
  @Test func allAnswersAreSeen() throws {
    for page in Self.askingPages where page != .answers {
      let panel = try covered(page)
      let widget = try InsideWidget(panel.inputs)
      let choices = try #require(widget.question?.asked.choices)
      for text in [
        panel.preview(width: 36, height: 9, ascii: false).map(\.text), panel.canvas(38, 8).text,
      ] {
        let lines = text.joined(separator: "\n")
        for (index, choice) in choices.enumerated() {
          #expect(lines.contains("\(index + 1) \(choice)"), "\(page): \(lines)")
        }
      }
    }
  }

  /// Where no more tokens fit, why is said.
  @Test func aFullContextIsTold() throws {
    let texts = (1...200).map { String(repeating: " key", count: $0) }
    let text = try #require(
      texts.first { text in
        (try? InsideWidget(InsideWidget.example.with("text", text)))?.tokens.count == 128
      })
    var panel = try opened(["show": "sample", "text": text])
    let said = panel.press(.character(">"))
    #expect(said == [.say("The model's context of 128 tokens is full: < takes a token back")])
  }

  @Test func evidenceComesFromMoreThanOneSubject() throws {
    var panel = try opened(["show": "evidence"])
    panel.press(.character("c"))
    #expect(panel.inputs["cases"] == "who")
    #expect(panel.text.contains("cases of who"))
    #expect(panel.isWorking)
    // Space stops it, and goes on.
    panel.press(.character(" "))
    #expect(!panel.isWorking)
    panel.press(.character(" "))
    #expect(panel.isWorking)
  }

  @Test func anotherTextIsOneOfItsKind() throws {
    var panel = try opened()
    panel.press(.character("r"))
    let one = panel.inputs["text"]
    #expect(one != InsideWidget.example["text"])
    panel.press(.character("m"), .character("r"))
    #expect(panel.inputs["adapter"] == "instruct" && panel.inputs["text"] != one)
  }
}
