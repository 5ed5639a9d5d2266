import Testing

@testable import Quiz

/// Finding marks looks at each byte a few times, however many brackets stay open.
@Suite struct MarksTests {
  /// Bytes that count how often they are looked at.
  private struct Counted: RandomAccessCollection {
    final class Count { var looks = 0 }
    let bytes: [UInt8]
    let count_ = Count()
    var startIndex: Int { 0 }
    var endIndex: Int { bytes.count }
    subscript(index: Int) -> UInt8 {
      count_.looks += 1
      return bytes[index]
    }
  }

  @Test(arguments: [
    ("", "[[", ""), ("", "{{", ""), ("", "[", "]]"), ("", "[[", "]]"), ("", "[[ a ", "]]"),
    ("", "{{", "}}"), ("", "[[a]b ", "]]"), ("", "[[", "]]]]]]]]]]]]"), ("[[", "]", ""),
    ("", "[[1, 2], [3, 4]] ", ""), ("", "[[=a[b] ", "]]"), ("", "{{a}} [[b]] ", ""), ("", "]]", ""),
    ("", "[[=", ""), ("```\n", "[[a]] ", ""), ("", "{{= q[", "]}}"),
  ])
  func workGrowsWithTheText(before: String, middle: String, after: String) {
    func looks(_ count: Int) -> Int {
      let text = before + String(repeating: middle, count: count) + after
      let bytes = Counted(bytes: Array(text.utf8))
      _ = Marks.take(from: bytes)
      return bytes.count_.looks
    }
    let (small, large) = (looks(500), looks(2_000))
    #expect(large < 5 * small, "\(small) looks, and \(large) for four times the text")
  }

  @Test func marksAreWhatTheyWere() {
    func marks(_ text: String) -> [Marks.Mark] { Marks.take(from: Array(text.utf8)).marks.all }
    #expect(marks("{{q}} is [[= dot(q,q) ± 0.01]]") == [.value("q"), .blank("= dot(q,q) ± 0.01")])
    #expect(marks("[[[a]]") == [.blank("a")] && marks("[[a]]]") == [.blank("a")])
    #expect(marks("[[= q[1]]]") == [.blank("= q[1]")])
    #expect(marks("[[1, 2], [3, 4]] [[1, 2, 3]]") == [])
    #expect(marks("[[a, b]] [[c\n]] {{d") == [.blank("a, b")])
    // Commas part thousands, or the numbers of a matrix.
    #expect(marks("[[12,725,000]] [[1,000]]") == [.blank("12,725,000"), .blank("1,000")])
    #expect(marks("[[4, 6]] [[0,5]] [[1,2,3]] [[0,125]]") == [])
    #expect(marks("[[(4, 6)]] [[12,725 ± 5]]") == [.blank("(4, 6)"), .blank("12,725 ± 5")])
    #expect(marks("```\n[[a]] {{b}}\n```\n[[c]]") == [.blank("c")])
    // A span of code opens no fence, and shorter or other signs close none.
    #expect(marks("```x``` text\n[[a]]") == [.blank("a")])
    #expect(marks("````\n```\n[[a]]\n````\n[[b]]") == [.blank("b")])
    #expect(marks("```\n~~~\n[[a]]\n``` x\n[[b]]\n```` \n[[c]]") == [.blank("c")])
    #expect(marks("> ~~~ py\r\n> [[a]]\r\n> ~~~\r\n> [[b]]") == [.blank("b")])
  }

  /// Brackets with a backslash before them are the answer's own, as a bar is.
  @Test(arguments: [
    ("\\{{ user }}", ["{{ user }}"]), ("\\[[Home", ["[[Home"]), ("\\{\\{a}} | b", ["{{a}}", "b"]),
    ("\\[\\[x", ["[[x"]), ("a\\|b", ["a|b"]), ("\\frac", ["\\frac"]), ("\\{a\\}", ["\\{a\\}"]),
  ])
  func escapesOfAnAnswer(written: String, words: [String]) throws {
    #expect(try BlankSource(written) == .words(words))
    #expect(
      Marks.take(from: Array("It is [[\(written)]].".utf8)).marks.all == [.blank(written)])
  }
}
