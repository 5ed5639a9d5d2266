import Testing

@testable import Notes

/// Where the source of a text may stand that is looked for.
@Suite struct SourceFinderTests {
  @Test(arguments: [
    ("strasse", "Die lange Stra\u{DF}e", 14), ("stra\u{DF}e", "Eine STRASSE", 5),
    ("izmir", "in \u{130}zmir", 3), ("first", "the \u{FB01}rst", 4), ("token", "a b c", nil),
  ])
  func finds(text: String, source: String, place: Int?) throws {
    let bytes = Array(source.utf8)
    let finder = try #require(SourceFinder(text))
    let found = finder.first(in: bytes, from: 0, to: bytes.count)
    #expect(found == place, "\(String(describing: found))")
  }
}
