import Lab
import Testing

/// Numbers in columns have their points under each other, of whatever size they are.
@Suite struct AlignedColumnTests {
  @Test func pointsStandUnderEachOther() {
    let table = LabText.aligned([
      ["loss", "of"], ["1.0198", "10"], ["719626", "1,000"], ["NaN", "2"], ["10.62", ""],
    ])
    #expect(
      table == [
        ["loss", "of"], ["1.0198", "10"], ["719626     ", "1,000"], ["NaN", "2"],
        ["10.62  ", ""],
      ])
    // A row of few cells keeps them.
    #expect(LabText.aligned([["1.5", "2"], ["3"]]) == [["1.5", "2"], ["3  "]])
  }

  @Test(arguments: [
    ("1.0198", 5, "1.0198"), ("719626", 5, "719626     "), ("NaN", 5, "NaN"), ("", 5, ""),
    ("1.23e9", 5, "1.23e9"), ("12.5 %", 5, "12.5 %"), ("−1.5", 5, "−1.5   "),
  ]) func aNumberIsKeptInItsColumn(_ text: String, _ fraction: Int, _ aligned: String) {
    #expect(LabText.aligned(text, fraction: fraction) == aligned)
  }
}
