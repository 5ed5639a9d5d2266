import TestSupport
import Testing
import TextUI

@testable import Screens

/// Every key of the terminals that ncurses describes, as `Tests/Fixtures/terminals/make_keys.py`
/// wrote them down.
struct TerminalKeys: Sendable, CustomTestStringConvertible {
  let type: String
  private(set) var keys: [String: [UInt8]] = [:]
  var testDescription: String { type }

  /// What the decoder is told of such a terminal.
  var odd: OddKeys { OddKeys { keys[$0] } }

  static let all: [TerminalKeys] = {
    var all: [String: TerminalKeys] = [:]
    let lines = try? Files.text(of: "\(Files.tests)/Fixtures/terminals/keys.txt").split(
      separator: "\n")
    for line in lines ?? [] {
      let words = line.split(separator: " ").map(String.init)
      let digits = Array(words[2])
      let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)
      }
      all[words[0], default: TerminalKeys(type: words[0])].keys[words[1]] = bytes
    }
    return all.values.sorted { $0.type < $1.type }
  }()
}

/// Nothing that a terminal sends does what it should not, on any screen.
@Suite struct TerminalKeyTests {
  /// A key that a slow connection cuts behind its Esc is an Esc and another key: it may lead back, and
  /// never out.
  @Test(
    arguments: [Key.escape, .backspace], [Route.widgets, .statistics, .search(""), .bookmarks])
  func onlyQEndsTheProgram(_ key: Key, _ route: Route) {
    var script = Script([("a.md", "# A\n## L\ntext\n")], opening: [route])
    for _ in 0..<3 {
      script.press(key)
      #expect(!script.effects.contains(.quit))
    }
    if script.app.prompt != nil { script.press(.enter) }
    script.press(.character("q"))
    #expect(script.effects.contains(.quit))
  }

  @Test func thereAreTerminalsEnough() {
    #expect(TerminalKeys.all.count >= 40)
    #expect(TerminalKeys.all.allSatisfy { $0.keys.count > 3 })
  }

  private func decode(_ pieces: [ArraySlice<UInt8>], _ odd: OddKeys) -> [Event] {
    var decoder = InputDecoder(odd: odd)
    var events = pieces.flatMap { decoder.feed($0) }
    while let patience = decoder.patience { events += decoder.pass(patience) }
    return events
  }

  /// Arrows and editing keys are what the description calls them; every key is the same however it
  /// is cut, and none is more than a key or two.
  @Test(arguments: TerminalKeys.all) func eachKeyIsReadWhole(_ terminal: TerminalKeys) {
    let odd = terminal.odd
    for (name, bytes) in terminal.keys {
      let events = decode([bytes[...]], odd)
      for cut in bytes.indices.dropFirst() {
        #expect(decode([bytes[..<cut], bytes[cut...]], odd) == events, "\(name) cut at \(cut)")
      }
      #expect(events.count <= bytes.count)
      guard bytes.count > 1, bytes[0] == 0x1B || bytes[0] == 0x9B,
        let key = OddKeys.capabilities.first(where: { $0.name == name })?.key,
        // Two keys that one sequence stands for are told apart by nobody.
        terminal.keys.count(where: { $0.value == bytes }) == 1
      else { continue }
      #expect(events == [.key(key)], "\(name) is \(events)")
    }
  }

  /// All events that come of the keys of all terminals, and of what else they send.
  private static let events: [[Event]] = {
    var decoded: Set<[Key]> = []
    for terminal in TerminalKeys.all {
      let odd = terminal.odd
      for bytes in terminal.keys.values {
        var decoder = InputDecoder(odd: odd)
        var events = decoder.feed(bytes)
        while let patience = decoder.patience { events += decoder.pass(patience) }
        let keys = events.compactMap { if case .key(let key) = $0 { key } else { nil } }
        decoded.insert(keys)
      }
    }
    let named: [Key] = [
      .left, .right, .up, .down, .home, .end, .pageUp, .pageDown, .insert, .delete, .enter, .tab,
      .backTab, .backspace, .escape, .function(1), .function(30), .character("c"), .character("l"),
      .character("q"),
    ]
    let held: [Key.Modifiers] = [
      .alt, .control, .other, [.alt, .control], [.control, .shift], [.control, .alt, .shift],
    ]
    for modifiers in held { for key in named { decoded.insert([Key(key, holding: modifiers)]) } }
    decoded.formUnion("@]\\^_2, ".map { [Key(.character($0), holding: .control)] })
    let leaving: Set<Key> = [.control("c"), .control("z")]
    return decoded.filter { !$0.contains(where: leaving.contains) && !$0.isEmpty }
      .map { $0.map { .key($0) } }
  }()

  /// Whether a key may do something on a screen whose tables have others.
  private func isBound(_ key: Key, _ known: Set<Key>) -> Bool {
    switch key {
    case .with, .function: break
    // With Ctrl or Alt the tables say it, and a line being typed.
    case .control("l"): return true
    case .control, .alt: break
    default: return true
    }
    if known.contains(key) { return true }
    var field = TextField("a b")
    return field.update(.key(key))
  }

  /// On every screen: a key leaves the program alive, and one that is bound to nothing there leaves
  /// the screen as it is; Ctrl-L and `q` answer afterwards. The steps of a widget share their keys.
  @Test(arguments: Place.all.filter { !$0.state.hasPrefix("step ") })
  func eachKeyOnEveryScreen(_ place: Place) {
    var start = place.script(columns: 60, rows: 16)
    // Whatever is said until the next key has been read.
    start.press(.with(.other, .up))
    let before = start.screen
    let known = Set(start.app.keys.flatMap(\.keys))
    var free = start
    for events in Self.events {
      let isFree = events.allSatisfy { event in
        if case .key(let key) = event { !isBound(key, known) } else { true }
      }
      var script = isFree ? free : start
      for event in events {
        script.send(event)
        #expect(!script.effects.contains(.quit), "\(events)")
      }
      if isFree {
        free = script
      } else {
        script.press(.control("l"))
        #expect(script.effects == [.redraw], "\(events)")
      }
    }
    free.press(.control("l"))
    #expect(free.effects == [.redraw])
    // Of the last one it may still be said that it does nothing here: their order is another each time.
    free.press(.with(.other, .up))
    #expect(free.screen == before)
    expectWayOut(free)
  }

  private func expectWayOut(_ start: Script) {
    var script = start
    for _ in 0..<12 where !script.effects.contains(.quit) {
      script.press(.escape)
      script.press(.character("q"))
    }
    #expect(script.effects.contains(.quit))
  }

  /// Sequences at random that mean nothing, on every screen: nothing happens.
  @Test(arguments: Place.all) func nothingFromSequencesWithoutMeaning(_ place: Place) {
    var script = place.script(columns: 60, rows: 16)
    script.press(.with(.other, .up))
    let before = script.screen
    var random = SplitMix(seed: 1)
    var decoder = InputDecoder()
    for _ in 0..<150 {
      let starts = ["\u{1B}[?", "\u{1B}[>0;", "\u{1B}[=", "\u{1B}]", "\u{1B}P", "\u{1B}_"]
      var bytes = Array(starts[random.int(below: starts.count)].utf8)
      for _ in 0..<random.int(below: 12) { bytes.append(UInt8(0x30 + random.int(below: 12))) }
      bytes += [[0x63], [0x1B, 0x5C], [0x79], [0x6E]][random.int(below: 4)]
      let cut = random.int(below: bytes.count)
      for piece in [bytes[..<cut], bytes[cut...]] {
        for event in decoder.feed(piece) { script.send(event) }
      }
      while let patience = decoder.patience {
        for event in decoder.pass(patience) { script.send(event) }
      }
    }
    #expect(script.screen == before)
    expectWayOut(script)
  }

  /// Pastes are text wherever they land: no letter of one is a key.
  @Test(arguments: Place.all) func aPasteIsNeverKeys(_ place: Place) {
    expectText(["q", "qqqq", "\u{3}", "t\n", "q\u{1B}[A"], at: place)
  }

  /// One of each screen, for what is so long takes its time.
  @Test(arguments: Dictionary(grouping: Place.all, by: \.name).values.compactMap(\.first))
  func aLongPasteIsNeverKeys(_ place: Place) {
    expectText([String(repeating: "q", count: TextField.longestPaste * 2)], at: place)
  }

  private func expectText(_ texts: [String], at place: Place) {
    let start = place.script(columns: 60, rows: 16)
    let title = start.app.title
    for text in texts {
      var script = start
      script.send(.pasted(text))
      #expect(!script.effects.contains(.quit) && script.app.title == title, "\(text.prefix(9))")
    }
  }
}
