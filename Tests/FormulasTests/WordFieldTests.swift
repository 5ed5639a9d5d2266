import Formulas
import Notes
import Testing

/// Names of rows, as they are typed and written.
@Suite struct WordFieldTests {
  private struct Words: Equatable, Sendable { var words: [String] = [] }

  private func read(_ text: String) throws -> [String] {
    let field = InputField<Words, Int>.words("words", \.words) { _ in 20 }
    var words = Words()
    try field.read(text, &words)
    return words.words
  }

  @Test(arguments: [
    ("a, b", ["a", "b"]), ("a b", ["a", "b"]), ("the cat,", ["the cat"]), ("a,,b", ["a", "", "b"]),
    (#"a, \,, b"#, ["a", ",", "b"]), (#"\,"#, [","]), (#"a\,b c"#, ["a,b", "c"]),
    (#"\alpha, \beta"#, [#"\alpha"#, #"\beta"#]), (#"a\\, b"#, [#"a\"#, "b"]),
  ])
  func namesAreRead(text: String, names: [String]) throws {
    #expect(try read(text) == names)
  }

  /// Whatever a token holds, it is the same name again.
  @Test func namesAreWrittenSoThatTheyAreReadAgain() throws {
    let names = [
      ",", #"\"#, #"\,"#, #"\\"#, #",\"#, #"\,\"#, "a,b", #"\alpha"#, #"a\\b"#, "the cat", ",,", "",
    ]
    for one in names {
      #expect(try read(Names.text([one, "x"]) ?? "") == [one, "x"], "\(one)")
      #expect(try read(Names.text([one]) ?? "") == [one], "\(one)")
      #expect(try read(Names.text(["x", one]) ?? "") == ["x", one], "\(one)")
    }
    #expect(Names.text([]) == nil && Names.text(["a", ","]) == #"a, \,"#)
  }
}
