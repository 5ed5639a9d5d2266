import TestSupport
import Testing

@testable import Highlighting

@Suite struct HighlightTests {
  /// The tokens as text, each after the first letter of its kind.
  private func tokens(_ code: String, _ language: String) -> [String] {
    let bytes = Array(code.utf8)
    return Highlight.tokens(code, language: language).map { range, token in
      "\(token)".prefix(1) + " " + String(decoding: bytes[range], as: UTF8.self)
    }
  }

  @Test func pythonFunction() {
    let code = """
      def softmax(x, axis=-1):  # rows
          e = np.exp(x - x.max(axis, keepdims=True))
          return e / e.sum("a b", 'c')
      """
    #expect(
      tokens(code, "python") == [
        "k def", "n 1", "c # rows", "k True", "k return", "s \"a b\"", "s 'c'",
      ])
  }

  @Test func pythonStrings() {
    #expect(
      tokens(#"r'\' + 1'; b"x" Rb'''a"'b''' u"" xr'no'"#, "py") == [
        #"s r'\' + 1'"#, #"s b"x""#, #"s Rb'''a"'b'''"#, #"s u"""#, "s 'no'",
      ])
    #expect(
      tokens("\"\"\"one\n'two' # 3\n\"\"\" if 4", "python3") == [
        "s \"\"\"one\n'two' # 3\n\"\"\"", "k if", "n 4",
      ])
    #expect(tokens("'open # 1\n2", "python") == ["s 'open # 1", "n 2"])
    #expect(tokens("'on\\\nward' 2", "python") == ["s 'on\\\nward'", "n 2"])
    #expect(tokens("'on\\\r\nward' 2", "python") == ["s 'on\\\r\nward'", "n 2"])
  }

  @Test func pythonInterpolation() {
    #expect(
      tokens(#"f"loss {x if y else 0:.4f} {{no}} {d["k"]:#x}" + 1"#, "python") == [
        #"s f"loss {"#, "k if", "k else", "n 0", "s } {{no}} {", #"s "k""#, #"s }""#, "n 1",
      ])
    #expect(
      tokens("f'{ {1: 2}[1] }' 3", "python") == ["s f'{", "n 1", "n 2", "n 1", "s }'", "n 3"])
    #expect(tokens("f'{open\nif 1", "python") == ["s f'{", "k if", "n 1"])
  }

  @Test func swiftCode() {
    let code = ##"""
      /* a /* nested */ still */ let π = 0x1F_FF // hex
      for i in 0..<10 where i != .default { print("\(i + 1) of \("ten") \n") }
      let raw = #"\(1) \#(2)"#, range = 1...5, `if` = $0.self
      """##
    #expect(
      tokens(code, "swift") == [
        "c /* a /* nested */ still */", "k let", "n 0x1F_FF", "c // hex", "k for", "k in", "n 0",
        "n 10", "k where", #"s "\("#, "n 1", #"s ) of \("#, #"s "ten""#, #"s ) \n""#, "k let",
        ##"s #"\(1) \#("##, "n 2", ##"s )"#"##, "n 1", "n 5",
      ])
    #expect(
      tokens("\"\"\"\n\"quoted\" \\(a(b)) end\n\"\"\" nil", "swift") == [
        "s \"\"\"\n\"quoted\" \\(", "s ) end\n\"\"\"", "k nil",
      ])
    #expect(tokens("/* open /* 1 */ 2", "swift") == ["c /* open /* 1 */ 2"])
  }

  @Test func jsonValues() {
    #expect(
      tokens(#"{"a\"b": [1, -2.5e-3, true, null], "c": 1E5} // end"#, "json") == [
        #"s "a\"b""#, "n 1", "n 2.5e-3", "k true", "k null", #"s "c""#, "n 1E5", "c // end",
      ])
    #expect(tokens("/* x */ falsey false", "JSONC") == ["c /* x */", "k false"])
  }

  @Test func shellScript() {
    let code = """
      # start
      for f in *.md; do echo "n: $(wc -l "$f") ${f%.md} #no" a#b $# 'it\\'; done # end
      sleep 5; python3 x-2.py --in=3 \\"no\\" if-x $if ./do
      """
    #expect(
      tokens(code, "bash") == [
        "c # start", "k for", "k in", "k do", "s \"n: $(", "s \"$f\"", "s ) ${", "s } #no\"",
        "s 'it\\'", "k done", "c # end", "n 5",
      ])
    #expect(tokens("'one\ntwo' 3", "sh") == ["s 'one\ntwo'", "n 3"])
    #expect(tokens("$ echo 'hi'\ndon't\n2", "console") == ["s 'hi'", "s 't", "n 2"])
  }

  @Test(arguments: [
    ("1 12.5 .5 1. 1e9 2.5E-3 1_000 0xFF 0b1_0 0o17 3j", 11), ("x1 a.b1 _2 é3 2nd 0xG 1__a", 0),
    ("(1)[2]", 2), ("pair.0", 1), ("1...5", 2),
  ])
  func numbers(_ code: String, _ count: Int) {
    let found = tokens(code, "python")
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.hasPrefix("n ") })
    if count == 11 { #expect(found == code.split(separator: " ").map { "n " + $0 }) }
  }

  @Test func unknownLanguageIsPlain() {
    #expect(tokens("def f(): return 'x' # 1", "").isEmpty)
    #expect(tokens("def f(): return 'x' # 1", "brainfuck").isEmpty)
    #expect(tokens("", "python").isEmpty)
  }

  @Test func languagesShareNoName() {
    let names = Highlight.languages.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for name in names { #expect(!Highlight.tokens("\"a\"", language: name).isEmpty) }
  }

  /// Pieces that matter to some language, put together at random.
  @Test func anyTextGivesOrderedTokensOfWholeScalars() {
    let pieces = [
      "\"", "'", "\"\"\"", "'''", "\\", "\\(", "{", "}", "(", ")", "$(", "${", "#", "//", "/*",
      "*/",
      "\n", "\r\n", " ", "f", "r", "if", "1", ".", "e", "0x", "_", "é", "漢", "👩‍🔬", "\0", "$", "`",
    ]
    var random = SplitMix(seed: 7)
    for _ in 0..<400 {
      var code = ""
      for _ in 0..<40 { code += pieces[random.int(below: pieces.count)] }
      for language in ["python", "swift", "json", "shell", "console"] {
        var end = 0
        for (range, token) in Highlight.tokens(code, language: language) {
          #expect(range.lowerBound >= end && !range.isEmpty && token != .plain)
          end = range.upperBound
          for offset in [range.lowerBound, range.upperBound] {
            let index = code.utf8.index(code.startIndex, offsetBy: offset)
            #expect(index.samePosition(in: code.unicodeScalars) != nil)
          }
        }
        #expect(end <= code.utf8.count)
      }
    }
  }

  /// Work that grew with the square of the length would be felt here.
  @Test(arguments: [
    ("\"", "python", 10_000), ("/*", "swift", 1), ("a", "shell", 0), ("\\", "shell", 0),
    ("1.", "swift", 15_000), ("f'{\n", "python", 15_000), ("[1", "json", 30_000),
    // 32 interpolations deep, then a string for every second quote.
    ("\"\\(", "swift", 32 + (20_000 - 32) / 2),
  ])
  func longHostileLines(_ unit: String, _ language: String, _ count: Int) {
    let code = String(repeating: unit, count: 60_000 / unit.utf8.count)
    #expect(Highlight.tokens(code, language: language).count == count)
  }
}
