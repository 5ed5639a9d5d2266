import TestSupport
import Testing
import TextUI

/// One thing that a terminal sends, and what it means.
struct Sent: Sendable, CustomTestStringConvertible {
  let bytes: [UInt8]
  let events: [Event]
  var testDescription: String { bytes.map { String($0, radix: 16) }.joined(separator: " ") }

  init(_ text: String, _ events: Event...) {
    bytes = Array(text.utf8)
    self.events = events
  }

  init(_ text: String, _ key: Key) { self.init(text, .key(key)) }

  init(bytes: [UInt8], _ events: Event...) {
    self.bytes = bytes
    self.events = events
  }

  /// `CSI` and the rest.
  static func csi(_ rest: String, _ key: Key) -> Sent { Sent("\u{1B}[" + rest, .key(key)) }
}

extension Sent {
  static let keys: [Sent] = [
    // As they are.
    Sent("a", .character("a")), Sent(" ", .character(" ")), Sent("\r", .enter),
    Sent("\n", .enter), Sent("\t", .tab), Sent("\u{7F}", .backspace), Sent("\u{8}", .backspace),
    Sent("\u{1}", .control("a")), Sent("\u{1A}", .control("z")), Sent("\0", .control(" ")),
    Sent("\u{1C}", .control("\\")), Sent("\u{1D}", .control("]")), Sent("\u{1E}", .control("^")),
    Sent("\u{1F}", .control("_")), Sent("\u{1B}", .escape),
    // With Alt, as an Esc before them.
    Sent("\u{1B}b", .alt("b")), Sent("\u{1B}B", .alt("B")), Sent("\u{1B}é", .alt("é")),
    Sent("\u{1B}\u{7F}", .with(.alt, .backspace)), Sent("\u{1B}\r", .with(.alt, .enter)),
    Sent("\u{1B}\u{2}", .with([.alt, .control], .character("b"))),
    Sent("\u{1B}[", .alt("[")), Sent("\u{1B}O", .alt("O")), Sent("\u{1B}]", .alt("]")),
    Sent("\u{1B}P", .alt("P")),
    Sent("\u{1B}\u{1B}", .key(.escape), .key(.escape)),
    Sent("\u{1B}\u{1B}x", .key(.escape), .key(.alt("x"))),
    Sent("\u{1B}\u{1B}[D", .with(.alt, .left)), Sent("\u{1B}\u{1B}OA", .with(.alt, .up)),
    // Arrows and editing keys: xterm.
    .csi("A", .up), .csi("B", .down), .csi("C", .right), .csi("D", .left), .csi("H", .home),
    .csi("F", .end), .csi("Z", .backTab), Sent("\u{1B}OA", .up), Sent("\u{1B}OD", .left),
    Sent("\u{1B}OH", .home), Sent("\u{1B}OF", .end),
    .csi("1;2D", .left), .csi("1;3D", .with(.alt, .left)), .csi("1;4D", .with(.alt, .left)),
    .csi("1;5D", .with(.control, .left)), .csi("1;6D", .with(.control, .left)),
    .csi("1;7D", .with([.control, .alt], .left)), .csi("1;9D", .with(.other, .left)),
    .csi("5D", .with(.control, .left)), .csi(">1;5D", .with(.control, .left)),
    Sent("\u{1B}O5D", .with(.control, .left)), Sent("\u{1B}O1;5D", .with(.control, .left)),
    .csi("1;5H", .with(.control, .home)), .csi("1;3F", .with(.alt, .end)),
    .csi("2~", .insert), .csi("3~", .delete), .csi("5~", .pageUp), .csi("6~", .pageDown),
    .csi("3;5~", .with(.control, .delete)), .csi("3;2~", .delete),
    .csi("5;5~", .with(.control, .pageUp)), .csi("6;3~", .with(.alt, .pageDown)),
    // rxvt, the Linux console, PuTTY.
    .csi("7~", .home), .csi("8~", .end), .csi("1~", .home), .csi("4~", .end),
    .csi("a", .up), .csi("d", .left), Sent("\u{1B}Od", .with(.control, .left)),
    .csi("3^", .with(.control, .delete)), .csi("3$", .delete), .csi("3@", .with(.control, .delete)),
    .csi("[A", .function(1)), .csi("[E", .function(5)),
    // Function keys.
    Sent("\u{1B}OP", .function(1)), Sent("\u{1B}OS", .function(4)), .csi("11~", .function(1)),
    .csi("15~", .function(5)), .csi("17~", .function(6)), .csi("21~", .function(10)),
    .csi("23~", .function(11)), .csi("24~", .function(12)), .csi("25~", .function(13)),
    .csi("26~", .function(14)), .csi("28~", .function(15)), .csi("29~", .function(16)),
    .csi("31~", .function(17)), .csi("34~", .function(20)), .csi("57376u", .function(13)),
    .csi("57398u", .function(35)), .csi("1;5P", .with(.control, .function(1))),
    .csi("1;5R", .with(.control, .function(3))), .csi("15;5~", .with(.control, .function(5))),
    .csi("1;2P", .function(1)),
    // The keypad in application mode.
    Sent("\u{1B}OM", .enter), Sent("\u{1B}Op", .character("0")), Sent("\u{1B}Ou", .character("5")),
    Sent("\u{1B}Oy", .character("9")), Sent("\u{1B}Oj", .character("*")),
    Sent("\u{1B}Ok", .character("+")), Sent("\u{1B}Ol", .character(",")),
    Sent("\u{1B}Om", .character("-")), Sent("\u{1B}On", .character(".")),
    Sent("\u{1B}Oo", .character("/")), Sent("\u{1B}OX", .character("=")),
    Sent("\u{1B}OI", .tab), Sent("\u{1B}O ", .character(" ")),
    // xterm's modifyOtherKeys, and `CSI u`.
    .csi("27;5;97~", .control("a")), .csi("27;5;44~", .control(",")), .csi("27;2;13~", .enter),
    .csi("27;5;13~", .with(.control, .enter)), .csi("27;6;76~", .with([.control, .shift], "L")),
    .csi("97u", .character("a")), .csi("97;5u", .control("a")), .csi("98;3u", .alt("b")),
    .csi("99;6u", .with([.control, .shift], "c")), .csi("97:65;2u", .character("A")),
    .csi("97;2u", .character("A")), .csi("49:33;2u", .character("!")),
    .csi("97;;228u", .character("ä")), .csi("13u", .enter), .csi("13;2u", .enter),
    .csi("27u", .escape), .csi("9;2u", .backTab), .csi("9;5u", .with(.control, .tab)),
    .csi("127;5u", .with(.control, .backspace)), .csi("105;5u", .tab), .csi("109;5u", .enter),
    .csi("91;5u", .escape), .csi("97;9u", .with(.other, "a")), .csi("97;65u", .character("a")),
    .csi("97;133u", .control("a")), .csi("1;5:2D", .with(.control, .left)),
    .csi("57417u", .left), .csi("57414u", .enter), .csi("57404u", .character("5")),
    // Controls of eight bits, as bytes and as characters.
    Sent(bytes: [0x9B, 0x41], .key(.up)), Sent(bytes: [0x8F, 0x50], .key(.function(1))),
    Sent("\u{9B}1;5D", .with(.control, .left)),
    // Text in UTF-8, and what is none.
    Sent("é", .character("é")), Sent("漢", .character("漢")), Sent("🫠", .character("🫠")),
    Sent(bytes: [0xE9, 0x20], .key(.character("é")), .key(.character(" "))),
    Sent(bytes: [0xFF], .key(.character("ÿ"))),
    Sent(bytes: [0xE6, 0xBC, 0x71], .key(.character("æ")), .key(.character("¼")), .key("q")),
    Sent(bytes: [0xC0, 0x71], .key(.character("À")), .key("q")),
    Sent(bytes: [0xED, 0xA0, 0x80, 0x71], .key("í"), .key(.character("\u{A0}")), .key("q")),
  ]

  static let mouse: [Sent] = [
    Sent("\u{1B}[<0;10;3M", .mouse(.click, Point(column: 9, row: 2))),
    Sent("\u{1B}[<16;10;3M", .mouse(.click, Point(column: 9, row: 2))),
    Sent("\u{1B}[<64;500;300M", .mouse(.wheelUp, Point(column: 499, row: 299))),
    Sent("\u{1B}[<65;1;1M", .mouse(.wheelDown, Point(column: 0, row: 0))),
    Sent("\u{1B}[32;10;3M", .mouse(.click, Point(column: 9, row: 2))),
    Sent("\u{1B}[96;10;3M", .mouse(.wheelUp, Point(column: 9, row: 2))),
    Sent("\u{1B}[M *#", .mouse(.click, Point(column: 9, row: 2))),
    Sent(
      bytes: [0x1B, 0x5B, 0x4D, 0x61, 0xFF, 0xC3],
      .mouse(.wheelDown, Point(column: 222, row: 162))),
    // Released, dragged, other buttons, sideways, nowhere.
    Sent("\u{1B}[<0;10;3m"), Sent("\u{1B}[<32;10;3M"), Sent("\u{1B}[<35;10;3M"),
    Sent("\u{1B}[<1;10;3M"), Sent("\u{1B}[<2;10;3M"), Sent("\u{1B}[<66;10;3M"),
    Sent("\u{1B}[<67;10;3M"), Sent("\u{1B}[<128;10;3M"), Sent("\u{1B}[<0;0;0M"),
    Sent("\u{1B}[35;10;3M"), Sent("\u{1B}[64;10;3M"), Sent("\u{1B}[M#*#"), Sent("\u{1B}[MB*#"),
    Sent(bytes: [0x1B, 0x5B, 0x4D, 0x20, 0, 0]), Sent("\u{1B}[<0;10M"), Sent("\u{1B}[<0;:;3M"),
    Sent("\u{1B}[<0;99999999999999999999;3M"),
  ]

  static let pastes: [Sent] = [
    Sent("\u{1B}[200~one\r\ntwo\rthree\nq\u{1B}[201~", .pasted("one\ntwo\nthree\nq")),
    Sent("\u{1B}[200~\u{1B}[201~", .pasted("")),
    Sent(
      "\u{1B}[200~\u{3}\u{1B}[A\u{1B}[20\u{1B}\u{1B}[201~",
      .pasted("\u{3}\u{1B}[A\u{1B}[20\u{1B}")),
    Sent("\u{1B}[200~é漢\u{1B}[201~q", .pasted("é漢"), .key("q")),
    Sent("\u{1B}[200~never ended", .pasted("never ended")), Sent("\u{1B}[201~"),
    Sent("\u{1B}[201~q", "q"),
  ]

  /// Answers, reports and what no terminal sends: read, and nothing more.
  static let ignored: [Sent] =
    [
      "[I", "[O", "[?1;2c", "[>1;3801;0c", "[?62;22c", "[12;40R", "[?12;40R", "[0n", "[?997;1n",
      "[?2004;2$y", "[4;2$y", "[8;24;80t", "[4;600;800t", "[?1u", "[?0u", "[97;1:3u", "[1;1:3A",
      "[57441u", "[57358;1u", "[99~", "[E", "[G", "[u", "[1114112u", "[55296u", "[;;;;;;;;~", "[~",
      "[" + String(repeating: "1;", count: 1000) + "D", "[999999999999999999999999~", "[1;5:5z",
      "[!p", "[ q", "[[Z", "O{", "O1;", "]10;rgb:1e1e/1e1e/1e1e\u{7}",
      "]10;rgb:1e1e/1e1e/1e1e\u{1B}\\", "]lTitle é漢\u{1B}\\", "P>|xterm(390)\u{1B}\\",
      "P1+r524742=8\u{1B}\\", "_Gi=31;OK\u{1B}\\", "^private\u{1B}\\", "Xsos\u{1B}\\",
      "]52;c;" + String(repeating: "QUJD", count: 5000) + "\u{7}", "]never ended", "Pnever",
      "[1;5", "[M", "[M  ", "[[", "O1;5", "[<0;1;", "[200",
    ].map { Sent("\u{1B}" + $0) }
    + [
      Sent(bytes: [0x9D, 0x31, 0x31, 0x9C]), Sent(bytes: [0x90, 0x41, 0x9C]),
      Sent(bytes: [0x80]), Sent(bytes: [0x9C]), Sent("\u{1B}_\u{9C}abc\u{1B}\\"),
    ]

  static let all = keys + mouse + pastes + ignored
}

@Suite struct InputDecoderTests {
  /// The events of some pieces, after each of which nothing comes for a moment or not, and nothing
  /// for long at last.
  private func decode(_ pieces: [ArraySlice<UInt8>], pausing: Bool = false) -> [Event] {
    var decoder = InputDecoder()
    var events: [Event] = []
    for piece in pieces {
      events += decoder.feed(piece)
      if pausing, decoder.patience == .short { events += decoder.pass(.short) }
    }
    while let patience = decoder.patience { events += decoder.pass(patience) }
    // The last byte of a character may come ever so late: only the next one tells that it does not.
    return events + decoder.feed([0x0C]).dropLast()
  }

  @Test(arguments: Sent.all) func whole(_ sent: Sent) {
    #expect(decode([sent.bytes[...]]) == sent.events)
  }

  /// The packets that bytes come in make no difference.
  @Test(arguments: Sent.all) func cutAnywhere(_ sent: Sent) {
    guard sent.bytes.count < 200 else { return }
    for cut in sent.bytes.indices.dropFirst() {
      #expect(decode([sent.bytes[..<cut], sent.bytes[cut...]]) == sent.events, "cut at \(cut)")
    }
    #expect(decode(sent.bytes.indices.map { sent.bytes[$0...$0] }) == sent.events)
  }

  /// Nor does it that the rest comes late; but an Esc that stands alone for a moment is the key.
  @Test(arguments: Sent.all) func cutAnywhereAndLate(_ sent: Sent) {
    guard sent.bytes.count < 200, sent.bytes.count > 1 else { return }
    for cut in 2..<sent.bytes.count where sent.bytes[cut - 1] != 0x1B {
      let pieces = [sent.bytes[..<cut], sent.bytes[cut...]]
      #expect(decode(pieces, pausing: true) == sent.events, "cut at \(cut)")
    }
  }

  /// What follows an Esc that was told by time is not text if it is the rest of a key.
  @Test(arguments: ["[D", "[1;5D", "OA", "[<0;1;1M", "[200~x\u{1B}[201~", "[3~"])
  func theRestOfAKeyMayComeLate(_ rest: String) {
    let bytes = Array(rest.utf8)
    let whole = decode([[0x1B] + bytes])
    #expect(decode([[0x1B], bytes[...]], pausing: true) == [.key(.escape)] + whole)
    #expect(
      decode([[0x1B], bytes + [0x71]], pausing: true) == [.key(.escape)] + whole + [.key("q")])
  }

  @Test(arguments: ["[", "[]", "O", "on", "[q"]) func butWhatIsTypedAfterAnEscapeIsText(
    _ text: String
  ) {
    let typed = text.map { Event.key(.character($0)) }
    #expect(decode([[0x1B], Array(text.utf8)[...]], pausing: true) == [.key(.escape)] + typed)
  }

  /// Whatever was left open, control characters get through at once, and time ends it.
  @Test(
    arguments: Sent.ignored
      + ["[", "O", "]", "P", "[1;5", "]11;rgb", "[M", "[[", "P\u{1B}"].map { Sent("\u{1B}" + $0) })
  func nothingStaysOpen(_ sent: Sent) {
    var decoder = InputDecoder()
    _ = decoder.feed(sent.bytes)
    var later = decoder
    let next = decoder.feed([0x0C, 0x71])
    #expect(next.suffix(1) == [.key("q")])
    while let patience = later.patience { _ = later.pass(patience) }
    let last = later.feed([0x0C, 0x71])
    #expect(last == [.key(.control("l")), .key("q")])
  }

  /// Ten megabytes cost no more memory than a little over what counts, and what is missing can be seen.
  @Test func aPasteIsBounded() throws {
    var decoder = InputDecoder()
    var events = decoder.feed(Array("\u{1B}[200~".utf8))
    for _ in 0..<10 { events += decoder.feed([UInt8](repeating: 0x61, count: 1_000_000)) }
    events += decoder.feed(Array("\u{1B}[201~q".utf8))
    guard case .pasted(let text)? = events.first, events.count == 2 else {
      Issue.record("\(events.count) events")
      return
    }
    #expect(text.count > Paste.limit && text.count < 5 * Paste.limit && events[1] == .key("q"))
  }

  /// Any bytes whatever, cut anywhere: the decoder ends in a state from which `q` is `q`.
  @Test(arguments: 0..<200 as Range<UInt64>) func anyBytes(_ seed: UInt64) {
    var random = SplitMix(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<30 {
      bytes +=
        random.int(below: 2) == 0
        ? Sent.all[random.int(below: Sent.all.count)].bytes : [UInt8(random.int(below: 256))]
      if random.int(below: 3) == 0, !bytes.isEmpty {
        bytes.remove(at: random.int(below: bytes.count))
      }
    }
    var (whole, cut) = (InputDecoder(), InputDecoder())
    let events = whole.feed(bytes)
    var others: [Event] = []
    for byte in bytes { others += cut.feed([byte]) }
    #expect(events == others)
    while let patience = cut.patience { _ = cut.pass(patience) }
    let last = cut.feed([0x0C, 0x71])
    #expect(last.suffix(2) == [.key(.control("l")), .key("q")])
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A character's key, in tables.
  package init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}

/// The colour of the terminal's ground, which is the one thing that it is asked.
@Suite struct GroundAnswerTests {
  /// What terminals answer to the question for the colour of their ground.
  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", 0xFFFFFF as UInt32?),
    ("\u{1B}]11;rgb:00/2b/36\u{07}", 0x002B36), ("\u{1B}]11;rgb:f/0/8\u{07}", 0xFF0088),
    ("\u{1B}]11;rgba:0000/8080/0000/ffff\u{07}", 0x008000),
    ("\u{1B}]10;rgb:ffff/ffff/ffff\u{07}", nil), ("\u{1B}]11;rgb:ffff/ffff\u{07}", nil),
    ("\u{1B}]11;rgb:fffff/0/0\u{07}", nil), ("\u{1B}]11;rgb:-1/0/0\u{07}", nil),
    ("\u{1B}]11;?\u{07}", nil), ("\u{1B}P11;rgb:ff/ff/ff\u{1B}\\", nil),
    ("\u{1B}]11;rgb:ff/ff/ff" + String(repeating: "0", count: 100) + "\u{07}", nil),
  ])
  func theColourOfTheGround(answer: String, rgb: UInt32?) {
    let events = rgb.map { [Event.ground(Colour($0))] } ?? []
    var whole = InputDecoder()
    #expect(whole.feed(answer.utf8) == events)
    var cut = InputDecoder()
    #expect(answer.utf8.flatMap { cut.feed([$0]) } == events)
  }
}
