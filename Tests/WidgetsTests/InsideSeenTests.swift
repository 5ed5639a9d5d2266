import Inside
import JSONText
import Models
import Notes
import TestSupport
import Testing
import TextUI

@testable import Widgets

/// What makes known what a page asks, and what the keys of a covered page do.
@Suite struct InsideSeenTests {
  private static let hint = "see shows it"

  private func opened(_ inputs: [String: String] = [:]) throws -> any WidgetPanel {
    var all = InsideWidget.example.with("head", "L1H3")
    for (key, value) in inputs { all[key] = value }
    return try InsideWidget.opened(all)
  }

  /// A page as it opens first, everything computed.
  private func covered(_ page: InsidePage) throws -> any WidgetPanel {
    var panel = try opened(["show": page.rawValue])
    if page == .patch { panel.press(.character("P")) }
    panel.finish()
    return panel
  }

  private static let asking = InsidePage.allCases.filter { $0 != .units }

  private func isCovered(_ panel: any WidgetPanel) -> Bool { panel.text.contains(Self.hint) }

  /// Enter opens what is looked at: it answers no question, and says how that is done.
  @Test(arguments: asking) func enterGivesNothingAway(page: InsidePage) throws {
    var panel = try covered(page)
    let count = try #require(InsideWidget(panel.inputs).question?.asked.choices.count)
    let before = panel.text
    let said = panel.press(.enter)
    #expect(said == [.say("A guess first, 1–\(count): Space shows it without one")])
    #expect(panel.text == before && isCovered(panel))
  }

  /// Nor does a token that is drawn, which is nearly always the likeliest; what follows one that was drawn is shown.
  @Test func nothingIsDrawnUnasked() throws {
    var panel = try covered(.sample)
    let (before, inputs) = (panel.text, panel.inputs)
    #expect(
      panel.press(.character(">")) == [.say("A guess first, 1–4: Space shows it without one")])
    #expect(panel.text == before && panel.inputs == inputs)
    #expect(!panel.keys.contains { $0.footer?.text == "draw" })
    panel.press(.character(" "), .character(">"))
    panel.finish()
    #expect(panel.inputs["said"] != nil && !isCovered(panel))
    #expect(
      panel.press(.character("g"))
        == [.say("What follows a token that was drawn is shown: < takes it back")])
    panel.press(.character("<"))
    #expect(!isCovered(panel))
  }

  /// The hint and the footer name a key that leaves the page without a guess, and it does so.
  @Test(arguments: asking) func aCoveredPageTellsTheWayOn(page: InsidePage) throws {
    var panel = try covered(page)
    let key: Key = page == .evidence ? .character("p") : .character("n")
    for (columns, rows) in [(39, 9), (79, 21)] {
      let words = panel.canvas(columns, rows).text.joined(separator: " ").split(separator: " ")
        .joined(separator: " ")
      #expect(words.contains("\(key.label) turns the page"), "\(words)")
    }
    let row = try #require(panel.keys.first { $0.keys == [key] })
    #expect(row.footer?.text == "page")
    // A digit is an answer there, so that none stands at a page.
    let strip = try #require(panel.canvas(79, 21).text.first { $0.contains("[\(page.rawValue)]") })
    #expect(!strip.contains { $0.isNumber }, "\(strip)")
    panel.press(key)
    #expect(panel.inputs["show"] != page.rawValue && panel.inputs["guess"] == nil)
    panel.press(key == .character("n") ? .character("p") : .character("n"), .character(" "))
    #expect(panel.canvas(79, 21).text.contains { $0.contains("[\(page.number) \(page)]") })
  }

  /// At the ends of the pages a key says that there is none.
  @Test func thePagesHaveEnds() throws {
    for (page, key, other) in [(InsidePage.evidence, "n", "p"), (.next, "p", "n")] {
      for guess in ["none", "skip"] {
        var panel = try opened(["show": page.rawValue, "guess": guess])
        let said = "\(panel.press(.character(Character(key))))"
        #expect(said.contains("page: \(other) leads"), "\(said)")
      }
    }
  }

  /// While a covered page computes, Space shows it, and does not stop it too.
  @Test func spaceHasOneMeaning() throws {
    var panel = try opened(["show": "evidence"])
    _ = panel.update(.tick)
    _ = panel.update(.tick)
    #expect(panel.isWorking && isCovered(panel))
    #expect(panel.keys.first { $0.keys == [.character(" ")] }?.footer?.text == "see")
    #expect(!panel.text.contains("stop"), "\(panel.text)")
    panel.press(.character(" "))
    #expect(panel.isWorking && !isCovered(panel))
    #expect(panel.keys.first { $0.keys == [.character(" ")] }?.footer?.text == "stop")
  }

  /// What of a file tells what comes next, and where heads look.
  private func told(_ files: [ExportFile]) throws -> (next: Bool, heads: Int) {
    #expect(files.map(\.ending) == ["json", "md", "py"])
    let results = try #require(try JSON.parse(utf8: Array(files[0].text.utf8))["results"])
    let names = ["next", "logits", "lens"].map { results[$0] != nil }
    #expect(Set(names).count == 1)
    #expect(files[2].text.contains("logits = np.array") == names[0])
    let heads = try #require(results["heads"]?.array)
    #expect(
      files[2].text.contains("weights = np.exp") == heads.contains { $0["name"]?.string == "L1H3" })
    return (names[0], heads.count)
  }

  /// A key that writes answers no question either; what is written otherwise is covered as the page is.
  @Test(arguments: asking) func aCoveredPageIsNotWritten(page: InsidePage) throws {
    var panel = try covered(page)
    let count = try #require(InsideWidget(panel.inputs).question?.asked.choices.count)
    let (before, inputs) = (panel.text, panel.inputs)
    let said = panel.press(.character("e"))
    #expect(said == [.say("A guess first, 1–\(count): Space shows it without one")])
    #expect(panel.text == before && panel.inputs == inputs && isCovered(panel))
    let files = panel.files
    let told = try told(files)
    #expect(!told.next && told.heads == 0)
    #expect(files[1].text.contains("shows it"), "\(files[1].text)")
    for name in ["without", "restored", "answers", "evidence"] {
      #expect(!files[0].text.contains("\"\(name)\":"), "\(name)")
    }
  }

  /// Files hold what the page tells, and nothing that another still asks; writing them makes nothing known.
  @Test(arguments: InsidePage.allCases) func whatIsAskedElsewhereIsNotWritten(page: InsidePage)
    throws
  {
    func asks(_ other: InsidePage, _ panel: any WidgetPanel) -> Bool {
      var panel = panel
      _ = panel.set("show", other.rawValue)
      return isCovered(panel)
    }
    var panel = try covered(page)
    if page != .units { panel.press(.character(" ")) }
    panel.finish()
    let inputs = panel.inputs
    guard case .write(let files)? = panel.press(.character("e")).first else {
      Issue.record("nothing is written")
      return
    }
    #expect(panel.inputs == inputs && files == panel.files)
    let told = try told(files)
    #expect(told.next != asks(.next, panel))
    #expect(told.heads == (asks(.map, panel) ? 0 : 1))
    // Whoever gets them guesses for themselves.
    let (_, read) = try Export.read(Array(files[0].text.utf8))
    #expect(read["text"] == InsideWidget.sentence && read["seen"] == nil)
    #expect(!files[1].text.contains("seen = "))
    // To whom nothing is covered, all is written.
    _ = panel.set("guess", "skip")
    let whole = try self.told(panel.files)
    #expect(whole.next && whole.heads == 16)
  }

  /// What R brings back is the text, and not the questions that were answered of it.
  @Test func whatWasSeenStaysSo() throws {
    var panel = try opened()
    panel.press(.character("2"), .character("x"), .character("R"))
    #expect(panel.inputs["off"] == nil && !isCovered(panel))
    panel.press(.character("g"), .character("g"), .left, .character("R"))
    #expect(panel.inputs["guess"] == "skip" && !isCovered(panel))
  }

  /// Where heads look is asked of each head, and again where another model or what is off before it may change that.
  @Test func eachMapIsAskedAboutOnce() throws {
    var panel = try covered(.map)
    panel.press(.character(" "))
    #expect(!isCovered(panel))
    // The map has all its places, and its own head does not change it.
    panel.press(.left, .character("x"))
    #expect(!isCovered(panel))
    panel.press(.character("z"), .up)
    #expect(isCovered(panel) && panel.inputs["head"] == "L0H3")
    panel.press(.character("x"), .down)
    #expect(isCovered(panel) && panel.inputs["off"] == "L0H3")
    panel.press(.character("z"))
    #expect(!isCovered(panel))
    panel.press(.character("m"))
    #expect(isCovered(panel))
    // On page 1 it is that head's cell that is known.
    panel = try covered(.map)
    panel.press(.character(" "))
    _ = panel.set("show", "next")
    panel.press(.character(" "))
    let cells = panel.canvas(79, 21).text.filter { $0.contains("H3") && $0.contains("MLP") }
    #expect(
      cells.count == 4
        && cells.filter { !$0.contains("H3 ?") }.map { $0.contains("L1H3") } == [true])
  }

  /// From the first token nothing is asked, and the map that tells the other answers is not shown for that.
  @Test func theFirstTokenTellsNoMap() throws {
    var panel = try covered(.map)
    panel.press(.home)
    #expect(!isCovered(panel) && panel.text.contains("looks at itself alone"), "\(panel.text)")
    #expect(!panel.text.contains("from each row's token"))
    // On page 1 no page is said to ask for it.
    _ = panel.set("show", "next")
    panel.press(.character(" "))
    #expect(!panel.text.contains("page 2 asks first") && panel.text.contains("L1H3 from"))
    _ = panel.set("show", "map")
    panel.press(.right)
    #expect(isCovered(panel))
    panel.press(.character(" "), .home)
    #expect(panel.text.contains("from each row's token"))
  }

  /// What is asked of the models is asked again where parts of them are off.
  @Test(arguments: [InsidePage.patch, .answers]) func whatIsOffIsAskedAnew(page: InsidePage) throws
  {
    var panel = try covered(page)
    panel.press(.character(" "), .character("x"))
    #expect(isCovered(panel))
    panel.press(.character("x"))
    #expect(!isCovered(panel))
  }
}
