import Testing
import TextUI

/// What follows from a row of keys, whoever has it.
@Suite struct KeyTableTests {
  private enum Action: Equatable { case choose(Int), open, close, move(ListView.Motion) }

  private static let table = KeyTable<Action>(
    KeyScope("test", "Test"),
    [
      KeyBinding.numbers(through: 5, "number", "chooses", footer: .at(1, "choose")) { .choose($0) },
      KeyBinding(
        [.enter], "open", "opens", footer: .at(2).saying("open it", when: .hasItem),
        when: .unless(.canUndo), .open),
      KeyBinding([.escape, .character("q")], "close", "closes", footer: .out("back"), .close),
    ] + KeyBinding.motions(footer: 3) { .move($0) })

  @Test func eachDigitMeansItsOwn() {
    #expect(Self.table.action(for: .character("3")) == .choose(3))
    #expect(Self.table.action(for: .character("6")) == nil)
    let rows = Self.table.shortcuts(choosingFrom: 3)
    #expect(rows.first?.label == "1–3" && rows.first?.keys.count == 3)
    #expect(Self.table.shortcuts(choosingFrom: 1).first?.label == "1")
    #expect(!Self.table.shortcuts(choosingFrom: 0).contains { $0.word == "number" })
  }

  @Test func conditionsDecideWhatIsTold() {
    let open = Self.table.shortcuts(given: [.hasItem]).first { $0.word == "open" }
    #expect(open?.footer?.text == "open it")
    #expect(Self.table.shortcuts().first { $0.word == "open" }?.footer?.text == "open")
    #expect(Self.table.action(for: .enter, given: [.canUndo]) == nil)
    #expect(!Self.table.shortcuts(given: [.canUndo]).contains { $0.word == "open" })
    #expect(Self.table.all.contains { $0.word == "open" })
  }

  @Test func theWayOutIsKnownWhateverItsWord() {
    #expect(Self.table.shortcuts().filter(\.leadsOut).map(\.word) == ["close"])
    #expect(Self.table.action(named: "close") == .close && Self.table.action(named: "x") == nil)
  }

  @Test func motionsStandAsOne() throws {
    let up = try #require(Self.table.shortcuts(given: [.canMove]).first { $0.word == "up" })
    #expect(up.footer?.text == "move" && up.footer?.partners.map(\.word) == ["down"])
    #expect(Self.table.shortcuts().first { $0.word == "up" }?.footer == nil)
  }
}
