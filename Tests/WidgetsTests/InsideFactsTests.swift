import Inside
import Models
import Notes
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// What a page asks is told nowhere before it is guessed or seen, and asked nowhere afterwards.
@Suite struct InsideFactsTests {
  /// Its likeliest next token stands nowhere in the text: whatever names it tells the answer.
  private static let text = "The key near the dogs"
  private static let answer = "·is"
  private static let second = "The keys near the dog"
  private static let place = 6

  private func covered(_ page: InsidePage) throws -> any WidgetPanel {
    var inputs = InsideWidget.example
    inputs["text"] = Self.text
    inputs["show"] = page.rawValue
    inputs["head"] = "L1H3"
    if page == .patch { inputs["second"] = Self.second }
    var panel = try InsideWidget.opened(inputs)
    Self.advance(&panel)
    return panel
  }

  /// As far as something is told of what is computed.
  private static func advance(_ panel: inout any WidgetPanel) {
    for _ in 0..<12 where panel.isWorking { _ = panel.update(.tick) }
  }

  /// Every line that is shown, in lines of words and on screens of several sizes.
  private static func lines(_ panel: any WidgetPanel) -> [String] {
    panel.transcript
      + [(39, 9), (79, 21), (118, 36)].flatMap { panel.canvas($0, $1).text }
      + panel.preview(width: 70, height: 16, ascii: false).map(\.text)
  }

  /// Whether a page asks what it answers.
  private static func asks(_ page: InsidePage, _ panel: any WidgetPanel) -> Bool {
    var panel = panel
    _ = panel.update(.key(.escape))
    _ = panel.set(
      Inputs(["show": page.rawValue, "place": "\(place)", "head": "L1H3"]))
    return panel.text.contains("see shows it")
  }

  /// What of a screen tells the next token: its name, but among the answers of the question, and within new text.
  private static func namesNext(_ lines: [String]) -> [String] {
    lines.filter { $0.contains(/·is(?![·\w"])/) }
  }
  /// What tells where a head looks: a place with its share, or the head with both. That the first place looks at
  /// itself is known.
  private static func namesPlaces(_ lines: [String]) -> [String] {
    lines.filter { !$0.contains("\\n @0 100.0 %") }.filter {
      $0.contains(/@\d+ .*\d %/) || $0.contains(/H\d.{0,2} +·?\w+ (@\d+ )?\d+ ?%/)
        || $0.contains("looks most at") || $0.contains("from each row's token")
    }
  }

  private static func check(_ panel: any WidgetPanel, _ way: String) {
    guard panel.inputs["text"] == text, panel.inputs["said"] == nil else { return }
    let lines = lines(panel)
    if asks(.next, panel) { #expect(namesNext(lines).isEmpty, "\(way)") }
    if asks(.map, panel) { #expect(namesPlaces(lines).isEmpty, "\(way)") }
  }

  /// The widgets that keys opened: what they tell is not asked any more.
  private static func check(_ effects: [WidgetEffect], _ panel: any WidgetPanel, _ way: String) {
    for case .open(let name, _) in effects {
      #expect(!asks(name == "sampling" ? .next : .map, panel), "\(way) opens \(name)")
    }
  }

  @Test func theModelSaysSo() throws {
    var inputs = InsideWidget.example
    (inputs["text"], inputs["guess"]) = (Self.text, "skip")
    var panel = try InsideWidget.opened(inputs)
    let widget = try InsideWidget(inputs)
    #expect(widget.place == Self.place)
    #expect(
      widget.visible(widget.look.next(after: 6, top: 1)[0].token, ascii: false) == Self.answer)
    // Both are found where they are told.
    #expect(!Self.namesNext(Self.lines(panel)).isEmpty)
    #expect(!Self.namesPlaces(Self.lines(panel)).isEmpty)
    panel.press(.character("2"))
    #expect(!Self.namesPlaces(Self.lines(panel)).isEmpty)
  }

  /// From every covered page, each key, and then the pages behind and before it.
  @Test(arguments: InsidePage.allCases) func noKeyTellsWhatIsAskedYet(page: InsidePage) throws {
    let start = try covered(page)
    Self.check(start, "\(page)")
    for key in InsideWidget.keys.flatMap(\.keys) {
      var panel = start
      let effects = panel.press(key)
      Self.advance(&panel)
      let way = "\(page), \(key.label)"
      Self.check(effects, panel, way)
      Self.check(panel, way)
      panel.press(.escape)
      for next in ["n", "p", "p"] as [Character] {
        panel.press(.character(next))
        Self.check(panel, "\(way), \(next)")
      }
    }
  }

  /// A page that was seen, and another that tells the same, do not ask for it afterwards; one that was not does.
  @Test func whatWasSeenIsNotAsked() throws {
    for page in [InsidePage.next, .map] {
      var panel = try covered(page)
      _ = panel.set("show", "sample")
      #expect(Self.asks(.sample, panel))
      panel.press(.character(" "), .escape)
      #expect(!Self.asks(.next, panel) && Self.asks(.map, panel), "\(page)")
      // What was left is so when it is come back to.
      let again = try InsideWidget.opened(panel.draft.origin, draft: Draft(panel.draft.text))
      #expect(!Self.asks(.next, again) && Self.asks(.map, again), "\(page)")
    }
  }

  /// What is still asked is in nothing that a key opens: rows of scores and the stepper wait for it, on whatever page.
  @Test(arguments: InsidePage.allCases) func whatKeysOpenTellsNothingAsked(page: InsidePage) throws
  {
    let start = try covered(page)
    for (key, asked) in [("d", InsidePage.next), ("i", .map), ("O", .map)] {
      var panel = start
      let said = "\(panel.press(.character(Character(key))))"
      let isHere = page == asked || page == .sample && asked == .next
      #expect(said.contains(isHere ? "A guess first" : "page \(asked.number) asks first"))
      #expect(!said.contains("open"))
      let row = try #require(panel.keys.first { $0.keys == [.character(Character(key))] })
      #expect(row.footer == nil)
      #expect(Self.asks(.next, panel) && Self.asks(.map, panel), "\(page) \(key)")
    }
    // So does Enter, also where the page asks nothing.
    var panel = start
    let said = "\(panel.press(.enter))"
    #expect(said.contains(page == .units ? "page 2 asks first" : "A guess first"), "\(said)")
    #expect(!panel.keys.contains { ["sampling", "stepper"].contains($0.footer?.text) })
  }

  /// Once page 2 was answered the head opens, at its weights; the next one waits again.
  @Test(arguments: [Key.enter, .character("i")]) func aHeadOpensOnceItsMapIsKnown(key: Key) throws {
    var panel = try covered(.next)
    panel.press(.character(" "))
    #expect("\(panel.press(key))".contains("Where L1H3 looks: page 2 asks first"))
    panel.press(.character("2"), .character(" "), .character("1"))
    #expect(panel.keys.contains { $0.footer?.text == "stepper" })
    guard case .open("attention", let inputs)? = panel.press(key).first else {
      Issue.record("nothing opens")
      return
    }
    #expect(inputs["view"] == nil && inputs["step"] == "7")
    panel.press(.tab, .tab)
    #expect("\(panel.press(key))".contains("page 2 asks first"))
    // Of a single token nothing is asked, and nothing waits.
    var single = try InsideWidget.opened(Inputs(["file": "", "text": "a", "place": "0"]))
    if try InsideWidget(single.inputs).tokens.count == 1 {
      #expect("\(single.press(key))".contains("attention"))
    }
  }

  /// Pages that follow what page 1 asks do so without its name, until it was guessed.
  @Test(arguments: [
    (InsidePage.without, "what the likeliest keeps without", "what ·is keeps without"),
    (.patch, "how much of the second text's answer", "this text's answer"),
  ]) func pagesAreTurnedInAnyOrder(page: InsidePage, hidden: String, other: String) throws {
    var panel = try covered(page)
    _ = panel.set("second", Self.second)
    panel.press(.character(" "))
    panel.finish()
    let lines = Self.lines(panel)
    #expect(lines.contains { $0.contains(hidden) }, "\(panel.text)")
    #expect(Self.namesNext(lines).isEmpty && Self.asks(.next, panel), "\(panel.text)")
    #expect(panel.text.contains(other) == (page == .patch))
    _ = panel.set("show", "next")
    panel.press(.character(" "))
    _ = panel.set("show", page.rawValue)
    panel.finish()
    #expect(panel.text.contains(other) == (page == .without), "\(panel.text)")
    #expect(panel.text.contains(Self.answer), "\(panel.text)")
  }

  /// A question of a second text stands beside it, and names what stands there.
  @Test func aSecondTextIsShownWithItsQuestion() throws {
    let panel = try covered(.patch)
    #expect(panel.text.contains("see shows it") && panel.text.contains(/\d "\S+" @\d, there "/))
    #expect(panel.canvas(79, 21).text.count { $0.contains("\\n  The") } == 2, "\(panel.text)")
  }

  /// Shares with a part off stand beside those with everything on, and both are named, as the question is.
  @Test(arguments: [InsidePage.next, .sample]) func bothSharesAreNamed(page: InsidePage) throws {
    var panel = try covered(page)
    panel.press(.character("x"))
    #expect(panel.text.contains("without L1H3?"), "\(panel.text)")
    panel.press(.character(" "))
    panel.finish()
    for (columns, rows, other) in [(79, 21, "with everything on"), (39, 9, "all on")] {
      let lines = panel.canvas(columns, rows).text
      #expect(lines.contains { $0.contains("without L1H3: ") && $0.contains(other) }, "\(lines)")
    }
    panel.press(.tab, .character("x"))
    #expect(panel.text.contains("with 2 parts off: "), "\(panel.text)")
    panel.press(.character("z"))
    #expect(!panel.text.contains("everything on"), "\(panel.text)")
  }

  /// The question of a page names no answer of another that is still to be guessed.
  @Test func aQuestionTellsNoAnswerOfAnother() throws {
    var panel = try covered(.without)
    #expect(panel.text.contains("costs the likeliest token most?"), "\(panel.text)")
    _ = panel.set("show", "next")
    panel.press(.character(" "))
    _ = panel.set("show", "without")
    #expect(panel.text.contains("costs \"\(Self.answer)\" most?"), "\(panel.text)")
  }

  /// With its layer off, a part leaves nothing to ask: the page tells nothing for that, and other layers ask on.
  @Test func aLayerThatIsOffTellsNothing() throws {
    for next in [Key.down, .up] {
      var panel = try covered(.without)
      panel.press(.character("X"))
      panel.finish()
      let lines = Self.lines(panel)
      #expect(panel.text.contains("Of L1 too little is on to ask about: all-on"), "\(panel.text)")
      #expect(Self.namesNext(lines).isEmpty && !lines.contains { $0.contains(/\d %/) }, "\(lines)")
      #expect(Self.asks(.next, panel))
      let files = panel.files
      #expect(!files.contains { $0.text.contains("\"without\":") || $0.text.contains("\"next\":") })
      // Another layer asks the same, and the page opens with its answer.
      panel.press(next)
      #expect(panel.text.contains("see shows it"))
      panel.press(.character(" "), next == .down ? .up : .down)
      panel.finish()
      #expect(panel.text.contains(" %") && !panel.text.contains("too little"), "\(panel.text)")
      panel = try covered(.without)
      panel.press(.character("X"), .character("X"))
      #expect(panel.text.contains("see shows it") && Self.asks(.next, panel))
    }
  }

  /// A second text that is the same tells nothing.
  @Test func onePlaceTellsNothing() throws {
    var panel = try covered(.patch)
    _ = panel.set("second", Self.text)
    panel.finish()
    #expect(!panel.text.contains("see shows it") && panel.text.contains("the same answer"))
    #expect(Self.namesNext(Self.lines(panel)).isEmpty && Self.asks(.next, panel))
  }

  /// A copy has no others to be told from: what it would say is not told before page 1 has asked.
  @Test func oneModelTellsNothing() throws {
    try openCopy("alone.model", at: "facts/alone.model")
    var inputs = InsideWidget.example
    (inputs["file"], inputs["text"]) = ("facts/alone.model", Self.text)
    inputs["show"] = "answers"
    var panel = try InsideWidget.opened(inputs)
    panel.finish()
    #expect(panel.text.contains("page 1 asks first"), "\(panel.text)")
    #expect(!panel.files[0].text.contains("\"answers\":"))
    #expect(Self.asks(.next, panel))
    panel.press(.character("1"), .character(" "))
    _ = panel.set("show", "answers")
    panel.finish()
    #expect(panel.text.contains("would say exactly this next"), "\(panel.text)")
  }

  /// As long as a page is covered, numbers guess and do nothing else: of those beyond the answers that is said.
  @Test(arguments: InsidePage.allCases) func numbersDoOneThing(page: InsidePage) throws {
    let start = try covered(page)
    let widget = try InsideWidget(start.inputs)
    let count = widget.question?.asked.choices.count
    for digit in 1...8 {
      var panel = start
      let said = panel.press(.character(Character("\(digit)")))
      guard let count else {
        #expect(panel.inputs["show"] == (digit == 1 ? nil : "\(InsidePage.allCases[digit - 1])"))
        continue
      }
      #expect(panel.inputs["show"] == start.inputs["show"], "\(page) \(digit)")
      #expect(panel.inputs["guess"] == (digit > count ? nil : "\(digit)"), "\(page) \(digit)")
      #expect("\(said)".contains("The answers end at \(count)") == (digit > count), "\(said)")
    }
  }
}
