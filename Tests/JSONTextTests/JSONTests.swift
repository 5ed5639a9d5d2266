import JSONText
import Testing

@Suite struct JSONTests {
  private static let readable: [(String, JSON)] = [
    ("null", JSON.null), (" true ", .bool(true)), ("\t\r\nfalse\n", .bool(false)),
    ("0", .integer(0)), ("-7", .integer(-7)), ("9007199254740993", .integer(9_007_199_254_740_993)),
    ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
    ("9223372036854775808", .number(9_223_372_036_854_775_808)), ("1.0", .number(1)),
    ("-0.5e-3", .number(-0.0005)), ("1E+2", .number(100)),
    ("5e-324", .number(.leastNonzeroMagnitude)),
    ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)), ("1e-999", .number(0)),
    ("\"\"", .string("")), ("[]", .array([])), ("{ }", .object([])),
    ("[1, [2 ] ,null]", .array([.integer(1), .array([.integer(2)]), .null])),
    ("{\"b\":1,\"a\":{\"\":2}}", ["b": .integer(1), "a": ["": .integer(2)]]),
    (#""é漢🤖""#, .string("é漢🤖")), (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{c}\n\r\t")),
    (#""\u0041\u00e9\u0000\uD83E\uDD16\ud83e\udd16x""#, .string("Aé\u{0}🤖🤖x")),
    (#""\uDBFF\uDFFF\uFFFF\u2028""#, .string("\u{10ffff}\u{ffff}\u{2028}")),
  ]

  @Test(arguments: readable) func values(text: String, value: JSON) throws {
    #expect(try JSON.parse(text) == value)
    #expect(try JSON.parse(value.text) == value)
  }

  private static let unreadable: [(String, JSONProblem.Reason, Int, Int)] = [
    ("", JSONProblem.Reason.endTooEarly, 1, 1), ("  ", .endTooEarly, 1, 3),
    ("nul", .endTooEarly, 1, 4), ("nulL", .unexpectedCharacter, 1, 4),
    ("[1,]", .unexpectedCharacter, 1, 4), ("[1 2]", .unexpectedCharacter, 1, 4),
    ("[", .endTooEarly, 1, 2), ("{\"a\":1,}", .unexpectedCharacter, 1, 8),
    ("{a:1}", .unexpectedCharacter, 1, 2), ("{\"a\" 1}", .unexpectedCharacter, 1, 6),
    ("{\"a\":1", .endTooEarly, 1, 7), ("1 2", .textAfterTheValue, 1, 3),
    ("\u{feff}1", .unexpectedCharacter, 1, 1), ("'a'", .unexpectedCharacter, 1, 1),
    ("01", .badNumber, 1, 1), ("-", .badNumber, 1, 1), ("1.", .badNumber, 1, 1),
    (".5", .unexpectedCharacter, 1, 1), ("+1", .unexpectedCharacter, 1, 1),
    ("1e", .badNumber, 1, 1), ("1e+", .badNumber, 1, 1), ("-01", .badNumber, 1, 1),
    ("NaN", .unexpectedCharacter, 1, 1), ("-Infinity", .badNumber, 1, 1),
    ("[\n 1e999]", .numberTooLarge, 2, 2), ("-1e999", .numberTooLarge, 1, 1),
    ("\"abc", .unfinishedString, 1, 1), ("\"a\nb\"", .controlCharacterInString, 1, 3),
    (#""é\x""#, .badEscape, 1, 3), (#""\u12G4""#, .badEscape, 1, 2), ("\"\\", .endTooEarly, 1, 3),
    (#""\u12"#, .endTooEarly, 1, 6), (#""\ud800""#, .loneSurrogate, 1, 2),
    (#""\udc00\ud800""#, .loneSurrogate, 1, 2), (#""\ud800\ud800""#, .loneSurrogate, 1, 2),
    (#""\ud800\n""#, .loneSurrogate, 1, 2), (#""\ud800x""#, .loneSurrogate, 1, 2),
    ("{\"a\":1,\n\"a\":2}", .repeatedName("a"), 2, 1),
  ]

  @Test(arguments: unreadable) func problems(
    text: String, reason: JSONProblem.Reason, line: Int, column: Int
  ) {
    #expect {
      try JSON.parse(text)
    } throws: { error in
      guard let problem = error as? JSONProblem else { return false }
      return problem.reason == reason && problem.line == line && problem.column == column
        && problem.message.contains("line \(line), column \(column)")
    }
  }

  @Test(
    arguments: [
      [0x22, 0xff, 0x22], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22],
      [0x22, 0xc0, 0x80, 0x22], [0x22, 0x41, 0x5c, 0x6e, 0xf8, 0x22],
    ] as [[UInt8]]) func badUTF8(bytes: [UInt8])
  {
    #expect {
      try JSON.parse(utf8: bytes)
    } throws: {
      ($0 as? JSONProblem)?.reason == .badUTF8
    }
  }

  @Test func nestingIsBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try JSON.parse(nested(100))
    for text in [nested(101), nested(1_000_000), String(repeating: "{\"a\":", count: 1_000_000)] {
      #expect {
        try JSON.parse(text)
      } throws: {
        ($0 as? JSONProblem)?.reason == .nestedTooDeeply
      }
    }
  }

  @Test func whatSteersATerminalIsEscaped() throws {
    let text = "\u{1b}[31m\u{7f}\u{9b}\u{2028}\u{2029}\u{202e}\u{2066}\u{1}é\"\\\n"
    #expect(
      JSON.string(text).text
        == #""\u001b[31m\u007f\u009b\u2028\u2029\u202e\u2066\u0001é\"\\\n""#)
    #expect(try JSON.parse(JSON.string(text).text) == .string(text))
  }

  @Test func numbersAreWrittenAsShortAsTheyCanBeReadBack() {
    let values: JSON = .numbers([
      0.1, 1, -0.0, 1e21, .leastNonzeroMagnitude, .nan, -.infinity, .infinity, 0.1 + 0.2,
    ])
    #expect(values.text == #"[0.1,1.0,-0.0,1e+21,5e-324,null,"-inf","inf",0.30000000000000004]"#)
  }

  @Test func membersKeepTheirOrder() throws {
    let value: JSON = [
      "b": .integer(1), "a": .array([.bool(true), .null]), "c": ["é": .string("x")],
    ]
    #expect(value.text == #"{"b":1,"a":[true,null],"c":{"é":"x"}}"#)
  }

  @Test func valuesAreAskedForByTheirKind() {
    let value: JSON = ["n": .integer(3), "x": .number(0.5), "s": .string("t"), "b": .bool(false)]
    #expect(value["n"]?.int == 3 && value["n"]?.double == 3 && value["x"]?.double == 0.5)
    #expect(value["s"]?.string == "t" && value["b"]?.bool == false && value["none"] == nil)
    #expect(value["x"]?.int == nil && value["s"]?.double == nil && value["n"]?.string == nil)
    #expect(JSON.null["n"] == nil && JSON.array([.null]).array == [.null] && value.array == nil)
  }

  @Test func anyBytesAreReadOrRefused() {
    var state: UInt64 = 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let seeds = [
      #"{"a":[1,-2.5e3,"x\u00e9\ud83e\udd16"],"b":{"c":null}}"#, #"["\\\"",true,false,0.1]"#,
    ].map { Array($0.utf8) }
    var read = 0
    for _ in 0..<5_000 {
      var bytes = seeds[random(seeds.count)]
      for _ in 0..<random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = UInt8(random(256))
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place...].prefix(random(8)), at: place)
        }
      }
      guard let value = try? JSON.parse(utf8: bytes) else { continue }
      read += 1
      #expect((try? JSON.parse(value.text)) == value)
    }
    #expect(read > 500 && read < 5_000)
  }
}
