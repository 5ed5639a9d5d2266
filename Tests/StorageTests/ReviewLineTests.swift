import JSONText
import Scheduling
import Testing

@testable import Storage

@Suite struct ReviewLineTests {
  private let full = Review(
    id: ReviewID(bits: 0xabc), question: "k3v9x2", kind: .answer(.hard),
    time: 1_767_355_200_123, offset: -570, seed: .max, answer: "[1, \"é\u{2028}\n🤖]",
    credit: 0.1 + 0.2, hints: 2, confidence: 75, duration: 2_500)

  @Test func aLineSaysEverything() {
    #expect(
      full.line == """
        {"id":"00000000000000000000000000000abc","question":"k3v9x2","kind":"answer","grade":2,\
        "time":1767355200123,"offset":-570,"seed":"18446744073709551615",\
        "answer":"[1, \\"é\\u2028\\n🤖]","credit":0.30000000000000004,"hints":2,"confidence":75,\
        "duration":2500,"algorithm":"FSRS-6","version":"1"}
        """)
  }

  @Test func everyKindComesBack() throws {
    let skip = Review(id: ReviewID(bits: 1), question: "q", kind: .skip, time: 0, offset: 0)
    let void = Review(
      id: ReviewID(bits: 2), question: "q", kind: .void(full.id), time: 5, offset: 1080)
    for review in [full, skip, void] {
      #expect(try Review(line: Array(review.line.utf8)) == review)
    }
  }

  @Test(arguments: [
    ("\"kind\":\"answer\"", "\"kind\":\"guess\"", "kind"), ("\"grade\":2,", "", "grade"),
    ("\"grade\":2", "\"grade\":5", "grade"), ("\"grade\":2", "\"grade\":2.0", "grade"),
    ("\"kind\":\"answer\"", "\"kind\":\"void\"", "voids"),
    ("\"kind\":\"answer\"", "\"kind\":\"skip\"", "grade"),
    ("0abc\"", "0ABC\"", "id"), ("0abc\"", "abc\"", "id"),
    ("\"question\":\"k3v9x2\"", "\"question\":\"\"", "question"),
    ("\"question\":\"k3v9x2\"", "\"question\":null", "question"),
    ("1767355200123", "-1", "time"), ("1767355200123", "253402300800000", "time"),
    ("1767355200123", "1e999", ""), ("-570", "1081", "offset"),
    ("\"18446744073709551615\"", "\"18446744073709551616\"", "seed"),
    ("\"18446744073709551615\"", "7", "seed"), ("\"18446744073709551615\"", "\"+7\"", "seed"),
    ("0.30000000000000004", "1.5", "credit"), ("0.30000000000000004", "-0.1", "credit"),
    ("\"hints\":2", "\"hints\":-2", "hints"),
    ("\"confidence\":75", "\"confidence\":101", "confidence"),
    ("\"confidence\":75", "\"confidence\":null", "confidence"),
    ("\"duration\":2500", "\"duration\":99999999999999999999", "duration"),
    ("\"hints\":2,", "", "hints"), ("\"hints\":2", "\"hints\":2,\"mood\":\"good\"", "mood"),
    ("\"hints\":2", "\"hints\":2,\"hints\":3", ""), ("{", "[", ""), ("}", "", ""),
  ]) func aFaultIsNamed(part: String, replacement: String, field: String) throws {
    let (head, tail) = try #require(full.line.split(at: part))
    let line = head + replacement + tail
    #expect {
      try Review(line: Array(line.utf8))
    } throws: { error in
      switch error as? LineFault {
      case .missing(let named), .unknown(let named), .bad(let named, _): named == field
      case .notJSON: field == ""
      case .notAnObject, .tooLong, nil: false
      }
    }
  }

  @Test func whatIsNoObjectSaysSo() {
    #expect(throws: LineFault.notAnObject) { try Review(line: Array("[1]".utf8)) }
    #expect(throws: LineFault.notAnObject) { try Review(line: Array("17".utf8)) }
  }

  @Test func tooLongATextIsRefused() {
    let long = Review(
      id: ReviewID(bits: 1), question: String(repeating: "é", count: 501), kind: .skip, time: 0,
      offset: 0)
    #expect(throws: LineFault.bad(field: "question", expected: "a text of 1 to 1000 bytes")) {
      try Review(line: Array(long.line.utf8))
    }
  }
}

extension String {
  /// What stands before and after the first occurrence of a part.
  fileprivate func split(at part: String) -> (String, String)? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) {
        return (String(self[..<start]), String(self[start...].dropFirst(part.count)))
      }
      start = index(after: start)
    }
    return nil
  }
}
