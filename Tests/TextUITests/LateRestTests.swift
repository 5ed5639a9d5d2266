import Testing
import TextUI

/// What a terminal sends, parted for so long that its beginning was given up.
@Suite struct LateRestTests {
  /// What some packets tell, after each of which nothing comes for as long as the decoder waits.
  private func decode(
    _ packets: [some Collection<UInt8>], flushing: Bool = true
  ) -> [Event] {
    var decoder = InputDecoder()
    var events: [Event] = []
    for packet in packets {
      events += decoder.feed(packet)
      while let patience = decoder.patience { events += decoder.pass(patience) }
    }
    return flushing ? events + decoder.feed([0x0C]).dropLast() : events
  }

  private func decode(_ packets: String...) -> [Event] { decode(packets.map { Array($0.utf8) }) }

  /// Keys, clicks, and all that was pasted as one text: a paste that pauses comes in parts.
  private func joined(_ events: [Event]) -> [Event] {
    var pasted: String?
    var others: [Event] = []
    for event in events {
      if case .pasted(let text) = event {
        pasted = (pasted ?? "") + text
      } else {
        others.append(event)
      }
    }
    return (pasted.map { $0.isEmpty ? [] : [.pasted($0)] } ?? []) + others
  }

  /// What stands before the cut is told as if nothing came after it; then all comes as it should.
  @Test(arguments: Sent.all.filter { !$0.isOpen }) func cutAnywhere(_ sent: Sent) {
    guard sent.bytes.count < 200 else { return }
    for cut in sent.bytes.indices.dropFirst() where !sent.isGuess(cutAt: cut) {
      let (head, tail) = (sent.bytes[..<cut], sent.bytes[cut...])
      // A character waits for its end however long.
      let isText =
        head[0] >= 0x80 && ![0x8F, 0x90, 0x9B, 0x9D].contains(head[0]) && head != [0xC2, 0x9B]
      let told = decode([head], flushing: false).filter {
        if case .pasted = $0 { false } else { true }
      }
      #expect(
        joined(decode([head, tail])) == joined((isText ? [] : told) + sent.events), "cut at \(cut)")
    }
  }

  /// Parts that come one after another are put together too, once a person cannot have typed them.
  @Test(arguments: [
    ("\u{1B}[1", ";", "5D", [Event.key(.with(.control, .left))]),
    ("\u{1B}[<0;", "10;", "3M", [.mouse(.click, Point(column: 9, row: 2))]),
    ("\u{1B}]11;rgb:", "ff/ff", "/ff\u{7}", [.ground(Colour(0xFFFFFF))]),
    ("\u{1B}[200~a", "b q\r", "\nc\u{1B}[201~", [.pasted("a"), .pasted("b q\n"), .pasted("c")]),
    ("\u{1B}[200~a\u{1B}[2", "01", "~q", [.pasted("a"), .key("q")]),
  ])
  func inThreeParts(_ first: String, _ second: String, _ third: String, _ events: [Event]) {
    #expect(decode(first, second, third) == events)
  }

  /// A person types byte by byte, and nothing of it is lost after Esc or what never ended.
  @Test(arguments: [
    ("\u{1B}", "[", [Event.key(.escape)]), ("\u{1B}", "O", [.key(.escape)]),
    ("\u{1B}[", "q", [.key(.alt("["))]), ("\u{1B}[", "1", [.key(.alt("["))]),
    ("\u{1B}]", "]", [.key(.alt("]"))]), ("\u{1B}P", "q", [.key(.alt("P"))]),
    ("\u{1B}]0;never", "q", []), ("\u{1B}[200~x", "q", [.pasted("x")]),
    ("\u{1B}[M", "q", []), ("\u{1B}[[", "q", []),
  ])
  func whatIsTypedAfterwardsIsTyped(_ begun: String, _ typed: Character, _ told: [Event]) {
    let key = Event.key(.character(typed))
    #expect(decode(begun, String(typed), "D") == told + [key, .key("D")])
    for next in ["\u{1B}[A", "\u{3}", "\u{1B}"] {
      #expect(decode(begun, next) == told + decode(next), "\(next.debugDescription)")
    }
  }

  @Test func textAfterAnEscapeStaysText() {
    for text in ["On", "Only", "]]", "[[", "[]", "Pq", "One\nmore"] where text != "On" {
      #expect(decode("\u{1B}", text) == [.key(.escape)] + decode(text), "\(text)")
    }
  }
}

extension Sent {
  /// Whether it never ends, so that any end will do.
  fileprivate var isOpen: Bool {
    [
      "]never ended", "Pnever", "[1;5", "[M", "[M  ", "[[", "O1;5", "[<0;1;", "[200",
      "[200~never ended",
    ]
    .contains { bytes == [0x1B] + Array($0.utf8) }
  }

  /// Whether a person may have typed what comes after the cut: a byte that makes no key of the
  /// beginning of one, or anything after an `ESC` that begins no longer sequence.
  fileprivate func isGuess(cutAt cut: Int) -> Bool {
    let tail = bytes[cut...]
    if bytes[cut - 1] == 0x1B, cut > 1 || !"[O]P_^X".utf8.contains(tail[cut]) || tail.count == 1 {
      return bytes.first == 0x1B && cut < 3
    }
    // Inside a character.
    if (0x80..<0xC0).contains(tail[cut]), cut > 3 { return true }
    let isReport = bytes.last.map("IOE".utf8.contains) == true
    return cut <= 3 && events.isEmpty && (tail.count == 1 || cut == 1 && tail.count == 2)
      && !isReport
  }
}
