import Notes
import TestSupport
import Testing
import TextUI

@testable import Widgets

@Suite struct AttentionWidgetTests {
  private func result(_ panel: any WidgetPanel, _ key: String) -> String? { panel.inputs[key] }

  @Test func nineStepsThenNoMore() throws {
    var panel = try panel(AttentionWidget.self)
    var titles: [String] = []
    for _ in 0..<8 {
      titles.append(panel.status)
      #expect(panel.press(.character("n")) == [])
    }
    #expect(titles.first == "step 1 of 9")
    #expect(panel.status == "step 9 of 9")
    #expect(panel.press(.character("n")).count == 1)
    #expect(panel.status == "step 9 of 9")
  }

  /// Any cell lists its terms; by hand from the example: e^0 + e^(−1/√2) + e^0 = 2.493.
  @Test func cellTellsItsTerms() throws {
    var panel = try panel(AttentionWidget.self)
    for _ in 0..<4 { panel.press(.character("n")) }
    panel.press(.right, .right)
    #expect(panel.text.contains("query \"the\" looks at key \"sat\":"))
    #expect(panel.text.contains("score   1·1 + 0·1       = 1"))
    #expect(panel.text.contains("scaled  1 ÷ √2          = 0.7071"))
    #expect(panel.text.contains("exp     e^0             = 1"))
  }

  @Test func typingEditsAnInputAndRecomputes() throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab])
    panel.type("2.5")
    #expect(result(panel, "Q") == "2.5 0; 0 1")
    // The first score was 1·1 + 0·0.
    panel.press(.backTab)
    #expect(panel.text.contains("2.5 + 0 = 2.5"))
    panel.press(.tab, .right)
    panel.press(.character("7"), .escape)
    #expect(result(panel, "Q") == "2.5 0; 0 1")
    panel.press(.character("u"))
    #expect(result(panel, "Q") == "1 0; 0 1")
  }

  @Test(arguments: ["7x", "nan", "1e999", "1,5", "", "--", "1 2", "inf"])
  func unreadableNumberKeepsTheOldValue(text: String) throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab, .down, .right, .enter])
    panel.type(text)
    #expect(result(panel, "Q") == "1 0; 0 1")
    if !text.isEmpty { #expect(panel.text.contains("Q cat, entry 2: ")) }
  }

  @Test func masksInTurn() throws {
    var panel = try panel(AttentionWidget.self)
    var masks: [String?] = []
    for _ in 0..<5 {
      panel.press(.character("m"))
      masks.append(result(panel, "mask"))
    }
    #expect(masks == ["causal", "padding 1 1 0", "1 1 0; 1 1 0", "hide 1 1 0; 1 1 0", "none"])
  }

  /// A pasted mask says how it was read, and one key reads it another way.
  @Test func aMaskSaysHowItWasRead() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("mask = 0.0 0.0 0.0; 0.0 1.0 0.0") == [])
    #expect(
      panel.text.contains("Mask (m reads it another way) read as numbers to add to the scores"))
    #expect(panel.text.contains("m reads it another way"))
    panel.press(.character("m"))
    #expect(result(panel, "mask") == "0 0 0; 0 1 0")
    #expect(panel.text.contains("1 may attend, 0 is masked (as in scaled_dot_product_attention)"))
    panel.press(.character("m"))
    #expect(result(panel, "mask") == "hide 0 0 0; 0 1 0")
    #expect(panel.text.contains("1 is masked, 0 may attend (as in MultiheadAttention)"))
    // The one under the cursor is hidden, whichever way the mask is written.
    panel.press(.character("x"))
    #expect(result(panel, "mask") == "hide 1 0 0; 0 1 0")
    panel.press(.character("n"), .character("n"))
    #expect(panel.text.contains("True means \"may attend\" in scaled_dot_product_attention"))
    let again = try AttentionWidget(panel.inputs)
    #expect(again.inputs == panel.inputs)
  }

  /// While a mask is typed, all that it may be stands below the numbers.
  @Test func whatMayBeTypedIsShown() throws {
    var panel = try panel(AttentionWidget.self, keys: [.character("=")])
    #expect(!panel.text.contains("a mask is"))
    for character in "mask = causal bottom-right and alibi" { panel.press(.character(character)) }
    for name in ["window 4", "alibi", "padding 1 1 0", "and joins several", "bottom-right"] {
      #expect(panel.text.contains(name), "\(name)")
    }
    panel.press(.enter)
    #expect(result(panel, "mask") == "causal bottom-right and alibi bottom-right")
    #expect(panel.text.contains("Mask causal, bottom right: the last query looks at every key"))
    let said = "\(panel.choose("mask = padding 0.5 1 1") ?? [])"
    #expect(said.contains("entry 1 of the padding is “0.5”"))
    #expect(result(panel, "mask") == "causal bottom-right and alibi bottom-right")
  }

  @Test func rowFullyMaskedSaysSo() throws {
    var panel = try panel(AttentionWidget.self)
    for _ in 0..<3 { panel.press(.character("x"), .right) }
    #expect(result(panel, "mask") == "0 0 0; 1 1 1")
    for _ in 0..<6 { panel.press(.character("n")) }
    #expect(panel.text.contains("weight  nothing to look at: 0/0 is undefined, here 0"))
    #expect(panel.text.contains("scaled_dot_product_attention: zeros since 2.5, NaN before"))
    #expect(!panel.text.contains("0/0 ="))
    #expect(panel.text.contains("0.3333 for each key"))
  }

  @Test func rowsAndColumnsComeAndGo() throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab, .character("A"), .character("a")])
    #expect(result(panel, "Q") == "1 0 0; 0 0 0; 0 0 1")
    #expect(result(panel, "K") == "1 0 0; 0 0 1; 1 0 1")
    // Each row keeps its name, the new one has one of its own.
    #expect(result(panel, "words") == "the, new, cat")
    #expect(result(panel, "key-words") == "the, cat, sat")
    panel.press(.character("d"), .character("D"))
    panel.press(.character("u"), .character("u"), .character("u"), .character("u"))
    #expect(result(panel, "Q") == "1 0; 0 1")
    panel.press(.tab)
    for _ in 0..<10 { panel.press(.character("a")) }
    #expect(result(panel, "K")?.split(separator: ";").count == 13)
    #expect(result(panel, "V")?.split(separator: ";").count == 13)
  }

  /// Where a number went tells of it: no arrow stands beside what is hidden.
  @Test func noArrowStandsBesideWhatIsHidden() throws {
    var panel = try panel(AttentionWidget.self)
    _ = panel.choose("step 7")
    _ = panel.choose("Q = 1 2; 3 4")
    #expect(panel.text.contains("↑") && panel.text.contains("↓"))
    _ = panel.choose("Q = 2 2; 3 4")
    panel.press(.character("g"))
    _ = panel.choose("Q = 1 2; 3 5")
    #expect(panel.text.contains("?") && !panel.text.contains("?↑") && !panel.text.contains("?↓"))
  }

  /// What was refused stays to be edited, the cursor behind what is wrong; Esc lets it go.
  @Test(
    arguments: [
      ("foo = 1", 3), ("Q = 1 x; 0 1", 7), ("Q = 10 x 1x; 0 1", 8), ("mask = casual", 13),
      ("Q = 1 2; 3", 10), ("Q = 1,,2", 8), ("heads = 1.5", 11), ("nonsense", 8),
    ])
  func aRefusedLineStays(line: String, position: Int) throws {
    var panel = try panel(AttentionWidget.self)
    panel.press(.character("="))
    panel.type(line)
    #expect(panel.field?.text == line && panel.field?.position == position)
    #expect(panel.text.contains("✗"))
    panel.press(.backspace)
    #expect(panel.field?.text.count == line.count - 1 && !panel.text.contains("✗"))
    panel.press(.escape)
    #expect(panel.field == nil && result(panel, "Q") == "1 0; 0 1")
    panel.press(.character("="))
    #expect(panel.field?.text.isEmpty == true)
  }

  /// So does a number, and a guess; mended they are taken.
  @Test func aRefusedNumberStays() throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab])
    panel.type("2x")
    #expect(panel.field?.text == "2x" && panel.text.contains("the old value stays"))
    panel.press(.backspace, .enter)
    #expect(panel.field == nil && result(panel, "Q") == "2 0; 0 1")
    panel.press(.backTab, .character("g"))
    panel.type("-1e400")
    #expect(panel.field?.text == "-1e400" && panel.text.contains("too large"))
    panel.press(.control("u"))
    panel.type("2")
    #expect(panel.text.contains("Right: 2"))
  }

  /// A line that does more than change inputs is none that was refused.
  @Test func aLineThatSaysSomethingIsTaken() throws {
    var panel = try panel(AttentionWidget.self)
    panel.press(.character("="))
    panel.type("random 7")
    #expect(panel.field == nil && result(panel, "Q") != "1 0; 0 1")
  }

  /// Rows that are pasted behind a name stay rows.
  @Test func rowsArePastedBehindAName() throws {
    var panel = try panel(AttentionWidget.self, keys: [.character("=")])
    for character in "Q = " { panel.press(.character(character)) }
    _ = panel.update(.pasted("5 6\n7 8\n"))
    #expect(panel.field == nil && result(panel, "Q") == "5 6; 7 8")
    panel.press(.character("="))
    for character in "Q = " { panel.press(.character(character)) }
    _ = panel.update(.pasted("5 6\n7 y\n"))
    #expect(panel.field?.text == "Q = " && result(panel, "Q") == "5 6; 7 8")
    panel.press(.escape, .tab, .character("3"))
    _ = panel.update(.pasted("K = 1 2\n3 4\n5 6"))
    #expect(panel.field == nil && result(panel, "K") == "1 2; 3 4; 5 6")
    #expect(result(panel, "Q") == "5 6; 7 8")
  }

  /// Where the numbers come from is told everywhere, and that they were changed.
  @Test func theSourceIsTold() throws {
    let inputs = AttentionWidget.example.with("source", "L0H1 of \"x\",\n step 2")
    var panel = try panel(AttentionWidget.self, inputs)
    let words = "L0H1 of \"x\", step 2"
    #expect(panel.text.contains("Q, K, V from " + words))
    #expect(panel.transcript.contains("Q, K, V from " + words))
    let widget = try AttentionWidget(inputs)
    #expect(widget.script.contains("source = \"L0H1 of \\\"x\\\", step 2\"\n"))
    #expect(Export.markdown(widget, at: widget.firstCursor).contains("source = " + words + "\n"))
    panel.press(.character("m"), .tab)
    #expect(result(panel, "source") == words)
    panel.type("5")
    panel.press(.right)
    panel.type("6")
    #expect(result(panel, "source") == words + ", changed")
    panel.press(.character("u"), .character("u"))
    #expect(result(panel, "source") == words)
    panel.press(.character("r"))
    #expect(result(panel, "source") == nil)
    #expect(panel.choose("source = " + String(repeating: "x", count: 101))?.count == 1)
  }

  @Test func predictionHidesUntilAGuess() throws {
    var panel = try panel(AttentionWidget.self)
    for _ in 0..<6 { panel.press(.character("n")) }
    panel.press(.character("g"))
    #expect(!panel.text.contains("0.4011"))
    #expect(panel.press(.character("n")).count == 1)
    #expect(panel.status.hasPrefix("step 7"))
    // Unscaled, the weight of the first cell would be e^1 / (e^1 + e^0 + e^1) = 0.4223.
    panel.type("0.4223")
    #expect(panel.text.contains("It is 0.4011: you are off by 0.02119"))
    #expect(panel.text.contains("This forgets to divide the scores by √dₖ."))
    panel.press(.character("n"))
    #expect(panel.status.hasPrefix("step 8"))
    panel.press(.character("p"))
    panel.type("0.4")
    #expect(panel.text.contains("Told before: 0.4011"))
  }

  @Test func backwardPassOfTheSmallestCase() throws {
    // One query [1, 1, 0, 0], keys 2·e₁ and 2·e₂, values 4 and 0: dS = ±1, dQ = [1, −1, 0, 0].
    let inputs = Inputs([
      "words": "a, b", "Q": "1 1 0 0", "K": "2 0 0 0; 0 2 0 0", "V": "4; 0", "step": "13",
    ])
    let panel = try panel(AttentionWidget.self, inputs)
    #expect(panel.status == "backward 4 of 5: dQ")
    #expect(panel.text.contains("a [1] −1  0  0"))
    #expect(panel.text.contains("dQ  0.5·2 = 1"))
  }

  @Test func headsHaveTheirOwnColumnsAndScale() throws {
    let inputs = Inputs([
      "Q": "1 0 1 0", "K": "1 0 0 0; 0 0 1 0", "V": "1 2; 3 4", "heads": "2", "step": "2",
    ])
    let panel = try panel(AttentionWidget.self, inputs)
    // Half of four columns: scaled by 1/√2.
    #expect(panel.text.contains("head 1"))
    #expect(panel.text.contains("scaled  1 ÷ √2"))
  }

  @Test func transposingIsThePicturesOnly() throws {
    var panel = try panel(AttentionWidget.self, keys: [.character("|")])
    #expect(panel.text.contains("queries Qᵀ"))
    panel.press(.character("|"))
    #expect(panel.inputs == (try AttentionWidget(AttentionWidget.example)).inputs)
  }

  @Test(arguments: [
    ("Q = 1 0\nK = 1 0 1\nV = 1", "K", 2), ("Q = 1 0; 1\nK = 1 0\nV = 1", "Q", 1),
    ("Q = 1\nK = 1\nV = 1; 2", "V", 3), ("Q = 1\nK = 1\nV = 1\nmask = 1 1", "mask", 4),
    ("Q = 1\nK = 1\nV = 1\nheads = 3", "heads", 4),
    ("Q = 1\nK = 1\nV = 1\nscale = big", "scale", 4),
    ("Q = 1\nK = 1\nV = 1\nstep = 15", "step", 4),
    ("Q = 1\nK = 1\nV = 1\nwords = a, b", "words", 4),
    ("Q = 1\nQ = 1\nK = 1\nV = 1", "Q", 2), ("K = 1\nV = 1", "Q", 0),
    ("Q = \(String(repeating: "1 ", count: 129))\nK = 1\nV = 1", "Q", 1),
    ("Q = 1\nK = nan\nV = 1", "K", 2), ("Q = 1\nK = 1\nV = 1\nsoftcap = 0", "softcap", 4),
    ("Q = 1\nK = 1\nV = 1\nprecision = float8", "precision", 4),
    ("Q = 1\nK 1\nV = 1", "K", 2),
  ])
  func wrongInputsNameTheLine(text: String, key: String, line: Int) {
    #expect {
      _ = try AttentionWidget(Inputs(text: text, after: 100))
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.line == 100 + line && diagnostic?.advice.contains(key) == true
    }
  }

  @Test func linesOfThePlainMode() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("Q = 1 2; 3 4") == [])
    #expect(panel.choose("q 1 2 0.5") == [])
    #expect(result(panel, "Q") == "1 0.5; 3 4")
    #expect(panel.choose("mask causal") == [])
    #expect(panel.choose("scale none") == [])
    #expect(panel.choose("step 7") == [])
    #expect(panel.status == "step 7 of 9")
    #expect(panel.choose("cell 2 1") == [])
    #expect(panel.text.contains("query \"cat\" looks at key \"the\""))
    #expect(panel.choose("Q 9 9 1")?.count == 1)
    #expect(panel.choose("Q = 1 2; 3")?.count == 1)
    #expect(result(panel, "Q") == "1 0.5; 3 4")
    #expect(panel.choose("guess 0.5") == [])
    #expect(panel.choose("random 7")?.count == 1)
    #expect(panel.choose("hello there") == nil)
    #expect(panel.choose("next") == nil)
  }

  @Test func pastingAMatrix() throws {
    var panel = try panel(AttentionWidget.self, keys: [.tab])
    _ = panel.update(.pasted("[[1, 2],\n [3, 4],\n [5, 6]]"))
    #expect(result(panel, "Q") == "1 2; 3 4; 5 6")
    _ = panel.update(.pasted(String(repeating: "abc def\n", count: 500)))
    #expect(result(panel, "Q") == "1 2; 3 4; 5 6")
    #expect(panel.text.contains("nothing changed"))
  }

  /// By hand: with scores 2 and 0, softcap 1: tanh(2/1) = 0.9640; two heads on one of K and V.
  @Test func softcapAndSharedHeads() throws {
    let inputs = Inputs([
      "Q": "2 1", "K": "1; 0", "V": "1; 3", "softcap": "1", "heads": "2", "kv-heads": "1",
      "step": "3",
    ])
    var panel = try panel(AttentionWidget.self, inputs)
    #expect(panel.status == "step 3 of 10")
    #expect(panel.text.contains("capped  1·tanh(2.0000 ÷ 1) = 0.9640"))
    #expect(panel.text.contains("Heads 1 and 2 look at the same keys and values."))
    panel.press(.tab, .tab)
    #expect(panel.inputs["kv-heads"] == "1")
    #expect(panel.choose("softcap = none") == [])
    #expect(panel.status == "step 2 of 9")
    for line in ["step = 15", "softcap = -1", "kv-heads = 0"] {
      #expect(panel.choose(line)?.count == 1, "\(line)")
    }
  }

  /// 1 + 2^-9 is not a bfloat16: it is 1 there.
  @Test func lowerPrecisionIsShownAsItIs() throws {
    var panel = try panel(
      AttentionWidget.self, Inputs(["Q": "1.001953125", "K": "1; 0", "V": "1; 2"]))
    #expect(panel.text.contains("1.002"))
    #expect(panel.choose("precision = bfloat16") == [])
    #expect(panel.inputs["precision"] == "bfloat16")
    #expect(panel.text.contains("score  1·1 = 1"))
    #expect(panel.text.contains("In bfloat16 the output is at most"))
    #expect(panel.text.contains("in bfloat16"))
  }

  @Test func queriesAndKeysMayBeOtherWords() throws {
    let panel = try panel(
      AttentionWidget.self,
      Inputs([
        "words": "le chat", "key-words": "the cat sat", "Q": "1 0; 0 1", "K": "1 0; 0 1; 1 1",
        "V": "1; 2; 3",
      ]))
    #expect(panel.text.contains("query \"le\" looks at key \"the\""))
    #expect(panel.inputs["key-words"] == "the, cat, sat")
  }

  @Test func theReadingOfOneOfSeveralMasksIsSwitched() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("mask = causal and 1 1 0; 1 0 1") == [])
    panel.press(.character("m"))
    #expect(result(panel, "mask") == "causal and hide 1 1 0; 1 0 1")
  }

  @Test func hidingAPaddedKeySaysThatItIsHiddenFromAll() throws {
    var panel = try panel(AttentionWidget.self)
    #expect(panel.choose("mask = padding 1 1 1") == [])
    panel.press(.character("x"))
    #expect(result(panel, "mask") == "padding 0 1 1")
    #expect(panel.text.contains("Key \"the\" is hidden from every query"))
  }

  @Test func scriptOfSharedHeadsInALowerPrecisionGoldens() throws {
    let widget = try AttentionWidget(
      Inputs([
        "Q": "1 0.1 2 0.3; 0.7 1 -1 0", "K": "0.3 1; 0.2 -1; 1 1", "V": "1 2; 3 4; 5 6",
        "heads": "2", "kv-heads": "1", "softcap": "2", "precision": "bfloat16",
        "mask": "causal bottom-right",
      ]))
    try Golden("scripts/attention-shared.py", widget.script).check()
  }

  @Test func scriptForNumPyGoldens() throws {
    let widget = try AttentionWidget(
      AttentionWidget.example.with("mask", "1 1 0; 0 0 0").with("scale", "0.5"))
    try Golden("scripts/attention.py", widget.script).check()
  }
}
