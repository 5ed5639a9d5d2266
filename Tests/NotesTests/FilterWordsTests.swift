import Notes
import Testing

@Suite struct FilterWordsTests {
  /// All words, in any order, however they are written.
  @Test(arguments: [
    ("", "Queries and keys", true), ("  ", "Queries and keys", true),
    ("key", "Queries and keys", true), ("KEYS quer", "Queries and keys", true),
    ("keys values", "Queries and keys", false), ("uber", "\u{DC}ber", false),
    ("\u{FC}ber", "U\u{308}BER", true), ("1", "Queries and keys", false),
  ]) func holdsAllWords(typed: String, text: String, stays: Bool) {
    #expect(FilterWords(typed).match(text) == stays, "\(typed)")
  }

  /// A number is a whole one: of a chapter, or of a lesson.
  @Test(arguments: [
    ("3", "3.1", true), ("3.1", "3.1", true), ("3.1", "3.12", false), ("3", "13.1", false),
    ("1", "3.1", false), ("3.1 sums", "3.1", true), ("3 sums", "3.1", false),
    ("3 keys", "3.1", false), ("3.", "3.1", false),
  ]) func holdsNumbers(typed: String, number: String, stays: Bool) {
    #expect(FilterWords(typed).match("Sums", number: number) == stays, "\(typed)")
  }

  /// Without a digit no number is asked for, which long lists have to count.
  @Test func numbersAreMadeWhereTheyAreMeant() {
    var asked = 0
    func number() -> String {
      asked += 1
      return "1.1"
    }
    #expect(!FilterWords("x").match("Sums", number: number()) && asked == 0)
    #expect(FilterWords("1").match("Sums", number: number()) && asked == 1)
  }
}
