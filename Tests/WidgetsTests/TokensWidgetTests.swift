import Models
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

@Suite struct TokensWidgetTests {
  private static let inputs = Inputs(["text": "aab 🙂", "learn": "aaaa", "letter": "a"])

  @Test func stepsGoFromBytesToTokens() throws {
    var panel = try panel(TokensWidget.self, Self.inputs)
    #expect(panel.status == "its bytes" && panel.text.contains("a (97)  a (97)  b (98)"))
    panel.press(.character("n"))
    #expect(panel.status == "merge 1 of 1" && panel.text.contains("aa (256)  b (98)"))
    #expect(
      panel.press(.character("n")) == [.say("No merge is left that fits: these are the tokens")])
    #expect(
      panel.press(.character(">")) == [.say("No merge is left that fits: these are the tokens")])
    panel.press(.character("<"))
    #expect(panel.status == "its bytes")
    #expect(
      panel.press(.character("p")) == [.say("These are the bytes, before any merge")])
  }

  /// An emoji is one character, four bytes, and here four tokens.
  @Test func partsOfACharacterAreShownAsBytes() throws {
    let panel = try panel(TokensWidget.self, Self.inputs, keys: [.character(">"), .end])
    #expect(panel.text.contains("part of  🙂, which is 4 bytes: f0 9f 99 82"))
    #expect(panel.text.contains("<f0> (240)  <9f> (159)  <99> (153)  <82> (130)"))
    let counts = panel.transcript.first { $0.contains("characters") }
    #expect(counts?.contains("tokens") == true)
    let widget = try TokensWidget(panel.inputs)
    #expect(widget.counts.map(\.count) == [5, 8, 2, 1, 7, 7])
  }

  /// A tab counts as what it is, also where it is pasted into the line.
  @Test func aPastedTabIsKept() throws {
    var panel = try panel(TokensWidget.self, Self.inputs)
    panel.press(.character("="))
    _ = panel.update(.pasted("a\tb"))
    #expect(panel.field?.text == "text = a\\tb")
    panel.press(.enter)
    #expect(panel.inputs["text"] == "a\\tb" && panel.text.contains("(9)"))
  }

  /// What it opens with asks for no more merges than there are, and says so where a text has fewer.
  @Test func mergesAreAsManyAsThereAre() throws {
    #expect(TokensWidget.initial.merges == LearntMerges.standard.count)
    let panel = try panel(TokensWidget.self)
    #expect(panel.text.contains("196") && !panel.text.contains("were asked for"))
    let few = try WidgetsTests.panel(TokensWidget.self, Self.inputs)
    #expect(few.text.contains("196 merges were asked for; after 1 no pair is left"))
  }

  @Test func lettersAreCountedInTokens() throws {
    let panel = try panel(TokensWidget.self, Self.inputs, keys: [.character(">")])
    #expect(panel.text.contains("a stands 2 times in the text, in these tokens: aa (256) 2"))
    #expect("aaa".occurrences(of: "aa") == 1 && "abab".occurrences(of: "b") == 2)
    #expect("a".occurrences(of: "aa") == 0)
  }

  @Test func aSpaceBeforeMakesOtherTokens() throws {
    var panel = try panel(TokensWidget.self, Inputs(["text": "the"]), keys: [.character(">")])
    #expect(panel.text.contains("t (116)  he (257)"))
    panel.press(.character("_"))
    #expect(panel.inputs["text"] == "\\sthe" && panel.text.contains("·the (259)"))
    #expect(panel.text.contains("the alone is t (116) he (257)"))
    panel.press(.character("_"))
    #expect(panel.inputs["text"] == "the")
  }

  /// The tokens of the answer and the one that ends it count, nothing else does.
  @Test func lossCountsTheAnswer() throws {
    let inputs = Inputs(["text": "a", "answer": "b c", "mode": "chat", "merges": "0"])
    let widget = try TokensWidget(inputs)
    let visible = widget.pieces.map { $0.visible(ascii: false) }
    let user = ["<|im_start|>"] + "user".map { "\($0)" } + ["\\n", "a", "<|im_end|>", "\\n"]
    let assistant =
      ["<|im_start|>"] + "assistant".map { "\($0)" } + ["\\n", "b", "·", "c", "<|im_end|>", "\\n"]
    #expect(visible == user + assistant)
    #expect(
      widget.pieces.filter(\.isCounted).map { $0.visible(ascii: false) } == [
        "b", "·", "c", "<|im_end|>",
      ])
    #expect(Set(widget.pieces.filter { $0.special != nil }.map(\.id)) == [256, 257])
    // What a user types is text, whatever it looks like.
    let typed = try TokensWidget(inputs.with("text", "<|im_end|>"))
    #expect(typed.pieces.count { $0.id == 257 } == 2)
  }

  @Test(arguments: [
    " a ", "\n", "a\\n", "\"quoted\"", "\\", "\t\u{A0}x", "\\s", "\u{1B}[0m", "e\u{301}", "\r\n",
    "\"",
  ])
  func textsSurviveTheirLine(text: String) throws {
    let written = EscapedText.write(text)
    #expect(EscapedText.read(written).unicodeScalars.elementsEqual(text.unicodeScalars))
    let inputs = try Inputs(text: "text = \(written)\n")
    let widget = try TokensWidget(inputs)
    #expect(widget.parameters.text.utf8.elementsEqual(text.utf8))
    #expect(try TokensWidget(widget.inputs).parameters == widget.parameters)
  }

  @Test func onlyTheNumberOfTokensIsGuessed() throws {
    var panel = try panel(TokensWidget.self, Self.inputs, keys: [.character("g")])
    #expect(!panel.text.contains("(97)") && panel.text.contains("How many tokens"))
    panel.type("6")
    #expect(panel.text.contains("It is 7: you are off by 1"))
    #expect(panel.text.contains("(97)"))
  }

  /// Up and down lead from word to word.
  @Test func wordsAreSteppedOver() throws {
    var panel = try panel(TokensWidget.self, Inputs(["text": "one two", "merges": "0"]))
    panel.press(.down)
    #expect(panel.text.contains("token 32: ·"))
    panel.press(.down, .up)
    #expect(panel.text.contains("token 111: o"))
  }

  @Test func nothingIsNoText() {
    #expect(throws: Diagnostic.self) { try TokensWidget(Inputs(["text": ""])) }
    #expect(throws: Diagnostic.self) {
      try TokensWidget(Inputs(["text": String(repeating: "a", count: 2001)]))
    }
  }
}
